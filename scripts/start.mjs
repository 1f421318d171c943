// npm start
import { runForeground } from './runForeground.mjs';
import { inProject } from './setup/project.mjs';
import { setUp } from './setup/setUp.mjs';

console.log(
  'StartGrad: this sets up whatever is missing, then draws the figures. Stop it at any time; started again, it goes on.\n',
);
await setUp();
await runForeground(process.execPath, [
  inProject('node_modules', 'tsx', 'dist', 'cli.mjs'),
  inProject('scripts', 'figures.ts'),
]);
console.log('\nThe notebooks: `npm run lab` opens them in JupyterLab.');
