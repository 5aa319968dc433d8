"""Print, as JSON, what the Python reference says; the tests of the widgets' arithmetic compare with it."""

import json

import numpy as np

from helpers import palette
from helpers.convolution import conv2d_true, xcorr2d

SIZES = [((3, 4), (2, 2)), ((5, 3), (1, 3)), ((12, 12), (5, 5)), ((4, 9), (4, 2)), ((1, 6), (1, 1)), ((2, 3), (2, 3))]


def main() -> None:
    rng = np.random.default_rng(2)
    cases = [_case(rng.integers(-9, 10, image), rng.integers(-3, 4, kernel)) for image, kernel in SIZES]
    cases += [_case(rng.normal(size=image), rng.normal(size=kernel)) for image, kernel in SIZES]
    square = rng.random((16, 16)).astype(np.float32)
    kernel = rng.normal(size=(3, 3)).astype(np.float32)
    fast = {"image": square.ravel().tolist(), "kernel": kernel.ravel().tolist(), "side": 16}
    fast["output"] = xcorr2d(square, kernel).ravel().tolist()
    print(json.dumps({"cases": cases, "fast": fast, "signed": palette.ACTIVATION_STEPS}))


def _case(image: np.ndarray, kernel: np.ndarray) -> dict[str, list]:
    answers = {"xcorr2d": xcorr2d(image, kernel), "conv2d_true": conv2d_true(image, kernel)}
    arrays = {"image": image, "kernel": kernel, **answers}
    return {name: array.tolist() for name, array in arrays.items()}


if __name__ == "__main__":
    main()
