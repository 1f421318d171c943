import { groupBy } from 'lodash';
import { cpCurves } from '../../lib/src/figures/cpCurves';
import { explanationGrid } from '../../lib/src/figures/explanationGrid';
import { explanationPanel } from '../../lib/src/figures/explanationPanel';
import type { Figure } from '../../lib/src/figures/Figure';
import { lossCurves } from '../../lib/src/figures/lossCurves';
import { maskSlider } from '../../lib/src/figures/maskSlider';
import { methodStyle } from '../../lib/src/figures/palette';
import type { QuickGradient } from './quickGradient';
import type { QuickRun } from './quickRun';

/** The figures of the live study by name, in reading order. */
export function quickFigures(gradient: QuickGradient, runs: readonly QuickRun[]): Record<string, Figure> {
  const { label, classifier } = runs[0]!.facts;
  const methods = Object.values(groupBy(runs, ({ facts }) => facts.method));
  const updates = methods.map(([run]) => `${run!.facts.history.length} (${methodStyle(run!.facts.method).label})`);
  const figures: [name: string, figure: Figure][] = [
    ['gradient', gradient.distribution],
    [
      'start',
      explanationPanel('From a photograph to its first mask', `${label}, ${classifier}`, [
        { title: 'photograph', uri: gradient.photographUri },
        { title: 'gradient (largest of the colours)', uri: gradient.saliencyUri },
        { title: 'StartGrad mask', uri: startGradOf(runs).masks[0]!.uri },
      ]),
    ],
    [
      'explanations',
      explanationGrid(
        'What remains of the photograph',
        `${label}, ${classifier}; brightened, with the last CP-Pixel; updates of the mask: ${updates.join(', ')}`,
        runs.map(({ facts, pictureUri }) => ({ facts, uri: pictureUri })),
      ),
    ],
    ...methods.flatMap((own) => figuresOfMethod(own)),
  ];
  return Object.fromEntries(
    figures.map(([name, figure], i) => [`quick${String(i + 1).padStart(2, '0')}-${name}`, figure]),
  );
}

function figuresOfMethod(runs: readonly QuickRun[]): [name: string, figure: Figure][] {
  const facts = runs.map((run) => run.facts);
  const { method, label, classifier } = facts[0]!;
  const note = `${methodStyle(method).label} from StartGrad, ${label}, ${classifier}`;
  return [
    [`${method}-cp`, cpCurves(facts)],
    [`${method}-losses`, lossCurves(facts)],
    [`${method}-mask`, maskSlider('A mask evolves', note, startGradOf(runs).masks)],
  ];
}

const startGradOf = (runs: readonly QuickRun[]): QuickRun =>
  runs.find(({ facts }) => facts.initializer === 'startgrad')!;
