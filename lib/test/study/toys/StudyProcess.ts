import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { claimsIn } from './faultsOf';
import { workersOf } from './processes';

/** A study in a process of its own, started again until it has all results. */
export class StudyProcess {
  readonly killed: number[] = [];
  /** Every worker that was ever seen. */
  readonly workers = new Set<number>();
  readonly done: Promise<void>;
  private child!: ChildProcess;

  constructor(
    private readonly jobs: string,
    private readonly folder: string,
    private readonly count: number,
  ) {
    this.done = this.run();
  }

  /** Whether it is performing a run. */
  get isBusy(): boolean {
    return claimsIn(this.folder).some(({ holder }) => holder.pid === this.child.pid);
  }

  /** Kills the process itself, or one of its workers where it has any. */
  kill(whom: 'study' | 'worker'): void {
    const workers = workersOf(this.child.pid!);
    for (const worker of workers) this.workers.add(worker);
    if (whom === 'worker' && workers.length > 0) process.kill(workers[0]!, 'SIGKILL');
    else {
      this.killed.push(this.child.pid!);
      this.child.kill('SIGKILL');
    }
  }

  private async run(): Promise<void> {
    let code: number | null;
    do {
      const file = path.join(__dirname, 'study.ts');
      this.child = spawn(process.execPath, ['--import', 'tsx', file, this.jobs, this.folder, String(this.count)], {
        stdio: 'ignore',
      });
      code = await new Promise((resolve) => this.child.once('exit', resolve));
    } while (code !== 0);
  }
}
