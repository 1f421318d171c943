import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { DataFrame } from 'danfojs-node';
import sharp from 'sharp';
import { cpCurves } from '../../src/figures/run/cpCurves';
import type { Figure } from '../../src/render/Figure';
import { maskSlider } from '../../src/figures/run/maskSlider';
import { pictureUri } from '../../src/pictures/pictureUri';
import { closeSharedRenderer } from '../../src/render/sharedRenderer';
import { progressBar } from '../../src/notebook/progressBar';
import { show } from '../../src/notebook/show';
import { showImages } from '../../src/notebook/showImages';
import { showTable } from '../../src/notebook/showTable';
import * as tf from '../../src/tensorflow/tf';
import { exampleRuns } from '../figures/exampleRuns';
import { inKernel } from './kernel';

after(closeSharedRenderer);
const figure = cpCurves(exampleRuns());

test('show sends one output: interactive, as a picture, and as text', async () => {
  const [output, ...others] = await inKernel(() => show(figure));
  assert.equal(others.length, 0);
  assert.deepEqual(output!.data['application/vnd.plotly.v1+json'], { data: figure.data, layout: figure.layout });
  const picture = await sharp(Buffer.from(output!.data['image/png'] as string, 'base64')).metadata();
  assert.deepEqual([picture.format, picture.width], ['png', figure.layout.width]);
  assert.match(output!.data['image/svg+xml'] as string, /^<svg/);
  assert.equal(output!.data['text/plain'], 'Figure: Retained probability per retained information');
});

test('showImages sends one PNG', async () => {
  const picture = tf.ones<tf.Rank.R3>([8, 8, 3]);
  const [output, ...others] = await inKernel(() => showImages('Cats', 'note', [{ title: 'white cat', picture }]));
  assert.equal(others.length, 0);
  assert.deepEqual(Object.keys(output!.data), ['image/png', 'text/plain']);
  assert.equal(output!.data['text/plain'], 'Cats: white cat');
  const { format, width } = await sharp(Buffer.from(output!.data['image/png'] as string, 'base64')).metadata();
  assert.deepEqual([format, width], ['png', 272]);
});

test('show leaves the SVG out where it would repeat photographs', async () => {
  const uri = await pictureUri(tf.ones([8, 8, 3]));
  const [output] = await inKernel(() => show(maskSlider('Mask', 'note', [{ iteration: 0, uri }])));
  assert.deepEqual(Object.keys(output!.data), ['application/vnd.plotly.v1+json', 'image/png', 'text/plain']);
  assert.equal((output!.data['application/vnd.plotly.v1+json'] as Figure).frames!.length, 1);
});

test('outside a notebook every display says what is wrong', async () => {
  const message = /display works in a notebook only: there is no tslab kernel in this process/;
  await assert.rejects(show(figure), message);
  assert.throws(() => progressBar('StartGrad', 3), message);
  assert.throws(() => {
    showTable({ columns: [], values: [] });
  }, message);
});

test('progressBar updates one output in place, at most five times a second, and always shows the end', async () => {
  const sent = await inKernel(async () => {
    const bar = progressBar('<StartGrad>', 1000);
    for (let done = 1; done < 500; done++) bar.update(done);
    await setTimeout(250);
    for (let done = 500; done <= 1000; done++) bar.update(done);
  });
  assert.deepEqual(
    sent.map(({ update }) => update),
    [false, true, true],
  );
  assert.equal(new Set(sent.map(({ id }) => id)).size, 1);
  assert.match(sent[1]!.data['text/plain'] as string, /^<StartGrad>: 500 of 1000, 1 s left$/);
  assert.match(sent[2]!.data['text/html'] as string, /value="1000" max="1000".*&lt;StartGrad&gt;: 1000 of 1000</);
  assert.throws(() => progressBar('', 0), /total must be a positive integer, got 0/);
});

test('showTable shows a DataFrame, its text escaped and its numbers short', async () => {
  const table = new DataFrame(
    [
      ['<b>', 1 / 3],
      ['n', 12],
    ],
    { columns: ['name', 'score'] },
  );
  const [output] = await inKernel(() => {
    showTable(table);
  });
  assert.equal(
    output!.data['text/html'],
    '<table><thead><tr><th>name</th><th>score</th></tr></thead><tbody>' +
      '<tr><td>&lt;b&gt;</td><td>0.3333</td></tr><tr><td>n</td><td>12</td></tr></tbody></table>',
  );
  assert.equal(output!.data['text/plain'], 'name\tscore\n<b>\t0.3333\nn\t12');
});
