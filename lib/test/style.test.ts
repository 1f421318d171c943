import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import test from 'node:test';
import { promisify } from 'node:util';
import { projectPath } from '../src/project';

/** Runs a tool of node_modules on the whole project; what it complains about is the failure. */
async function passes(script: string, ...toolArguments: string[]): Promise<void> {
  const command = [projectPath('node_modules', script), ...toolArguments];
  await promisify(execFile)(process.execPath, command, { cwd: projectPath(), maxBuffer: 1 << 26 }).catch(
    (error: unknown) => {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      assert.fail(stdout + stderr);
    },
  );
}

test('TypeScript finds no error in the project', () => passes('typescript/bin/tsc', '--noEmit'));

test('ESLint has nothing to say', () => passes('eslint/bin/eslint.js', '.'));

test('every file is formatted as Prettier would', () => passes('prettier/bin/prettier.cjs', '--check', '.'));
