import { range } from 'lodash';
import type { Procedure } from '../../statistics/Estimate';
import type { InterquartileCurve } from '../../analysis/curves/interquartileCurve';
import type { BandLine } from './bandTraces';
import { errorBand } from './errorBand';
import { initializerStyle } from './palette';

/** One curve as a line of a chart, with a procedure's band; `among` names all that are drawn together. */
export function interquartileLine(
  initializer: string,
  { value, standardError, low, high }: InterquartileCurve,
  procedure: Procedure,
  among?: readonly string[],
): BandLine {
  const edges = procedure === 'sound' ? { low, high } : errorBand(value, standardError);
  return { ...initializerStyle(initializer, among), x: range(value.length), y: value, ...edges };
}
