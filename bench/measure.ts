import { setImmediate } from 'node:timers/promises';
import type { Benchmark, Contender, Cost, Measurement } from './Benchmark';
import { startPeers, type PeerProcess } from './peerProcess';

export interface MeasureOptions {
  readonly threads: number;
  /** Stops after the run that is going on; what was measured is returned. */
  readonly signal: AbortSignal;
  /** Called before the first run and after every one. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Runs a benchmark: rounds of every contender in turn (A B C A B C ...), so that what else the machine does meets all alike.
 *
 * @returns the measurement, and the versions of what the peers are made of
 */
export async function measure(
  benchmark: Benchmark,
  options: MeasureOptions,
): Promise<{ measurement: Measurement; versions: PeerProcess['versions'] }> {
  const ours = await benchmark.prepare();
  const { peers, skipped } = await peersOf(benchmark, options.threads);
  try {
    const contenders = [
      ...ours.contenders.map((contender) => contending(contender, false)),
      ...(peers?.contenders ?? []).map((contender) => contending(contender, true)),
    ];
    await takeTurns(contenders, benchmark, options);
    const measurement = {
      benchmark: benchmark.name,
      yardsticks: benchmark.yardsticks,
      contenders: contenders.filter(({ costs }) => costs.length > 0).map(summary),
      ...(skipped !== undefined && { skipped }),
    };
    return { measurement, versions: peers?.versions ?? {} };
  } finally {
    ours.close();
    peers?.close();
  }
}

async function takeTurns(
  contenders: readonly Contending[],
  { rounds, cold }: Benchmark,
  { signal, onProgress }: MeasureOptions,
): Promise<void> {
  const uncounted = cold ? 0 : 1;
  const total = (uncounted + rounds) * contenders.length;
  let done = 0;
  onProgress(done, total);
  for (let round = -uncounted; round < rounds; round++)
    for (const { run, costs } of contenders) {
      await setImmediate(); // TensorFlow's work leaves no other moment for signals
      if (signal.aborted) return;
      const cost = await run(signal).catch(async (error: unknown) => {
        await setImmediate();
        if (!signal.aborted) throw error;
      });
      if (cost && round >= 0) costs.push(cost);
      onProgress(++done, total);
    }
}

async function peersOf({ peer }: Benchmark, threads: number): Promise<{ peers?: PeerProcess; skipped?: string }> {
  if (peer === undefined) return {};
  try {
    return { peers: await startPeers(peer, threads) };
  } catch (error) {
    return { skipped: (error as Error).message };
  }
}

type Contending = Contender & { readonly peer: boolean; readonly costs: Cost[] };

const contending = (contender: Contender, peer: boolean): Contending => ({ ...contender, peer, costs: [] });

function summary({ name, peer, costs }: Contending): Measurement['contenders'][number] {
  const seconds = costs.map((cost) => cost.seconds);
  const megabytes = costs.flatMap((cost) => cost.megabytes ?? []);
  return {
    name,
    peer,
    seconds,
    median: median(seconds),
    ...(megabytes.length > 0 && { megabytes: Math.max(...megabytes) }),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
