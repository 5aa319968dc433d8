"""Questions on pooling: maxima, means, borders, shifts and what pooling saves."""

import numpy as np

from helpers.costs import fc_params
from helpers.pooling import avg_pool2d, global_avg_pool, max_pool2d
from helpers.shapes import out_size
from helpers.widgets.quiz import Choice, Choices, Number

WINDOW = np.array([[[[2, 9], [1, 4]]]])
NEGATIVE = np.array([[[[-3, -8], [-5, -6]]]])
CORNER = np.array([[[[8, 4], [4, 8]]]])

QUIZ = (
    Number(
        "A window holds [[2, 9], [1, 4]]. What does average pooling make of it?",
        answer=avg_pool2d(WINDOW, 2).item(),
        because="2 + 9 + 1 + 4 = 16, and a quarter of it is 4.",
        wrong={
            9: "That is the maximum.",
            16: "That is the sum; divide it by the number of cells.",
            8: "You divided by 2. The window has 2·2 = 4 cells.",
            3: "That is the median. A mean adds up and divides.",
        },
    ),
    Number(
        "A map has 13 rows. You pool 3×3 windows with a stride of 2, without padding. How many rows come out?",
        answer=out_size(13, 3, stride=2),
        because="13 − 3 = 10, half of it is 5, and the first window makes 6.",
        wrong={
            5: "Five steps of 2 fit, and the window at the start counts, too.",
            7: "You took 13/2 and rounded up. The window itself has 3 rows.",
            4: "So many 3×3 windows lie side by side. Here they move by 2.",
            11: "That is with a stride of 1.",
        },
    ),
    Number(
        "The map [[−3, −8], [−5, −6]] is max-pooled: 2×2 windows, stride 2, padding 1. What is the largest answer?",
        answer=max_pool2d(NEGATIVE, 2, padding=1).max(),
        because="Each window sees one cell of the map, and the answers are these four numbers: −3 is the largest.",
        wrong={
            0: "There is no 0 in the map. The padding of a maximum is −∞.",
            -8: "−8 is the smallest of the four.",
            3: "A maximum turns no sign.",
        },
    ),
    Choice(
        "Your max pool pads with zeros. When will you not notice?",
        right="When it follows a ReLU",
        wrong={
            "When it follows a leaky ReLU": "Leaky ReLU leaves negative numbers, and a 0 beats them.",
            "When the window is 2×2": "The size does not matter; a window of the border does.",
            "When the map is large": "Its borders are longer then. The middle was never wrong.",
        },
        because="Behind ReLU no number is below 0, so a 0 can win over nothing but 0.",
    ),
    Number(
        "The map [[8, 4], [4, 8]] is mean-pooled: 2×2, stride 2, padding 1, `count_include_pad=True`. "
        "What is the upper left answer?",
        answer=avg_pool2d(CORNER, 2, padding=1)[0, 0, 0, 0],
        because="8 + 0 + 0 + 0 = 8, divided by all four cells of the window: 2.",
        wrong={
            8: "That is with `count_include_pad=False`: one cell lies on the map.",
            6: "That is the mean of the whole map. The first window sees its corner only.",
            4: "You divided by 2; the window has four cells, three of them zeros.",
        },
    ),
    Choice(
        "In PyTorch you call `max_pool2d(x, 3)` and say nothing else. How far does the window move?",
        right="By 3",
        wrong={
            "By 1": "So does a convolution. A pool moves by the size of its window.",
            "By 2": "Many networks say `stride=2`. If you say nothing, it is the window's size.",
            "Not at all": "It covers the map, window beside window.",
        },
        because="Without a stride the windows lie side by side.",
    ),
    Choice(
        "A batch of shape (8, 16, 20, 30) goes through global average pooling. What shape comes out?",
        right="(8, 16)",
        wrong={
            "(8,)": "Channels are not mixed: one number for each map, 16 for each image.",
            "(16,)": "Images are not mixed: each of the 8 has its own numbers.",
            "(8, 16, 10, 15)": "That is 2×2 pooling. Here the window is the whole map.",
        },
        because="One mean for each map: height and width are gone.",
    ),
    Number(
        "A map of 4 rows and 5 columns holds the numbers from 1 to 20. What does global average pooling give?",
        answer=global_avg_pool(np.arange(1, 21).reshape(1, 1, 4, 5)).item(),
        because="The mean of the numbers from 1 to 20 lies in the middle: 10.5.",
        wrong={
            20: "That is the maximum, so global max pooling.",
            210: "That is the sum.",
            10: "Half of 20; but the numbers begin with 1.",
        },
    ),
    Number(
        "A random map without equal numbers moves one pixel to the right. Of 300 maxima of 2×2 windows, "
        "how many change on average?",
        answer=300 * 2 / 3,
        because="The two windows share 2 of 6 cells, so a maximum stays in one case out of three: 200 change.",
        wrong={
            100: "So many stay.",
            0: "A maximum stays only if the largest of the six cells is one of the two that both windows see.",
            150: "Two of six cells are shared, not half of them.",
            300: "Some maxima lie in the part that both windows see.",
        },
    ),
    Choices(
        "A 2×2 max pool is put between a convolution and what follows. What becomes smaller?",
        right={
            "The weights of a dense layer behind it": "It has a weight for each number it reads, and reads a quarter.",
            "The multiplications of a convolution behind it": "A quarter of the places is left.",
        },
        wrong={
            "The weights of a convolution behind it": "Kernel size and channels stay, and those are all that count.",
            "The number of channels": "Each map is pooled by itself.",
            "The weights of the convolution before it": "Nothing behind a layer changes its weights' number.",
        },
        because="Numbers to read become fewer; kernels and channels stay.",
    ),
    Number(
        "64 maps of 8×8 go through global average pooling into a dense layer with 10 answers. "
        "How many numbers does it learn?",
        answer=fc_params(64, 10),
        because="64·10 = 640 weights, and 10 biases: 650.",
        wrong={
            640: "The 10 biases are missing.",
            40970: "That is without the pooling: 64·8·8 = 4096 numbers to read.",
            10250: "That is with a 2×2 pool in place of a global one.",
            0: "The pool learns nothing. The dense layer does.",
        },
    ),
)

CARDS = {
    "pooling": "One number for each window of each map; channels are not mixed, nothing is learned.",
    "max pooling": "The largest number of each window: is the feature somewhere around here?",
    "average pooling": "The mean of each window: a convolution with equal weights, one group for each channel.",
    "stride of a pool": "As large as the window unless you say otherwise. A convolution's is 1.",
    "overlapping pooling": "A stride below the window's size, such as 3×3 windows with stride 2.",
    "padding of a maximum": "−∞, so that it never wins. With 0, negative windows at the border are wrong.",
    "count_include_pad": "Whether a mean at the border divides by the padded cells, too. PyTorch: yes, by default.",
    "global average pooling": "The mean of each whole map: (batch, channels, height, width) to (batch, channels).",
    "2/3 and 6/7": "The share of random 2×2 maxima that change under a shift by one pixel: along an axis, diagonal.",
    "parameters of a pool": "None. A dense layer behind it shrinks, a convolution behind it does not.",
    "floor": "Rows and columns left over at the end are not read, even if the largest number is there.",
    "not linear": "The maxima of two maps do not add up to the maxima of their sum.",
}
