/** Something a person can mend: its message says what happened and what to do, and is shown without a stack trace. */
export class SetupError extends Error {}

const advice = {
  ENOSPC: 'The disk is full: make room (see "disk" above) and run the command again; it goes on where it stopped.',
  EDQUOT: 'Your disk quota is used up: make room and run the command again; it goes on where it stopped.',
  EROFS: 'The file system is read-only: clone the project, or point STARTGRAD_CACHE, somewhere you can write.',
  EACCES: 'Permission denied: you need write permission in the clone and in the cache (STARTGRAD_CACHE).',
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
