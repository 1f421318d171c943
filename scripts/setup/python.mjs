import { spawnSync } from 'node:child_process';
import { SetupError } from './SetupError.mjs';

/** @typedef {{ executable: string, version: [number, number], tag: string, missing: string }} Python */

const oldest = 9;
const newestLocked = 14; // the newest Python 3 that requirements.txt was resolved for

const question = `
import json, sys, sysconfig
missing = ''
try:
    import venv, ensurepip
except ImportError as error:
    missing = str(error)
tag = '-'.join((sys.implementation.name, '%d.%d.%d' % sys.version_info[:3], sysconfig.get_platform()))
print(json.dumps(dict(executable=sys.executable, version=sys.version_info[:2], tag=tag, missing=missing)))
`;

/** @type {Python | undefined} */
let found;

/**
 * The Python that makes the project's environment: `STARTGRAD_PYTHON`, otherwise the first suitable one on the PATH.
 * @returns {Python}
 * @throws {SetupError} where there is none, saying what to install
 */
export function findPython() {
  found ??= choosePython();
  return found;
}

function choosePython() {
  const versions = Array.from({ length: newestLocked - oldest + 1 }, (_, i) => `python3.${newestLocked - i}`);
  const names = process.env.STARTGRAD_PYTHON ? [process.env.STARTGRAD_PYTHON] : ['python3', 'python', ...versions];
  const pythons = names.flatMap((name) => askPython(name) ?? []);
  const newEnough = pythons.filter(({ version: [major, minor] }) => major === 3 && minor >= oldest);
  const complete = newEnough.filter(({ missing }) => !missing);
  const python = complete.find(({ version: [, minor] }) => minor <= newestLocked) ?? complete[0];
  if (python) return python;
  const [incomplete] = newEnough;
  if (incomplete) {
    const { executable, version, missing } = incomplete;
    throw new SetupError(
      `${executable} cannot make virtual environments (${missing}).\n` +
        `Debian/Ubuntu: sudo apt install python${version.join('.')}-venv (or python3-venv); or name another Python with STARTGRAD_PYTHON.`,
    );
  }
  const seen = pythons.map(({ executable, version }) => `${executable} is Python ${version.join('.')}`).join('; ');
  throw new SetupError(
    `Python 3.${oldest} or newer is needed: ${seen || `no ${names[0]} was found`}.\n` +
      'Install one (Debian/Ubuntu: sudo apt install python3 python3-venv; Fedora: sudo dnf install python3; macOS: brew install python),\n' +
      'or name one with STARTGRAD_PYTHON=/path/to/python3, and run the command again.',
  );
}

/** @param {string} name @returns {Python | undefined} */
function askPython(name) {
  const { status, stdout } = spawnSync(name, ['-c', question], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 ? JSON.parse(stdout) : undefined;
}
