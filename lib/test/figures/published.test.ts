import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { find, zipObject } from 'lodash';
import { publishedFigures } from '../../src/figures/paper/publishedFigures';
import { projectPath } from '../../src/project';
import type { Procedure } from '../../src/statistics/Estimate';
import { interquartileMean } from '../../src/statistics/summaries/interquartileMean';
import { readNpy } from '../../src/files/tensors/readNpy';
import type { PublishedScores } from '../../src/analysis/PublishedScores';
import { publishedSpeedUps } from '../../src/tables/publishedSpeedUps';
import type { DataFrame } from '../../src/tensorflow/danfo';
import { needsShared, sharedPath } from '../support/shared';

const rowsOf = (table: DataFrame) => (table.values as unknown[][]).map((row) => zipObject(table.columns, row));
const file = projectPath('data', 'results', 'published', 'swin_v2_t.json');
const scores = JSON.parse(readFileSync(file, 'utf8')) as PublishedScores;

describe('the published data that the repository keeps', () => {
  test('say where they come from, under which licence, and hold nothing of single images', () => {
    assert.match(scores.source, /BuelentUendes\/StartGrad/);
    assert.match(scores.commit, /^[0-9a-f]{40}$/);
    assert.match(scores.licence, /MIT, \(c\) 2025 Buelent Uendes/);
    const lengths = new Set<number>();
    JSON.stringify(scores, (_, value: unknown) => {
      if (Array.isArray(value)) lengths.add(value.length);
      return value;
    });
    assert.deepEqual(
      [...lengths].sort((a, b) => a - b),
      [2, 3, 6, 19, 30, 48, 300],
    );
    assert.ok(readFileSync(file).length < 300_000);
  });

  test('are the interquartile means of the authors’ scores', needsShared, () => {
    for (const step of [49, 99, 299])
      for (const { method, metric, curves } of scores.interquartile)
        for (const [name, curve] of Object.entries(curves)) {
          const score = method === 'pixelmask' || metric === 'cpPixel' ? 'cp_pixel' : 'cp_l1';
          const folder = sharedPath('oracle', 'published', 'vision', method, 'swin_t');
          const values = readNpy(`${folder}/${score}_${name.replace('-', '_')}.npy`);
          const expected = interquartileMean(Array.from({ length: 250 }, (_, image) => values[300 * image + step]!));
          const near = (value: number): boolean => Math.abs(value - expected) <= 1e-5 * expected;
          assert.ok(near(curve.value[step]!), `${method} ${metric} ${name} ${step}`);
          assert.ok(!near(curve.value[step]! + 1e-4 * expected));
        }
  });

  test('say how soon StartGrad is where a reference ends, by either procedure, and what that says of a reference itself', () => {
    const rows = (procedure: Procedure) => rowsOf(publishedSpeedUps(scores, procedure));
    const shearlets = { method: 'ShearletX', metric: 'CP-Pixel', reference: 'all-ones', statistic: 'IQM' };
    const wordsOf = (procedure: Procedure): unknown => find(rows(procedure), shearlets)!['speed-up in words'];
    assert.deepEqual([wordsOf('sound'), wordsOf('released')], ['3.5 (3.1 to 4.1)', '4.1 ± 0.3']);
    const controls = (procedure: Procedure) => rows(procedure).map((row) => row['reference over itself'] as number);
    assert.deepEqual(controls('sound'), Array(24).fill(1));
    const released = controls('released');
    assert.equal(released.length, 24);
    assert.deepEqual(
      [Math.min(...released), Math.max(...released)].map((ratio) => ratio.toFixed(2)),
      ['1.01', '1.20'],
    );
  });

  test('are drawn as Figures 13 to 15, labelled as published data', () => {
    const { interquartile, normalised, levels } = publishedFigures(scores);
    for (const { layout } of [interquartile, ...Object.values(normalised), ...Object.values(levels)]) {
      const { text, subtitle } = layout.title as { text: string; subtitle: { text: string } };
      assert.match(text, /published data \(Swin V2-T, n = 250\), our rendering/);
      assert.match(subtitle.text, /BuelentUendes\/StartGrad, MIT/);
      assert.match(subtitle.text, /16 noise samples an iteration/);
    }
    assert.equal(interquartile.data.length, 2 * 3 * 6);
    assert.equal(normalised.cpL1.data.length, 2 * 3 * 3);
  });
});
