import { parseArgs } from 'node:util';
import { variants, type VariantName } from '../../lib/src/explainers/image/options/Method';
import { byName } from '../../lib/src/validation/byName';
import { integerOption } from '../integerOption';
import { namesOf } from '../namesOf';
import { partOption, parts } from '../partOption';

/** What a person asked `npm run explain` to do. */
export interface ExplainCommand {
  readonly photographs: readonly string[];
  /** Each the library's own by name, or the path of a module. */
  readonly classifier: string;
  readonly method: string;
  readonly init: string;
  readonly iterations: number;
  readonly samples: number;
  readonly seed: number;
  readonly variant: VariantName;
  /** Index of the class to explain; the classifier's own first choice where it is not given. */
  readonly target?: number;
  readonly out: string;
}

export const defaults = {
  method: 'pixelmask',
  init: 'startgrad',
  iterations: '100',
  samples: '16',
  seed: '1',
  variant: 'paper',
  classifier: 'efficientnet-lite0',
  target: undefined,
  out: 'out',
} as const;

export const help = `npm run explain -- <photograph>... [options]

Shows which parts of a photograph a classifier needs for its decision. For every photograph it writes the explanation
as PNG, its curves as SVG, its numbers as JSON, and everything together as safetensors.

  --classifier  ${namesOf(parts.classifier)}, or your own: a module (${defaults.classifier})
  --method      ${namesOf(parts.method)}, or your own: a module (${defaults.method})
  --init        the mask to start from: ${namesOf(parts.init)}, or your own: a module (${defaults.init})
  --iterations  updates of the mask (${defaults.iterations})
  --samples     noise samples per iteration (${defaults.samples})
  --seed        an integer (${defaults.seed})
  --variant     ${namesOf(variants)} (${defaults.variant})
  --target      index of the class to explain (the classifier's first choice)
  --out         folder for the results (${defaults.out})
  --help        shows this

Photographs are JPEG, PNG or WebP files. Ctrl-C stops and keeps what was done.
A module exports a function that gets this library: docs/bring-your-own-model.md has one of each.
`;

/**
 * Reads the command line.
 *
 * @returns null where help is asked for
 * @throws an error whose message names the option, its value and what is allowed
 */
export function parseOptions(line: readonly string[]): ExplainCommand | null {
  const text = (value?: string) => ({ type: 'string', ...(value !== undefined && { default: value }) }) as const;
  const { values, positionals } = parseArgs({
    args: [...line],
    allowPositionals: true,
    options: {
      classifier: text(defaults.classifier),
      method: text(defaults.method),
      init: text(defaults.init),
      iterations: text(defaults.iterations),
      samples: text(defaults.samples),
      seed: text(defaults.seed),
      variant: text(defaults.variant),
      target: text(),
      out: text(defaults.out),
      help: { type: 'boolean' },
    },
  });
  if (values.help) return null;
  if (positionals.length === 0) throw new RangeError('a photograph must be named, got none (--help shows how)');
  return {
    photographs: positionals,
    classifier: partOption('classifier', values.classifier!),
    method: partOption('method', values.method!),
    init: partOption('init', values.init!),
    iterations: integerOption('--iterations', values.iterations!, 'a positive integer'),
    samples: integerOption('--samples', values.samples!, 'a positive integer'),
    seed: integerOption('--seed', values.seed!),
    variant: byName('--variant', variants, values.variant!).name,
    ...(values.target !== undefined && { target: integerOption('--target', values.target) }),
    out: values.out!,
  };
}
