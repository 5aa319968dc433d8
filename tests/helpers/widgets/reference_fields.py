"""Print, as JSON, what the library says of fields and paths; the test of the field tracer's arithmetic compares."""

import json

import numpy as np

from helpers.receptive_field import receptive_field, rf_interval
from helpers.shapes import out_size


def paths(layers: list[tuple[int, ...]], size: int, cell: int) -> list[int]:
    """Count paths as the product of the layers' matrices of zeros and ones, and return one row of it."""
    product = np.eye(size, dtype=int)
    for kernel, stride, padding, dilation in layers:
        ins, outs = len(product), out_size(len(product), kernel, stride=stride, padding=padding, dilation=dilation)
        offsets = np.arange(ins) - (np.arange(outs) * stride - padding)[:, None]
        product = ((offsets % dilation == 0) & (offsets >= 0) & (offsets <= dilation * (kernel - 1))) @ product
    return product[cell].tolist()


def main() -> None:
    draw, cases = np.random.default_rng(0), []
    for _ in range(40):
        layers = [tuple(draw.integers((1, 1, 0, 1), (6, 4, 3, 4)).tolist()) for _ in range(draw.integers(1, 4))]
        sizes = [200]
        for kernel, stride, padding, dilation in layers:
            sizes.append(out_size(sizes[-1], kernel, stride=stride, padding=padding, dilation=dilation))
        cell = int(draw.integers(sizes[-1]))
        told = {"field": receptive_field(layers)._asdict(), "interval": rf_interval(layers, cell), "sizes": sizes}
        cases.append({"layers": layers, "cell": cell, **told, "paths": paths(layers, 200, cell)})
    print(json.dumps(cases))


if __name__ == "__main__":
    main()
