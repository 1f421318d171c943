import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Study } from '../../lib/src/study/Study';
import { studySizes } from '../../lib/src/study/studies';
import type { StudyCommand } from './StudyCommand';

const isPhotograph = /\.(jpe?g|png|webp)$/i;

/**
 * The studies that a command asks for, all on the same photographs.
 *
 * @throws Error where there is no photograph
 */
export async function studiesOf(command: StudyCommand): Promise<Study[]> {
  const { study, profile, model, seeds, variant, images, pictures, masks } = command;
  const wanted = studySizes[profile];
  const { iterations = wanted.iterations, samples = wanted.samples } = command;
  const reached = (updates: readonly number[]): number[] => updates.filter((at) => at <= iterations);
  const size = { iterations, samples, faithfulness: reached(wanted.faithfulness), pictures: reached(wanted.pictures) };
  const photographs = (await Promise.all(images.map((place) => photographsOf(place, command)))).flat();
  return study.designs(size).map((design) => ({
    ...design,
    ...(pictures && { pictures }),
    ...(masks && { masks }),
    photographs,
    classifier: model,
    seeds,
    methods: command.methods ?? design.methods,
    initializers: [...design.initializers, ...command.initializers],
    conditions: design.conditions.map((condition) => ({ ...condition, ...(variant !== undefined && { variant }) })),
  }));
}

/** The photographs of a folder in order of names, as many as asked for; a photograph is itself. */
async function photographsOf(place: string, { every, from }: StudyCommand): Promise<string[]> {
  const found = await stat(place).catch((cause: unknown) => {
    throw new Error(`--images must be a folder or a photograph, got ${place}: ${(cause as Error).message}`, { cause });
  });
  if (found.isFile()) return [place];
  const files = (await readdir(place)).filter((file) => isPhotograph.test(file)).sort();
  const chosen = files.filter((_, position) => position >= from && (position - from) % every === 0);
  if (chosen.length === 0)
    throw new Error(`--images must be a folder with photographs (.jpg, .png, .webp), found none in ${place}`);
  return chosen.map((file) => path.join(place, file));
}
