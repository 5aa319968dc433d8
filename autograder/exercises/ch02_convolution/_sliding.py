"""What the exercises that slide a kernel over an image have in common: loops that slip, calls, and mistakes."""

import numpy as np

from autograder.exercise import Case, Slip
from autograder.show import products

LESSON = "02_2_two_dimensions"
X = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]])
K = np.array([[1, 0], [0, 1]])
K2 = np.array([[1, 2], [0, -1]])


def slipped(x: np.ndarray, k: np.ndarray, *, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Slide ``k`` over ``x`` with plain loops, making the mistakes asked for."""
    k = _turned(k, slips)
    height, width = k.shape
    if "zero-padded" in slips:
        x = np.pad(x, ((height // 2,) * 2, (width // 2,) * 2))
    if "same-size" in slips:
        x = np.pad(x, ((height // 2, (height - 1) // 2), (width // 2, (width - 1) // 2)))
    if "same-size-as-scipy" in slips:
        x = np.pad(x, (((height - 1) // 2, height // 2), ((width - 1) // 2, width // 2)))
    if "every-overlap" in slips:
        x = np.pad(x, ((height - 1,) * 2, (width - 1,) * 2))
    short, empty = int("last-window-missed" in slips), int("last-window-left-empty" in slips)
    rows, columns = x.shape[0] - height + 1 - short, x.shape[1] - width + 1 - short
    y, total = np.zeros((rows, columns)), 0.0
    for i in range(rows - empty):
        for j in range(columns - empty):
            top, left = (j, i) if "rows-and-columns-swapped" in slips else (i, j)
            window = _window(x, (top, left), k.shape, slips)
            kept = "total-not-reset" in slips or ("total-reset-by-row" in slips and j > 0)
            total = (total if kept else 0.0) + _summed(window, k, x.dtype, slips)
            y[i, j] = total
    if "whole-numbers-only" in slips:
        y = y.astype(int)
    y = y.astype(x.dtype) if "fractions-cut" in slips else y
    return y.T if "output-transposed" in slips else y


def _window(x: np.ndarray, start: tuple[int, int], shape: tuple[int, int], slips: frozenset[str]) -> np.ndarray:
    (top, left), (height, width) = start, shape
    if "indices-subtracted" in slips:
        return x[np.ix_(top - np.arange(height), left - np.arange(width))]
    return x[top : top + height, left : left + width]


def _turned(k: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    if "kernel-flipped" in slips:
        return k[::-1, ::-1]
    if "kernel-upside-down" in slips:
        return k[::-1]
    if "kernel-mirrored" in slips:
        return k[:, ::-1]
    return k.T if "kernel-transposed" in slips else k


def _summed(window: np.ndarray, k: np.ndarray, dtype: np.dtype, slips: frozenset[str]) -> float:
    kernel = np.ones_like(k) if "kernel-ignored" in slips else k
    terms = window @ kernel if "matrix-product" in slips else window * kernel
    if "last-row-and-column-missed" in slips:
        terms = terms[:-1, :-1]
    if "only-the-last-kernel-row" in slips:
        terms = terms[-1:]
    if "only-the-last-product" in slips:
        return terms[-1, -1]
    if "mean-for-sum" in slips:
        return terms.mean()
    return cut_at_each_step(terms) if cuts_at_each_step(dtype, slips) else terms.sum()


def cuts_at_each_step(dtype: np.dtype, slips: frozenset[str]) -> bool:
    """Tell whether a sum is kept in whole numbers, where it takes over the dtype given or always."""
    whole = "fractions-cut-at-each-step" in slips and dtype.kind in "iu"
    return whole or "whole-numbers-only-at-each-step" in slips


def cut_at_each_step(terms: np.ndarray) -> int:
    """Add up as an array of whole numbers does that gets one product after the other."""
    total = 0
    for term in terms.ravel():
        total = int(total + term)
    return total


def working(case: Case, index: tuple[int, ...]) -> str:
    """Write the products of the window of one output cell."""
    x, k = case.args
    (i, j), (height, width) = index, k.shape
    window = x[i : i + height, j : j + width]
    return f"The window x[{i}:{i + height}, {j}:{j + width}] with the kernel: {products(window, k)}"


def drawn(rng: np.random.Generator) -> tuple[Case, ...]:
    """Draw whole numbers, from a small image to one of 40×30."""
    # Half the height of each kernel is half its width: who pads by either has the same habit.
    sizes = (((4, 6), (2, 3)), ((7, 5), (3, 2)), ((12, 17), (5, 4)), ((40, 30), (3, 2)))
    return tuple(Case((rng.integers(-9, 10, image), rng.integers(-9, 10, kernel))) for image, kernel in sizes)


def drawn_fractions(rng: np.random.Generator) -> tuple[Case, ...]:
    """Draw fractions."""
    sizes = (((5, 8), (3, 3)), ((11, 9), (2, 3)))
    return tuple(Case((rng.standard_normal(image), rng.standard_normal(kernel))) for image, kernel in sizes)


RUNNING_EXAMPLE = (Case((X, K)), Case((X, K2)))
SHAPES = (
    Case(
        (
            np.array([[3, 1, 4, 1, 5], [9, 2, 6, 5, 3], [5, 8, 9, 7, 9], [3, 2, 3, 8, 4]]),
            np.array([[1, -2, 3], [0, 4, 1]]),
        )
    ),
    Case((np.array([[2, 7, 1], [8, 2, 8], [1, 8, 2], [8, 4, 5], [9, 0, 4]]), np.array([[2, 1], [-1, 3], [5, 0]]))),
    Case((np.array([[1, 4, 1], [4, 2, 1], [3, 5, 6]]), np.array([[2, 0], [1, -3]]))),
    Case((np.array([[6, 1, 8], [0, 3, 3]]), np.array([[1, 5, -2], [4, 0, 7]]))),
    Case((np.array([[2, 9, 4], [7, 5, 3]]), np.array([[3]]))),
)
FRACTIONS = (
    Case((np.array([[1, 2, 4, 8], [3, 9, 7, 1], [6, 5, 3, 2]]), np.array([[0.5, 0.25], [0.125, -0.5]]))),
    Case(
        (
            np.array([[0.5, 1.25, -2.5, 7], [3.75, 1, 2.25, -4], [6.5, 3, 0.75, 1]], dtype=np.float32),
            np.array([[2, 1], [0, -1]]),
        )
    ),
)

LAST_WINDOW_MISSED = Slip(
    "last-window-missed",
    decision="extent",
    does="You stop one window too early along both axes.",
    why="n cells hold n − k + 1 windows of k cells, and `range` leaves its end out.",
    code="for i in range(x.shape[0] - k.shape[0]):",
    section=f"{LESSON}#How many windows",
    seen="Wherever a size is counted by its gaps: `range(n - k)` looks right, because the last index is n − k.",
)
LAST_WINDOW_LEFT_EMPTY = Slip(
    "last-window-left-empty",
    decision="extent",
    does="Your last row and last column stay 0: the loops stop one window too early.",
    why="n cells hold n − k + 1 windows of k cells, and `range` leaves its end out.",
    code="for i in range(y.shape[0] - 1):",
    section=f"{LESSON}#How many windows",
    seen="In code that makes an output of the right size first, and then writes the loops' ends by heart.",
)
ZERO_PADDED = Slip(
    "zero-padded",
    decision="extent",
    does="You added zeros around the image.",
    why="Only windows that lie wholly inside the image count here. Padding is a choice of its own: chapter 3.",
    code="x = np.pad(x, k.shape[0] // 2)",
    section=f"{LESSON}#How many windows",
    seen="Habit from network code: a 3×3 layer nearly always comes with `padding=1`, in PyTorch as in other "
    "frameworks.",
)
SAME_SIZE = Slip(
    "same-size",
    decision="extent",
    does="You let the window hang over the edges, so that the result is as large as the image.",
    why="Only windows that lie wholly inside the image count here: `mode='valid'`, not `mode='same'`.",
    code="x = np.pad(x, ((height // 2, (height - 1) // 2), (width // 2, (width - 1) // 2)))",
    section=f"{LESSON}#How many windows",
    seen="Layers with `padding='same'` do it in Keras and in PyTorch, and `scipy.ndimage.correlate` returns nothing "
    "else.",
)
EVERY_OVERLAP = Slip(
    "every-overlap",
    decision="extent",
    does="You count every overlap of kernel and image, also where the kernel hangs over the edge.",
    why="That is `mode='full'`. Here only windows that lie wholly inside the image count: `mode='valid'`.",
    code="x = np.pad(x, ((height - 1, height - 1), (width - 1, width - 1)))",
    section=f"{LESSON}#How many windows",
    seen="`mode='full'` is the default of `np.convolve`, `scipy.signal.convolve2d` and `scipy.signal.correlate2d`.",
)
MEAN_FOR_SUM = Slip(
    "mean-for-sum",
    decision="sum",
    does="You divide by the number of cells: a mean instead of a sum.",
    why="A kernel that wants a mean, such as a blur, has the division in its own numbers.",
    code="np.mean(window * k)",
    section=f"{LESSON}#One cell at a time",
    seen="Blurs are introduced as “the mean of the neighbours”, and the mean stays when the kernel changes.",
)
FRACTIONS_CUT = Slip(
    "fractions-cut",
    decision="dtype",
    does="Your result has the dtype of the image, so whole numbers in give whole numbers out.",
    why="`np.zeros(..., dtype=x.dtype)` of an integer image is an integer array, and that cuts off every "
    "fraction you write into it.",
    code="y = np.zeros((out_height, out_width), dtype=x.dtype)",
    section="02_1_one_dimension#Numbers that fit",
    seen="`np.zeros_like(image)` on a photograph: photographs are stored as uint8, so the result is uint8 too.",
)
WHOLE_NUMBERS_ONLY = Slip(
    "whole-numbers-only",
    decision="dtype",
    does="Your result holds whole numbers only.",
    why="`int` cuts off every fraction, and images and kernels have them. `np.zeros` without a dtype can hold "
    "fractions.",
    code="y = np.zeros((out_height, out_width), dtype=int)",
    section="02_1_one_dimension#Numbers that fit",
    seen="Small examples on paper have whole numbers throughout, and `int` passes all of them.",
)
FRACTIONS_CUT_AT_EACH_STEP = Slip(
    "fractions-cut-at-each-step",
    decision="sum",
    does="You add up in an array of the image's dtype, so a whole image cuts the sum at each step.",
    why="`np.zeros(..., dtype=x.dtype)` of an integer image is an integer array. Cut after each product, a sum loses "
    "more than its fraction: 0.75 + 0.75 gives 0.",
    code="y[i, j] += x[i + u, j + v] * k[u, v]  # into np.zeros(..., dtype=x.dtype)",
    section="02_1_one_dimension#Numbers that fit",
    seen="`np.zeros_like(image)` on a photograph, whose dtype is uint8, filled by four loops.",
)
WHOLE_NUMBERS_ONLY_AT_EACH_STEP = Slip(
    "whole-numbers-only-at-each-step",
    decision="sum",
    does="You add up in whole numbers, which cuts the sum at each step.",
    why="Cut after each product, a sum loses more than its fraction: 0.75 + 0.75 gives 0. `np.zeros` without a dtype "
    "can hold fractions.",
    code="y[i, j] += x[i + u, j + v] * k[u, v]  # into np.zeros(..., dtype=int)",
    section="02_1_one_dimension#Numbers that fit",
    seen="Small examples on paper have whole numbers throughout, and `int` passes all of them.",
)
