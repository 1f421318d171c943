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
 * What tables and figures call an initialiser; one without a label goes under its own name.
 *
 * @example
 * initializerLabel('startgrad') // => 'StartGrad'
 * initializerLabel('mine.js') // => 'mine.js'
 */
export const initializerLabel = (name: string): string => initializers[name] ?? name;

/**
 * What tables and figures call a method; one without a label goes under its own name.
 *
 * @example
 * methodLabel('waveletx') // => 'WaveletX'
 */
export const methodLabel = (name: string): string => methods[name] ?? name;
