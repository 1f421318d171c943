/** Claims every name of a list at once, and says which it got; holds them until it is told to release them. */
import { claim } from '../../../src/lock/claim';

interface Order {
  readonly folder: string;
  readonly names: readonly string[];
}

let held: (() => Promise<void>)[] = [];

process.on('message', (order: Order | 'release') => {
  void (order === 'release' ? release() : claimAll(order));
});
process.on('disconnect', () => process.exit());
process.send!('ready');

async function claimAll({ folder, names }: Order): Promise<void> {
  const releases = await Promise.all(names.map((name) => claim(folder, name)));
  held = releases.filter((one) => one !== undefined);
  process.send!(names.filter((_, index) => releases[index]));
}

async function release(): Promise<void> {
  await Promise.all(held.map((one) => one()));
  process.send!('released');
}
