import type { Attribute } from '../../tensorflow/rawOp';

/**
 * How many zeros surround an image. `same`: as many as give ceil(size / stride) outputs, an odd one at the end (TensorFlow).
 * `symmetric`: half the kernel on every side (PyTorch). They differ only where a layer strides.
 */
export type Padding = 'same' | 'symmetric';

/** The attributes of TensorFlow's operations for a padding and an odd kernel. */
export function paddingAttributes(
  padding: Padding,
  height: number,
  width: number,
): Readonly<Record<string, Attribute>> {
  if (padding === 'same') return { padding: { string: 'SAME' }, explicit_paddings: { int: [] } };
  const [rows, columns] = [(height - 1) / 2, (width - 1) / 2];
  return { padding: { string: 'EXPLICIT' }, explicit_paddings: { int: [0, 0, rows, rows, columns, columns, 0, 0] } };
}
