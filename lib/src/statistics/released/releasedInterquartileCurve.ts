import { checkCurves, mapSteps, type Curves } from '../curves/Curves';
import type { Estimate } from '../Estimate';
import { releasedInterquartileMean } from './releasedInterquartileMean';

/** Figures 6, 10, 13, 16, 19 and 23-31 as released: the interquartile mean at every step, its error without the quartiles'. */
export const releasedInterquartileCurve = (curves: Curves): (Estimate | null)[] =>
  mapSteps(checkCurves('curves', curves), releasedInterquartileMean);
