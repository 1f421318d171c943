import { projectPath } from '../../../src/project';
import { revision } from '../../../src/study/plan/revision';
import { runStudy } from '../../../src/study/run/runStudy';

/** Where the numbers of `smallRuns` are kept. */
export const keptFile = projectPath('lib', 'test', 'fixtures', 'revision.json');

/** The numbers of small runs, and of which revision of the library's arithmetic they are. */
export interface SmallRuns {
  readonly revision: number;
  /** By method: the curves and the areas of faithfulness. */
  readonly numbers: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** Every method explains one photograph to the real classifier for two iterations. */
export async function smallRuns(folder: string): Promise<SmallRuns> {
  const { finished, failed } = await runStudy(
    {
      photographs: [projectPath('data', 'images', 'chelsea.png')],
      classifier: 'efficientnet-lite0',
      methods: ['pixelmask', 'waveletx', 'shearletx'],
      initializers: ['startgrad'],
      conditions: [{}],
      seeds: [1],
      iterations: 2,
      samples: 2,
      faithfulness: [0],
    },
    { folder, workers: 1 },
  );
  if (failed.length > 0) throw new Error(failed.map(({ name, message }) => `${name}: ${message}`).join('\n'));
  const numbers = finished.map(({ run, result }): [string, Record<string, readonly number[]>] => {
    const [{ sound, released }] = result.faithfulness as [(typeof result.faithfulness)[number]];
    const curves = Object.entries(result.curves).flatMap(([name, curve]) => (curve ? [[name, curve] as const] : []));
    return [
      run.method,
      {
        probability: [result.probability],
        ...Object.fromEntries(curves),
        faithfulness: [sound.insertion, sound.deletion],
        releasedFaithfulness: [released.insertion, released.deletion],
      },
    ];
  });
  return { revision, numbers: Object.fromEntries(numbers) };
}
