// node python.mjs: prints the Python that the set-up would take
import { findPython } from '../../../../scripts/setup/python.mjs';

try {
  console.log(findPython().version.join('.'));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
