/** Something a person can mend: its message says what happened and what to do, and is shown without a stack trace. */
export class SetupError extends Error {}

const withoutPermission =
  'Permission denied. You must be able to write to the clone and, where something in it is missing or damaged, to the cache:\n' +
  'set STARTGRAD_CACHE to a folder of your own, or ask the owner of a shared cache to run the set-up once.';

const advice = {
  ENOSPC: 'The disk is full: make room (see "disk" above) and run the command again; it goes on where it stopped.',
  EDQUOT: 'Your disk quota is used up: make room and run the command again; it goes on where it stopped.',
  EROFS: withoutPermission,
  EACCES: withoutPermission,
};

/**
 * What to tell a person about any error: the advice for system errors that have one, otherwise the bare message.
 * @param {unknown} error
 * @returns {string}
 */
export function explain(error) {
  const { code, message = String(error) } = /** @type {{ code?: string, message?: string }} */ (error);
  const known = code !== undefined && advice[/** @type {keyof typeof advice} */ (code)];
  return known ? `${known}\n(${message})` : message;
}

/**
 * The advice for a full disk, if that is what the output of a command complains about.
 * @param {string} output
 */
export function fullDisk(output) {
  if (/No space left on device|ENOSPC/.test(output)) return advice.ENOSPC;
  if (/Disk quota exceeded|EDQUOT/.test(output)) return advice.EDQUOT;
  return undefined;
}
