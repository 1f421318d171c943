/** The only module that reads the project's variables. */
const sizes = { smoke: 0, quick: 1, reference: 2, full: 3 } as const;

/** How big a study is: `smoke` (seconds, tests), `quick` (a laptop, minutes), `reference` (hours), `full` (the paper's protocol). */
export type Profile = keyof typeof sizes;

/**
 * The profile that `STARTGRAD_PROFILE` names, `quick` where it is not set.
 *
 * @throws if the variable names no profile
 */
export function profile(): Profile {
  const name = process.env.STARTGRAD_PROFILE ?? 'quick';
  if (!(name in sizes))
    throw new Error(`STARTGRAD_PROFILE must be one of ${Object.keys(sizes).join(', ')}, got ${JSON.stringify(name)}`);
  return name as Profile;
}

/**
 * The number of threads that `STARTGRAD_THREADS` asks for, or undefined where it is not set: TensorFlow then takes every core.
 *
 * @throws if the variable is no positive integer
 */
export function threads(): number | undefined {
  const text = process.env.STARTGRAD_THREADS;
  if (text === undefined || text === '') return undefined;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`STARTGRAD_THREADS must be a positive integer, got ${JSON.stringify(text)}`);
  return count;
}
