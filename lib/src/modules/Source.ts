/** A classifier, method or initialiser by name; one that a person brings has the hash of its file or weights beside it. */
export interface Source {
  readonly name: string;
  readonly sha256?: string;
}
