import { checkCurves, mapSteps, type Curves } from '../curves/Curves';
import type { Estimate } from '../Estimate';
import { meanEstimate } from './meanEstimate';

/** The mean at every step with ± its standard error, as Figures 1, 7, 14 and 15 draw it of normalised scores. */
export const meanCurve = (curves: Curves): (Estimate | null)[] => mapSteps(checkCurves('curves', curves), meanEstimate);
