"""The field of a cell by one gradient, in a network of which nothing is known but that it can be called."""

import copy
from typing import Any

from autograder.exercise import Case, Exercise, Given, Part
from autograder.exercises.ch07_receptive_fields._gradient_slips import SLIPS
from autograder.trials import Values


def reference(net: Any, shape: tuple[int, int, int], *, cell: tuple[int, int] | None = None) -> Any:
    """Find the input cells that one cell of a network's last map can see.

    Parameters
    ----------
    net : torch.nn.Module
        Of convolutions, ReLUs and mean pools.
    shape : tuple of int
        Channels, height and width of the input.
    cell : tuple of int, optional
        Row and column in the last map; its middle, if it is left out.

    Returns
    -------
    torch.Tensor, shape (height, width), bool
        As :func:`helpers.fields.rf_by_gradient` finds it.
    """
    import torch

    from helpers.fields import rf_by_gradient

    return torch.from_numpy(rf_by_gradient(net, shape, cell=cell))


def slipped(
    net: Any, shape: tuple[int, int, int], *, cell: tuple[int, int] | None = None, slips: frozenset[str] = frozenset()
) -> Any:
    """Ask the gradient, making the mistakes asked for."""
    import torch

    opened = _opened(net, slips)
    x = torch.zeros(1, *shape) if "zeros-asked" in slips else torch.ones(1, *shape)
    y = opened(x.requires_grad_())
    if "whole-map" in slips:
        asked = y.sum()
    else:
        row, column = _cell(y.shape[2:], cell, slips)
        asked = y[0, 0, row, column] if "first-map-only" in slips else y[0, :, row, column].sum()
    (gradient,) = torch.autograd.grad(asked, x)
    return _mask(gradient[0], slips)


def _opened(net: Any, slips: frozenset[str]) -> Any:
    opened = net if "net-changed" in slips else copy.deepcopy(net)
    for name, parameter in opened.named_parameters():
        kept = "weights-kept" in slips or ("biases-kept" in slips and name.endswith("bias"))
        parameter.data = parameter.data if kept else parameter.data.abs()
    return opened


def _cell(size: tuple[int, int], cell: tuple[int, int] | None, slips: frozenset[str]) -> tuple[int, int]:
    if cell is None or "cell-ignored" in slips:
        if "corner-for-middle" in slips:
            return 0, 0
        if "middle-rounded-down" in slips:
            return (size[0] - 1) // 2, (size[1] - 1) // 2
        return size[0] // 2, size[1] // 2
    if "cell-swapped" in slips:
        return cell[1], cell[0]
    return (cell[0] - 1, cell[1] - 1) if "counted-from-one" in slips else cell


def _mask(gradient: Any, slips: frozenset[str]) -> Any:
    gradient = gradient[0] if "first-channel-only" in slips else _over_channels(gradient, slips)
    if "gradient-returned" in slips:
        return gradient
    mask = gradient > gradient.abs().max() / 5 if "small-dropped" in slips else gradient != 0
    if "gaps-filled" in slips and mask.any():
        rows, columns = mask.any(dim=1).nonzero()[:, 0], mask.any(dim=0).nonzero()[:, 0]
        mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] = True
    return mask


def _over_channels(gradient: Any, slips: frozenset[str]) -> Any:
    sizes = gradient.abs()
    return sizes.amin(dim=0) if "every-channel" in slips else sizes.sum(dim=0)


def _drawn(rng: Any) -> tuple[Case, ...]:
    height, width = (int(size) for size in rng.integers(9, 12, size=2))
    row, column = int(rng.integers(1, 5)), int(rng.integers(1, 4))
    return (
        Case((Given("gapped_stack"), (2, height, width))),
        Case((Given("strided_stack"), (1, height + 2, width)), {"cell": (1 + row % 2, 1 + column % 2)}),
        Case((Given("two_views"), (2, height, width)), {"cell": (row, column + 3)}),
    )


def _working(case: Case, index: tuple[int, ...]) -> str:
    if case.trial:
        return "The network that was handed over has to be as it was: work on `copy.deepcopy(net)`."
    sees = bool(reference(resolve_net(case), case.args[1], **case.options)[index])
    cell = f"cell {case.options['cell']}" if "cell" in case.options else "the middle cell of the last map"
    return f"A change of input pixel {list(index)} {'can reach' if sees else 'cannot reach'} {cell}."


def resolve_net(case: Case) -> Any:
    """Build the network that a case names.

    Parameters
    ----------
    case : Case
        Its first argument is a :class:`~autograder.exercise.Given`.

    Returns
    -------
    torch.nn.Module
        Anew each time.
    """
    from autograder.given import resolve

    return resolve(case.args[0])


EXERCISE = Exercise(
    name="rf_by_gradient",
    chapter=7,
    goal="Return which input pixels one cell of a network's last map can see: a bool tensor (height, width).",
    reference=reference,
    slipped=slipped,
    working=_working,
    allowed=("torch",),
    parts=(
        Part(
            "the middle cell",
            3,
            (
                Case((Given("gapped_stack"), (2, 10, 11))),
                Case((Given("strided_stack"), (1, 11, 9))),
                Case((Given("padded_row"), (1, 6, 8))),
                Case((Given("shut_stack"), (1, 7, 6))),
                Case((Given("two_views"), (2, 7, 8))),
                Case((Given("gapped_stack"), (2, 10, 11)), trial=Values(argument=0)),
            ),
        ),
        Part(
            "any cell",
            2,
            (
                Case((Given("gapped_stack"), (2, 10, 11)), {"cell": (1, 2)}),
                Case((Given("strided_stack"), (1, 13, 9)), {"cell": (3, 1)}),
                Case((Given("padded_row"), (1, 6, 8)), {"cell": (2, 1)}),
                Case((Given("two_views"), (2, 7, 8)), {"cell": (4, 5)}),
            ),
            _drawn,
        ),
    ),
    slips=SLIPS,
)
