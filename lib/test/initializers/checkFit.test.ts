import assert from 'node:assert/strict';
import { test } from 'node:test';
import { methods } from '../../src/explainers/image/methods';
import { checkFit } from '../../src/initializers/checkFit';
import { initializers } from '../../src/initializers/initializers';
import { byName } from '../../src/validation/byName';
import { toyClassifier } from '../support/toyClassifier';

const fit = (initializer: string, method: string, classifier?: ReturnType<typeof toyClassifier>): void => {
  const { name, variants } = byName('method', methods, method);
  checkFit(byName('init', initializers, initializer), { method: name, options: variants.paper }, classifier);
};

test('what an initialiser needs of a method, its options and a classifier is said in the words of all who ask', () => {
  fit('startgrad', 'shearletx', toyClassifier());
  fit('grad-cam', 'pixelmask');
  const refused = (message: string, ...asked: Parameters<typeof fit>): void => {
    assert.throws(() => fit(...asked), { name: 'RangeError', message }); // prettier-ignore
  };
  refused('method must be pixelmask for a mask from grad-cam, got waveletx', 'grad-cam', 'waveletx');
  refused('sharedMask must be true for a mask from startgrad-shared, got false', 'startgrad-shared', 'shearletx');
  refused('classifier must have features and logitsFromFeatures for a mask from grad-cam, toy has not', 'grad-cam', 'pixelmask', toyClassifier()); // prettier-ignore
});
