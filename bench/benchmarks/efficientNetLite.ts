import { loadClassifier } from '../../lib/src/models/loadClassifier';
import { classifierStep } from './classifierStep';

export const efficientNetLite = classifierStep('EfficientNet-Lite0 224 px', 'efficientnet_lite', () =>
  loadClassifier('efficientnet-lite0'),
);
