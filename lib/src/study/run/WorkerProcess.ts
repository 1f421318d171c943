import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { UnfitError } from '../../explainers/image/UnfitError';
import { modulesOf, type Job } from '../plan/Job';
import type { Performed, Worker } from './Workforce';
import type { FromWorker, ToWorker } from './workerMessages';

/** A child process that performs runs, with one thread of its own. */
export class WorkerProcess implements Worker {
  private child: ChildProcess | undefined;

  /** The process starts with the first run, and anew after one in which it died. */
  async perform(job: Job, onIteration: () => void): Promise<Performed> {
    return (await this.ask({ job }, onIteration)) as Extract<FromWorker, { kind: 'done' }>;
  }

  /**
   * Tries the parts of a job on its subject.
   *
   * @throws UnfitError where the method does not work on the classifier's images; Error with what else is wrong
   */
  async check(job: Job): Promise<void> {
    const modules = modulesOf(job).join(' and ');
    await this.ask({ job, check: true }, () => undefined, `the process that loads ${modules}`);
  }

  stop(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
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
        else if (message.kind === 'failed')
          failed(message.unfit ? new UnfitError(message.message) : new Error(message.message));
        else
          finish(() => {
            resolve(message);
          });
      };
      child.on('message', listen).on('exit', died).on('error', failed);
      child.send(question);
    });
  }

  /** A child that is forgotten as soon as it has died, even between two runs. */
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
