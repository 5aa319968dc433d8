"""The depth slider: what a plain and a residual network learn with more and more layers, and their gradients."""

from collections.abc import Mapping
from typing import Any

import anywidget
import numpy as np
import traitlets
from numpy.typing import ArrayLike

from helpers.widgets.source import script, style

KINDS = ("plain", "residual")
MEASURES = ("train_accuracy", "test_accuracy", "train_loss")


class DepthSlider(anywidget.AnyWidget):
    """Slide the depth, and compare plain and residual networks: how they learn, and the gradient of each block.

    Each run is a thin line, the mean of a depth's runs a strong one. A sentence says what is seen, with its numbers.

    Parameters
    ----------
    runs : mapping of str to array_like
        What was measured, as ``helpers.measured.degradation.load()`` returns it: ``depths``, rising; ``epochs``, shape
        (epochs,); ``moments``, the epochs after which gradients were measured; and for each kind ``k``, ``plain`` and
        ``residual``, and each depth ``d``: ``k_d_train_loss``, ``k_d_train_accuracy``, ``k_d_test_accuracy``, shape
        (seeds, epochs), accuracies from 0 to 1, and ``k_d_grad_norms``, shape (seeds, moments, blocks). What else it
        holds is not read.
    depth : int, optional
        Which depth is shown first; without it the shallowest.
    measure : {"train_accuracy", "test_accuracy", "train_loss"}, optional
        What is shown first.
    predict : bool, optional
        Ask for predictions about the deepest networks, and cover those, the residual ones and the gradients until they
        are made.
    key : str, optional
        Unique in its page: the name under which what was changed is kept over a reload. Empty keeps nothing.

    Raises
    ------
    ValueError
        If something is missing in the runs or has another shape than the rest, if a number cannot be shown, or if the
        depth or the measure is not one of those measured.

    Examples
    --------
    >>> runs = {"depths": [4, 8], "epochs": [1, 2], "moments": [0]}
    >>> for kind in ("plain", "residual"):
    ...     for depth, blocks in ((4, 1), (8, 3)):
    ...         runs |= {f"{kind}_{depth}_{measure}": [[0.5, 0.75]] for measure in MEASURES}
    ...         runs[f"{kind}_{depth}_grad_norms"] = [[[0.1] * blocks]]
    >>> DepthSlider(runs).layout_of["blocks"]
    [1, 3]
    """

    _esm = script("depth_slider")
    _css = style("parts/grids", "parts/stage", "parts/forecast", "parts/chart", "depth_slider")
    runs = traitlets.Bytes(help="float32: curves by measure, kind and depth, then gradient norms.").tag(sync=True)
    layout_of = traitlets.Dict(help="depths, epochs, moments, seeds, and the blocks of each depth.").tag(sync=True)
    depth = traitlets.Int().tag(sync=True)
    measure = traitlets.Unicode().tag(sync=True)
    epoch = traitlets.Int(-1, help="Place among the epochs; −1 is the last.").tag(sync=True)
    moment = traitlets.Int(0, help="Place among the moments.").tag(sync=True)
    block = traitlets.Int(0, help="Place among the blocks.").tag(sync=True)
    predict = traitlets.Bool().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        runs: Mapping[str, ArrayLike],
        *,
        depth: int | None = None,
        measure: str = "train_accuracy",
        predict: bool = False,
        key: str = "",
    ) -> None:
        layout = _layout(runs)
        packed = b"".join(part.astype("<f4").tobytes() for part in _parts(runs, layout))
        shown = layout["depths"][0] if depth is None else depth
        options = {"depth": shown, "measure": measure, "predict": predict, "key": key}
        super().__init__(runs=packed, layout_of=layout, **options)

    @traitlets.validate("depth")
    def _measured(self, proposal: Any) -> int:
        depths = self.layout_of["depths"]
        if proposal["value"] not in depths:
            raise ValueError(f"DepthSlider: depth is {proposal['value']}; use one of those measured: {depths}.")
        return proposal["value"]

    @traitlets.validate("measure")
    def _known(self, proposal: Any) -> str:
        if proposal["value"] not in MEASURES:
            raise ValueError(f"DepthSlider: measure is {proposal['value']!r}; use one of {', '.join(MEASURES)}.")
        return proposal["value"]


def _layout(runs: Mapping[str, ArrayLike]) -> dict:
    """Return the depths, epochs and moments, and how many seeds and blocks there are."""
    lists = {name: np.asarray(_held(runs, name)).tolist() for name in ("depths", "epochs", "moments")}
    for name, least in (("depths", 2), ("epochs", 2), ("moments", 1)):
        values = lists[name]
        if len(values) < least or sorted(set(values)) != values:
            raise ValueError(f"DepthSlider: {name} are {values}; give {least} or more whole numbers that rise.")
    norms = [np.asarray(_held(runs, f"{KINDS[0]}_{depth}_grad_norms")) for depth in lists["depths"]]
    if any(one.ndim != 3 for one in norms):
        shapes = [one.shape for one in norms]
        raise ValueError(f"DepthSlider: the gradient norms have shapes {shapes}; give (seeds, moments, blocks).")
    return {**lists, "seeds": len(norms[0]), "blocks": [one.shape[2] for one in norms]}


def _parts(runs: Mapping[str, ArrayLike], layout: dict) -> list[np.ndarray]:
    """Return all arrays in the order in which the page reads them."""
    seeds, depths = layout["seeds"], list(zip(layout["depths"], layout["blocks"], strict=True))
    curve = (seeds, len(layout["epochs"]))
    parts = [
        _checked(runs, f"{kind}_{depth}_{measure}", curve)
        for measure in MEASURES
        for kind in KINDS
        for depth, _ in depths
    ]
    for kind in KINDS:
        for depth, blocks in depths:
            parts.append(_checked(runs, f"{kind}_{depth}_grad_norms", (seeds, len(layout["moments"]), blocks)))
    return parts


def _checked(runs: Mapping[str, ArrayLike], name: str, shape: tuple[int, ...]) -> np.ndarray:
    values = np.asarray(_held(runs, name), dtype=np.float64)
    if values.shape != shape or 0 in shape:
        raise ValueError(
            f"DepthSlider: {name} has shape {values.shape}; beside the other runs it must have {shape}, and no 0 in it."
        )
    if not np.isfinite(values).all() or values.min() < 0:
        raise ValueError(f"DepthSlider: {name} holds numbers below 0, infinite or NaN; leave out runs that diverged.")
    if name.endswith("accuracy") and values.max() > 1:
        raise ValueError(f"DepthSlider: {name} goes up to {values.max():g}; give shares from 0 to 1, not percentages.")
    return values


def _held(runs: Mapping[str, ArrayLike], name: str) -> ArrayLike:
    if name not in runs:
        raise ValueError(f"DepthSlider: runs have no {name!r}; give what helpers.measured.degradation.load() returns.")
    return runs[name]
