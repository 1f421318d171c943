/** `npm run explain`: which parts of a photograph a classifier needs. Exit codes: 0 done, 1 failed, 2 wrong use, 130 stopped. */
import { FigureRenderer } from '../lib/src/render/FigureRenderer';
import { checkFile } from './checkFile';
import { explainPhotograph } from './explain/explainPhotograph';
import { type ExplainCommand, help, parseOptions } from './explain/options';
import { resultNames } from './explain/resultNames';
import { tryOut, type Parts } from './explain/tryOut';
import { exitCodes, runMain } from './runMain';

async function main(): Promise<number> {
  let command: ExplainCommand | null;
  let results: Map<string, string>;
  let parts: Parts;
  try {
    command = parseOptions(process.argv.slice(2));
    if (!command) {
      process.stdout.write(help);
      return exitCodes.done;
    }
    results = resultNames(command);
    parts = await tryOut(command);
    for (const result of results.values()) await checkFile('--out', `${result}.json`);
  } catch (error) {
    console.error((error as Error).message);
    return exitCodes.wrongUse;
  }
  return explain(command, results, parts);
}

async function explain(
  { seed, target }: ExplainCommand,
  results: Map<string, string>,
  { explainer, iterations }: Parts,
): Promise<number> {
  const interrupt = new AbortController();
  process.once('SIGINT', () => {
    interrupt.abort();
  });
  const renderer = await FigureRenderer.open();
  try {
    for (const [file, result] of results) {
      if (interrupt.signal.aborted) break;
      const call = { seed, target, signal: interrupt.signal };
      for (const written of await explainPhotograph(file, result, { explainer, iterations, renderer, call }))
        console.log(written);
    }
  } finally {
    await renderer.close();
    explainer.classifier.dispose();
  }
  return interrupt.signal.aborted ? exitCodes.stopped : exitCodes.done;
}

runMain(main);
