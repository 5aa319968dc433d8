"""The residual laboratory: drag the input of a block, and see what its branch computes and what is added to what."""

from typing import Any

import anywidget
import traitlets

from helpers.widgets.source import script, style

MOST, FEWEST_BARS, MOST_BARS, MOST_BLOCKS = 4, 3, 7, 10
ARRANGEMENTS = ("none", "after", "before", "preactivation")


class ResidualLab(anywidget.AnyWidget):
    """Drag the numbers that come into a block, and see the branch F(x), the sum, the ReLU, and many blocks in a row.

    The branch is small enough to follow by eye: F(x) is the strength times (left neighbour − own value), with 0
    beyond the left end. With a strength of 0 it is 0; with 1 the sum moves the row by one place to the right.

    Parameters
    ----------
    signal : sequence of int
        The numbers that come in, three to seven of them, each −4 to 4.
    strength : float, optional
        How strong the branch is, −0.5 to 1 in quarters.
    arrangement : {"after", "none", "before", "preactivation"}, optional
        What the block computes: relu(x + F(x)), relu(F(x)), x + relu(F(x)) or x + F(relu(x)).
    blocks : int, optional
        How many blocks, all alike, stand in a row, 1 to 10.
    predict : bool, optional
        Cover what comes out until the reader says that the predictions are made.
    key : str, optional
        Unique in its page: the name under which what was changed is kept over a reload. Empty keeps nothing.

    Raises
    ------
    ValueError
        If an argument is not one of those said here.

    Examples
    --------
    >>> ResidualLab([1, 3, 0], strength=0.5, arrangement="before").blocks
    1
    """

    _esm = script("residual_lab")
    _css = style("parts/torch", "parts/stage", "residual_lab")
    signal = traitlets.List(traitlets.Int()).tag(sync=True)
    strength = traitlets.Float(0.5).tag(sync=True)
    arrangement = traitlets.Unicode("after").tag(sync=True)
    blocks = traitlets.Int(1).tag(sync=True)
    predict = traitlets.Bool().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        signal: list[int],
        *,
        strength: float = 0.5,
        arrangement: str = "after",
        blocks: int = 1,
        predict: bool = False,
        key: str = "",
    ) -> None:
        given = {"signal": list(signal), "strength": strength, "arrangement": arrangement, "blocks": blocks}
        super().__init__(**given, predict=predict, key=key)

    @traitlets.validate("signal")
    def _short(self, proposal: Any) -> list[int]:
        value = proposal["value"]
        if not FEWEST_BARS <= len(value) <= MOST_BARS or not all(-MOST <= number <= MOST for number in value):
            raise ValueError(
                f"ResidualLab: signal is {value}; give {FEWEST_BARS} to {MOST_BARS} whole numbers, each −{MOST} to "
                f"{MOST}."
            )
        return value

    @traitlets.validate("strength")
    def _in_quarters(self, proposal: Any) -> float:
        value = proposal["value"]
        if not -0.5 <= value <= 1 or not (4 * value).is_integer():
            raise ValueError(f"ResidualLab: strength is {value}; use −0.5 to 1 in quarters, such as 0.25.")
        return value

    @traitlets.validate("arrangement")
    def _known(self, proposal: Any) -> str:
        if proposal["value"] not in ARRANGEMENTS:
            raise ValueError(
                f"ResidualLab: arrangement is {proposal['value']!r}; use one of {', '.join(ARRANGEMENTS)}."
            )
        return proposal["value"]

    @traitlets.validate("blocks")
    def _few(self, proposal: Any) -> int:
        if not 1 <= proposal["value"] <= MOST_BLOCKS:
            raise ValueError(f"ResidualLab: blocks is {proposal['value']}; use 1 to {MOST_BLOCKS}.")
        return proposal["value"]
