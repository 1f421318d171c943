import type { Layout } from 'plotly.js';
import type { IterationRecord } from '../../explainers/image/IterationRecord';
import type { RunFacts } from '../../analysis/runFacts';
import { chartAxis, chartLayout } from './chartLayout';
import type { Figure } from '../../render/Figure';
import { initializerStyle } from './palette';

/** One panel: the value that it draws for every row of a history; null leaves a gap. */
export interface HistoryPanel {
  readonly title: string;
  readonly value: (record: IterationRecord) => number | null;
}

/**
 * Curves against the iteration, one panel beside the other, a line for every run.
 *
 * @param runs explanations of the same image by the same method
 * @throws if there is no run, or the runs are of different images or methods
 */
export function historyPanels(title: string, runs: readonly RunFacts[], panels: readonly HistoryPanel[]): Figure {
  const note = describe(runs);
  const names = runs.map(({ initializer }) => initializer);
  const gap = 0.09;
  const width = (1 + gap) / panels.length - gap;
  const axes = panels.flatMap((panel, i) => {
    const domain = [i * (width + gap), i * (width + gap) + width];
    return [
      [`xaxis${i + 1}`, chartAxis('iteration (updates of the mask)', { domain, anchor: `y${i + 1}` as 'y' })],
      [`yaxis${i + 1}`, chartAxis(panel.title, { anchor: `x${i + 1}` as 'x', rangemode: 'tozero' })],
    ];
  });
  return {
    data: panels.flatMap((panel, i) =>
      runs.map(({ initializer, history }) => {
        const { label, colour, dash } = initializerStyle(initializer, names);
        return {
          type: 'scatter' as const,
          mode: 'lines' as const,
          name: label,
          legendgroup: label,
          showlegend: i === 0,
          x: history.map((record) => record.iteration),
          y: history.map(panel.value),
          line: { color: colour, dash, width: 2 },
          xaxis: `x${i + 1}`,
          yaxis: `y${i + 1}`,
        };
      }),
    ),
    layout: {
      ...chartLayout(title, note),
      ...(Object.fromEntries(axes) as Partial<Layout>),
      width: Math.max(760, 220 + 280 * panels.length),
    },
  };
}

function describe(runs: readonly RunFacts[]): string {
  const [first] = runs;
  if (!first) throw new Error('runs must hold at least one explanation, got none');
  const circumstances = ({ label, probability, method, classifier, samples, seed }: RunFacts): string =>
    `${label} (p = ${probability.toFixed(3)}), ${method}, ${classifier}, n = 1 photograph, ${samples} noise samples, seed ${seed}`;
  const note = circumstances(first);
  const other = runs.find((run) => circumstances(run) !== note);
  if (other) throw new Error(`runs must be of one image and method, got ${note} and ${circumstances(other)}`);
  return note;
}
