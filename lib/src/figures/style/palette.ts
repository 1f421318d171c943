import { initializerLabel, methodLabel } from '../../analysis/labels';

/** Okabe and Ito's colours, which people with any kind of colour vision can tell apart (Color Universal Design, 2008). */
export const okabeIto = {
  black: '#000000',
  orange: '#E69F00',
  skyBlue: '#56B4E9',
  green: '#009E73',
  yellow: '#F0E442',
  blue: '#0072B2',
  vermilion: '#D55E00',
  purple: '#CC79A7',
} as const;

/** How an initialiser is drawn, in every figure: a colour, and a dash for prints without colours. */
export interface InitializerStyle {
  readonly label: string;
  readonly colour: string;
  readonly dash: 'solid' | 'dash' | 'dot' | 'dashdot' | 'longdash' | 'longdashdot';
}

const styles: Readonly<Record<string, Omit<InitializerStyle, 'label'>>> = {
  startgrad: { colour: okabeIto.vermilion, dash: 'solid' },
  'all-ones': { colour: okabeIto.blue, dash: 'dash' },
  uniform: { colour: okabeIto.green, dash: 'dot' },
  'min-max': { colour: okabeIto.orange, dash: 'dashdot' },
  'sqrt-min-max': { colour: okabeIto.purple, dash: 'longdash' },
  'startgrad-shared': { colour: okabeIto.skyBlue, dash: 'longdashdot' },
  'integrated-gradients': { colour: '#777777', dash: 'dash' },
  'integrated-gradients-ranks': { colour: '#777777', dash: 'dot' },
  'grad-cam': { colour: okabeIto.purple, dash: 'dash' },
  'grad-cam-ranks': { colour: okabeIto.purple, dash: 'dot' },
};

/** Pairs of a colour and a dash that no style above has, for names without a style: the most distinct colours come first. */
const spare = (['solid', 'dash', 'dot', 'dashdot', 'longdash', 'longdashdot'] as const)
  .flatMap((dash) =>
    [okabeIto.black, okabeIto.skyBlue, okabeIto.purple, okabeIto.orange].map((colour) => ({ colour, dash })),
  )
  .filter(({ colour, dash }) => !Object.values(styles).some((style) => style.colour === colour && style.dash === dash));

/**
 * The style of an initialiser. One without a style of its own is drawn under its name in black. If several such are drawn, each has its
 * own colour and dash.
 *
 * @param among the names of all that are drawn together
 * @example
 * initializerStyle('startgrad') // => { label: 'StartGrad', colour: '#D55E00', dash: 'solid' }
 * initializerStyle('mine.js') // => { label: 'mine.js', colour: '#000000', dash: 'solid' }
 * initializerStyle('mine.js', ['startgrad', 'theirs.js', 'mine.js']) // => { label: 'mine.js', colour: '#56B4E9', dash: 'solid' }
 */
export function initializerStyle(name: string, among: readonly string[] = [name]): InitializerStyle {
  const label = initializerLabel(name);
  const own = styles[name];
  if (own) return { label, ...own };
  const place = among.filter((other) => !styles[other]).indexOf(name);
  return { label, ...spare[Math.max(place, 0) % spare.length]! };
}

/** How a method, or the representation that it masks, is drawn when several are compared. */
export interface MethodStyle {
  readonly label: string;
  readonly colour: string;
  readonly symbol: 'circle' | 'square' | 'diamond' | 'cross';
}

const methodStyles: Readonly<Record<string, Omit<MethodStyle, 'label'>>> = {
  pixelmask: { colour: okabeIto.black, symbol: 'circle' },
  waveletx: { colour: okabeIto.skyBlue, symbol: 'square' },
  shearletx: { colour: okabeIto.purple, symbol: 'diamond' },
  cosinemask: { colour: okabeIto.orange, symbol: 'cross' },
};

/**
 * The style of a method; one without a style of its own is drawn under its name in black.
 *
 * @example
 * methodStyle('waveletx') // => { label: 'WaveletX', colour: '#56B4E9', symbol: 'square' }
 */
export function methodStyle(name: string): MethodStyle {
  return { label: methodLabel(name), ...(methodStyles[name] ?? { colour: okabeIto.black, symbol: 'circle' }) };
}
