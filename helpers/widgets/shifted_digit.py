"""The shifted digit: move it over its canvas, and see which of two trained heads depends on where it lies."""

from pathlib import Path
from typing import Any

import anywidget
import numpy as np
import traitlets

from helpers.widgets.source import script, style

FILE = Path(__file__).parents[1] / "measured" / "digit_nets.npz"
LAYERS = ("maps.0", "maps.2", "head.{last}")
FURTHEST = 4


class ShiftedDigit(anywidget.AnyWidget):
    """Move a digit over a canvas of 16×16 while two small trained networks read it, live in the page.

    Both were trained on digits in the middle: see :mod:`helpers.measured.digit_nets`. Up to the maps they are alike.
    One then flattens the maps and has a weight for each place; the other keeps of each map its largest number. The
    maps of both move along with the digit, the logits of the first change, and those of the second stay for as long
    as no window on the digit sees the border.

    Parameters
    ----------
    digit : int, optional
        Which digit is shown first, 0 to 9. All ten can be chosen; neither network was trained on them.
    shift : tuple of two int, optional
        Rows down and columns to the right from the middle to begin with, −4 to 4.
    predict : bool, optional
        Ask for three predictions before the first move, and cover the rest until they are made.
    key : str, optional
        Unique in its page: the name under which what was changed is kept over a reload. Empty keeps nothing.

    Raises
    ------
    ValueError
        If the digit or the shift is not one of those said here.
    ModuleNotFoundError
        If scikit-learn, whose digits they are, is not installed.

    Examples
    --------
    >>> ShiftedDigit(digit=3, shift=(0, 2)).shift
    [0, 2]
    """

    _esm = script("shifted_digit")
    _css = style("parts/grids", "parts/torch", "parts/stage", "parts/handle", "parts/forecast", "shifted_digit")
    weights = traitlets.Bytes(help="Of both networks, float16: layer by layer, weight before bias.").tag(sync=True)
    digits = traitlets.Bytes(help="Ten digits from 0 on, 64 bytes each, 0 to 16.").tag(sync=True)
    digit = traitlets.Int(5).tag(sync=True)
    shift = traitlets.List(traitlets.Int(), [0, 0]).tag(sync=True)
    predict = traitlets.Bool().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(
        self, *, digit: int = 5, shift: tuple[int, int] = (0, 0), predict: bool = False, key: str = ""
    ) -> None:
        with np.load(FILE) as held:
            weights, digits = _weights(held), _digits(held["shown"])
        options = {"digit": digit, "shift": list(shift), "predict": predict, "key": key}
        super().__init__(weights=weights, digits=digits, **options)

    @traitlets.validate("digit")
    def _known(self, proposal: Any) -> int:
        if not 0 <= proposal["value"] <= 9:
            raise ValueError(f"ShiftedDigit: digit is {proposal['value']}; use 0 to 9.")
        return proposal["value"]

    @traitlets.validate("shift")
    def _on_the_canvas(self, proposal: Any) -> list[int]:
        value = proposal["value"]
        if len(value) != 2 or not all(-FURTHEST <= by <= FURTHEST for by in value):
            raise ValueError(
                f"ShiftedDigit: shift is {value}; give rows and columns, each from −{FURTHEST} to {FURTHEST}: beyond "
                "that the digit leaves its canvas."
            )
        return value


def _weights(held: Any) -> bytes:
    names = [f"{net}.{layer}" for net, last in (("flatten", 1), ("global_pool", 2)) for layer in _layers(last)]
    parts = [held[f"{name}.{part}"] for name in names for part in ("weight", "bias")]
    return b"".join(part.astype("<f2").tobytes() for part in parts)


def _layers(last: int) -> list[str]:
    return [layer.format(last=last) for layer in LAYERS]


def _digits(places: np.ndarray) -> bytes:
    from helpers.digits import load_small_digits  # the page has them already; only who builds it needs the package

    images, _ = load_small_digits()
    return np.round(images[places] * 16).astype(np.uint8).tobytes()
