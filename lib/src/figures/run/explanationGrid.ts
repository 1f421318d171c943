import { uniq } from 'lodash';
import type { RunFacts } from '../../analysis/runFacts';
import { explanationPanel } from '../style/explanationPanel';
import type { Figure } from '../../render/Figure';
import { initializerStyle, methodStyle } from '../style/palette';
import { scoreInWords } from '../style/scoreInWords';

/** An explanation to look at. */
export interface GridEntry {
  readonly facts: RunFacts;
  /** Its picture, from `pictureUri`. */
  readonly uri: string;
}

/**
 * Explanations of one photograph side by side: a row for every method, a column for every initialiser, with the last
 * CP-Pixel and the share p of the class's probability that is retained.
 *
 * @param note `scoreNote` says what the titles mean
 * @param side how large a picture is shown, in CSS pixels
 * @throws if there is no explanation, or if a method has none from one of the initialisers
 */
export function explanationGrid(title: string, note: string, entries: readonly GridEntry[], side?: number): Figure {
  const methods = uniq(entries.map(({ facts }) => facts.method));
  const initializers = uniq(entries.map(({ facts }) => facts.initializer));
  const tiles = methods.flatMap((method) =>
    initializers.map((initializer) => {
      const entry = entries.find(({ facts }) => facts.method === method && facts.initializer === initializer);
      if (!entry)
        throw new Error(`entries must hold every method from every initialiser, got no ${method} from ${initializer}`);
      const last = entry.facts.history.at(-1);
      const score = last ? `<br>${scoreInWords(last)}` : '';
      return { title: `${methodStyle(method).label}, ${initializerStyle(initializer).label}${score}`, uri: entry.uri };
    }),
  );
  return explanationPanel(title, note, tiles, initializers.length, side);
}
