// npm run setup
import { setUp } from './setup/setUp.mjs';

await setUp();
console.log(
  'Everything is set up. `npm start` draws the figures, `npm run lab` opens the notebooks, `npm test` runs the tests.',
);
