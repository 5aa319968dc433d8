"""Print, as JSON, what numpy says of runs of several depths; the test of the depth slider compares with it."""

import json
from base64 import b64encode

import numpy as np

from helpers.measured import degradation
from helpers.widgets.depth_slider import KINDS, MEASURES, DepthSlider
from tests.helpers.widgets.depth_runs import made_up


def main() -> None:
    print(json.dumps([_told_of(runs) for runs in (made_up(), degradation.load())]))


def _told_of(runs: dict) -> dict:
    widget = DepthSlider(runs)
    packed = b64encode(widget.runs).decode()
    return {"layout": widget.layout_of, "bytes": packed, "cases": list(_cases(runs, widget.layout_of))}


def _cases(runs: dict, layout: dict):
    for kind in KINDS:
        for depth in layout["depths"]:
            norms = runs[f"{kind}_{depth}_grad_norms"].astype(float)
            curves = {measure: runs[f"{kind}_{depth}_{measure}"].astype(float) for measure in MEASURES}
            yield {
                "kind": kind,
                "depth": depth,
                "means": {measure: values.mean(axis=0).tolist() for measure, values in curves.items()},
                "norms": norms.mean(axis=0).tolist(),
                "ratios": (norms[:, :, 0] / norms[:, :, -1]).T.tolist(),
                "told": {measure: [_told(measure, one) for one in values.T] for measure, values in curves.items()},
            }


def _told(measure: str, values: np.ndarray) -> str:
    """Write the range of the runs in the way of the prose."""
    ends = (values.min(), values.max())
    if measure == "train_loss":
        texts = ["below 0.0001" if one < 1e-4 else f"{float(f'{one:.2g}'):g}" for one in ends]
        return " to ".join(dict.fromkeys(texts))
    if (values == 1).all():
        return "all"
    return f"{' to '.join(dict.fromkeys(map(_percent, ends)))} %"


def _percent(share: float) -> str:
    """Write as few decimals as tell it from all and from none."""
    texts = (f"{100 * share:.{decimals}f}" for decimals in range(6))
    return next(text for text in texts if share in (0, 1) or 0 < float(text) < 100)


if __name__ == "__main__":
    main()
