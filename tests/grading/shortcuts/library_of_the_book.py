"""Import the book's own functions.

Right: they are not there, and that is said at home, too.
"""

SOLUTIONS = {
    "relu": "def relu(x):\n    from helpers.activations import relu\n\n    return relu(x)",
    "xcorr1d": "from helpers.convolution import xcorr1d",
    "max_pool2d": "from helpers.pooling import max_pool2d",
}
EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0}
