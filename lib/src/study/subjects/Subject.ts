/** What is explained. Its kind says how its file is read and who explains it: see `subjectKinds`. */
export interface Subject {
  readonly kind: string;
  readonly name: string;
  /** Of its file. */
  readonly sha256: string;
}
