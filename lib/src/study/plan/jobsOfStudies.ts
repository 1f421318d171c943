import { groupBy, uniqBy } from 'lodash';
import type { Job } from './Job';
import { jobsOf } from './jobsOf';
import { runName } from './Run';
import type { Study } from './Study';

/**
 * The runs of several studies, those that are asked for twice once, and subject by subject: where it is stopped there are all of the
 * first ones.
 *
 * @throws as `jobsOf`
 */
export async function jobsOfStudies(studies: readonly Study[]): Promise<Job[]> {
  const parts = await Promise.all(studies.map(jobsOf));
  const different = uniqBy(parts.flat(), ({ run }) => runName(run));
  return Object.values(groupBy(different, ({ files }) => files.subject)).flat();
}
