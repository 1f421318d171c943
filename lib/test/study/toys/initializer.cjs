const { appendFileSync } = require('node:fs');

/** Half of every coefficient. Each time it is asked, it notes the process in the file that TOY_LOG names. */
module.exports = ({ tf }) => ({
  name: 'halves',
  initialise: ({ shapes }) => {
    if (process.env.TOY_LOG) appendFileSync(process.env.TOY_LOG, `${process.pid}\n`);
    return shapes.map((shape) => tf.fill(shape, 0.5));
  },
});
