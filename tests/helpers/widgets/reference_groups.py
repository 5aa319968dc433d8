"""Print, as JSON, what helpers.costs says; the test of the groups slider's arithmetic compares with it."""

import json
from itertools import product

from helpers.costs import conv_macs, conv_params, separable_ratio

CHANNELS = [(8, 16), (12, 8), (16, 16), (3, 64), (64, 128), (6, 1), (512, 1024)]
KERNELS, SIZE = (1, 3, 7), 14


def main() -> None:
    cases = []
    for (ins, outs), kernel in product(CHANNELS, KERNELS):
        ratio = separable_ratio(ins, outs, kernel)
        counts = [groups for groups in range(1, ins + 1) if ins % groups == outs % groups == 0]
        cases.append(
            {
                "layer": {"in_channels": ins, "out_channels": outs, "kernel": kernel, "size": SIZE},
                "counts": counts,
                "weights": [conv_params(ins, outs, kernel, groups=groups, bias=False) for groups in counts],
                "macs": [conv_macs(ins, outs, kernel, SIZE, groups=groups) for groups in counts],
                "depthwise": conv_params(ins, ins, kernel, groups=ins, bias=False),
                "pointwise": conv_params(ins, outs, 1, bias=False),
                "ratio": {"over": ratio.numerator, "under": ratio.denominator},
            }
        )
    print(json.dumps(cases))


if __name__ == "__main__":
    main()
