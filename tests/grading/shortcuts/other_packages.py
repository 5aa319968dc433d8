"""Use what else may be installed: scikit-image, scikit-learn, pandas.

Right: none of it is there.
"""

SOLUTIONS = {
    "max_pool2d": """
def max_pool2d(x, kernel, *, stride=None, padding=0):
    from skimage.util import view_as_windows

    stride = stride or kernel
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    padded = np.pad(x.astype(float), sides, constant_values=-np.inf)
    return view_as_windows(padded, (1, 1, kernel, kernel), (1, 1, stride, stride)).max(axis=(-1, -2, -3, -4))
"""
}
EARNS = {"max_pool2d": 0}
