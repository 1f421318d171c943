import { FigureRenderer } from './FigureRenderer';

const idleSeconds = 60;

let open: Promise<FigureRenderer> | undefined;
let idle: NodeJS.Timeout | undefined;

/** The one browser of this process: it starts with the first figure, and closes after a minute without one. */
export async function sharedRenderer(): Promise<FigureRenderer> {
  open ??= FigureRenderer.open();
  clearTimeout(idle);
  idle = setTimeout(() => void closeSharedRenderer(), 1000 * idleSeconds).unref();
  try {
    return await open;
  } catch (error) {
    open = undefined;
    throw error;
  }
}

/** Closes the browser now, if there is one; a process that wants to end calls this. */
export async function closeSharedRenderer(): Promise<void> {
  const closing = open;
  open = undefined;
  clearTimeout(idle);
  await (await closing)?.close();
}
