/** The names of a closed set, for the help. */
export const namesOf = (entries: readonly { readonly name: string }[]): string =>
  entries.map(({ name }) => name).join(', ');
