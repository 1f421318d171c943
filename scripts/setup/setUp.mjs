import { explain, SetupError } from './SetupError.mjs';
import { runSteps } from './runSteps.mjs';
import { classifier } from './steps/classifier.mjs';
import { library } from './steps/library.mjs';
import { notebookKernel } from './steps/notebookKernel.mjs';
import { npmPackages } from './steps/npmPackages.mjs';
import { photographs } from './steps/photographs.mjs';
import { pythonEnvironment } from './steps/pythonEnvironment.mjs';
import { tensorflow } from './steps/tensorflow.mjs';

/** In the order in which they run: the classifier's converter and TensorFlow's check need the compiled library. */
const steps = [npmPackages, pythonEnvironment, library, tensorflow, notebookKernel, classifier, photographs];

/** Sets up whatever is missing; ends the process with one message where that fails. */
export async function setUp() {
  try {
    if (process.platform === 'win32')
      throw new SetupError('Windows itself is not supported: clone the project inside WSL and run the command there.');
    await runSteps(steps);
  } catch (error) {
    console.error(`\nThe set-up stopped. ${explain(error)}`);
    process.exit(1);
  }
}
