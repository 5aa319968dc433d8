"""One number for each map: its mean."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.show import number
from helpers.pooling import global_avg_pool

SECTION = "05_2_pooling#One number for each map"
EXAMPLE = np.array([[[[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]], [[2, 0, 0, 7], [1, 3, 0, 4], [0, 5, 6, 2]]]])
BATCH = np.array([[[[4, -1, 7]], [[2, 9, 5]]], [[[-3, 8, 1]], [[6, 0, -8]]], [[[11, 2, -5]], [[3, 3, 1]]]])
FRACTIONS = np.array(
    [
        [[[0.5, 1.25], [-2.5, 4], [3.75, 1]], [[2.25, -4], [6.5, 3], [0.75, 8]], [[1.5, 2], [9.25, 5], [-7, 0.5]]],
        [[[3.5, -6], [0.25, 2], [1.75, 4]], [[-5.25, 7], [1.5, 0], [8.75, -2]], [[6.5, 3], [-1.25, 9], [2, 4.5]]],
    ]
)
AXES = {
    "channels-too": (1, 2, 3),
    "batch-too": (0, 2, 3),
    "height-only": (2,),
    "width-only": (3,),
    "channels-last-assumed": (1, 2),
    "over-the-channels": (1,),
}


def slipped(x: np.ndarray, *, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Add up and divide, making the mistakes asked for."""
    over = next((AXES[name] for name in AXES if name in slips), (2, 3))
    keep = "axes-kept" in slips
    total = np.add.reduce(x.astype(float), axis=over, keepdims=keep)
    total = total.cumsum().reshape(total.shape) if "sum-not-reset" in slips else total
    count = np.prod([x.shape[axis] for axis in over])
    if "square-by-height" in slips:
        count = x.shape[2] ** 2
    if "square-by-width" in slips:
        count = x.shape[3] ** 2
    counts = {"divided-by-all": x[0].size, "divided-by-batch": x.size, "divided-by-height": x.shape[2]}
    count = next((wrong for name, wrong in counts.items() if name in slips), count)
    y = total if "sum-for-mean" in slips else total / count
    y = x.max(axis=over, keepdims=keep).astype(float) if "maximum-for-mean" in slips else y
    if "whole-numbers-only" in slips:
        y = np.trunc(y)
    if "floor-division" in slips:
        y = np.floor(y)
    y = y.astype(x.dtype) if "fractions-cut" in slips else y
    return y.T if "transposed" in slips else y


def _working(case: Case, index: tuple[int, ...]) -> str:
    (x,), (n, c) = case.args, index
    total, count = x[n, c].sum(dtype=float), x[n, c].size
    return (
        f"The map x[{n}, {c}] has {count} numbers with the sum {number(total)}: "
        f"{number(total)} / {count} = {number(total / count)}."
    )


def _drawn_whole(rng: np.random.Generator) -> tuple[Case, ...]:
    return tuple(Case((rng.integers(-9, 30, shape),)) for shape in ((1, 3, 4, 2), (2, 3, 5, 4), (3, 5, 7, 11)))


def _drawn_fractions(rng: np.random.Generator) -> tuple[Case, ...]:
    return tuple(Case((rng.normal(1, 3, shape),)) for shape in ((2, 3, 3, 5), (4, 2, 7, 5), (3, 16, 9, 8)))


EXERCISE = Exercise(
    name="global_avg_pool",
    chapter=5,
    goal="Return the mean of each whole map: (batch, channels, height, width) becomes (batch, channels).",
    reference=global_avg_pool,
    slipped=slipped,
    working=_working,
    parts=(
        Part("whole numbers", points=1, probe=(Case((EXAMPLE,)), Case((BATCH,))), cases=_drawn_whole),
        Part("fractions, in a batch", points=2, probe=(Case((FRACTIONS,)),), cases=_drawn_fractions),
    ),
    slips=(
        Slip(
            "channels-too",
            decision="axes",
            does="You condense all maps of an image into one number.",
            why="Each map tells of something else: one number is wanted for each channel of each image.",
            code="return x.mean(axis=(1, 2, 3))",
            section=SECTION,
            seen="The mean brightness of a colour image is this; as features of an image it leaves one number of many.",
        ),
        Slip(
            "batch-too",
            decision="axes",
            does="You condense the images of the batch, too.",
            why="Then all images would get the same numbers. Images of a batch have nothing to do with each other.",
            code="return x.mean(axis=(0, 2, 3))",
            section=SECTION,
            seen="Batch normalization does take its means over these three axes.",
        ),
        Slip(
            "height-only",
            decision="axes",
            does="You condense the rows only; the columns are left.",
            why="A map has two axes, height and width, and both go: `axis=(2, 3)`.",
            code="return x.mean(axis=2)",
            section=SECTION,
            seen="`axis` takes one axis, or a tuple of several. Images of text lines are pooled over the height only, "
            "on purpose, so that the reading order is kept.",
        ),
        Slip(
            "width-only",
            decision="axes",
            does="You condense the columns only; the rows are left.",
            why="A map has two axes, height and width, and both go: `axis=(2, 3)`.",
            code="return x.mean(axis=-1)",
            section=SECTION,
            seen="For signals of shape (batch, channels, length) it is right: there `axis=-1` is the whole map.",
        ),
        Slip(
            "channels-last-assumed",
            decision="axes",
            does="You take the mean over axes 1 and 2, which are channels and height here.",
            why="The order is (batch, channels, height, width): the map's own axes are 2 and 3.",
            code="return x.mean(axis=(1, 2))",
            section=SECTION,
            seen="TensorFlow and Keras put the channels last by default, and axes 1 and 2 are right there.",
        ),
        Slip(
            "over-the-channels",
            decision="axes",
            does="You take the mean over the channels; the places are left.",
            why="Each channel tells of something else, and keeps a number of its own. Its places are what is averaged: "
            "`axis=(2, 3)`.",
            code="return x.mean(axis=1)",
            section=SECTION,
            seen="A colour image becomes a grey one by a mean over its channels.",
        ),
        Slip(
            "axes-kept",
            decision="shape",
            does="You keep height and width as axes of size 1.",
            why="The numbers are right. The result is to have two axes, so that a dense layer can take it as it is.",
            code="return x.mean(axis=(2, 3), keepdims=True)",
            section=SECTION,
            seen="`torch.nn.AdaptiveAvgPool2d(1)` keeps them, and a flatten follows it in most networks.",
        ),
        Slip(
            "transposed",
            decision="shape",
            does="Your result has images and channels swapped.",
            why="Row n belongs to image n: (batch, channels).",
            code="return np.array([x[:, c].mean(axis=(1, 2)) for c in range(x.shape[1])])",
            section=SECTION,
            seen="A list that is filled channel by channel has the channels as its first axis.",
        ),
        Slip(
            "maximum-for-mean",
            decision="condensing",
            does="You take the largest number of each map, not its mean.",
            why="That is global max pooling: it asks whether something is there. A mean also asks how much of it.",
            code="return x.max(axis=(2, 3))",
            section=SECTION,
            seen="Networks for text, and detectors that ask for one strong answer somewhere, pool by the maximum.",
        ),
        Slip(
            "sum-for-mean",
            decision="condensing",
            does="You add up each map and do not divide.",
            why="The sum grows with the size of the map, so a layer behind it would fit one size only.",
            code="return x.sum(axis=(2, 3))",
            section=SECTION,
            seen="Graph networks call it sum pooling and use it where size is to count.",
        ),
        Slip(
            "sum-not-reset",
            decision="adding",
            does="Your sum goes on from map to map: it is set to 0 only once.",
            why="Each map has a sum of its own. Set it to 0 inside the loops over images and channels, where a new map "
            "begins.",
            code="total = 0\nfor n, c in np.ndindex(y.shape):\n    for value in x[n, c].flat: total += value",
            section=SECTION,
            seen="In every loop within a loop whose sum begins in front of both.",
        ),
        Slip(
            "square-by-height",
            decision="count",
            does="You divide by the height squared, as if the maps were square.",
            why="A map has height · width numbers.",
            code="return x.sum(axis=(2, 3)) / x.shape[2] ** 2",
            section=SECTION,
            seen="Code that was tried on 7×7 maps only, the size that most networks for 224×224 images end with.",
        ),
        Slip(
            "square-by-width",
            decision="count",
            does="You divide by the width squared, as if the maps were square.",
            why="A map has height · width numbers.",
            code="return x.sum(axis=(2, 3)) / x.shape[-1] ** 2",
            section=SECTION,
            seen="Code that was tried on 7×7 maps only, the size that most networks for 224×224 images end with.",
        ),
        Slip(
            "divided-by-all",
            decision="count",
            does="You divide by the number of values of the whole image, channels included.",
            why="What is added up is one map of height · width numbers; divide by as many.",
            code="return x.sum(axis=(2, 3)) / x[0].size",
            section=SECTION,
            seen="`.size` counts all values of an array, whatever its axes mean.",
        ),
        Slip(
            "divided-by-batch",
            decision="count",
            does="You divide by the number of values of the whole batch, `x.size`.",
            why="What is added up is one map of height · width numbers; divide by as many. "
            "With `x.size` the answers shrink as more images come.",
            code="return x.sum(axis=(2, 3)) / x.size",
            section=SECTION,
            seen="`.size` counts all values of an array, whatever its axes mean: those of the other images, too.",
        ),
        Slip(
            "divided-by-height",
            decision="count",
            does="You divide by the number of rows of the map only.",
            why="A map has height · width numbers. `len` of an array counts its first axis only: its rows.",
            code="return np.array([[m.sum() / len(m) for m in image] for image in x])",
            section=SECTION,
            seen="`sum(values) / len(values)` is the mean of a list. For an array of two axes it is not.",
        ),
        Slip(
            "fractions-cut",
            decision="dtype",
            does="Your result has the dtype of the maps, so whole numbers in give whole numbers out.",
            why="`np.zeros(..., dtype=x.dtype)` of integer maps is an integer array, and that cuts off every fraction "
            "you write into it.",
            code="y = np.zeros(x.shape[:2], dtype=x.dtype)",
            section=SECTION,
            seen="`np.zeros_like` and `np.empty_like` take over the dtype of what they are given.",
        ),
        Slip(
            "whole-numbers-only",
            decision="dtype",
            does="Your result holds whole numbers only.",
            why="`int` cuts off every fraction, and means have them even if the maps have not.",
            code="y = np.zeros(x.shape[:2], dtype=int)",
            section=SECTION,
            seen="Arrays made for pixels of type uint8 that later receive activations: NumPy cuts without a warning.",
        ),
        Slip(
            "floor-division",
            decision="dtype",
            does="You round each mean down to a whole number.",
            why="`//` drops the fraction; `/` keeps it.",
            code="return x.sum(axis=(2, 3)) // (x.shape[2] * x.shape[3])",
            section=SECTION,
            seen="In Python 2 and in C, `/` between two whole numbers drops the fraction.",
        ),
    ),
)
