"""Questions on what stands beyond the border, on same size, and on windows with gaps."""

import numpy as np

from helpers.convolution import xcorr2d
from helpers.padding import pad2d, same_padding
from helpers.shapes import extent, out_size
from helpers.widgets.quiz import Choice, Choices, Number

ROW = np.array([[4, 9, 2, 7]])

QUIZ = (
    Number(
        "The row 4 9 2 7 is padded by one cell on each side, reflect. Which number stands at its left end?",
        answer=pad2d(ROW, (0, 0, 1, 1), mode="reflect")[0, 0],
        because="The mirror stands on the 4, so its neighbour, the 9, comes next.",
        wrong={
            4: "That is replicate: the outermost cell again.",
            7: "That is circular: the end of the row.",
            2: "The 2 would be the second cell of padding. The first is the 9.",
            0: "That is padding with zeros.",
        },
    ),
    Number(
        "The same row, circular, two cells on each side. Which number stands at the right end?",
        answer=pad2d(ROW, (0, 0, 2, 2), mode="circular")[0, -1],
        because="After 4 9 2 7 the row begins again: 4, then 9.",
        wrong={
            4: "The 4 comes first; the second cell is the 9.",
            2: "That is the left end: before the row stand 2 and 7.",
            7: "That is replicate.",
        },
    ),
    Choice(
        "An edge kernel takes the left neighbour from the right one. Which border makes its first column exactly 0?",
        right="Reflect",
        wrong={
            "Zeros": "Zeros make it answer most of all, unless the picture is black.",
            "Replicate": "The outermost column is compared with the next one: small, but not 0.",
            "Circular": "It compares the two sides of the picture.",
        },
        because="Reflection puts the right neighbour on the left side, too: each cell is compared with itself.",
    ),
    Number(
        "Kernel 4, no gaps, stride 1. How many cells must padding bring, both sides together, to keep the size?",
        answer=sum(same_padding(4)),
        because="d(k − 1) = 1·(4 − 1) = 3: one before, two after.",
        wrong={
            4: "That is k. A slide loses k − 1 cells.",
            2: "Two in all leave one cell too few.",
            6: "3 is for both sides together.",
            1: "That is what stands before.",
        },
    ),
    Number(
        "Kernel 5, dilation 3, stride 1. Which padding on each side keeps the size?",
        answer=same_padding(5, dilation=3)[0],
        because="d(k − 1) = 3·(5 − 1) = 12, half of it on each side.",
        wrong={
            2: "That is without gaps: k/2, rounded down.",
            12: "That is for both sides together.",
            7: "Half of 5·3, rounded down. The slide loses d(k − 1) = 12 cells, not d·k.",
            8: "Half of 5·3, rounded up. The slide loses d(k − 1) = 12 cells, not d·k.",
            4: "That is k − 1, both sides without gaps: the dilation counts, too.",
        },
    ),
    Number(
        "Size 8, kernel 4, padding 2, stride 1. How many answers?",
        answer=out_size(8, 4, padding=2),
        because="8 + 4 − 4 + 1 = 9: half an even kernel is one cell too much.",
        wrong={
            8: "k/2 keeps the size of odd kernels only.",
            10: "You added the padding and took off too little: 8 + 4 − 3 = 9.",
            7: "That is a padding of 1, or of 2 on one side only.",
        },
    ),
    Number(
        "How many cells does a window of 3 with dilation 4 span?",
        answer=extent(3, 4),
        because="4·(3 − 1) + 1 = 9.",
        wrong={
            12: "Three taps have two distances between them, not three.",
            8: "You forgot the last tap itself: + 1.",
            13: "4·3 + 1: three taps have two distances between them, not three.",
            11: "You took 4 for the gap. It is the distance: the gap is 3.",
            3: "That is how many it reads.",
        },
    ),
    Number(
        "And how many numbers does a 3×3 kernel with dilation 4 have to learn?",
        answer=3 * 3,
        because="The gaps are not learned: 3·3 = 9.",
        wrong={
            81: "It spans 9 by 9 pixels, but reads nine of them.",
            36: "Dilation does not multiply the weights.",
            13: "The gaps have no weights.",
        },
    ),
    Choice(
        "What is a window without gaps called?",
        right="Dilation 1",
        wrong={
            "Dilation 0": "Then all taps would read one cell. Dilation is the distance, not the gap.",
            "Dilation k": "Then the taps would lie as far apart as the kernel is long.",
            "Stride 1": "Stride is how far the whole window moves.",
        },
        because="Dilation is the distance from tap to tap; where they touch, it is 1.",
    ),
    Choices(
        "You see a bright frame in all maps of edges, one pixel wide. What can be the matter?",
        right={
            "The image was padded with zeros.": "A picture beside black is an edge.",
            "The border is circular.": "Left and right side of a picture seldom fit together.",
        },
        wrong={
            "The border was reflected.": "There this kernel answers 0, not much.",
            "The kernel was turned.": "That would change the sign, everywhere.",
        },
        because="Only a border that jumps makes an edge.",
    ),
    Number(
        "A picture is 1 everywhere. It is padded with zeros and blurred with nine times 1/9. What is its corner now?",
        answer=xcorr2d(pad2d(np.ones((5, 5)), (1, 1, 1, 1)), np.full((3, 3), 1 / 9))[0, 0],
        because="Four of the nine cells of the window are true: 4/9, about 0.44.",
        wrong={
            1: "With replicate or reflect, yes. Here five of the nine cells are zeros.",
            6 / 9: "That is the middle of a side: three zeros. A corner has five.",
            5 / 9: "Five are the zeros.",
            0: "The window is not all zeros.",
        },
    ),
)

CARDS = {
    "zeros": "The cells beyond the border are 0. An edge detector sees a frame.",
    "reflect": "A mirror on the outermost cell, which is not repeated: c b | a b c.",
    "replicate": "The outermost cell again and again: a a | a b c.",
    "circular": "The row goes round: b c | a b c | a b.",
    "most that reflect can give": "n − 1 cells on a side: all but the one the mirror stands on.",
    "same": "An output as large as the input, at stride 1.",
    "same padding": "d(k − 1) cells, both sides together; if that is odd, the extra one stands after.",
    "even kernel": "Without gaps it needs one cell more on one side, and moves the map by half a cell.",
    "tap": "One number of the kernel, on the pixel that it reads.",
    "dilation": "The distance from tap to tap: 1 is contiguous, 0 is refused.",
    "span of a dilated window": "d(k − 1) + 1 cells, of which it reads k.",
    "dilated kernel": "The same as a larger kernel with zeros between its numbers, and no more weights.",
}
