/** The main job of `npm start`: draws the figures. */
console.log('Figures: looking for what is there already');

// loaded only now, since TensorFlow takes its time and the line above should not
import('./figures/drawFigures.js')
  .then(({ drawFigures }) => drawFigures())
  .catch((error: unknown) => {
    console.error((error as Error).message);
    process.exitCode = 1;
  });
