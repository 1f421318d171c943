import { projectPath } from '../../../src/project';
import { revision } from '../../../src/study/plan/revision';
import type { Study } from '../../../src/study/plan/Study';
import { runStudy } from '../../../src/study/run/runStudy';

/** Where the numbers of `smallRuns` are kept. */
export const keptFile = projectPath('lib', 'test', 'fixtures', 'revision.json');

/** The numbers of small runs, and of which revision of the library's arithmetic they are. */
export interface SmallRuns {
  readonly revision: number;
  /** By run: the curves and the areas of faithfulness. */
  readonly numbers: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** Whatever computes otherwise than the rest: every method, the clamp, the shared mask, the normalised gradient. */
const cases: Readonly<Record<string, Partial<Study>>> = {
  pixelmask: { methods: ['pixelmask'] },
  waveletx: { methods: ['waveletx'] },
  shearletx: {},
  'shearletx as released': { conditions: [{ variant: 'released' }] },
  'shearletx as released from uniform': { conditions: [{ variant: 'released' }], initializers: ['uniform'] },
  'shearletx from startgrad-shared': { conditions: [{ sharedMask: true }], initializers: ['startgrad-shared'] },
  'shearletx with normalised gradient': { conditions: [{ normaliseGradient: true }], iterations: 4 },
  'shearletx of as many iterations': { iterations: 4 },
};

/** One photograph is explained to the real classifier for two iterations, in every one of the cases. */
export async function smallRuns(folder: string): Promise<SmallRuns> {
  const studies = Object.values(cases).map((changes): Study => ({
    subjects: [projectPath('data', 'images', 'chelsea.png')],
    classifier: 'efficientnet-lite0',
    methods: ['shearletx'],
    initializers: ['startgrad'],
    conditions: [{}],
    seeds: [1],
    iterations: 2,
    samples: 2,
    faithfulness: [0],
    ...changes,
  }));
  const { finished, failed } = await runStudy(studies, { folder, workers: 1 });
  if (failed.length > 0) throw new Error(failed.map(({ name, message }) => `${name}: ${message}`).join('\n'));
  const numbers = finished.map(({ result }, i): [string, Record<string, readonly number[]>] => {
    const [{ sound, released }] = result.faithfulness as [(typeof result.faithfulness)[number]];
    const curves = Object.entries(result.curves).flatMap(([name, curve]) => (curve ? [[name, curve] as const] : []));
    return [
      Object.keys(cases)[i]!,
      {
        probability: [result.probability],
        ...(Object.fromEntries(curves) as Record<string, number[]>),
        faithfulness: [sound.insertion, sound.deletion],
        releasedFaithfulness: [released.insertion, released.deletion],
      },
    ];
  });
  return { revision, numbers: Object.fromEntries(numbers) };
}
