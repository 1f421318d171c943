import { attributionMask, type AttributionScaling } from './attributionMask';
import { gradCam } from '../attributions/gradCam';
import { integratedGradients } from '../attributions/integratedGradients';
import * as tf from '../tensorflow/tf';
import type { Initializer, InitializerFit, InitializerInput } from './Initializer';

const integrated = ({ classifier, image, target, key }: InitializerInput): tf.Tensor4D =>
  integratedGradients(classifier, image, target, { key });
const cam = ({ classifier, image, target }: InitializerInput): tf.Tensor4D => gradCam(classifier, image, target);

const onPixels: InitializerFit = { methods: ['pixelmask'] };
const onFeatures: InitializerFit = { ...onPixels, classifier: ['features', 'logitsFromFeatures'] };

const masks = [
  { name: 'integrated-gradients', attribute: integrated, scaling: 'min-max', fits: onPixels },
  { name: 'integrated-gradients-ranks', attribute: integrated, scaling: 'quantile', fits: onPixels },
  { name: 'grad-cam', attribute: cam, scaling: 'min-max', fits: onFeatures },
  { name: 'grad-cam-ranks', attribute: cam, scaling: 'quantile', fits: onFeatures },
] as const satisfies readonly {
  name: string;
  attribute: (input: InitializerInput) => tf.Tensor4D;
  scaling: AttributionScaling;
  fits: InitializerFit;
}[];

/**
 * Attributions as masks on the pixels (appendix C.2): what Table 4 and Figure 3 compare StartGrad with. They are initialisers, so that a
 * run measures them as it does any mask before its first update.
 */
export const attributionMasks: readonly Initializer[] = masks.map(({ name, attribute, scaling, fits }) => ({
  name,
  fits,
  initialise: (input) => tf.tidy(() => [attributionMask(attribute(input), scaling)]),
}));
