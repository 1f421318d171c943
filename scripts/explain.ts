/** `npm run explain`: which parts of a photograph a classifier needs. Exit codes: 0 done, 1 failed, 2 wrong use, 130 stopped. */
import { loadClassifier } from '../lib/src/models/loadClassifier';
import { FigureRenderer } from '../lib/src/render/FigureRenderer';
import { decodeImage } from '../lib/src/files/images/decodeImage';
import { explainPhotograph } from './explain/explainPhotograph';
import { type ExplainCommand, help, parseOptions } from './explain/options';
import { resultNames } from './explain/resultNames';
import { exitCodes, runMain } from './runMain';

async function main(): Promise<number> {
  let command: ExplainCommand | null;
  let results: Map<string, string>;
  try {
    command = parseOptions(process.argv.slice(2));
    if (!command) {
      process.stdout.write(help);
      return exitCodes.done;
    }
    results = resultNames(command);
    // every photograph is looked at before any work is done on the first
    for (const file of command.photographs) await decodeImage(file, { height: 1, width: 1 });
  } catch (error) {
    console.error((error as Error).message);
    return exitCodes.wrongUse;
  }
  return explain(command, results);
}

async function explain(command: ExplainCommand, results: Map<string, string>): Promise<number> {
  const interrupt = new AbortController();
  process.once('SIGINT', () => {
    interrupt.abort();
  });
  const classifier = await loadClassifier(command.classifier);
  if (command.target !== undefined && classifier.labels[command.target] === undefined) {
    console.error(`--target must be an integer from 0 to ${classifier.labels.length - 1}, got ${command.target}`);
    return exitCodes.wrongUse;
  }
  const renderer = await FigureRenderer.open();
  try {
    for (const [file, result] of results) {
      if (interrupt.signal.aborted) break;
      for (const written of await explainPhotograph(file, result, command, {
        classifier,
        renderer,
        signal: interrupt.signal,
      }))
        console.log(written);
    }
  } finally {
    await renderer.close();
    classifier.dispose();
  }
  return interrupt.signal.aborted ? exitCodes.stopped : exitCodes.done;
}

runMain(main);
