import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { progressLine } from '../../src/progress/progressLine';
import { terminalProgress } from '../../src/progress/terminalProgress';

function recorded(isTTY: boolean): { stream: NodeJS.WriteStream; text: () => string } {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const terminal = { isTTY, columns: 120, cursorTo: () => true, clearLine: () => true, moveCursor: () => true };
  return {
    stream: Object.assign(stream, terminal) as unknown as NodeJS.WriteStream,
    text: () => Buffer.concat(chunks).toString(),
  };
}

test('progressLine tells the count, then the time left, then the time taken', () => {
  assert.equal(progressLine('StartGrad', 0, 100, 0), 'StartGrad: 0 of 100');
  assert.equal(progressLine('StartGrad', 25, 100, 10), 'StartGrad: 25 of 100, 30 s left');
  assert.equal(progressLine('StartGrad', 10, 100, 15), 'StartGrad: 10 of 100, 2 min 15 s left');
  assert.equal(progressLine('StartGrad', 100, 100, 61.2), 'StartGrad: 100 of 100');
});

test('what was done before says nothing about the pace', () => {
  assert.equal(progressLine('StartGrad', 90, 100, 0, 90), 'StartGrad: 90 of 100');
  assert.equal(progressLine('StartGrad', 95, 100, 20, 90), 'StartGrad: 95 of 100, 20 s left');
  assert.notEqual(progressLine('StartGrad', 95, 100, 20), progressLine('StartGrad', 95, 100, 20, 90));
});

test('a task that goes on begins where it was', () => {
  for (const isTTY of [false, true]) {
    const { stream, text } = recorded(isTTY);
    const progress = terminalProgress('StartGrad', 1000, { done: 900, stream });
    progress.update(900);
    progress.update(1000);
    progress.stop();
    assert.equal(text().split('StartGrad: 900 of 1000').length, 2, 'said once');
    assert.doesNotMatch(text(), /StartGrad: 0 of 1000| left/);
  }
});

test('a log gets few lines', () => {
  const { stream, text } = recorded(false);
  const progress = terminalProgress('StartGrad', 1000, { stream });
  for (let done = 1; done <= 1000; done++) progress.update(done);
  progress.stop();
  assert.match(text(), /^StartGrad: 0 of 1000\nStartGrad: 1 of 1000, .+ left\nStartGrad: 1000 of 1000\n$/);
});

test('a terminal gets a bar with the count', () => {
  const { stream, text } = recorded(true);
  const progress = terminalProgress('StartGrad', 4, { stream });
  progress.update(2);
  progress.update(4);
  progress.stop();
  assert.match(text(), /StartGrad: 4 of 4/);
});
