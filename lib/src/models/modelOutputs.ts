import type * as tf from '../tensorflow/tf';

/** What a model's output is made of, and how it becomes logits. */
export const modelOutputs = [
  { name: 'logits', logits: (y: tf.Tensor2D): tf.Tensor2D => y },
  // softmax(log p) = p; the smallest normal number keeps the logarithm of 0 and its gradient finite
  { name: 'probabilities', logits: (p: tf.Tensor2D): tf.Tensor2D => p.maximum<tf.Tensor2D>(2 ** -126).log() },
] as const;

/** The name of what a model puts out: logits, or what its own softmax made of them. */
export type ModelOutput = (typeof modelOutputs)[number]['name'];
