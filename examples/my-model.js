/** A small network of random weights, so that this file runs as it is. */
module.exports = ({ tf, classifierFrom }) => {
  // Your own (the function may be async): const model = await tf.loadLayersModel('file:///models/mine/model.json');
  const weights = (seed) => tf.initializers.heNormal({ seed });
  const convolution = (filters, seed) =>
    tf.layers.conv2d({ filters, kernelSize: 3, strides: 2, activation: 'relu', kernelInitializer: weights(seed) });
  const model = tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [64, 64, 3] }),
      convolution(8, 1),
      convolution(16, 2),
      tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({ units: 3, kernelInitializer: weights(3) }),
    ],
  });
  return classifierFrom(model, {
    name: 'my-model',
    labels: ['cat', 'dog', 'bird'],
    preprocess: (images) => images.mul(2).sub(1), // from [0, 1] to what the model was trained on
  });
};
