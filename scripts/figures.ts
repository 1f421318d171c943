/** The main job of `npm start`: draws the figures. Ctrl-C stops it; started again, it goes on. */
console.log('Figures: looking for those that exist already');

const interrupt = new AbortController();
process.once('SIGINT', () => {
  interrupt.abort();
});

// loaded only now: TensorFlow loads slowly, and the line above should appear at once
import('./figures/drawFigures.js')
  .then(({ drawFigures }) => drawFigures(interrupt.signal))
  .catch((error: unknown) => {
    console.error(interrupt.signal.aborted ? 'stopped; finished work is kept' : (error as Error).message);
    process.exitCode = interrupt.signal.aborted ? 130 : 1;
  });
