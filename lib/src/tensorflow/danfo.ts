/** The one place that loads danfojs: it loads TensorFlow too, which our settings have to precede. */
import './tf';
export { DataFrame, toCSV } from 'danfojs-node';
