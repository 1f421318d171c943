import { spawnSync } from 'node:child_process';

/** What to type to get a C++ compiler. */
export const howToInstall =
  'Install a C++ compiler (Debian/Ubuntu: sudo apt install g++; Fedora: sudo dnf install gcc-c++; ' +
  'macOS: xcode-select --install) and run the command again.';

/**
 * The C++ compiler: `CXX`, otherwise the first of the usual names that is a working command.
 * @returns {string | undefined}
 */
export function findCompiler() {
  // macOS has a `c++` that only opens a window unless the command line tools are installed
  if (process.platform === 'darwin' && !answers('xcode-select', '-p')) return undefined;
  const names = process.env.CXX ? [process.env.CXX] : ['g++', 'clang++', 'c++'];
  return names.find((name) => answers(name, '--version'));
}

/** @param {string} command @param {string} question */
const answers = (command, question) =>
  spawnSync(command, [question], { stdio: 'ignore', timeout: 30_000 }).status === 0;
