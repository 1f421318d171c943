import type { Initializer } from '../../../initializers/Initializer';
import type { AdamOptions } from '../../../optimizers/adam';
import type { Mask } from '../../../representations/Representation';
import type { IterationRecord } from '../IterationRecord';
import type { VariantName } from './Method';
import { type MethodOptions } from './MethodOptions';

/** How an explainer works, on whatever image. The options of the method can be changed one by one. */
export interface ExplainerOptions extends Partial<MethodOptions> {
  /** An initialiser or the name of one; `startgrad` by default. */
  readonly init?: string | Initializer;
  /** T, the number of updates; 300 by default. */
  readonly iterations?: number;
  /** Noise samples per iteration; 16 by default. */
  readonly samples?: number;
  /** Which reading of the method the options start from; `paper` by default. */
  readonly variant?: VariantName;
  /** Settings of Adam; a learning rate of 0.1 by default. */
  readonly optimizer?: AdamOptions;
}

/** What belongs to one explanation. */
export interface ExplainOptions {
  /** The class to explain; the classifier's own first choice by default. */
  readonly target?: number;
  /** Any integer; 0 by default. */
  readonly seed?: number;
  /** Called with every row of the history and the mask it belongs to (lent until the call returns). */
  readonly onIteration?: (record: IterationRecord, mask: Mask) => void | Promise<void>;
  /** Stops the optimisation; what was done is returned. */
  readonly signal?: AbortSignal;
}
