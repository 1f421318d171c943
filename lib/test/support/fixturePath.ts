import { projectPath } from '../../src/project';

/** The path of a reference value's file. */
export const fixturePath = (name: string): string => projectPath('lib', 'test', 'fixtures', name);
