// npm run mutate -- [folder]: changes the source line by line and counts which changes the tests notice; docs/mutation.md
import { Stryker } from '@stryker-mutator/core';
import { options } from './mutation/options.mjs';
import { rooms } from './mutation/rooms.mjs';
import { root } from './setup/project.mjs';

process.chdir(root);
const pattern = process.argv[2] ?? '';
const chosen = rooms.filter(({ name }) => name.includes(pattern));
if (chosen.length === 0) {
  console.error(`folder must be part of one of ${rooms.map(({ name }) => name).join(', ')}, got ${pattern}`);
  process.exit(2);
}
for (const room of chosen) {
  console.log(`\n${room.name}`);
  await new Stryker(options(room)).runMutationTest();
}
