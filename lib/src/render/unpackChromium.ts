import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectPath } from '../project';

/**
 * The headless Chromium of the npm package `@sparticuz/chromium` (Linux x64), unpacked once into a folder of the project.
 *
 * The package itself unpacks to fixed names in the machine's temporary folder: half-written while it runs, and executable for one user
 * only. So it runs in a child process with a temporary folder of its own, which is renamed once it is complete. The first process to
 * finish wins, and people who share a machine do not get in each other's way.
 *
 * @param parent the folder that will hold it
 * @returns the path of the program
 * @throws the file system's error
 */
export async function unpackChromium(parent = projectPath('.setup')): Promise<string> {
  const entry = require.resolve('@sparticuz/chromium');
  const manifest = path.join(path.dirname(entry), '..', '..', 'package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const folder = path.join(parent, `chromium-${version}`);
  const program = path.join(folder, 'start');
  if (existsSync(program)) return program;

  await mkdir(parent, { recursive: true });
  const unfinished = await mkdtemp(path.join(parent, 'chromium-unfinished-'));
  try {
    await promisify(execFile)(process.execPath, ['--eval', unpack, entry, unfinished]);
    await writeFile(path.join(unfinished, 'fonts.conf'), fontSettings(path.join(folder, 'fonts')));
    await writeFile(path.join(unfinished, 'start'), start);
    for (const file of ['.', 'chromium', 'start']) await chmod(path.join(unfinished, file), 0o755);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(program)) throw error;
  }
  return program;
}

/** The package unpacks its libraries (NSS) only if it believes that it runs on AWS. */
const unpack = `
const [entry, folder] = process.argv.slice(1);
Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
require(entry).executablePath();
`;

/** Machines without NSS use the package's. All machines see the same one font, so that texts have the same width. */
const start = `#!/bin/sh
here=$(dirname "$0")
if ldd "$here/chromium" | grep -q 'not found'; then export LD_LIBRARY_PATH="$here/al2023/lib"; fi
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`;

const fontSettings = (fonts: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir></fontconfig>
`;
