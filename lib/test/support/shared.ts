import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectPath } from '../../src/project';

/** The only reason for which a test may be skipped: `npm test` fails on any other. */
const reason = 'needs the folder ../shared (override: STARTGRAD_SHARED)';

const folder = path.resolve(process.env.STARTGRAD_SHARED ?? projectPath('..', 'shared'));

/** A path inside the folder of reference material. */
export const sharedPath = (...parts: string[]): string => path.join(folder, ...parts);

/** Options of a test that reads reference material: skipped, with a line that says so, where it is absent. */
export const needsShared = { skip: existsSync(folder) ? false : reason };
