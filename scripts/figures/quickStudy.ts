import { projectPath } from '../../lib/src/project';
import type { Profile } from '../../lib/src/environment';
import { evenlySpaced } from '../../lib/src/numerics/evenlySpaced';
import type { Job } from '../../lib/src/study/plan/Job';
import { jobsOf } from '../../lib/src/study/plan/jobsOf';
import { studies, studySizes } from '../../lib/src/study/plan/studies';
import { byName } from '../../lib/src/validation/byName';

/** How many masks of a run from StartGrad are kept, for sliders. */
const frames = 20;

/** The free photographs that are computed live. */
const photographs = ['chelsea.png', 'coffee.png'];

/** The runs that `npm start` performs live: the comparison with its pictures, and how StartGrad's mask evolves. */
export async function quickJobs(profile: Profile): Promise<Job[]> {
  const size = studySizes[profile];
  const [design] = byName('study', studies, 'pictures').designs(size);
  const shared = {
    ...design!,
    subjects: photographs.map((name) => projectPath('data', 'images', name)),
    classifier: 'efficientnet-lite0',
    seeds: [1],
  };
  const [fromStartGrad, others] = [
    shared.initializers.filter((name) => name === 'startgrad'),
    shared.initializers.filter((name) => name !== 'startgrad'),
  ];
  const parts = [
    { ...shared, initializers: others },
    { ...shared, initializers: fromStartGrad, masks: evenlySpaced(size.iterations, frames) },
  ];
  return (await Promise.all(parts.map(jobsOf))).flat();
}
