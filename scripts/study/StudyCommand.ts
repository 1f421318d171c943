import type { VariantName } from '../../lib/src/explainers/Method';
import type { Profile } from '../../lib/src/profile';
import type { NamedStudy } from '../../lib/src/study/studies';

/** What a person asked `npm run study` to do. */
export interface StudyCommand {
  readonly study: NamedStudy;
  readonly profile: Profile;
  /** Folders or photographs. */
  readonly images: readonly string[];
  readonly every: number;
  readonly from: number;
  readonly model: string;
  /** Instead of the study's own, where given. */
  readonly methods?: readonly string[];
  readonly variant?: VariantName;
  /** In addition to the study's own. */
  readonly initializers: readonly string[];
  readonly seeds: readonly number[];
  /** Instead of the profile's, where given. */
  readonly iterations?: number;
  readonly samples?: number;
  readonly pictures?: readonly number[];
  readonly masks?: readonly number[];
  readonly workers?: number;
  readonly folder: string;
  readonly out?: string;
}
