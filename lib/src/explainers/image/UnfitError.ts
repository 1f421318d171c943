/** A method that does not work on a classifier's images, whatever the image. */
export class UnfitError extends RangeError {
  override readonly name = 'UnfitError';
}
