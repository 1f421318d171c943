import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { cpCurves } from '../../src/figures/run/cpCurves';
import { explanationPanel } from '../../src/figures/style/explanationPanel';
import { FigureRenderer } from '../../src/render/FigureRenderer';
import { maskSlider } from '../../src/figures/run/maskSlider';
import { pictureUri } from '../../src/pictures/pictureUri';
import { unpackChromium } from '../../src/render/unpackChromium';
import { writeFigure } from '../../src/render/writeFigure';
import * as tf from '../../src/tensorflow/tf';
import { exampleRuns } from '../figures/exampleRuns';

let folder: string;
let renderer: FigureRenderer;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'startgrad-figures-'));
  renderer = await FigureRenderer.open();
});
after(async () => {
  await renderer.close();
  await rm(folder, { recursive: true });
});

const figure = cpCurves(exampleRuns());
const other = cpCurves(exampleRuns(12));
const provenance = {
  seed: 1,
  sampleSize: '1 photograph',
  classifier: 'none',
  profile: 'smoke',
  versions: { startgrad: '0' },
};

describe('FigureRenderer', () => {
  test('draws the curves in their colours, with the font inside, and needs no network', async () => {
    const { svg } = await renderer.render(figure);
    for (const colour of ['rgb(213, 94, 0)', 'rgb(0, 114, 178)', 'rgb(0, 158, 115)'])
      assert.ok(svg.includes(colour), colour);
    for (const text of ['StartGrad', 'all-ones', 'uniform', 'CP-Pixel', '@font-face'])
      assert.ok(svg.includes(text), text);
    assert.doesNotMatch(svg.replaceAll(/xmlns(:xlink)?="[^"]*"/g, ''), /https?:/);
  });

  test('gives the same bytes again: in another order, at the same time, and in another browser', async () => {
    const [first, between, again] = await Promise.all([figure, other, figure].map((f) => renderer.render(f)));
    const second = await FigureRenderer.open();
    const elsewhere = await second.render(figure);
    await second.close();
    assert.equal(again!.svg, first!.svg);
    assert.equal(elsewhere.svg, first!.svg);
    assert.ok(again!.png.equals(first!.png) && elsewhere.png.equals(first!.png));
    assert.notEqual(between!.svg, first!.svg);
  });

  test('the PNG has two pixels a CSS pixel and shows what the SVG shows', async () => {
    const { png } = await renderer.render(figure);
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height], [2 * figure.layout.width, 2 * figure.layout.height]);
    let vermilion = 0;
    for (let i = 0; i < data.length; i += info.channels)
      if (Math.hypot(data[i]! - 213, data[i + 1]! - 94, data[i + 2]! - 0) < 12) vermilion++;
    assert.ok(vermilion > 1000, `only ${vermilion} pixels of the StartGrad curve`);
  });

  test('pictures within a figure arrive: the first frame of a slider and a panel', async () => {
    const uri = await pictureUri(tf.tensor3d([1, 0, 1], [1, 1, 3]).tile([8, 8, 1]));
    const frames = [0, 1].map((iteration) => ({ iteration, uri }));
    for (const drawn of [maskSlider('', '', frames), explanationPanel('', '', [{ title: 'photograph', uri }])]) {
      const { data, info } = await sharp((await renderer.render(drawn)).png)
        .raw()
        .toBuffer({ resolveWithObject: true });
      const centre = info.channels * (Math.round(info.height / 2) * info.width + Math.round(info.width / 2));
      assert.deepEqual([...data.subarray(centre, centre + 3)], [255, 0, 255]);
    }
  });

  test('a figure that Plotly cannot draw does not keep it from the next one', async () => {
    await assert.rejects(renderer.render({ data: [], layout: { width: -1, height: 0 } }));
    assert.ok((await renderer.render(figure)).svg.startsWith('<svg'));
  });
});

describe('writeFigure', () => {
  test('writes SVG, PNG and the numbers with their provenance, and nothing half-written', async () => {
    const target = path.join(folder, 'new', 'folder');
    await writeFigure(target, 'fig01', figure, provenance, renderer);
    assert.deepEqual((await readdir(target)).sort(), ['fig01.json', 'fig01.png', 'fig01.svg']);
    const json = JSON.parse(await readFile(path.join(target, 'fig01.json'), 'utf8')) as Record<string, unknown>;
    assert.deepEqual(json, JSON.parse(JSON.stringify({ name: 'fig01', provenance, figure })));
  });

  test('draws only what has changed or is missing', async () => {
    let drawn = 0;
    const counting = { render: (f: typeof figure) => (drawn++, renderer.render(f)) };
    const write = (f: typeof figure, p = provenance) => writeFigure(folder, 'fig02', f, p, counting);
    const [svg, , json] = await write(figure);
    const { mtimeMs } = await stat(json!);
    await write(figure);
    assert.equal(drawn, 1);
    assert.equal((await stat(json!)).mtimeMs, mtimeMs);
    await write(other);
    await write(other, { ...provenance, seed: 2 });
    assert.equal(drawn, 3);
    await rm(svg!);
    await write(other, { ...provenance, seed: 2 });
    assert.equal(drawn, 4);
    await writeFile(json!, '{');
    await write(other, { ...provenance, seed: 2 });
    assert.equal(drawn, 5);
  });
});

/** Elsewhere an installed browser is used: nothing to unpack. */
if (process.platform === 'linux' && process.arch === 'x64') {
  test('unpackChromium: several at once get one whole program, and leave nothing else behind', async () => {
    const parent = path.join(folder, 'setup');
    const programs = await Promise.all([1, 2, 3].map(() => unpackChromium(parent)));
    assert.equal(new Set(programs).size, 1);
    const own = path.dirname(programs[0]!);
    assert.deepEqual(await readdir(parent), [path.basename(own)]);
    assert.equal((await stat(path.join(own, 'chromium'))).mode & 0o111, 0o111);
  });
}
