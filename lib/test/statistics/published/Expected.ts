/** One entry of the list of published and recomputed values; which fields it has depends on the quantity. */
export interface Expected {
  readonly source: string;
  readonly status: string;
  readonly quantity: string;
  readonly model: string;
  readonly method: string;
  readonly init: string | null;
  readonly metric?: string | null;
  readonly reference: string;
  readonly step: number;
  readonly level: number;
  readonly statistic: 'iqm' | 'median';
  readonly convention: string;
  readonly paper_value: number | boolean | null;
  readonly paper_se: number;
  readonly recomputed_value: number | null;
  readonly recomputed_se: number;
  readonly recomputed_sd: number;
  readonly z: number;
  readonly kept: number;
  readonly reached_share: number;
  readonly p_one_sided: number;
  readonly p_without_trimming: number;
  readonly positive_pct: number;
  readonly stars_raw: string;
  readonly stars_bonferroni6: string;
  readonly without_resampling: number;
  readonly resamples_never_reaching: number;
  readonly second_order_from_iterations: number;
  readonly share_fewer: number;
  readonly share_equal: number;
  readonly share_more: number;
  readonly levels_more: string;
  readonly largest_saving_steps: number;
  readonly largest_loss_steps: number;
}

/** The published value of an entry with its standard error. */
export const published = (entry: Expected) => ({
  value: entry.recomputed_value!,
  standardError: entry.recomputed_se,
});
