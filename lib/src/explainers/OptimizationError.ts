/** An optimisation that cannot go on. What it had measured until then is kept. */
export class OptimizationError<Row extends object = object> extends Error {
  override readonly name = 'OptimizationError';

  constructor(
    message: string,
    /** The rows of the iterations before. */
    readonly history: readonly Row[],
  ) {
    super(message);
  }
}
