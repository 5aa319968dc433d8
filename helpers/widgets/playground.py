"""The kernel playground: pictures through 3×3 kernels, with predictions to make before looking."""

from typing import Any

import anywidget
import numpy as np
import traitlets
from numpy.typing import ArrayLike

from helpers.images import load_photograph
from helpers.widgets.grid import Grid
from helpers.widgets.source import script, style

SIDE = 128
PHOTOGRAPHS = ("camera", "coins", "text")
PICTURES = ("face", "cross", "diagonal", "checkerboard", *PHOTOGRAPHS, "drawing", "file")
KERNELS = ("vertical edges", "horizontal edges", "sobel", "laplacian", "blur", "sharpen", "emboss", "own")
TOPICS = ("kernels", "signs")


class KernelPlayground(anywidget.AnyWidget):
    """Choose a picture and a kernel and see the output; draw, bring a picture, type a kernel.

    Kernels are slid as they stand (cross-correlation) over 128×128 grey values from 0 to 1, without padding.

    Parameters
    ----------
    picture : str, optional
        What is shown first: one of ``PICTURES``.
    kernel : str, optional
        What is slid first: one of ``KERNELS``.
    own : array_like, shape (3, 3), optional
        The reader's own kernel, to begin with. Without it the one that changes nothing.
    relu : bool, optional
        Start with negative responses replaced by 0.
    topic : str, optional
        What the three questions above the pictures are about: ``"kernels"``, or ``"signs"`` and what ReLU makes of
        them.
    key : str, optional
        Unique in its page: the name under which what was chosen, typed and drawn is kept over a reload. Empty keeps
        nothing.

    Raises
    ------
    ValueError
        If the picture, the kernel or the topic has another name, or ``own`` is not 3×3 finite numbers.

    Examples
    --------
    >>> playground = KernelPlayground(picture="coins", kernel="sobel")
    >>> playground.own
    [[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]
    """

    _esm = script("playground")
    _css = style("parts/grids", "parts/explanation", "playground")
    picture = traitlets.Unicode().tag(sync=True)
    kernel = traitlets.Unicode().tag(sync=True)
    own = Grid((3, 3), smallest=(3, 3)).tag(sync=True)
    relu = traitlets.Bool().tag(sync=True)
    topic = traitlets.Unicode("kernels").tag(sync=True)
    camera = traitlets.Bytes().tag(sync=True)
    coins = traitlets.Bytes().tag(sync=True)
    text = traitlets.Bytes().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        *,
        picture: str = "face",
        kernel: str = "vertical edges",
        own: ArrayLike = ((0, 0, 0), (0, 1, 0), (0, 0, 0)),
        relu: bool = False,
        topic: str = "kernels",
        key: str = "",
    ) -> None:
        pixels = {name: _as_bytes(load_photograph(name, size=SIDE)) for name in PHOTOGRAPHS}
        super().__init__(picture=picture, kernel=kernel, own=own, relu=relu, topic=topic, key=key, **pixels)

    @traitlets.validate("picture", "kernel", "topic")
    def _known(self, proposal: Any) -> str:
        name, value = proposal["trait"].name, proposal["value"]
        known = {"picture": PICTURES, "kernel": KERNELS, "topic": TOPICS}[name]
        if value not in known:
            raise ValueError(f"KernelPlayground: there is no {name} {value!r}; use one of {', '.join(known)}.")
        return value


def _as_bytes(grey: np.ndarray) -> bytes:
    return np.round(grey * 255).astype(np.uint8).tobytes()
