import { cpCurves } from '../../lib/src/figures/cpCurves';
import { explanationPanel } from '../../lib/src/figures/explanationPanel';
import type { Figure } from '../../lib/src/figures/Figure';
import { lossCurves } from '../../lib/src/figures/lossCurves';
import { maskSlider } from '../../lib/src/figures/maskSlider';
import { initializerStyle } from '../../lib/src/figures/palette';
import type { QuickGradient, QuickRun } from './quickStudy';

/** The figures of the live study by name, in reading order. */
export function quickFigures(gradient: QuickGradient, runs: readonly QuickRun[]): Record<string, Figure> {
  const facts = runs.map((run) => run.facts);
  const { label, classifier } = facts[0]!;
  const iterations = facts[0]!.history.length;
  const startGrad = runs.find((run) => run.facts.initializer === 'startgrad')!;
  return {
    'quick01-gradient': gradient.distribution,
    'quick02-explanations': explanationPanel(
      'From a photograph to its explanation',
      `${label}, ${classifier}; explanations after ${iterations} updates of the mask`,
      [
        { title: 'photograph', uri: gradient.photographUri },
        { title: 'gradient (largest of the colours)', uri: gradient.saliencyUri },
        { title: 'StartGrad mask', uri: startGrad.masks[0]!.uri },
        ...runs.map((run) => ({
          title: `explanation from ${initializerStyle(run.facts.initializer).label}`,
          uri: run.pictureUri,
        })),
      ],
      3,
    ),
    'quick03-cp': cpCurves(facts),
    'quick04-losses': lossCurves(facts),
    'quick05-mask': maskSlider('A mask evolves', `from StartGrad, ${label}, ${classifier}`, startGrad.masks),
  };
}
