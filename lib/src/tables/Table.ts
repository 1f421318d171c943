/** What writing and showing a table need of a danfojs DataFrame. */
export interface Table {
  readonly columns: readonly string[];
  readonly values: unknown;
}
