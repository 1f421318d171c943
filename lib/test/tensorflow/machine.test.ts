import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { omit } from 'lodash';
import { projectPath } from '../../src/project';
import { machine, type Machine } from '../../src/tensorflow/machine';
import { vectorInstructions } from '../../src/tensorflow/vectorInstructions';

const linux = process.platform === 'linux' && process.arch === 'x64';

/** What `machine` says in a process of its own with the given variables, and what is then set. */
function elsewhere(variables: Record<string, string>): Machine & { set?: string } {
  const env = omit(process.env, 'TF_ENABLE_ONEDNN_OPTS');
  const script = `const { machine } = require(${JSON.stringify(projectPath('lib', 'src', 'tensorflow', 'machine.ts'))});
    console.log(JSON.stringify({ ...machine(), set: process.env.TF_ENABLE_ONEDNN_OPTS }));`;
  const command = [...process.execArgv, '--eval', script];
  return JSON.parse(
    execFileSync(process.execPath, command, { env: { ...env, ...variables }, encoding: 'utf8' }),
  ) as never;
}

test('machine: processor, instructions, kernels and threads of this process', () => {
  const { processor, instructions, kernels, threads } = machine();
  if (linux) {
    assert.ok(processor);
    assert.match(instructions!, /^AVX/, 'TensorFlow needs AVX');
    assert.equal(kernels, 'oneDNN');
  }
  assert.ok(Number.isInteger(threads) && threads > 0);
});

test('oneDNN is on where nothing is set, and a value that a person has set stays', { skip: !linux }, () => {
  assert.deepEqual([elsewhere({}).kernels, elsewhere({}).set], ['oneDNN', '1']);
  const off = elsewhere({ TF_ENABLE_ONEDNN_OPTS: '0', STARTGRAD_THREADS: '3' });
  assert.deepEqual([off.kernels, off.set, off.threads], ['Eigen', '0', 3]);
  // TensorFlow then decides by the processor
  assert.equal('kernels' in elsewhere({ TF_ENABLE_ONEDNN_OPTS: 'on' }), false);
});

test('vectorInstructions: the widest set that Linux or macOS names', () => {
  assert.equal(vectorInstructions('flags\t: sse4_2 avx avx2 avx512f avx_vnni avx512_vnni'), 'AVX-512 VNNI');
  assert.equal(vectorInstructions('flags\t: sse4_2 avx avx2 avx512f avx512vl avx_vnni'), 'AVX-512');
  assert.equal(vectorInstructions('flags\t: sse4_2 avx avx2 avx_vnni'), 'AVX2');
  assert.equal(vectorInstructions('flags\t: sse4_2 avx'), 'AVX');
  assert.equal(vectorInstructions('hw.optional.avx1_0: 1\nhw.optional.avx2_0: 1\nhw.optional.avx512f: 0'), 'AVX2');
  assert.equal(vectorInstructions('hw.optional.avx512f: 1\nhw.optional.avx512vnni: 1'), 'AVX-512 VNNI');
  assert.equal(vectorInstructions('hw.optional.neon: 1\nhw.optional.AdvSIMD: 1'), 'NEON');
  assert.equal(vectorInstructions('Features\t: fp asimd evtstrm aes sve'), 'SVE');
  assert.equal(vectorInstructions('Features\t: fp asimd evtstrm aes'), 'NEON');
  assert.equal(vectorInstructions(''), undefined);
});
