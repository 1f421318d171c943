import type * as tf from '../tensorflow/tf';
import type { Classifier } from './Classifier';

/**
 * The shape of a model's images, `[height, width, 3]`: the one asked for, or that of the model's input.
 *
 * @throws RangeError where neither says it
 */
export function imageShape(
  model: tf.LayersModel | tf.GraphModel,
  asked?: Classifier['inputShape'],
): Classifier['inputShape'] {
  if (model.inputs.length !== 1) throw new RangeError(`model must have one input, got ${model.inputs.length}`);
  const given = model.inputs[0]!.shape;
  const shape = asked ?? given?.slice(1) ?? [];
  const [height, width, channels] = shape;
  if (shape.length === 3 && isSize(height) && isSize(width) && channels === 3) return [height, width, channels];
  const source = asked ? 'got' : `and must be given where the model's input does not say it:`;
  throw new RangeError(`inputShape must be [height, width, 3], ${source} ${JSON.stringify(asked ?? given ?? null)}`);
}

/** A layers model says null where a size is open, a graph model -1. */
const isSize = (size: number | null | undefined): size is number => Number.isInteger(size) && size! > 0;
