import type { StudyRequest } from '../../lib/src/study/plan/studiesOf';

/** What a person asked `npm run study` to do. */
export interface StudyCommand {
  /** What is studied, but for the photographs. */
  readonly request: Omit<StudyRequest, 'photographs'>;
  /** Folders or photographs. */
  readonly images: readonly string[];
  readonly every: number;
  readonly from: number;
  readonly workers?: number;
  readonly folder: string;
  readonly out?: string;
}
