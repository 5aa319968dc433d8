"""Print, as JSON, what the Python reference says of windows; the test of the geometry slider compares with it."""

import itertools
import json

import numpy as np

from helpers.shapes import extent, out_size

MODES = {"zeros": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}


def main() -> None:
    settings = itertools.product((1, 4, 7, 12), (1, 2, 3, 5), (1, 2, 3), ((0, 0), (1, 1), (1, 2), (3, 3)), (1, 2, 3))
    names = ("size", "kernel", "stride", "padding", "dilation")
    print(json.dumps([_case(dict(zip(names, values, strict=True))) for values in settings]))


def _case(given: dict) -> dict:
    size, kernel, stride, padding, dilation = given.values()
    room = size + sum(padding)
    columns = np.arange(-padding[0], size + padding[1])
    case = {**given, "out": 0, "taps": [], "sources": {}}
    if room >= extent(kernel, dilation):
        case["out"] = out_size(room, kernel, stride=stride, dilation=dilation)
        starts = stride * np.arange(case["out"])
        case["taps"] = columns[starts[:, None] + dilation * np.arange(kernel)].tolist()
    for mode, name in MODES.items():
        if max(padding) < size:
            filled = {"constant_values": -1} if mode == "zeros" else {}
            case["sources"][mode] = np.pad(np.arange(size), padding, mode=name, **filled).tolist()
    return case


if __name__ == "__main__":
    main()
