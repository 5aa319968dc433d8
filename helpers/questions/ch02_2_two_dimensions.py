"""Questions on the sliding dot product over an image."""

import numpy as np

from helpers.convolution import compose, conv_as_matrix, xcorr2d
from helpers.widgets.quiz import Choice, Choices, Number

IMAGE = np.array([[2, 0, 1], [3, 4, 0], [1, 1, 5]])
KERNEL = np.array([[1, -1], [2, 0]])

QUIZ = (
    Number(
        "An image has 20 rows and 30 columns, the kernel 3 rows and 5 columns. How many valid answers are there?",
        answer=xcorr2d(np.zeros((20, 30)), np.zeros((3, 5))).size,
        because="20 − 3 + 1 = 18 rows and 30 − 5 + 1 = 26 columns: 18·26 = 468.",
        wrong={
            425: "17·25: you forgot the + 1 along both axes.",
            600: "One for each pixel: that needs zeros written around the image.",
            448: "16·28: you took the kernel's rows from the image's columns.",
            44: "18 + 26: rows and columns are multiplied.",
        },
    ),
    Number(
        "X = [[2, 0, 1], [3, 4, 0], [1, 1, 5]] and K = [[1, −1], [2, 0]]. What is the upper left answer of X ⋆ K?",
        answer=xcorr2d(IMAGE, KERNEL)[0, 0],
        because="2·1 + 0·(−1) + 3·2 + 4·0 = 8.",
        wrong={
            1: "2·0 + 0·2 + 3·(−1) + 4·1 = 1: you turned the kernel by 180°.",
            -1: "2·1 + 0·2 + 3·(−1) + 4·0 = −1: you swapped the kernel's rows and columns.",
            9: "2 + 0 + 3 + 4 is the window without its kernel.",
            2: "You stopped after the first row: the second adds 3·2.",
        },
    ),
    Choice(
        "Your function passes a test with K = [[1, 0], [0, 1]]. What can you say about the flip?",
        right="Nothing: K is its own turn.",
        wrong={
            "It does not turn the kernel.": "With K both ways give the same six numbers.",
            "It turns the kernel.": "With K both ways give the same six numbers.",
            "It turns it, but only upside down.": "That one K would have shown: upside down it is [[0, 1], [1, 0]].",
        },
        because="K is its own turn and its own transpose. A kernel such as K₂ = [[1, 2], [0, −1]] tells them apart.",
    ),
    Choice(
        "A 2×2 window and the kernel K₂ are NumPy arrays. Which line gives the answer?",
        right="`(window * K2).sum()`",
        wrong={
            "`(window @ K2).sum()`": "`@` takes rows on columns. It runs, and gives another number.",
            "`window * K2`": "Four products; they still have to be added up.",
            "`(window + K2).sum()`": "What lies on one another is multiplied, not added.",
        },
        because="Products cell by cell, then their sum.",
    ),
    Number(
        "A 3×3 kernel is written as a matrix for images of 6×6. How many rows has the matrix?",
        answer=conv_as_matrix(np.ones((3, 3)), (6, 6)).shape[0],
        because="One row for each window: (6 − 3 + 1)² = 16. Its columns are the 36 pixels.",
        wrong={
            36: "That is the number of columns, one for each pixel.",
            9: "Nine is how many cells of each row are not 0.",
            4: "Along one axis. There are 4 rows of 4 windows.",
        },
    ),
    Number(
        "A 3×3 kernel, then a 5×5 kernel, nothing in between. How many rows has the one kernel that does both?",
        answer=len(compose(np.ones((3, 3)), np.ones((5, 5)))),
        because="3 + 5 − 1 = 7.",
        wrong={
            8: "The two share one place, where they overlap: 3 + 5 − 1.",
            15: "Sizes do not multiply. Each step adds the kernel's size less one.",
            5: "The second kernel sees answers that look one pixel further on each side.",
        },
    ),
    Choices(
        "What is true of a convolution as a matrix, beside that of a dense layer?",
        right={
            "Most of its cells are 0.": "Each row has the kernel's numbers in one window and 0 elsewhere.",
            "Its rows share their numbers.": "Every row holds the same kernel, moved.",
        },
        wrong={
            "It has fewer rows and columns.": "It has as many: one row for each answer, one column for each pixel.",
            "It is not linear.": "A matrix is always linear. So is a convolution.",
        },
        because="Sparsity and weight sharing. Its shape is that of the dense layer.",
    ),
    Choice(
        "Two 3×3 convolutions, each padded with zeros, against one 5×5, padded. Where do they differ?",
        right="In a frame one pixel wide",
        wrong={
            "Nowhere": "So it is for valid windows. Padding overwrites answers just outside the image with zeros.",
            "Everywhere": "Far from the border no zero is ever seen, and both agree.",
            "In a frame two pixels wide": "One step from the border the second 3×3 still sees true answers only.",
        },
        because="The second 3×3 reads one pixel beyond the image there, and finds a 0 in place of an answer.",
    ),
)

CARDS = {
    "image": "Numbers in a grid: rows come first, row 0 is the top one.",
    "X ⋆ K": "Cross-correlation: slide K over X as it stands.",
    "X ∗ K": "True convolution: turn K by 180°, then slide.",
    "turn by 180°": "Rows in reverse and columns in reverse: `k[::-1, ::-1]`.",
    "transpose": "Rows become columns: `k.T`. It is not a turn.",
    "K₂": "[[1, 2], [0, −1]]: unlike K it is neither its own turn nor its own transpose, so it shows a flip.",
    "feature map": "The grid of answers of one kernel: where, and how strongly, its question was answered.",
    "sparsity": "Each answer looks at few pixels: most cells of the convolution's matrix are 0.",
    "weight sharing": "Every window is asked with the same kernel, so a convolution has few weights.",
    "composition": "Two kernels in a row are one, of size k₁ + k₂ − 1: the full true convolution of the two.",
    "full": "All places where kernel and image overlap at all: n + k − 1 along an axis.",
    "border effect": "Padded answers near the border are made from invented zeros, too.",
}
