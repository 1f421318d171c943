import { namesOf } from '../namesOf';
import { parts } from '../partOption';
import { variants } from '../../lib/src/explainers/image/options/Method';
import { usualClassifier } from '../../lib/src/study/plan/studiesOf';
import { studies, studySizes } from '../../lib/src/study/plan/studies';

const list = (entries: readonly { readonly name: string; readonly about?: string }[]): string =>
  entries.map(({ name, about }) => `\n                  ${name}: ${about}`).join('');

/** What `npm run study -- --help` prints. */
export const help = `npm run study -- [options]

Compares initialisers on photographs: every method from every start, all curves in one CSV file. It can be stopped at any moment
(ctrl-C, or worse) and goes on where it was when it is started again.

  --study         what is compared (comparison):${list(studies)}
  --profile       ${Object.keys(studySizes).join(', ')}: how large (STARTGRAD_PROFILE, or quick)
  --images        a folder of photographs, or a photograph; can be given several times (data/images; profile full: none)
  --every, --from only every n-th photograph of the folder in order of names, from that position (1, 0)
  --classifier    ${namesOf(parts.classifier)}, or your own: a module (${usualClassifier('quick')}; profile full: ${usualClassifier('full')})
  --init          a further initialiser by name or your own, a module; can be given several times
  --method        only this method (${namesOf(parts.method)}), or your own, a module; can be given several times
  --variant       ${namesOf(variants)} (the study's own)
  --seed          an integer (1); can be given several times, but a figure or table takes the runs of one seed
  --iterations    updates of the mask (the profile's)
  --samples       noise samples per iteration (the profile's)
  --pictures      after how many updates a picture of what is kept is stored, as 0,10,50 (the study's own)
  --masks         the same for a picture of the mask (the study's own)
  --workers       child processes (as many as cores and memory carry)
  --folder        where results are kept (data/runs)
  --out           a CSV file for all curves
  --help          shows this

Profile full is the paper's protocol (ResNet18, 16 samples, 300 iterations), but for the photographs: their centre is cut out at the
classifier's aspect, where the released code squeezes the whole frame (docs/variants.md). Weights and ImageNet are yours to provide.
A module exports a function that gets this library; docs/bring-your-own-model.md has one of each, and leads from the runs of a seed
(runs.filter(({ run }) => run.seed === 1)) to a figure and a table.
`;
