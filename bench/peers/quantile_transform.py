"""scikit-learn's QuantileTransformer, as the released code calls it for a pixel mask."""
import numpy
import sklearn
from sklearn.preprocessing import QuantileTransformer

COUNT = 65_536


def peers(threads):
    values = numpy.random.default_rng(1).random((COUNT, 1), dtype=numpy.float32) ** 4

    def transform():
        QuantileTransformer(n_quantiles=COUNT, subsample=None, output_distribution="uniform").fit_transform(values)

    return {"scikit-learn": transform}, {"sklearn": sklearn.__version__, "numpy": numpy.__version__}
