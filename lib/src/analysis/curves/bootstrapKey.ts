import { randomKey } from '../../random/key';

/** Draws the same resamples of photographs for every figure and table of a study, so that they agree to the last digit. */
export const bootstrapKey = randomKey('bootstrap of photographs');
