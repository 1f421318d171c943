import { map, range } from 'lodash';
import { compareStarts, curvesByStart, startsKeys, type StartsOptions } from '../../analysis/align/compareStarts';
import type { FinishedRun } from '../../study/store/RunResult';
import { describeSample } from '../../analysis/align/Sample';
import { scoreMetrics } from '../../analysis/curves/scoreCurves';
import { soundCurve } from '../../analysis/curves/soundCurve';
import { byName } from '../../validation/byName';
import { bandPanels } from '../style/bandPanels';
import { chartAxis } from '../style/chartLayout';
import { errorOf } from '../style/errorOf';
import type { Figure } from '../../render/Figure';
import { initializerStyle, methodStyle } from '../style/palette';
import { knownKeys } from '../../validation/knownKeys';

/**
 * Figures 20, 21 and 22: the mean over photographs of retained class probability and retained information at every iteration, with
 * the all-ones start that the published figures leave out. Information is that of pixels for PixelMask, of coefficients (L1) for
 * the others, as published.
 *
 * @param options `initializers` to compare
 * @throws RangeError if the method lacks runs from one of the initialisers, or runs are mixed
 */
export function retainedFigure(runs: readonly FinishedRun[], method: string, options: StartsOptions = {}): Figure {
  const { initializers } = knownKeys('options', options, startsKeys);
  const own = runs.filter(({ run }) => run.method.name === method);
  const { sample, methods } = compareStarts(own, initializers);
  const information = method === 'pixelmask' ? 'retainedPixel' : 'retainedL1';
  return bandPanels(
    `What the masks of ${methodStyle(method).label} keep`,
    `${describeSample(sample)}<br>mean, band: ${errorOf.sound}`,
    (['retainedProbability', information] as const).map((metric) => ({
      title: '',
      xaxis: chartAxis('iteration (updates of the mask)'),
      yaxis: chartAxis(byName('metric', scoreMetrics, metric).label, {
        ...(metric === 'retainedProbability' ? { rangemode: 'tozero' } : { type: 'log' }),
      }),
      lines: Object.entries(curvesByStart(methods[0]!, metric)).map(([name, curves], _, all) => {
        const { value, low, high } = soundCurve(curves, 'mean');
        return { ...initializerStyle(name, map(all, 0)), x: range(value.length), y: value, low, high };
      }),
    })),
    { columns: 2, width: 400, height: 300 },
  );
}
