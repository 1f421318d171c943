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

const styles: Readonly<Record<string, InitializerStyle>> = {
  startgrad: { label: 'StartGrad', colour: okabeIto.vermilion, dash: 'solid' },
  'all-ones': { label: 'all-ones', colour: okabeIto.blue, dash: 'dash' },
  uniform: { label: 'uniform', colour: okabeIto.green, dash: 'dot' },
  'min-max': { label: 'min-max', colour: okabeIto.orange, dash: 'dashdot' },
  'sqrt-min-max': { label: 'sqrt + min-max', colour: okabeIto.purple, dash: 'longdash' },
  'startgrad-shared': { label: 'StartGrad, one entry a place', colour: okabeIto.skyBlue, dash: 'longdashdot' },
  'integrated-gradients': { label: 'IG (min-max)', colour: '#777777', dash: 'dash' },
  'integrated-gradients-ranks': { label: 'IG (ranks)', colour: '#777777', dash: 'dot' },
  'grad-cam': { label: 'Grad-CAM (min-max)', colour: okabeIto.purple, dash: 'dash' },
  'grad-cam-ranks': { label: 'Grad-CAM (ranks)', colour: okabeIto.purple, dash: 'dot' },
};

/**
 * The style of an initialiser; one that has none of its own is black under its own name.
 *
 * @example
 * initializerStyle('startgrad') // => { label: 'StartGrad', colour: '#D55E00', dash: 'solid' }
 */
export function initializerStyle(name: string): InitializerStyle {
  return styles[name] ?? { label: name, colour: okabeIto.black, dash: 'solid' };
}

/** How a method, or the representation that it masks, is drawn where several are compared. */
export interface MethodStyle {
  readonly label: string;
  readonly colour: string;
  readonly symbol: 'circle' | 'square' | 'diamond' | 'cross';
}

const methodStyles: Readonly<Record<string, MethodStyle>> = {
  pixelmask: { label: 'PixelMask', colour: okabeIto.black, symbol: 'circle' },
  waveletx: { label: 'WaveletX', colour: okabeIto.skyBlue, symbol: 'square' },
  shearletx: { label: 'ShearletX', colour: okabeIto.purple, symbol: 'diamond' },
  cosinemask: { label: 'CosineMask', colour: okabeIto.orange, symbol: 'cross' },
};

/**
 * The style of a method; one that has none of its own is black under its own name.
 *
 * @example
 * methodStyle('waveletx') // => { label: 'WaveletX', colour: '#56B4E9', symbol: 'square' }
 */
export function methodStyle(name: string): MethodStyle {
  return methodStyles[name] ?? { label: name, colour: okabeIto.black, symbol: 'circle' };
}
