"""Questions on the sliding dot product along a signal."""

from fractions import Fraction

from helpers.convolution import xcorr1d
from helpers.widgets.quiz import Choice, Choices, Number

QUIZ = (
    Number(
        "A signal has 100 values, the kernel 7. How many valid answers are there?",
        answer=len(xcorr1d([0] * 100, [0] * 7)),
        because="The window starts at 0 first and at 100 − 7 = 93 last: that makes 94 places.",
        wrong={
            93: "100 − 7 is where the last window starts. Count the window that starts at 0, too.",
            100: "So many there are only if zeros are written at the ends. A valid window lies wholly inside.",
            97: "You took off half a kernel, 3, once. It does not fit at either end.",
            107: "The answers get fewer, not more: at most one for each place where the kernel fits.",
        },
    ),
    Number(
        "x = (2, 0, 5, 1) and w = (1, −1, 3). What is the first answer, y[0]?",
        answer=xcorr1d([2, 0, 5, 1], [1, -1, 3])[0],
        because="2·1 + 0·(−1) + 5·3 = 17.",
        wrong={
            11: "That is 2·3 + 0·(−1) + 5·1: you turned the kernel round.",
            7: "That is 2 + 0 + 5, the window without its kernel.",
            -2: "0·1 + 5·(−1) + 1·3 = −2 is the next answer, y[1].",
            Fraction(17, 3): "You divided by 3. The answer is the sum of the products, not their mean.",
        },
    ),
    Choice(
        "Which kernel answers 0 on every stretch where the signal does not change?",
        right="`(−1, 0, 1)`",
        wrong={
            "`(1, 1, 1)`": "On a stretch of fives it answers 15. Only numbers that sum to 0 cancel there.",
            "`(0, 1, 0)`": "It picks the middle value and copies the signal.",
            "`(1, 0, 1)`": "Its numbers sum to 2, so on a stretch of fives it answers 10.",
        },
        because="Its numbers sum to 0, so equal values cancel.",
    ),
    Choice(
        "`(−1, 0, 1)` slides over a place where the signal falls from 8 to 3. What does it answer there?",
        right="−5",
        wrong={
            "5": "It takes the right neighbour minus the left one: 3 − 8.",
            "0": "It answers 0 only where left and right are equal.",
            "11": "You added 8 and 3. The −1 takes the left one off.",
        },
        because="Right minus left is 3 − 8 = −5. The sign says that the signal falls.",
    ),
    Choices(
        "Which of these kernels give the same answers with `np.correlate` and `np.convolve` on every signal?",
        right={
            "`(1, 2, 1)`": "`(1, 2, 1)` reads the same from both ends, so it is its own turn.",
            "`(4)`": "A kernel of one number has nothing to turn.",
        },
        wrong={
            "`(−1, 0, 1)`": "Turned, it is (1, 0, −1): every answer changes its sign.",
            "`(1, 2, 3)`": "Turned, it is (3, 2, 1).",
        },
        because="Those that read the same from both ends. That is why a symmetric kernel is no test.",
    ),
    Choice(
        "Why do networks get along without turning the kernel?",
        right="They learn the kernel, so they learn it already turned.",
        wrong={
            "Kernels in networks are symmetric.": "Most are not: think of the edge kernel of this lesson.",
            "Turning is slow.": "Turning costs nothing: it is another way to read the same numbers.",
            "The answers are always the same.": "They differ for every kernel that is not its own turn.",
        },
        because="The order that is needed is the order that is learned. By hand or between libraries you must mind it.",
    ),
    Number(
        "You average nine neighbours, their errors independent and typically 0.3 large. How large is what is left?",
        answer=0.3 / 9**0.5,
        because="The mean of nine independent errors is √9 = 3 times smaller: 0.1.",
        wrong={
            Fraction(1, 30): "You divided by nine. The errors cancel only in part, by the root of nine.",
            0.3: "Then averaging would be of no use. Some errors cancel.",
            2.7: "You multiplied by nine. A mean divides.",
        },
    ),
    Choice(
        "`y = np.zeros_like(x)` for whole numbers x, and then `y[0] = 2.75`. What is in `y[0]`?",
        right="2",
        wrong={
            "2.75": "`zeros_like` copies the type, too, and whole numbers have no place for .75.",
            "3": "Nothing is rounded: the fraction is cut off.",
            "An error is raised.": "It would be kinder. NumPy says nothing.",
        },
        because="The array holds whole numbers, so .75 is cut off without a word.",
    ),
)

CARDS = {
    "signal": "Numbers in a line, such as sound over time or one row of a photograph.",
    "kernel": "The few numbers that slide. Also called filter or, once learned, weights.",
    "window": "The part of the input that the kernel lies on at one place.",
    "dot product": "Multiply pair by pair, then add up: one number from two lists of the same length.",
    "cross-correlation": "Slide the kernel as it stands, a dot product a window. Networks call it convolution.",
    "true convolution": "Turn the kernel round, then slide. Signal and kernel may then change places.",
    "valid": "Only windows that lie wholly inside the input count: n − k + 1 of them.",
    "n − k + 1": "How many valid answers n values and a kernel of k give, when it moves one place at a time.",
    "moving average": "A kernel of equal numbers that sum to 1. It quiets noise and blurs edges.",
    "difference kernel": "A kernel that sums to 0, such as (−1, 0, 1). It is silent where nothing changes.",
    "padding": "Made-up values, mostly zeros, written at the ends so that more windows fit.",
    "linear": "The answer to a sum is the sum of the answers. So signal and noise can be looked at apart.",
}
