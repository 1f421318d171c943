/** Masks on the coefficients of Haar's wavelet, three levels deep: WaveletX with another representation and no spatial term. */
module.exports = ({ defineMethod, wavelets }) =>
  defineMethod('haar', (shape) => wavelets(shape, { wavelet: 'db1', levels: 3 }), { spatialWeight: 0 });
