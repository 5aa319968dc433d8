"""Print, as JSON, what numpy makes of blocks on a row; the test of the residual laboratory compares with it."""

import json
from itertools import product

import numpy as np

from helpers.convolution import xcorr1d

SIGNALS = [[1, 3, 0, 2, 4, 2, 1], [-4, 4, -1, 0, 3], [0, -2, 1]]
STRENGTHS = (-0.5, -0.25, 0, 0.5, 1)


def branch(x: np.ndarray, strength: float) -> np.ndarray:
    return xcorr1d(np.pad(x, (1, 0)), [strength, -strength])


def relu(x: np.ndarray) -> np.ndarray:
    return np.maximum(x, 0)


BLOCKS = {
    "none": lambda x, strength: relu(branch(x, strength)),
    "after": lambda x, strength: relu(x + branch(x, strength)),
    "before": lambda x, strength: x + relu(branch(x, strength)),
    "preactivation": lambda x, strength: x + branch(relu(x), strength),
}


def main() -> None:
    cases = []
    for signal, strength, arrangement in product(SIGNALS, STRENGTHS, BLOCKS):
        made = [np.array(signal, dtype=float)]
        for _ in range(4):
            made.append(BLOCKS[arrangement](made[-1], strength))
        case = {"signal": signal, "strength": strength, "arrangement": arrangement}
        cases.append(case | {"branch": branch(made[0], strength).tolist(), "made": [one.tolist() for one in made]})
    print(json.dumps(cases))


if __name__ == "__main__":
    main()
