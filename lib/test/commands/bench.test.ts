import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { projectPath } from '../../src/project';
import type { BenchResult } from '../../src/tables/runTimesTable';
import { ended, temporaryFolder } from '../setup/runScript';

test('npm run bench: stopped, it prints and keeps what it has measured, and says that this is not all', async (t) => {
  const out = path.join(temporaryFolder(t), 'bench.json');
  const line = [projectPath('bench', 'main.ts'), '--out', out, 'Lite0 224 px, batch'];
  const bench = spawn(process.execPath, ['--import', 'tsx', ...line], {
    cwd: projectPath(),
    detached: true,
    env: { ...process.env, STARTGRAD_BENCH_PYTHON: 'no-python' },
  });
  bench.stderr.on('data', (text: Buffer) => {
    if (text.includes('1 of 13')) setTimeout(() => process.kill(-bench.pid!, 'SIGINT'), 1000); // a terminal tells the whole group
  });
  const { code, stdout, stderr } = await ended(bench);
  assert.equal(code, 130, stderr);

  const last = stdout.trim().split('\n').at(-1)!;
  assert.equal(readFileSync(out, 'utf8').trim(), last);
  const { stopped, threads, loadAfter, measurements } = JSON.parse(last) as BenchResult & { stopped?: boolean };
  assert.equal(stopped, true);
  assert.ok(threads > 0 && loadAfter.length === 3);
  const [{ contenders }] = measurements as [BenchResult['measurements'][number]];
  const rounds = contenders[0]!.seconds.length;
  assert.ok(rounds > 0 && rounds < 12, `${rounds} rounds of 12`);
  assert.match(stdout, /^\| startgrad +\| \d/m);
  assert.match(stdout, /^\| no peers: spawn no-python ENOENT/m);
});
