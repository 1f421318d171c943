import { decodeImage } from '../../files/images/decodeImage';

/** One kind of subjects that studies know. */
export interface SubjectKind {
  readonly name: string;
  /** @throws Error where a file is no subject of this kind */
  readonly check: (file: string) => Promise<void>;
}

/** The closed set of them; who performs runs of a kind, `performers` says. */
export const subjectKinds: readonly SubjectKind[] = [
  {
    name: 'photograph',
    check: async (file) => {
      await decodeImage(file, { height: 1, width: 1 });
    },
  },
];
