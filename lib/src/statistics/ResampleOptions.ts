import type { RandomKey } from '../random/key';

/** How often to resample the images, and with which random numbers. */
export interface ResampleOptions {
  readonly resamples?: number;
  readonly key: RandomKey;
}

export const resampleKeys = ['resamples', 'key'] as const satisfies readonly (keyof ResampleOptions)[];

/** What the paper's code uses: inside a step, and for the iterations to a target. */
export const RELEASED_RESAMPLES = { inner: 500, outer: 250 };

/** What a percentile interval needs to be steady in its second digit. */
export const SOUND_RESAMPLES = 2000;
