import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { threads } from '../environment';
import './settings';
import { vectorInstructions } from './vectorInstructions';

/** What decides how fast a run is, and how its floating-point numbers are rounded. A part is left out where nothing says it. */
export interface Machine {
  /** The model's name, as the system has it. */
  readonly processor?: string;
  /** The widest vector instructions of the processor. */
  readonly instructions?: string;
  /** Whose kernels TensorFlow computes convolutions and matrix products with. */
  readonly kernels?: 'oneDNN' | 'Eigen';
  readonly threads: number;
}

/**
 * The machine that this process runs on, and what TensorFlow makes of it.
 *
 * @example
 * machine(); // { processor: 'AMD EPYC', instructions: 'AVX2', kernels: 'oneDNN', threads: 2 }
 */
export function machine(): Machine {
  const known = {
    processor: os.cpus()[0]?.model,
    instructions: vectorInstructions(features()),
    kernels: kernels(),
    threads: threads() ?? os.availableParallelism(),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as unknown as Machine;
}

/** Elsewhere than on Linux on x86-64 TensorFlow does not read the variable or decides by the processor. */
function kernels(): Machine['kernels'] {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  return ({ 0: 'Eigen', 1: 'oneDNN' } as const)[process.env.TF_ENABLE_ONEDNN_OPTS!];
}

/** What the system says of its processor's abilities; nothing where it cannot be asked. */
function features(): string {
  try {
    return process.platform === 'darwin'
      ? execFileSync('sysctl', ['hw.optional'], { encoding: 'utf8' })
      : readFileSync('/proc/cpuinfo', 'utf8');
  } catch {
    return '';
  }
}
