export const procedures = [{ name: 'released' }, { name: 'sound' }] as const;

/**
 * Who computes it so: `released`, the paper's published code, with its faults; `sound`, what the data support. Never mix the two
 * in one table.
 */
export type Procedure = (typeof procedures)[number]['name'];

/** A number with its uncertainty. */
export interface Uncertain {
  readonly value: number;
  readonly standardError: number;
  /** 95 % percentile interval of the bootstrap; the released code gives none. */
  readonly interval: readonly [number, number] | null;
}

/** A number over images, with its uncertainty and the procedure behind both. */
export interface Estimate extends Uncertain {
  readonly procedure: Procedure;
  /** Images with a score. */
  readonly count: number;
  /** Images left out because they have none: their mask has died. */
  readonly missing: number;
}
