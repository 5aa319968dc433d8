"""Print, as JSON, what numpy says of runs of several depths; the test of the depth slider compares with it."""

import json
from base64 import b64encode

import numpy as np

from helpers.widgets.depth_slider import KINDS, MEASURES, DepthSlider
from tests.helpers.widgets.depth_runs import made_up


def main() -> None:
    runs = made_up()
    widget = DepthSlider(runs)
    bytes_ = b64encode(widget.runs).decode()
    print(json.dumps({"layout": widget.layout_of, "bytes": bytes_, "cases": list(_cases(runs, widget.layout_of))}))


def _cases(runs: dict, layout: dict):
    for kind in KINDS:
        for depth in layout["depths"]:
            norms = runs[f"{kind}_{depth}_grad_norms"]
            curves = {measure: runs[f"{kind}_{depth}_{measure}"] for measure in MEASURES}
            yield {
                "kind": kind,
                "depth": depth,
                "means": {measure: values.mean(axis=0).tolist() for measure, values in curves.items()},
                "last": {measure: values[:, -1].tolist() for measure, values in curves.items()},
                "norms": norms.mean(axis=0).tolist(),
                "ratios": (norms[:, :, 0] / norms[:, :, -1]).T.tolist(),
                "told": {measure: _told(measure, values[:, -1]) for measure, values in curves.items()},
            }


def _told(measure: str, values: np.ndarray) -> str:
    """Write the range of the runs in the way of the prose."""
    if measure == "train_loss":
        texts = ["below 0.0001" if one < 1e-4 else f"{float(f'{one:.2g}'):g}" for one in (values.min(), values.max())]
        return " to ".join(dict.fromkeys(texts))
    if (values == 1).all():
        return "all"
    return f"{' to '.join(dict.fromkeys(f'{100 * one:.0f}' for one in (values.min(), values.max())))} %"


if __name__ == "__main__":
    main()
