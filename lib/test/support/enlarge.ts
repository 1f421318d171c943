import type * as tf from '../../src/tensorflow/tf';

/** Every value of `[batch, row, column, 3]` becomes a cell of so many pixels squared. */
export function enlarge(cells: tf.Tensor, cell: number): tf.Tensor4D {
  const [batch, rows, columns] = cells.shape as [number, number, number];
  const tiled = cells.reshape([batch, rows, 1, columns, 1, 3]).tile([1, 1, cell, 1, cell, 1]);
  return tiled.reshape([batch, rows * cell, columns * cell, 3]);
}
