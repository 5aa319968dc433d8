"""Questions on strides, padding, and how many windows fit."""

from helpers.shapes import invert_size, out_size
from helpers.widgets.quiz import Choice, Choices, Number

QUIZ = (
    Number(
        "A row of 10 cells, a kernel of 3, stride 3, no padding. How many windows fit?",
        answer=out_size(10, 3, stride=3),
        because="They begin at 0, 3 and 6: ⌊(10 − 3) / 3⌋ + 1 = ⌊7 / 3⌋ + 1, and 2 + 1 = 3.",
        wrong={
            4: "You rounded up. A fourth window would begin at 9 and need a column 11.",
            2: "You forgot the + 1: two steps make three windows.",
            8: "That is stride 1.",
            10 / 3: "A window fits or it does not: round 7/3 down before you add 1.",
        },
    ),
    Number(
        "In the same row, at which column does the last window begin?",
        answer=(out_size(10, 3, stride=3) - 1) * 3,
        because="Output 2 begins at 2·3 = 6.",
        wrong={
            2: "2 is the number of the output. It begins at 2·3.",
            7: "There a window of 3 would still fit, but no step of 3 leads there: 0, 3, 6.",
            9: "A window that begins at 9 needs the columns 9, 10 and 11; there is none after 9.",
            8: "A stride of 3 moves by 3, not by 4.",
        },
    ),
    Number(
        "And how many cells at its end are read by no window?",
        answer=10 - 9,
        because="The last window reads 6, 7 and 8, and column 9 is left: 10 − 9 = 1.",
        wrong={
            0: "The last window begins at 6 and ends at 8, but the last column is 9.",
            2: "The most that stride 3 can leave is 2. Here it is less.",
            3: "What is left never makes a whole step, or one more window would fit.",
        },
    ),
    Number(
        "Stem of a ResNet: size 224, kernel 7, stride 2, padding 3. How many answers along one axis?",
        answer=out_size(224, 7, stride=2, padding=3),
        because="⌊(224 + 6 − 7) / 2⌋ + 1 = ⌊223 / 2⌋ + 1, and 111 + 1 = 112.",
        wrong={
            113: "You rounded up: half a step makes no window.",
            112.5: "Half a step makes no window. Round 111.5 down, then add 1.",
            111: "You forgot the + 1, or you padded on one side only.",
            109: "You left the padding out.",
            110: "You padded on one side only, and forgot the + 1.",
        },
    ),
    Choice(
        "What does a stride of 3 skip between the beginnings of two windows?",
        right="Two positions",
        wrong={
            "Three positions": "It moves by 3. From 0 it comes to 3, and passes 1 and 2.",
            "None": "That would be a stride of 1.",
            "It depends on the kernel": "Where windows begin has nothing to do with how long they are.",
        },
        because="From column 0 to column 3 it passes 1 and 2: a stride of s skips s − 1.",
    ),
    Choice(
        "In a loop, `image[i : i + 3, j : j + 3]` is the window of output (i, j). The stride is 2. What comes out?",
        right="The right shape, with the answers of the upper left corner",
        wrong={
            "An error": "All these windows exist, so nothing complains.",
            "The right answers, if the shape is right": "The shape was set from the formula. The windows are others.",
            "Half of the image is lost at random": "It is not random: windows begin at 0, 1, 2 in place of 0, 2, 4.",
        },
        because="Output (i, j) begins at row i·2 and column j·2. Without it the answers stay close to the corner.",
    ),
    Number(
        "Kernel 5, stride 2, no padding, 10 answers. What is the smallest input?",
        answer=invert_size(10, 5, stride=2)[0],
        because="Nine steps and one window: 9·2 + 5 = 23.",
        wrong={
            24: "That is the largest: the floor drops its last cell.",
            25: "Ten windows lie nine steps apart: 9·2, not 10·2.",
            20: "10·2 forgets that the last window is 5 long.",
            14: "That is stride 1: 9 + 5.",
        },
    ),
    Number(
        "Kernel 3, stride 4, no padding. How many input sizes lead to 9 answers?",
        answer=len(range(invert_size(9, 3, stride=4)[0], invert_size(9, 3, stride=4)[1] + 1)),
        because="The smallest, and up to s − 1 = 3 cells more, which the floor drops: 4 sizes.",
        wrong={
            1: "The floor drops up to three cells, so larger inputs give the same.",
            3: "Three more than the smallest; with it there are four.",
            5: "With four cells more another window fits.",
            2: "So it is with stride 2.",
        },
    ),
    Choices(
        "What may you do about columns that the floor drops?",
        right={
            "Nothing: it is no error.": "A network works as well; the last column or two count for little.",
            "Pad more.": "Padding moves the end, so the last pixels can come into a window.",
            "Choose another input size.": "There is always one that comes out even.",
        },
        wrong={
            "Round up.": "Then the last window would need cells that are not there.",
        },
        because="The floor only counts the windows that fit.",
    ),
    Choice(
        "A photograph has stripes that come back every 5 pixels. You keep every fourth pixel. What do you see?",
        right="Stripes 20 pixels apart that are not there",
        wrong={
            "The same stripes, smaller": "A step of four is too coarse for what comes back every five.",
            "An even grey": "That needs a mean over whole stripes. Single pixels keep their full contrast.",
            "Noise": "It is all regular: after five answers the pattern begins again.",
        },
        because="The samples repeat after five answers, and 5·4 = 20 pixels: aliasing.",
    ),
)

CARDS = {
    "stride": "How far the window moves from one answer to the next: output i begins at i·s.",
    "padding": "Cells put around the image before the window slides, p on each side; zeros unless told otherwise.",
    "span": "Cells from the first to the last of a window, gaps included: d(k − 1) + 1.",
    "room": "Cells left beyond the first window: n + 2p − d(k − 1) − 1.",
    "floor": "Round down to a whole number: ⌊2.5⌋ = 2.",
    "output size": "⌊room / s⌋ + 1: the steps that fit, and the window you began with.",
    "what floor drops": "Up to s − 1 cells at the far end, padding first. No error.",
    "does not fit": "A window longer than the padded input. That is an error: pad, or take a smaller kernel.",
    "smallest input": "(n′ − 1)·s + d(k − 1) + 1 − 2p, for n′ answers.",
    "largest input": "The smallest and s − 1 more, all of which the floor drops.",
    "strided slide": "The full slide, of which every s-th answer is kept along each axis.",
    "aliasing": "Detail finer than the steps comes back as a coarse pattern that is not there.",
}
