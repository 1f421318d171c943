import { parseArgs } from 'node:util';
import { classifierLoaders } from '../../lib/src/models/loadClassifier';
import { variants, type VariantName } from '../../lib/src/explainers/image/Method';
import { methods } from '../../lib/src/explainers/image/methods';
import { initializers } from '../../lib/src/initializers/initializers';
import { byName } from '../../lib/src/validation/byName';
import { integerOption } from '../integerOption';

/** What a person asked `npm run explain` to do. */
export interface ExplainCommand {
  readonly photographs: readonly string[];
  readonly method: (typeof methods)[number];
  readonly init: (typeof initializers)[number];
  readonly iterations: number;
  readonly samples: number;
  readonly seed: number;
  readonly variant: VariantName;
  readonly classifier: string;
  /** Index of the class to explain; the classifier's own first choice where it is not given. */
  readonly target?: number;
  readonly out: string;
}

const defaults = {
  method: 'pixelmask',
  init: 'startgrad',
  iterations: '100',
  samples: '16',
  seed: '1',
  variant: 'paper',
  classifier: 'efficientnet-lite0',
  out: 'out',
} as const;

const namesOf = (entries: readonly { readonly name: string }[]): string => entries.map(({ name }) => name).join(', ');

export const help = `npm run explain -- <photograph>... [options]

Shows which parts of a photograph a classifier needs for its decision. For every photograph it writes the explanation
as PNG, its curves as SVG, its numbers as JSON, and everything together as safetensors.

  --method      ${namesOf(methods)} (${defaults.method})
  --init        the mask to start from: ${namesOf(initializers)} (${defaults.init})
  --iterations  updates of the mask (${defaults.iterations})
  --samples     noise samples an iteration (${defaults.samples})
  --seed        an integer (${defaults.seed})
  --variant     ${namesOf(variants)} (${defaults.variant})
  --classifier  ${namesOf(classifierLoaders)} (${defaults.classifier})
  --target      index of the class to explain (the classifier's first choice)
  --out         folder for the results (${defaults.out})
  --help        shows this

Photographs are JPEG, PNG or WebP files. Ctrl-C stops and keeps what was done.
`;

/**
 * Reads the command line.
 *
 * @returns null where help is asked for
 * @throws an error whose message names the option, its value and what is allowed
 */
export function parseOptions(line: readonly string[]): ExplainCommand | null {
  const text = (name: string) =>
    ({ type: 'string', ...(name in defaults && { default: defaults[name as 'out'] }) }) as const;
  const { values, positionals } = parseArgs({
    args: [...line],
    allowPositionals: true,
    options: {
      method: text('method'),
      init: text('init'),
      iterations: text('iterations'),
      samples: text('samples'),
      seed: text('seed'),
      variant: text('variant'),
      classifier: text('classifier'),
      out: text('out'),
      target: text('target'),
      help: { type: 'boolean' },
    },
  });
  if (values.help) return null;
  if (positionals.length === 0) throw new RangeError('a photograph must be named, got none (--help shows how)');
  return {
    photographs: positionals,
    method: byName('--method', methods, values.method!),
    init: byName('--init', initializers, values.init!),
    iterations: integerOption('--iterations', values.iterations!, 'a positive integer'),
    samples: integerOption('--samples', values.samples!, 'a positive integer'),
    seed: integerOption('--seed', values.seed!),
    variant: byName('--variant', variants, values.variant!).name,
    classifier: byName('--classifier', classifierLoaders, values.classifier!).name,
    ...(values.target !== undefined && { target: integerOption('--target', values.target) }),
    out: values.out!,
  };
}
