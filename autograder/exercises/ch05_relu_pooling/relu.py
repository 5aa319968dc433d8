"""The bend between two layers."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.show import number
from helpers.activations import relu

LESSON = "05_1_relu_and_relatives"
LINE = np.array([-3, 4, -1, 7, 2, -8, 12, -5])
TABLE = np.array([[5, -2, 9], [-7, -6, 3]])
FRACTIONS = np.array([[0.5, -0.25, 2.75, -4.5], [-1.5, 6.25, -0.75, 0.125], [8.5, -3.25, 1.75, -9.5]])
MAPS = np.array([[[[-4, 6, -9], [11, -2, 1]], [[3, -5, 8], [-7, 10, -1]]]])
WITH_ZEROS = np.array([[0, -6, 3], [1, 0, -2]])


def slipped(x: np.ndarray, *, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Replace each negative number by 0, one by one, making the mistakes asked for."""
    x = -x if "sign-reversed" in slips else x
    if "maximum-over-rows" in slips:
        y = np.max(x, 0)
    elif "minimum-subtracted" in slips:
        y = x - x.min()
    else:
        y = np.array([_bent(float(value), slips) for value in x.ravel()]).reshape(x.shape)
    y = _topped(y, slips)
    if "negatives-removed" in slips:
        y = y[y > 0]
    return np.trunc(y) if "whole-numbers-only" in slips else y


def _bent(value: float, slips: frozenset[str]) -> float:
    if "negatives-kept" in slips:
        return min(value, 0.0)
    if "softplus" in slips:
        return float(np.log1p(np.exp(value)))
    below = {"absolute": -value, "leaky": 0.01 * value}
    return value if value > 0 else next((below[name] for name in below if name in slips), 0.0)


def _topped(y: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    if "step" in slips:
        return np.where(y > 0, 1.0, 0.0)
    top = 1 if "clipped-at-one" in slips else 6 if "clipped-at-six" in slips else np.inf
    return np.minimum(y, top)


def _working(case: Case, index: tuple[int, ...]) -> str:
    value = case.args[0][index]
    place = f"x[{', '.join(map(str, index))}]"
    if value > 0:
        return f"{place} is {number(value)}, above 0, so it stays {number(value)}."
    return f"{place} is {number(value)}, not above 0, so it becomes 0."


def _drawn_lines(rng: np.random.Generator) -> tuple[Case, ...]:
    return tuple(Case((rng.integers(-20, 21, shape),)) for shape in ((5,), (13,), (4, 6), (9, 5)))


def _drawn_maps(rng: np.random.Generator) -> tuple[Case, ...]:
    return tuple(Case((rng.normal(0, 4, shape),)) for shape in ((2, 3), (3, 2, 4), (2, 3, 4, 5), (2, 8, 7, 9)))


EXERCISE = Exercise(
    name="relu",
    chapter=5,
    goal="Return an array of x's shape in which every negative number has become 0, and all others are as they were.",
    reference=relu,
    slipped=slipped,
    working=_working,
    parts=(
        Part("whole numbers", points=1, probe=(Case((LINE,)), Case((TABLE,))), cases=_drawn_lines),
        Part(
            "fractions, and maps of four axes",
            points=2,
            probe=(Case((FRACTIONS,)), Case((MAPS,)), Case((WITH_ZEROS,))),
            cases=_drawn_maps,
        ),
    ),
    slips=(
        Slip(
            "maximum-over-rows",
            decision="maximum",
            does="You take the largest number along the first axis: `np.max(x, 0)` where `np.maximum(x, 0)` is meant.",
            why="The 0 of `np.max(x, 0)` is an axis. `np.maximum` compares two arrays cell by cell, "
            "and 0 then is a number.",
            code="return np.max(x, 0)",
            section=f"{LESSON}#ReLU",
            seen="NumPy has both names, and `max` of Python takes the numbers that are compared: `max(x, 0)`.",
        ),
        Slip(
            "absolute",
            decision="negative side",
            does="You turn negative numbers positive.",
            why="ReLU forgets them. With the absolute value an edge and the opposite edge look the same; "
            "after a ReLU only one of them is left.",
            code="return np.abs(x)",
            section=f"{LESSON}#ReLU",
            seen="Rectifiers in electronics: a full-wave rectifier is |x|, and a half-wave rectifier is ReLU.",
        ),
        Slip(
            "leaky",
            decision="negative side",
            does="You let a hundredth of each negative number through.",
            why="That is leaky ReLU, with a slope of 0.01 below 0. ReLU's slope there is 0.",
            code="return np.where(x > 0, x, 0.01 * x)",
            section=f"{LESSON}#Its relatives",
            seen="`torch.nn.LeakyReLU()` does this by default; YOLO's first versions used a slope of 0.1.",
        ),
        Slip(
            "softplus",
            decision="negative side",
            does="You bend smoothly: ln(1 + exp(x)), which is softplus.",
            why="Softplus comes near to ReLU far from 0. At 0 it is 0.69, and it is never exactly 0.",
            code="return np.log(1 + np.exp(x))",
            section=f"{LESSON}#Its relatives",
            seen="Softplus keeps a network's output positive where it must be, such as a variance.",
        ),
        Slip(
            "negatives-kept",
            decision="top",
            does="You keep the negative numbers and put 0 for the positive ones.",
            why="`np.minimum(x, 0)` is the other half of x: relu(x) + minimum(x, 0) = x.",
            code="return np.minimum(x, 0)",
            section=f"{LESSON}#ReLU",
            seen="Clipping: who wants a lower limit of 0 needs the maximum with 0, and the words pull the other way.",
        ),
        Slip(
            "sign-reversed",
            decision="sign",
            does="You bend −x: what was positive becomes 0, and what was negative becomes positive.",
            why="That keeps the opposite edges. ReLU keeps numbers above 0 as they are.",
            code="return np.maximum(-x, 0)",
            section=f"{LESSON}#ReLU",
            seen="Figures whose colour map is turned round, where dark stands for large.",
        ),
        Slip(
            "minimum-subtracted",
            decision="maximum",
            does="You move all numbers up until the smallest is 0.",
            why="ReLU leaves positive numbers alone and looks at each number by itself. A shift changes all of them, "
            "and is no bend: a shift between two convolutions can be put into a bias.",
            code="return x - x.min()",
            section=f"{LESSON}#Why a bend is needed",
            seen="Image viewers do this before they show an array, so a map looks as if it had no negative numbers.",
        ),
        Slip(
            "step",
            decision="top",
            does="You return 1 for each positive number.",
            why="That is the step, the slope of ReLU. ReLU keeps how large a number is.",
            code="return (x > 0).astype(float)",
            section=f"{LESSON}#ReLU",
            seen="The backward pass of ReLU needs just this mask, and the perceptron of 1958 had it as its output.",
        ),
        Slip(
            "clipped-at-one",
            decision="top",
            does="You cut off everything above 1.",
            why="ReLU has no upper limit. Strong answers stay stronger than weak ones.",
            code="return np.clip(x, 0, 1)",
            section=f"{LESSON}#ReLU",
            seen="`np.clip(x, 0, 1)` is what one does to pixels before they are shown.",
        ),
        Slip(
            "clipped-at-six",
            decision="top",
            does="You cut off everything above 6.",
            why="That is ReLU6, made for arithmetic with few bits. ReLU has no upper limit.",
            code="return np.clip(x, 0, 6)",
            section=f"{LESSON}#Its relatives",
            seen="MobileNets use it: `torch.nn.ReLU6`.",
        ),
        Slip(
            "negatives-removed",
            decision="shape",
            does="You return the positive numbers only, in a row.",
            why="`x[x > 0]` is a shorter array without rows and columns. Each number must stay in its place: "
            "what is negative becomes 0.",
            code="return x[x > 0]",
            section=f"{LESSON}#ReLU",
            seen="Masks select in NumPy, and assign where they stand on the left: `y[y < 0] = 0`.",
        ),
        Slip(
            "whole-numbers-only",
            decision="dtype",
            does="Your result holds whole numbers only.",
            why="`int` cuts off every fraction, and maps have them.",
            code="y = np.zeros(x.shape, dtype=int)",
            section=f"{LESSON}#ReLU",
            seen="Arrays made for pixels of type uint8 that later receive activations: NumPy cuts without a warning.",
        ),
    ),
)
