import { runOptions } from '../../src/study/plan/runOptions';
import { range } from 'lodash';
import { methods } from '../../src/explainers/image/methods';
import { maskSizeCells } from '../../src/study/plan/maskSizeCells';
import type { Run } from '../../src/study/plan/Run';
import type { FinishedRun } from '../../src/study/store/RunResult';
import { attributions, threeStarts } from '../../src/study/plan/startNames';
import { byName } from '../../src/validation/byName';
import { type MethodOptions } from '../../src/explainers/image/options/MethodOptions';

/** A result that looks like a real one but follows simple formulas, so that a picture of it never changes. */
export function exampleResult(
  photograph: number,
  method: string,
  initializer: string,
  {
    iterations = 20,
    changes = {},
    ...rest
  }: { iterations?: number; changes?: Partial<MethodOptions> } & Partial<Run> = {},
): FinishedRun {
  const variant = rest.variant ?? 'paper';
  const speed = { startgrad: 3, 'startgrad-shared': 4, 'all-ones': 6, uniform: 5, 'grad-cam': 9, 'grad-cam-ranks': 9 }[initializer] ?? 8; // prettier-ignore
  const kept = range(iterations).map((t) => 0.5 * Math.exp(-t / (speed + photograph / 4)) + 0.01);
  const faithful = Array.from(new Set([0, Math.floor(iterations / 2), iterations]));
  const uri = 'data:image/png;base64,AAAA';
  return {
    run: {
      revision: 1,
      tensorflow: '2.21.0',
      sharp: '0.35.5',
      subject: { kind: 'photograph', name: `photo${photograph}.png`, sha256: `hash${photograph}` },
      classifier: { name: 'efficientnet-lite0', sha256: 'weights' },
      method: { name: method },
      variant,
      options: runOptions(method, variant, changes),
      initializer: { name: initializer },
      iterations,
      samples: 4,
      seed: 1,
      faithfulness: faithful,
      pictures: [Math.floor(iterations / 2), iterations],
      masks: [],
      ...rest,
    },
    result: {
      target: photograph,
      label: `class ${photograph}`,
      probability: 0.5,
      options: { ...byName('method', methods, method).variants[variant], ...changes },
      curves: {
        distortion: kept.map((share) => 0.2 - share / 5),
        sparsity: kept,
        spatial: method === 'pixelmask' ? null : kept,
        retainedProbability: kept.map((share, t) => 0.6 + share / 2 + 0.002 * Math.cos(t + photograph)),
        retainedL1: kept,
        retainedPixel: kept.map((share) => share * 0.9),
      },
      faithfulness: faithful.map((iteration) => {
        const score = (iteration + photograph) / (iterations * speed);
        return {
          iteration,
          sound: { insertion: 0.5 + score, deletion: 0.5, score },
          released: { insertion: 0.1 + score / 2, deletion: 0.1, score: score / 2 },
        };
      }),
      pictures: [Math.floor(iterations / 2), iterations].map((iteration) => ({ iteration, uri })),
      masks: [],
      versions: {},
    },
  };
}

/** Three methods from three initialisers, and attributions as masks. */
export const exampleComparison = (photographs = 5, iterations = 20): FinishedRun[] =>
  range(photographs).flatMap((photograph) => [
    ...['pixelmask', 'waveletx', 'shearletx'].flatMap((method) =>
      threeStarts.map((start) => exampleResult(photograph, method, start, { iterations })),
    ),
    ...attributions.map((name) => exampleResult(photograph, 'pixelmask', name, { iterations: 1 })),
  ]);

/** ShearletX in the four cells of mask size x clamp. */
export const exampleMaskSizes = (photographs = 5, iterations = 20): FinishedRun[] =>
  range(photographs).flatMap((photograph) =>
    maskSizeCells.flatMap(({ startGrad, changes }) =>
      [startGrad, 'all-ones', 'uniform'].map((start) =>
        exampleResult(photograph, 'shearletx', start, { iterations, changes }),
      ),
    ),
  );

/** The same run with the given CP scores: its masks retain all information. */
export function withScores({ run, result }: FinishedRun, scores: readonly number[]): FinishedRun {
  const ones = scores.map(() => 1);
  const curves = { ...result.curves, distortion: ones, sparsity: ones, spatial: null };
  return {
    run: { ...run, iterations: scores.length },
    result: { ...result, curves: { ...curves, retainedProbability: scores, retainedL1: ones, retainedPixel: ones } },
  };
}
