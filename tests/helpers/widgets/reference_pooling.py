"""Print, as JSON, what helpers.pooling says; the test of the pooling laboratory's arithmetic compares with it."""

import json
from itertools import product

import numpy as np

from helpers.pooling import avg_pool2d, max_pool2d


def main() -> None:
    rng = np.random.default_rng(5)
    maps = [rng.integers(-9, 10, (5, 7)), -rng.integers(1, 9, (6, 5)), rng.normal(size=(5, 8))]
    settings = product(range(1, 6), range(1, 5), range(3))
    settings = [(window, stride, padding) for window, stride, padding in settings if 2 * padding <= window]
    print(json.dumps({"cases": [_case(x, *setting) for x, setting in product(maps, settings)], **_shifts(maps[0])}))


def _case(x: np.ndarray, window: int, stride: int, padding: int) -> dict:
    x4, how = x[None, None], {"stride": stride, "padding": padding}
    answers = {
        "max": max_pool2d(x4, window, **how),
        "average": avg_pool2d(x4, window, **how),
        "average_of_map": avg_pool2d(x4, window, **how, count_include_pad=False),
    }
    return {"x": x.tolist(), "window": window, **how, **{name: y[0, 0].tolist() for name, y in answers.items()}}


def _shifts(x: np.ndarray) -> dict:
    zeros = np.zeros_like(x)
    zeros[1:, :-2] = x[:-1, 2:]
    return {"x": x.tolist(), "zeros": zeros.tolist(), "wrap": np.roll(x, (1, -2), (0, 1)).tolist()}


if __name__ == "__main__":
    main()
