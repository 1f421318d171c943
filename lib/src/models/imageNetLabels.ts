import { IMAGENET_CLASSES } from '@tensorflow-models/mobilenet/dist/imagenet_classes';

const classes = 1000;

/** The names of the 1000 ImageNet-1k classes, with all synonyms, in the usual order: `imageNetLabels[1] // => 'goldfish, Carassius auratus'`. */
export const imageNetLabels: readonly string[] = Array.from(
  { length: classes },
  (_, index) => IMAGENET_CLASSES[index]!,
);

/**
 * The first synonym of a label.
 *
 * @example
 * shortLabel('goldfish, Carassius auratus') // => 'goldfish'
 */
export const shortLabel = (label: string): string => label.split(', ')[0]!;
