/** StartGrad's ranks, squared: a mask of mean 1/3 instead of 1/2. */
module.exports = ({ fromGradient, quantileTransform }) =>
  fromGradient('squared-ranks', (saliency) => quantileTransform(saliency).map((rank) => rank ** 2));
