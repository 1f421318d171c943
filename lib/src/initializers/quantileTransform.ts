import { argsort } from '../numerics/argsort';
import { finiteNumbers } from '../validation/finiteNumbers';

/**
 * The quantile transform T (section 4.2): each value becomes its rank among all, so that values of any distribution become U(0, 1).
 *
 * The references are Qᵢ, the linearly interpolated quantiles at rᵢ = i / (bins - 1). A value between two of them is
 * interpolated; one that equals several gets the mean of the first and the last (its mid-rank). Values equal to the smallest
 * become 0, those equal to the largest 1 and, where all are equal, 0, as scikit-learn's `QuantileTransformer` does. With as many
 * bins as values, the default, u = rank / (n - 1) exactly.
 *
 * @param values any finite numbers
 * @param bins number of quantiles; more than there are values counts as one per value
 * @param sample the values that the quantiles are taken from; all of them by default
 * @throws RangeError if a value or one of the sample is not finite, bins is no integer of at least 2, or the sample is empty
 * @example
 * quantileTransform(Float32Array.of(0, 0, 0, 1, 2)) // => Float32Array [0, 0, 0, 0.75, 1]
 */
export function quantileTransform(values: Float32Array, bins = values.length, sample = values): Float32Array {
  if (values.length === 0) return new Float32Array();
  finiteNumbers('values', values);
  if (sample !== values) finiteNumbers('sample', sample);
  if (values.length > 1 && (!Number.isInteger(bins) || bins < 2))
    throw new RangeError(`bins must be an integer of at least 2, got ${bins}`);

  const order = argsort(values);
  const references = quantiles(sample, sample === values ? order : argsort(sample), Math.min(bins, sample.length));
  const last = references.length - 1;
  const transformed = new Float32Array(values.length);
  let first = 0; // the first reference ≥ value
  let next = 0; // the first reference > value
  for (const index of order) {
    const value = values[index]!;
    while (first <= last && references[first]! < value) first++;
    while (next <= last && references[next]! <= value) next++;
    if (value <= references[0]!) transformed[index] = 0;
    else if (value >= references[last]!) transformed[index] = 1;
    else if (first < next) transformed[index] = (first + next - 1) / 2 / last;
    else {
      const [below, above] = [references[first - 1]!, references[first]!];
      transformed[index] = (first - 1 + (value - below) / (above - below)) / last;
    }
  }
  return transformed;
}

/** The linearly interpolated quantiles of a sample at i / (count - 1), in float64, ascending. */
function quantiles(sample: Float32Array, order: Uint32Array, count: number): Float64Array {
  const references = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const position = count > 1 ? (i * (sample.length - 1)) / (count - 1) : 0;
    const below = sample[order[Math.floor(position)]!]!;
    const above = sample[order[Math.ceil(position)]!]!;
    references[i] = below + (above - below) * (position - Math.floor(position));
  }
  return references;
}
