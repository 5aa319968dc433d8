"""Print, as JSON, what helpers.layers says; the test of the channel sum's arithmetic compares with it."""

import json

import numpy as np

from helpers.layers import conv2d

SIZES = [((2, 3, 4), (2, 2, 2)), ((3, 7, 8), (3, 3, 3)), ((3, 5, 2), (3, 4, 1)), ((2, 2, 3), (2, 2, 3))]


def main() -> None:
    rng = np.random.default_rng(4)
    cases = [_case(rng.integers(-9, 10, image), rng.integers(-3, 4, kernels)) for image, kernels in SIZES]
    cases += [_case(rng.normal(size=image), rng.normal(size=kernels)) for image, kernels in SIZES]
    print(json.dumps(cases))


def _case(image: np.ndarray, kernels: np.ndarray) -> dict[str, list]:
    answers = {
        "all": conv2d(image[None], kernels[None], [2])[0, 0],
        "maps": np.stack([conv2d(x[None, None], k[None, None])[0, 0] for x, k in zip(image, kernels, strict=True)]),
        "first": conv2d(image[None, :1], kernels[None, :1], [2])[0, 0],
        "mean": conv2d(image[None] / len(image), kernels[None], [2.0])[0, 0],
    }
    arrays = {"image": image, "kernels": kernels, **answers}
    return {name: array.tolist() for name, array in arrays.items()}


if __name__ == "__main__":
    main()
