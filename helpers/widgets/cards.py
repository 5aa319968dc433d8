"""Cards to learn the words by: a term on one side, its meaning on the other."""

from collections.abc import Mapping

import anywidget
import traitlets

from helpers.widgets.source import script, style


class Cards(anywidget.AnyWidget):
    """A stack of cards, turned by a click, Enter or Space, walked through by the arrow keys.

    Parameters
    ----------
    cards : mapping of str to str
        Each term and its meaning, in the order in which they are shown. Plain text; code in backticks.
    key : str, optional
        Unique in its page: the name under which the place in the stack, and what is known, are kept over a reload.
        Empty keeps nothing.

    Examples
    --------
    >>> Cards({"kernel": "The small grid of numbers that slides."}).cards
    [['kernel', 'The small grid of numbers that slides.']]
    """

    _esm = script("cards")
    _css = style("cards")
    cards = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(self, cards: Mapping[str, str], *, key: str = "") -> None:
        super().__init__(cards=[[term, meaning] for term, meaning in cards.items()], key=key)
