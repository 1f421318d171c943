import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { compact } from 'lodash';
import type { Job } from '../plan/Job';
import type { RunResult } from '../store/RunResult';
import type { FromWorker, ToWorker } from './workerMessages';

/** A child process that performs runs, with one thread of its own. */
export class WorkerProcess {
  private child: ChildProcess | undefined;

  /**
   * Performs one run; the process starts with the first one, and anew after one that died.
   *
   * @throws Error with what the run threw, or how the process ended
   */
  async perform(job: Job, onIteration: () => void): Promise<{ result: RunResult; seconds: number }> {
    return (await this.ask({ job }, onIteration)) as Extract<FromWorker, { kind: 'done' }>;
  }

  /** @throws Error with what is wrong about the modules that a job brings */
  async check(job: Job): Promise<void> {
    const modules = compact([job.classifier, job.initializer]).join(' and ');
    await this.ask({ job, check: true }, () => undefined, `the process that loads ${modules}`);
  }

  /** The worker's last word on a question. */
  private ask(question: ToWorker, onIteration: () => void, name = 'its process'): Promise<FromWorker> {
    const child = (this.child ??= this.start());
    return new Promise((resolve, reject) => {
      const finish = (act: () => void): void => {
        child.off('message', listen).off('exit', died).off('error', failed);
        act();
      };
      const failed = (error: Error): void => {
        finish(() => {
          reject(error);
        });
      };
      const died = (code: number | null, signal: string | null): void => {
        failed(new Error(`${name} ended with ${signal ?? `exit code ${code}`}`));
      };
      const listen = (message: FromWorker): void => {
        if (message.kind === 'iteration') onIteration();
        else
          finish(() => {
            if (message.kind === 'failed') reject(new Error(message.message));
            else resolve(message);
          });
      };
      child.on('message', listen).on('exit', died).on('error', failed);
      child.send(question);
    });
  }

  /** Ends the process, whatever it is doing. */
  stop(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  /** A child that is forgotten as soon as it has died, be it between two runs. */
  private start(): ChildProcess {
    const child = startChild();
    const forget = (): void => {
      if (this.child === child) this.child = undefined;
    };
    return child.on('exit', forget).on('error', forget);
  }
}

/** One thread each: the bits of a result then do not depend on how many cores there are. */
function startChild(): ChildProcess {
  const file = path.join(__dirname, `worker${path.extname(__filename)}`);
  return fork(file, { env: { ...process.env, STARTGRAD_THREADS: '1' }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}
