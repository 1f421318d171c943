import type { IterationsToTarget } from '../statistics/Timer';
import type { InterquartilePanel } from './curves/interquartileCurve';
import type { LevelPanel } from './curves/levelCurves';
import type { NormalisedPanel } from './curves/normalisedCurves';
import type { CpMetric } from './curves/scoreCurves';

/** Aggregates of the scores that the authors published: the content of `data/results/published`. */
export interface PublishedScores {
  readonly source: string;
  readonly commit: string;
  readonly licence: string;
  readonly classifier: string;
  readonly photographs: number;
  /** Noise samples per iteration (appendix C.1 of the paper). */
  readonly samples: number;
  readonly computed: string;
  readonly interquartile: readonly InterquartilePanel[];
  readonly normalised: Readonly<Record<CpMetric, readonly NormalisedPanel[]>>;
  readonly levels: Readonly<Record<CpMetric, readonly LevelPanel[]>>;
  readonly speedUps: readonly PublishedSpeedUp[];
}

/** How soon StartGrad reaches what a reference ends with. */
export interface PublishedSpeedUp {
  readonly method: string;
  readonly metric: CpMetric;
  readonly reference: string;
  readonly result: IterationsToTarget;
  /** The control: the speed-up of the reference over itself. */
  readonly overItself: number;
}
