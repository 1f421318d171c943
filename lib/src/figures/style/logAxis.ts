import { max, min, range } from 'lodash';
import type { LayoutAxis } from 'plotly.js';

/** Which digits are labelled, by the largest number of decades. */
const numbered = [
  { decades: 0.7, digits: [1, 1.2, 1.5, 2, 3, 4, 5, 7] },
  { decades: 2.5, digits: [1, 2, 5] },
  { decades: Infinity, digits: [1] },
];

/**
 * Makes an axis logarithmic: labels at 1, 2 and 5 of every decade, more or fewer if there are few or many decades. A value that is not
 * positive cannot be drawn on it; if no value is positive, the axis stays linear.
 *
 * @param values what is drawn along it
 * @example
 * logAxis([0.4, 3]) // => { type: 'log', exponentformat: 'none', tickvals: [0.1, 0.2, 0.5, 1, 2, 5] }
 */
export function logAxis(values: readonly number[]): Partial<LayoutAxis> {
  const positive = values.filter((value) => value > 0);
  const [lowest, highest] = [min(positive), max(positive)];
  if (lowest === undefined || highest === undefined) return { type: 'linear' };
  const span = Math.log10(highest / lowest);
  const { digits } = numbered.find(({ decades }) => span <= decades)!;
  const decades = range(Math.floor(Math.log10(lowest)), Math.floor(Math.log10(highest)) + 1);
  const tickvals = decades.flatMap((decade) => digits.map((digit) => Number(`${digit}e${decade}`)));
  return { type: 'log', exponentformat: 'none', tickvals };
}
