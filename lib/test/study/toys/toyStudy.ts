import path from 'node:path';
import sharp from 'sharp';
import type { Study } from '../../../src/study/plan/Study';

/** The toy modules, which are brought as people bring theirs. */
export const toyModel = path.join(__dirname, 'model.cjs');
export const toyInitializer = path.join(__dirname, 'initializer.cjs');

/** Writes small photographs that differ from each other. */
export async function toyPhotographs(folder: string, count: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const file = path.join(folder, `toy${index}.png`);
      const data = Uint8Array.from({ length: 40 * 40 * 3 }, (_byte, i) => (i * i * (index + 3)) % 251);
      await sharp(data, { raw: { width: 40, height: 40, channels: 3 } })
        .png()
        .toFile(file);
      return file;
    }),
  );
}

/** One run of the toy network on every photograph; `changes` make it more. */
export function toyStudy(subjects: readonly string[], changes: Partial<Study> = {}): Study {
  return {
    subjects,
    classifier: toyModel,
    methods: ['pixelmask'],
    initializers: [toyInitializer],
    conditions: [{}],
    seeds: [1],
    iterations: 3,
    samples: 2,
    ...changes,
  };
}
