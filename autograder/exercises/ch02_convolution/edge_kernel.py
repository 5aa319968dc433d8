"""A kernel that answers to one kind of edge: judged by its answers to eight pictures, and not by its numbers."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from helpers.convolution import xcorr2d

LESSON = "02_3_kernel_zoo"
SIZE = 8
DIRECTIONS = ("right", "left", "down", "up")


def stimuli() -> dict[str, np.ndarray]:
    """Return eight pictures of 8×8, dark 0 and bright 1: two flat, four edges, two slopes.

    Returns
    -------
    dict of str to numpy.ndarray of float64, shape (8, 8)
        Each picture by what it shows.
    """
    rows, columns = np.indices((SIZE, SIZE))
    half = SIZE // 2
    pictures = {
        "an all dark picture": rows < 0,
        "an all bright picture": rows >= 0,
        "an edge that gets brighter to the right": columns >= half,
        "an edge that gets brighter to the left": columns < half,
        "an edge that gets brighter downwards": rows >= half,
        "an edge that gets brighter upwards": rows < half,
        "a picture that gets brighter evenly to the right": columns / SIZE,
        "a picture that gets brighter evenly downwards": rows / SIZE,
    }
    return {name: picture.astype(float) for name, picture in pictures.items()}


def reference(direction: str) -> np.ndarray:
    """Return Prewitt's kernel for the direction in which a picture gets brighter."""
    towards_right = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
    quarter_turns = {"right": 0, "up": 1, "left": 2, "down": 3}[direction]
    return np.rot90(towards_right, quarter_turns).copy()


def observe(kernel: np.ndarray) -> np.ndarray:
    """Return, for each of the eight pictures, whether the kernel answers anywhere with less and with more than 0.

    Parameters
    ----------
    kernel : numpy.ndarray
        The kernel, with at most 8 rows and 8 columns.

    Returns
    -------
    numpy.ndarray of int, shape (8, 2)
        −1 or 0, and 0 or 1.

    Raises
    ------
    ValueError
        If it is no kernel that can be slid over a picture of 8×8, or if it cannot hold negative numbers.
    """
    kernel = np.asarray(kernel)
    if kernel.ndim != 2 or not kernel.size or max(kernel.shape) > SIZE:
        raise ValueError(f"Your kernel has shape {kernel.shape}; it needs two axes of 1 to {SIZE} cells.")
    if not np.isfinite(kernel).all():
        raise ValueError("Your kernel holds NaN or infinity; it needs ordinary numbers.")
    if kernel.dtype.kind == "u":
        wrapped = np.iinfo(kernel.dtype).max
        raise ValueError(
            f"Your kernel has dtype {kernel.dtype}, which holds no negative numbers: a −1 becomes {wrapped} in it. "
            "Make its array without a dtype, or with `dtype=float`."
        )
    answers = [xcorr2d(picture, kernel.astype(float)) for picture in stimuli().values()]
    noise = 1e-6 * max(1e-300, np.abs(kernel).max())
    return np.array([(-int(answer.min() < -noise), int(answer.max() > noise)) for answer in answers])


def slipped(direction: str, *, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Build a Sobel kernel for the direction, making the mistakes asked for."""
    if "never-negative" in slips:
        return np.ones((3, 3))
    meant, kernel = _meant(direction, slips), _towards_right(slips)
    kernel = kernel if meant in ("right", "left") else kernel.T
    kernel = kernel.T if "axes-swapped" in slips else kernel
    kernel = -kernel if (meant in ("left", "up")) != ("polarity-reversed" in slips) else kernel
    if "bright-side-heavier" in slips:
        return np.where(kernel > 0, 2 * kernel, kernel)
    return np.where(kernel < 0, 2 * kernel, kernel) if "dark-side-heavier" in slips else kernel


def _meant(direction: str, slips: frozenset[str]) -> str:
    if "direction-ignored" in slips:
        return "right"
    if "polarity-ignored" in slips:
        direction = {"left": "right", "up": "down"}.get(direction, direction)
    return {"up": "down", "down": "up"}.get(direction, direction) if "up-and-down-reversed" in slips else direction


def _towards_right(slips: frozenset[str]) -> np.ndarray:
    if "slanted" in slips:
        return np.array([[-2.0, -1.0, 0.0], [-1.0, 0.0, 1.0], [0.0, 1.0, 2.0]])
    profile = [-1.0, 0.0, 2.0] if "not-balanced" in slips else [-1.0, 0.0, 1.0]
    return np.outer([1.0, 2.0, 1.0], [-1.0, 2.0, -1.0] if "line-for-edge" in slips else profile)


def _working(case: Case, index: tuple[int, ...]) -> str:
    (direction,), (picture, end) = case.args, index
    wanted = observe(reference(direction))[picture, end]
    answers = f"answer {'somewhere' if wanted else 'nowhere'} with a {('negative', 'positive')[end]} number"
    return f"For {tuple(stimuli())[picture]}, a kernel for {direction!r} must {answers}."


EXERCISE = Exercise(
    name="edge_kernel",
    chapter=2,
    goal="Return a kernel that answers with positive numbers to edges where the picture gets brighter in the given "
    "direction ('right', 'left', 'down' or 'up'), with negative ones to the opposite edge, and with 0 to flat "
    "pictures and to edges across.",
    reference=reference,
    slipped=slipped,
    working=_working,
    observe=observe,
    parts=tuple(
        Part(f"{one} and {other}", points=1, probe=(Case((one,)), Case((other,))))
        for one, other in (("right", "left"), ("down", "up"))
    ),
    slips=(
        Slip(
            "polarity-reversed",
            decision="polarity",
            does="Your kernels answer to each edge with the opposite sign.",
            why="As cross-correlation, the kernel is laid on the picture as it is: its positive numbers belong on the "
            "bright side. It would be right for true convolution, or if bright were drawn dark.",
            code="[[1, 0, -1]] * 3  # for 'right'",
            section=f"{LESSON}#Polarity",
            seen="A widespread example calls [−1, 0, 1], by rows, the detector of a bright top; as cross-correlation "
            "it detects a dark one.",
        ),
        Slip(
            "up-and-down-reversed",
            decision="polarity",
            does="Your kernels for 'up' and 'down' answer with the opposite sign.",
            why="Rows are counted from the top: what gets brighter downwards is bright in its later rows.",
            code="[[1, 1, 1], [0, 0, 0], [-1, -1, -1]]  # for 'down'",
            section=f"{LESSON}#Polarity",
            seen="Where the y axis points upwards, as in a textbook's drawing, “up” is the other way than in an array.",
        ),
        Slip(
            "axes-swapped",
            decision="axis",
            does="Your kernels look along the wrong axis.",
            why="A vertical edge is a change from left to right, so the kernel must change from left to right too.",
            code="[[-1, -1, -1], [0, 0, 0], [1, 1, 1]]  # for 'right'",
            section=f"{LESSON}#A vertical edge is a horizontal change",
            seen="A *vertical* edge is a *horizontal* change: texts swap the two words, and kernels follow.",
        ),
        Slip(
            "direction-ignored",
            decision="direction",
            does="You return the same kernel for every direction.",
            why="One kernel answers to one direction. Look at the argument.",
            code="return np.array([[-1, 0, 1]] * 3)",
            section=f"{LESSON}#Polarity",
            seen="A function written for one direction, whose argument came later.",
        ),
        Slip(
            "polarity-ignored",
            decision="direction",
            does="You return the same kernel for a direction and its opposite.",
            why="'left' is 'right' with the opposite sign: the same edge, seen from the other side.",
            code="if direction in ('right', 'left'):",
            section=f"{LESSON}#Polarity",
            seen="Edge detectors of image processing take the absolute value at the end, so the sign is of no matter "
            "there.",
        ),
        Slip(
            "not-balanced",
            decision="profile",
            does="Your kernel's numbers do not add up to 0.",
            why="So it also answers to a flat bright picture, where there is no edge at all.",
            code="[[-1, 0, 2]] * 3  # for 'right', and for 'left' minus that",
            section=f"{LESSON}#The sum tells the family",
            seen="A kernel typed from memory: one wrong number, and even surfaces answer.",
        ),
        Slip(
            "bright-side-heavier",
            decision="profile",
            does="Your kernel's numbers do not add up to 0: the positive ones outweigh the negative ones.",
            why="So it also answers to a flat bright picture, where there is no edge at all.",
            code="[[-1, 0, 2]] * 3  # for 'right', and for 'left' [[2, 0, -1]] * 3",
            section=f"{LESSON}#The sum tells the family",
            seen="A kernel typed from memory, then mirrored for the other direction with its mistake.",
        ),
        Slip(
            "dark-side-heavier",
            decision="profile",
            does="Your kernel's numbers do not add up to 0: the negative ones outweigh the positive ones.",
            why="So it also answers to a flat bright picture, where there is no edge at all.",
            code="[[-2, 0, 1]] * 3  # for 'right', and for 'left' [[1, 0, -2]] * 3",
            section=f"{LESSON}#The sum tells the family",
            seen="A kernel typed from memory, then mirrored for the other direction with its mistake.",
        ),
        Slip(
            "never-negative",
            decision="profile",
            does="Your kernel never answers with a negative number: it adds up what is bright.",
            why="An edge is a difference: what lies on its dark side has to be taken off what lies on its bright one.",
            code="[[0, 0, 1]] * 3  # for 'right'",
            section=f"{LESSON}#The sum tells the family",
            seen="The dot product is taken for a search for brightness: “the kernel lights up where the image is "
            "bright”.",
        ),
        Slip(
            "line-for-edge",
            decision="profile",
            does="Your kernel answers to lines, on both sides of every edge.",
            why="−1, 2, −1 is a second difference: it is positive on one side of an edge and negative on the other. "
            "An edge wants a first difference.",
            code="[[-1, 2, -1]] * 3",
            section=f"{LESSON}#Polarity",
            seen="The Laplacian, a *second* difference, is often listed among edge detectors: it answers on both sides "
            "of an edge.",
        ),
        Slip(
            "slanted",
            decision="profile",
            does="Your kernel is a slanting one: it answers to horizontal and to vertical edges.",
            why="It changes along both axes at once.",
            code="[[-2, -1, 0], [-1, 0, 1], [0, 1, 2]]",
            section=f"{LESSON}#The diagonal",
            seen="Emboss filters of photo editors are slanted in this way.",
        ),
    ),
)
