import type { Benchmark, Contender, Cost, Measurement } from './Benchmark';
import { startPeers, type PeerProcess } from './peerProcess';

/**
 * Runs a benchmark: rounds of every contender in turn (A B C A B C ...), so that what else the machine does meets all alike.
 *
 * @returns the measurement, and the versions of what the peers are made of
 */
export async function measure(
  benchmark: Benchmark,
  threads: number,
): Promise<{ measurement: Measurement; versions: PeerProcess['versions'] }> {
  const ours = await benchmark.prepare();
  const { peers, skipped } = await peersOf(benchmark, threads);
  try {
    const contenders = [
      ...ours.contenders.map((contender) => contending(contender, false)),
      ...(peers?.contenders ?? []).map((contender) => contending(contender, true)),
    ];
    if (!benchmark.cold) for (const { run } of contenders) await run();
    for (let round = 0; round < benchmark.rounds; round++)
      for (const { run, costs } of contenders) costs.push(await run());
    const measurement = {
      benchmark: benchmark.name,
      yardsticks: benchmark.yardsticks,
      contenders: contenders.map(summary),
      ...(skipped !== undefined && { skipped }),
    };
    return { measurement, versions: peers?.versions ?? {} };
  } finally {
    ours.close();
    peers?.close();
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

const contending = (contender: Contender, peer: boolean) => ({ ...contender, peer, costs: [] as Cost[] });

function summary({ name, peer, costs }: ReturnType<typeof contending>): Measurement['contenders'][number] {
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
