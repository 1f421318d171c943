/** What one run took. */
export interface Cost {
  readonly seconds: number;
  /** Peak memory of the process, in 10⁶ bytes, where the run had a process of its own. */
  readonly megabytes?: number;
}

/** One way to do the work that a benchmark measures. */
export interface Contender {
  readonly name: string;
  /** Does the work once; where that takes long, the signal ends it early, and it throws. */
  readonly run: (signal: AbortSignal) => Promise<Cost>;
}

/** One measurement: the same work, ours and in the peer process. A further benchmark is one such file, listed in `main.ts`. */
export interface Benchmark {
  readonly name: string;
  /** How often every contender runs, after the run that does not count. */
  readonly rounds: number;
  /** Whether there is no such run: every run begins in a new process. */
  readonly cold?: true;
  /** The module in `bench/peers` whose contenders stand beside ours; none where nothing comparable exists. */
  readonly peer?: string;
  /** The contenders, ours or peers, that all others are compared with; none where nothing in it is comparable. */
  readonly yardsticks: readonly string[];
  /** What we do, ready to run, and what frees it. */
  prepare(): Promise<{ contenders: readonly Contender[]; close(): void }>;
}

/** What a benchmark found: the seconds of every round, in the order of the rounds; fewer where it was stopped. */
export interface Measurement {
  readonly benchmark: string;
  readonly yardsticks: readonly string[];
  readonly contenders: readonly {
    readonly name: string;
    readonly peer: boolean;
    readonly seconds: readonly number[];
    readonly median: number;
    /** The largest of all rounds. */
    readonly megabytes?: number;
  }[];
  /** Why no peer took part. */
  readonly skipped?: string;
}
