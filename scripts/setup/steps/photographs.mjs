import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isCached } from '../cache.mjs';
import { environmentPython, inProject, inState } from '../project.mjs';
import { runCommand } from '../runCommand.mjs';
import { SetupError } from '../SetupError.mjs';
import { fileHash } from '../sha256.mjs';
import { fetchWheels, forPlatform, wheelsIn } from '../wheels.mjs';

// only unzipped, never installed: one file for all platforms
const wheel = {
  name: 'scikit-image-0.26.0',
  label: 'photographs',
  requirements: 'scikit-image==0.26.0 --hash=sha256:74aa5518ccea28121f57a95374581d3b979839adc25bb03f289b1bc9b99c58af\n',
  options: forPlatform('manylinux_2_28_x86_64'),
  megabytes: 13.7,
};

const hashes = {
  'astronaut.png': '88431cd9653ccd539741b555fb0a46b61558b301d4110412b5bc28b5e3ea6cb5',
  'camera.png': 'b0793d2adda0fa6ae899c03989482bff9a42d3d5690fc7e3648f2795d730c23a',
  'chelsea.png': '596aa1e7cb875eb79f437e310381d26b338a81c2da23439704a73c4651e8c4bb',
  'coffee.png': 'cc02f8ca188b167c775a7101b5d767d1e71792cf762c33d6fa15a4599b5a8de7',
  'motorcycle_left.png': 'db18e9c4157617403c3537a6ba355dfeafe9a7eabb6b9b94cb33f6525dd49179',
  'rocket.jpg': 'c2dd0de7c538df8d111e479619b129464d0269d0ae5fd18ca91d33a7fdfea95c',
};
const folder = inProject('data', 'images');

/** Six photographs with free licences, from the scikit-image package; data/README.md says whose they are. */
/** @type {import('../runSteps.mjs').Step} */
export const photographs = {
  id: 'photographs',
  name: 'photographs',
  seconds: 1,
  size: async () => ({
    ...(isCached(wheel.name) ? { fetch: 0, cache: 0 } : { fetch: wheel.megabytes, cache: wheel.megabytes }),
    clone: 3,
  }),
  inputs: async () => hashes,
  present: () => areRight(folder),
  run: async () => {
    const [file] = await wheelsIn(await fetchWheels(wheel));
    const scratch = inState('photographs');
    const unpacked = path.join(scratch, 'skimage', 'data');
    await rm(scratch, { recursive: true, force: true });
    try {
      const members = Object.keys(hashes).map((name) => `skimage/data/${name}`);
      await runCommand(environmentPython, [inProject('scripts', 'setup', 'unzip.py'), file, scratch, ...members]);
      if (!(await areRight(unpacked)))
        throw new SetupError('A photograph in the scikit-image package has a wrong SHA-256.');
      await mkdir(folder, { recursive: true });
      for (const name of Object.keys(hashes)) await rename(path.join(unpacked, name), path.join(folder, name));
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  },
};

/** @param {string} place */
async function areRight(place) {
  const same = Object.entries(hashes).map(async ([name, hash]) => (await fileHash(path.join(place, name))) === hash);
  return (await Promise.all(same)).every(Boolean);
}
