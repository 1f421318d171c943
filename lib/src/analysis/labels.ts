const initializers: Readonly<Record<string, string>> = {
  startgrad: 'StartGrad',
  'all-ones': 'all-ones',
  uniform: 'uniform',
  'min-max': 'min-max',
  'sqrt-min-max': 'sqrt + min-max',
  'startgrad-shared': 'StartGrad, one entry a place',
  'integrated-gradients': 'IG (min-max)',
  'integrated-gradients-ranks': 'IG (ranks)',
  'grad-cam': 'Grad-CAM (min-max)',
  'grad-cam-ranks': 'Grad-CAM (ranks)',
};

const methods: Readonly<Record<string, string>> = {
  pixelmask: 'PixelMask',
  waveletx: 'WaveletX',
  shearletx: 'ShearletX',
  cosinemask: 'CosineMask',
};

/**
 * The name of an initialiser in tables and figures; one without a label keeps its own name.
 *
 * @example
 * initializerLabel('startgrad') // => 'StartGrad'
 * initializerLabel('mine.js') // => 'mine.js'
 */
export const initializerLabel = (name: string): string => initializers[name] ?? name;

/**
 * The name of a method in tables and figures; one without a label keeps its own name.
 *
 * @example
 * methodLabel('waveletx') // => 'WaveletX'
 */
export const methodLabel = (name: string): string => methods[name] ?? name;
