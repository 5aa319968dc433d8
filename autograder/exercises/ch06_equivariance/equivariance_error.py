"""By how much shift before and shift after differ."""

from collections.abc import Callable

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch06_equivariance._shifting import (
    BORDERS,
    CHANNELS,
    DISTANCE_SLIPS,
    IMAGES,
    SHIFT,
    SHIFT_SLIPS,
    SMALL,
    Shift,
    call,
    distance,
    drawn_images,
    shifted,
)
from autograder.given import resolve
from autograder.show import number
from helpers.equivariance import equivariance_error

STRIDE = "06_1_equivariance#Stride breaks it"
LARGE = (np.arange(2 * 11 * 13) * 37 % 53 - 20).reshape(1, 2, 11, 13)  # its map has cells inside a margin of 2


def slipped(
    f: Callable[[np.ndarray], np.ndarray],
    x: np.ndarray,
    shift: Shift,
    *,
    stride: int = 1,
    margin: int = 0,
    slips: frozenset[str] = frozenset(),
) -> float:
    """Compare the two ways, making the mistakes asked for."""
    after = np.asarray(f(shifted(x, shift, slips)))
    before = np.asarray(f(x))
    step = 1 if "stride-ignored" in slips else stride
    steps = tuple(s * step if "stride-multiplied" in slips else s // step for s in shift)
    back = {"moved-back": (-steps[0], -steps[1]), "compared-unmoved": (0, 0)}
    steps = next((back[slip] for slip in back if slip in slips), steps)
    before = shifted(x if "compared-with-the-image" in slips else before, steps, slips)
    image, margin = x.shape[-2:], margin // stride if "margin-divided" in slips else margin
    return distance(_inner(after, margin, slips, image), _inner(before, margin, slips, image), slips)


def _inner(y: np.ndarray, margin: int, slips: frozenset[str] = frozenset(), image: tuple[int, ...] = ()) -> np.ndarray:
    if "margin-ignored" in slips:
        return y
    if "margin-in-front-only" in slips:
        return y[..., margin:, margin:]
    sizes = image if "margin-by-the-image" in slips else y.shape[-2:]
    rows, columns = (slice(margin, size - margin) for size in sizes)
    return y[..., columns] if "margin-of-columns-only" in slips else y[..., rows, columns]


def _working(case: Case, _: tuple[int, ...]) -> str:
    (f, x, shift), options = case.args, {"stride": 1, "margin": 0, **case.options}
    function, margin = resolve(f), options["margin"]
    steps = (shift[0] // options["stride"], shift[1] // options["stride"])
    after, before = function(shifted(x, shift)), shifted(function(x), steps)
    gaps = np.abs(_inner(after.astype(float), margin) - _inner(before, margin))
    cell = np.unravel_index(gaps.argmax(), gaps.shape)
    cell = (*cell[:-2], int(cell[-2]) + margin, int(cell[-1]) + margin)
    told = f"The map moves by ({number(steps[0])}, {number(steps[1])}) cells. "
    told += f"Without {margin} at each border, the" if margin else "The"
    if not gaps.any():
        return f"{told} two maps are equal in all cells."
    return (
        f"{told} largest difference is in cell [{', '.join(map(str, cell))}]: f(shifted x) has {number(after[cell])} "
        f"and shifted f(x) has {number(before[cell])} there, {number(gaps.max())} apart."
    )


def _drawn(rng: np.random.Generator, calls: tuple[tuple[str, Shift, dict], ...]) -> tuple[Case, ...]:
    sizes = ((4, 6), (6, 4), (8, 10), (12, 8))
    return tuple(
        call(name, drawn_images(rng, *size), shift, **options)
        for size, (name, shift, options) in zip(sizes, calls, strict=False)
    )


def _drawn_plain(rng: np.random.Generator) -> tuple[Case, ...]:
    names = ("adds_position", "zero_padded_convolution", "circular_convolution", "adds_position")
    shifts = [(int(rng.integers(1, 3)), int(rng.integers(-3, 0))) for _ in names]
    return _drawn(rng, tuple((name, shift, {}) for name, shift in zip(names, shifts, strict=True)))


def _drawn_strides(rng: np.random.Generator) -> tuple[Case, ...]:
    names = ("max_pooling", "strided_convolution", "max_pooling", "max_pooling")
    shifts = [(2 * int(rng.integers(-1, 3)), 2 * int(rng.integers(1, 3))) for _ in names]
    return _drawn(rng, tuple((name, shift, {"stride": 2}) for name, shift in zip(names, shifts, strict=True)))


def _drawn_margins(rng: np.random.Generator) -> tuple[Case, ...]:
    names = ("adds_position", "zero_padded_convolution", "adds_position", "zero_padded_convolution")
    shifts, margins = ((1, -1), (0, 1), (3, 2), (2, -3)), (1, 1, 3, 2)
    shifts = tuple((down, right * int(rng.choice([-1, 1]))) for down, right in shifts)
    return _drawn(rng, tuple((n, s, {"margin": m}) for n, s, m in zip(names, shifts, margins, strict=True)))


EXERCISE = Exercise(
    name="equivariance_error",
    chapter=6,
    goal="Return the largest difference between f(shifted x) and shifted f(x), a single number.",
    reference=equivariance_error,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "maps as large as the image",
            points=2,
            probe=(
                call("adds_position", SMALL, (0, 1)),
                call("zero_padded_convolution", SMALL, (1, 0)),
                call("circular_convolution", IMAGES, (1, -2)),
                call("zero_padded_convolution", IMAGES, (-1, 2)),
                call("adds_position", IMAGES, (1, 2)),
                call("rectified_pair", CHANNELS, (2, 3)),
                call("zero_padded_convolution", CHANNELS / 16, (2, -1)),
            ),
            cases=_drawn_plain,
        ),
        Part(
            "strides",
            points=2,
            probe=(
                call("strided_convolution", IMAGES, (2, -2), stride=2),
                call("max_pooling", IMAGES, (2, 4), stride=2),
                call("max_pooling", np.pad(IMAGES, ((0, 0), (0, 0), (1, 0), (0, 1))), (-2, 2), stride=2),
                call("max_pooling", CHANNELS[..., :5, :7], (2, 2), stride=2),
            ),
            cases=_drawn_strides,
        ),
        Part(
            "margins",
            points=2,
            probe=(
                call("zero_padded_convolution", CHANNELS, (1, -1), margin=2),
                call("zero_padded_convolution", CHANNELS, (1, -1), margin=1),
                call("adds_position", IMAGES, (-1, 2), margin=1),
                call("adds_position", CHANNELS, (2, 1), margin=1),
                call("max_pooling", CHANNELS, (0, 2), stride=2, margin=1),
                call("max_pooling", np.pad(CHANNELS, ((0, 0), (0, 0), (1, 0), (0, 1))), (2, -2), stride=2, margin=1),
                call("max_pooling", LARGE, (4, -4), stride=2, margin=2),
            ),
            cases=_drawn_margins,
        ),
    ),
    slips=(
        Slip(
            "compared-unmoved",
            decision="moved",
            does="You compare f(shifted x) with f(x) where it stands.",
            why="That asks for *invariance*: that nothing changes. Equivariance asks that the map moves along, so the "
            "map is shifted before it is compared.",
            code="np.abs(f(moved) - f(x)).max()",
            section=SHIFT,
            seen="Popular texts say that a convolution is translation *invariant*; what it has is equivariance.",
        ),
        Slip(
            "moved-back",
            decision="moved",
            does="You shift the map the opposite way.",
            why="If the digit moves to the right, its answers move to the right. To undo the shift, it is the "
            "*other* map that would have to go back.",
            code="np.roll(f(x), (-down, -right), axis=(-2, -1))",
            section=SHIFT,
            seen="Where one map is to be brought back over the other, and the wrong one is moved.",
        ),
        Slip(
            "compared-with-the-image",
            decision="compared",
            does="You compare f(shifted x) with the shifted image, and not with the shifted map.",
            why="The two ways are shift, then f; and f, then shift. f belongs to both.",
            code="np.abs(f(moved) - moved).max()",
            section=SHIFT,
            seen="In tests that a function changes nothing: another question.",
        ),
        Slip(
            "stride-ignored",
            decision="stride",
            does="You move the map as far as the image, whatever the stride is.",
            why="A map of stride 2 has half as many cells: an image that moves by 4 moves it by 2.",
            code="np.roll(f(x), shift, axis=(-2, -1))",
            section=STRIDE,
            seen="A test written for stride 1, where both shifts are the same.",
        ),
        Slip(
            "stride-multiplied",
            decision="stride",
            does="You multiply the shift by the stride, and it has to be divided.",
            why="The map is *coarser* than the image: 4 cells of the image are 2 cells of a map of stride 2.",
            code="np.roll(f(x), (down * stride, right * stride), axis=(-2, -1))",
            section=STRIDE,
            seen="It is the way back: from a cell of the map to the image one multiplies by the stride.",
        ),
        Slip(
            "margin-ignored",
            decision="margin",
            does="You compare all cells, whatever the margin is.",
            why="`margin` cells at each border are to be left out: there, zeros of the padding make a difference that "
            "tells nothing of the inside.",
            code="return np.abs(a - b).max()",
            section=BORDERS,
            seen="Wherever an argument is accepted and then not looked at; its default, 0, never shows it.",
        ),
        Slip(
            "margin-in-front-only",
            decision="margin",
            does="You leave out the margin at the top and on the left only.",
            why="A map has four borders. The last `margin` rows and columns go as well.",
            code="y[..., margin:, margin:]",
            section=BORDERS,
            seen="`y[margin:-margin]` is empty for a margin of 0; who leaves out the end for that reason gets this.",
        ),
        Slip(
            "margin-by-the-image",
            decision="margin",
            does="You take the height and width of the image to leave out the margin of the map.",
            why="A map may be smaller than the image. Then `height - margin` of the image lies beyond its end, and "
            "nothing is left out at the bottom and on the right.",
            code="height, width = x.shape[-2:]; y[..., margin : height - margin, margin : width - margin]",
            section=BORDERS,
            seen="Python's slices forgive an end that is too large, so nothing tells of it.",
        ),
        Slip(
            "margin-divided",
            decision="margin",
            does="You divide the margin by the stride.",
            why="The shift is told in cells of the image, so it is divided. The margin is told in cells of the map, "
            "which is what you compare: it is left out as it is.",
            code="m = margin // stride; y[..., m : height - m, m : width - m]",
            section=BORDERS,
            seen="Wherever two numbers of one call are counted in different cells, and only one of them has to be "
            "converted.",
        ),
        Slip(
            "margin-of-columns-only",
            decision="margin",
            does="You leave out columns and no rows.",
            why="`[..., margin:-margin]` is the last axis alone. The rows need the same.",
            code="y[..., margin : y.shape[-1] - margin]",
            section=BORDERS,
            seen="In code for signals, which have one axis.",
        ),
        *SHIFT_SLIPS,
        *DISTANCE_SLIPS,
    ),
)
