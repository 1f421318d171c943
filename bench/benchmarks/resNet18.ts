import { randomResNet18 } from '../../lib/src/models/resNet';
import { classifierStep } from './classifierStep';

export const resNet18 = classifierStep('ResNet18 256 px', 'resnet18', () => Promise.resolve(randomResNet18(1)));
