import { copyFile, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { sizeOf } from '../cache.mjs';
import { inProject } from '../project.mjs';
import { fileHash } from '../sha256.mjs';
import { checked, partsOfWheel } from '../wheels.mjs';

const hashes = {
  'skimage/data/astronaut.png': '88431cd9653ccd539741b555fb0a46b61558b301d4110412b5bc28b5e3ea6cb5',
  'skimage/data/camera.png': 'b0793d2adda0fa6ae899c03989482bff9a42d3d5690fc7e3648f2795d730c23a',
  'skimage/data/chelsea.png': '596aa1e7cb875eb79f437e310381d26b338a81c2da23439704a73c4651e8c4bb',
  'skimage/data/coffee.png': 'cc02f8ca188b167c775a7101b5d767d1e71792cf762c33d6fa15a4599b5a8de7',
  'skimage/data/motorcycle_left.png': 'db18e9c4157617403c3537a6ba355dfeafe9a7eabb6b9b94cb33f6525dd49179',
  'skimage/data/rocket.jpg': 'c2dd0de7c538df8d111e479619b129464d0269d0ae5fd18ca91d33a7fdfea95c',
};
const download = partsOfWheel({
  name: 'scikit-image-0.26.0-photographs',
  label: 'photographs',
  requirements: 'scikit-image==0.26.0 --hash=sha256:74aa5518ccea28121f57a95374581d3b979839adc25bb03f289b1bc9b99c58af\n',
  platform: 'manylinux_2_28_x86_64',
  megabytes: 13.7,
  peak: 60,
  parts: Object.keys(hashes),
});
const placeOf = (/** @type {string} */ name) => inProject('data', 'images', path.basename(name));

/** Six photographs with free licences, from the scikit-image package; data/README.md says whose they are. */
/** @type {import('../runSteps.mjs').Step} */
export const photographs = {
  id: 'photographs',
  name: 'photographs',
  seconds: 1,
  size: async () => ({ ...sizeOf(download), clone: 3 }),
  inputs: async () => hashes,
  present: async () => {
    const same = Object.entries(hashes).map(async ([name, hash]) => (await fileHash(placeOf(name))) === hash);
    return (await Promise.all(same)).every(Boolean);
  },
  run: async () => {
    const folder = await checked(download, hashes);
    await mkdir(inProject('data', 'images'), { recursive: true });
    for (const name of Object.keys(hashes)) {
      await copyFile(path.join(folder, name), `${placeOf(name)}.tmp`);
      await rename(`${placeOf(name)}.tmp`, placeOf(name));
    }
  },
};
