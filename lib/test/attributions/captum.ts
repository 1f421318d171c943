import assert from 'node:assert/strict';
import { readSafetensors } from '../../src/files/tensors/safetensors';
import * as tf from '../../src/tensorflow/tf';
import { enlarge } from '../support/enlarge';
import { relativeError } from '../support/tensors';
import { fixturePath } from '../support/fixturePath';

const fixture = async (name: string): Promise<(tensor: string) => tf.Tensor> => {
  const { tensors } = await readSafetensors(fixturePath(`${name}.safetensors`));
  return (tensor) => tf.tensor(Float32Array.from(tensors[tensor]!.data as Float32Array), [...tensors[tensor]!.shape]);
};

/** The pixels of a cell of one colour: 8 x 8. */
export const cell = 8;

/** What captum computes of EfficientNet-Lite0 in float64 (make_attributions.py), and the images and classes it was given. */
export async function captum(): Promise<{
  expected: (tensor: string) => tf.Tensor;
  images: tf.Tensor4D[];
  targets: number[];
}> {
  const given = await fixture('efficientnet_lite0');
  const images = tf.tidy(() => enlarge(given('cells').div(255), cell).split<tf.Tensor4D>(2));
  return { expected: await fixture('attributions'), images, targets: [...given('target').dataSync()] };
}

/** Asserts that two tensors agree, ‖a - b‖ ≤ tolerance ‖b‖. */
export function assertAgrees(actual: tf.Tensor, expected: tf.Tensor, tolerance: number): void {
  const error = relativeError(actual, expected);
  assert.ok(error <= tolerance, `relative error ${error} exceeds ${tolerance}`);
}
