"""The convolution stepper: watch one window after the other become one number."""

from collections.abc import Callable
from typing import Any

import anywidget
import numpy as np
import traitlets
from numpy.typing import ArrayLike

from helpers.widgets.grid import Grid
from helpers.widgets.source import script, style

LARGEST_IMAGE, LARGEST_KERNEL = (12, 12), (5, 5)


class ConvolutionStepper(anywidget.AnyWidget):
    """An image and a kernel as numbers to change; each output cell shows its window, its products and its sum.

    Parameters
    ----------
    image : array_like, shape (height, width)
        At most 12×12.
    kernel : array_like, shape (kernel_height, kernel_width)
        At most 5×5, and not larger than the image.
    function : callable, optional
        Your own ``function(image, kernel)``. Wherever its output differs from the truth, the cell is marked. It is
        run again when the numbers change, which needs a running kernel.
    turned : bool, optional
        Start with true convolution, which turns the kernel by 180°, in place of cross-correlation.
    predict : bool, optional
        Cover the output until the reader says that the predictions are made.
    photograph : array_like, shape (side, side), optional
        Grey values from 0 to 1, at least 12×12, from which the reader may choose crops.
    key : str, optional
        Unique in its page: the name under which what was changed is kept over a reload. Empty keeps nothing.

    Raises
    ------
    ValueError
        If image or kernel are not finite numbers along two axes, are too large, or the kernel does not fit in the
        image; or if the photograph is not a square of values from 0 to 1.

    Examples
    --------
    >>> stepper = ConvolutionStepper([[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]], [[1, 0], [0, 1]])
    >>> stepper.kernel = np.array([[1, 2], [0, -1]])
    >>> stepper.kernel
    [[1.0, 2.0], [0.0, -1.0]]
    """

    _esm = script("stepper")
    _css = style("parts/grids", "parts/explanation", "parts/torch", "stepper")
    image = Grid(LARGEST_IMAGE).tag(sync=True)
    kernel = Grid(LARGEST_KERNEL).tag(sync=True)
    turned = traitlets.Bool().tag(sync=True)
    predict = traitlets.Bool().tag(sync=True)
    photograph = traitlets.Bytes().tag(sync=True)
    crop = traitlets.List(traitlets.Int(), help="Top and left of the crop; empty for numbers.").tag(sync=True)
    answer = traitlets.Dict(help="What the learner's function said, and to what.").tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        image: ArrayLike,
        kernel: ArrayLike,
        *,
        function: Callable[[np.ndarray, np.ndarray], ArrayLike] | None = None,
        turned: bool = False,
        predict: bool = False,
        photograph: ArrayLike | None = None,
        key: str = "",
    ) -> None:
        pixels = b"" if photograph is None else _as_bytes(photograph)
        super().__init__(image=image, kernel=kernel, turned=turned, predict=predict, photograph=pixels, key=key)
        self._function = function
        if function is not None:
            self._run()
            self.observe(self._run, ["image", "kernel", "turned"])

    @traitlets.validate("image", "kernel")
    def _fits(self, proposal: Any) -> list[list[float]]:
        sizes = {name: np.shape(getattr(self, name)) for name in ("image", "kernel")}
        sizes[proposal["trait"].name] = np.shape(proposal["value"])
        if any(kernel > image for kernel, image in zip(sizes["kernel"], sizes["image"], strict=True)):
            raise ValueError(
                f"ConvolutionStepper: kernel {sizes['kernel']} does not fit in image {sizes['image']}; "
                "use a larger image or a smaller kernel."
            )
        return proposal["value"]

    def _run(self, _change: Any = None) -> None:
        of = {"image": self.image, "kernel": self.kernel, "turned": self.turned}
        if {name: self.answer.get(name) for name in of} != of:
            name = getattr(self._function, "__name__", "your function")
            self.answer = {**of, "name": name, **_said(self._function, _as_array(self.image), _as_array(self.kernel))}


def _said(function: Callable, image: np.ndarray, kernel: np.ndarray) -> dict[str, Any]:
    """Run a learner's function: its values as the browser can hold them, or in words what went wrong."""
    shape = tuple(np.subtract(image.shape, kernel.shape) + 1)
    shape = tuple(map(int, shape))
    try:
        output = function(image, kernel)
    except (Exception, SystemExit) as error:
        return {"problem": f"raised {type(error).__name__}: {error}"}
    if output is None:
        return {"problem": "returned None; end it with return and the output."}
    try:
        values = np.asarray(output, dtype=np.float64)
    except (TypeError, ValueError, RuntimeError):
        return {"problem": f"returned {type(output).__name__}, which is no array of numbers."}
    if values.shape != shape:
        return {"problem": f"returned shape {values.shape}; here the output has shape {shape}."}
    return {"values": [[v if np.isfinite(v) else str(v) for v in row] for row in values.tolist()]}


def _as_array(rows: list[list[float]]) -> np.ndarray:
    """Return a fresh array: of integers where all are whole, as a learner would have typed them."""
    array = np.array(rows)
    whole = np.abs(array).max() < 2**53 and (array == array.round()).all()
    return array.astype(np.int64) if whole else array


def _as_bytes(photograph: ArrayLike) -> bytes:
    grey = np.asarray(photograph, dtype=np.float64)
    if grey.ndim != 2 or grey.shape[0] != grey.shape[1] or grey.shape[0] < LARGEST_IMAGE[0]:
        raise ValueError(
            f"ConvolutionStepper: photograph has shape {grey.shape}; it needs to be a square of at least 12×12, "
            "such as load_photograph('coins', size=96)."
        )
    if not (grey >= 0).all() or not (grey <= 1).all():
        raise ValueError("ConvolutionStepper: photograph needs grey values from 0 to 1; divide bytes by 255.")
    return np.round(grey * 255).astype(np.uint8).tobytes()
