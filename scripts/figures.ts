/** The main job of `npm start`: draws the figures. Ctrl-C stops it; started again, it goes on. */
console.log('Figures: looking for what is there already');

const interrupt = new AbortController();
process.once('SIGINT', () => {
  interrupt.abort();
});

// loaded only now, since TensorFlow takes its time and the line above should not
import('./figures/drawFigures.js')
  .then(({ drawFigures }) => drawFigures(interrupt.signal))
  .catch((error: unknown) => {
    console.error(interrupt.signal.aborted ? 'stopped; what is done is kept' : (error as Error).message);
    process.exitCode = interrupt.signal.aborted ? 130 : 1;
  });
