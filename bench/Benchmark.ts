/** One way to do the work that a benchmark measures. */
export interface Contender {
  readonly name: string;
  /** Does the work once and gives the seconds that it took. */
  readonly run: () => Promise<number>;
}

/** One measurement: the same work, ours and in the peer process. A further benchmark is one such file, listed in `main.ts`. */
export interface Benchmark {
  readonly name: string;
  /** How often every contender runs, after one run that does not count. */
  readonly rounds: number;
  /** The module in `bench/peers` whose contenders stand beside ours; none where nothing comparable exists. */
  readonly peer?: string;
  /** The contenders, ours or peers, that all others are compared with; none where the parts of a whole are measured. */
  readonly yardsticks: readonly string[];
  /** What we do, ready to run, and what frees it. */
  prepare(): Promise<{ contenders: readonly Contender[]; close(): void }>;
}

/** What a benchmark found: the seconds of every round, in the order of the rounds. */
export interface Measurement {
  readonly benchmark: string;
  readonly yardsticks: readonly string[];
  readonly contenders: readonly { name: string; peer: boolean; seconds: readonly number[]; median: number }[];
  /** Why no peer took part. */
  readonly skipped?: string;
}
