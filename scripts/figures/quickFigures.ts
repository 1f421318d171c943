import { groupBy } from 'lodash';
import { cpCurves } from '../../lib/src/figures/run/cpCurves';
import { explanationGrid } from '../../lib/src/figures/run/explanationGrid';
import { explanationPanel } from '../../lib/src/figures/style/explanationPanel';
import { explanationsOverTime } from '../../lib/src/figures/run/explanationsOverTime';
import type { Figure } from '../../lib/src/render/Figure';
import { lossCurves } from '../../lib/src/figures/run/lossCurves';
import { maskSlider } from '../../lib/src/figures/run/maskSlider';
import { methodStyle } from '../../lib/src/figures/style/palette';
import { scoreNote } from '../../lib/src/figures/style/scoreInWords';
import { runFacts } from '../../lib/src/analysis/runFacts';
import type { FinishedRun } from '../../lib/src/study/store/RunResult';
import type { QuickGradient } from './quickGradient';

type Named = readonly [name: string, figure: Figure];

/** The figures of the live study by name, in reading order. */
export function quickFigures(gradient: QuickGradient, runs: readonly FinishedRun[]): Record<string, Figure> {
  const photographs = Object.values(groupBy(runs, ({ run }) => run.subject.name));
  const figures: Named[] = [
    ['gradient', gradient.distribution],
    ['start', start(gradient, photographs[0]!)],
    ...photographs.flatMap(figuresOfPhotograph),
  ];
  return Object.fromEntries(
    figures.map(([name, figure], i) => [`quick${String(i + 1).padStart(2, '0')}-${name}`, figure]),
  );
}

function start(gradient: QuickGradient, runs: readonly FinishedRun[]): Figure {
  const { label, classifier } = runFacts(runs[0]!);
  // neither the gradient nor what StartGrad makes of it has noise
  const note = `${label}, ${classifier}, n = 1 photograph, before the first update: no noise samples`;
  return explanationPanel('From a photograph to its first mask', note, [
    { title: 'photograph', uri: gradient.photographUri },
    { title: 'gradient (largest of the colours)', uri: gradient.saliencyUri },
    { title: 'StartGrad mask', uri: startGradOf(runs).result.masks[0]!.uri },
  ]);
}

function figuresOfPhotograph(runs: readonly FinishedRun[]): Named[] {
  const { subject, iterations, samples } = runs[0]!.run;
  const { label, classifier } = runFacts(runs[0]!);
  const name = subject.name.replace(/\..*$/, '');
  const grid = explanationGrid(
    'What remains of the photograph',
    `${label}, ${classifier}, n = 1 photograph, ${samples} noise samples<br>brightened, after ${iterations} updates of the mask; ${scoreNote}`,
    runs.map((finished) => ({ facts: runFacts(finished), uri: finished.result.pictures.at(-1)!.uri })),
  );
  const methods = Object.values(groupBy(runs, ({ run }) => run.method.name));
  return [[`${name}-explanations`, grid], ...methods.flatMap((own) => figuresOfMethod(name, own))];
}

function figuresOfMethod(name: string, runs: readonly FinishedRun[]): Named[] {
  const facts = runs.map(runFacts);
  const { method, label, classifier, samples } = facts[0]!;
  const note = `${methodStyle(method).label} from StartGrad, ${label}, ${classifier},<br>n = 1 photograph, ${samples} noise samples`;
  return [
    [`${name}-${method}-updates`, explanationsOverTime(runs, method, runs[0]!.run.subject.name)],
    [`${name}-${method}-cp`, cpCurves(facts)],
    [`${name}-${method}-losses`, lossCurves(facts)],
    [`${name}-${method}-mask`, maskSlider('A mask evolves', note, startGradOf(runs).result.masks)],
  ];
}

const startGradOf = (runs: readonly FinishedRun[]): FinishedRun =>
  runs.find(({ run }) => run.initializer.name === 'startgrad')!;
