/** What it takes to write and show a table: a part of danfojs's DataFrame. */
export interface Table {
  readonly columns: readonly string[];
  readonly values: unknown;
}
