"""Questions on channels: what is summed, what is stacked, and who reads whom."""

import numpy as np

from helpers.costs import conv_params
from helpers.layers import conv2d
from helpers.widgets.quiz import Choice, Choices, Number

PIXEL = np.array([3, 1, 4]).reshape(1, 3, 1, 1)
MIX = np.array([2, -1, 1]).reshape(1, 3, 1, 1)

QUIZ = (
    Number(
        "A layer reads 3 channels and has 8 kernels. How many maps does it return for one image?",
        answer=conv2d(np.zeros((1, 3, 5, 5)), np.zeros((8, 3, 3, 3))).shape[1],
        because="One map for each kernel: 8. The three channels are summed inside each of them.",
        wrong={
            24: "8·3 = 24 is the number of slices. The slices of one kernel are added up to one map.",
            3: "The input's channels are summed; it is the kernels that are counted.",
            11: "Input and output channels are not added.",
            1: "That is one kernel's. There are eight.",
        },
    ),
    Number(
        "A pixel holds 3, 1, 4. A 1×1 kernel holds 2, −1, 1. What does it answer, without a bias?",
        answer=conv2d(PIXEL, MIX)[0, 0, 0, 0],
        because="3·2 + 1·(−1) + 4·1 = 9.",
        wrong={
            6: "3·2 = 6 is the first channel alone.",
            3: "9 divided by 3: that is the mean over the channels. It is their sum.",
            11: "3·2 + 1·1 + 4·1 = 11: the sign of the −1 was lost.",
            16: "8·2 = 16: you added the channels first. Each has a weight of its own.",
        },
    ),
    Choice(
        "A layer's weights have the shape (8, 3, 5, 7). What does it read and return?",
        right="Reads 3 channels, returns 8; windows of 5 rows and 7 columns",
        wrong={
            "Reads 8 channels, returns 3; windows of 5 rows and 7 columns": "Output channels stand first.",
            "Reads 3 channels, returns 8; windows of 7 rows and 5 columns": "Rows stand before columns.",
            "Reads 5 channels, returns 7; windows of 8 rows and 3 columns": "That is (rows, columns, in, out).",
        },
        because="(out_channels, in_channels, kernel_height, kernel_width).",
    ),
    Choice(
        "`maps` has the shape (4, 6, 4), `b` the shape (4,). Which line adds one bias to each map?",
        right="`maps + b[:, None, None]`",
        wrong={
            "`maps + b`": "It runs, because the maps are 4 columns wide, and adds one bias to each column.",
            "`maps + b[None, :, None]`": "Its middle axis has length 4 and meets 6 rows: that raises an error.",
            "`maps + b.sum()`": "Each map would get the sum of all biases.",
        },
        because="Shapes are lined up from the last axis, so b needs two axes of length 1 behind its own.",
    ),
    Number(
        "A convolution layer returns 16 maps of 10×10. How many biases has it?",
        answer=conv_params(3, 16, 3) - conv_params(3, 16, 3, bias=False),
        because="One for each map: 16.",
        wrong={
            1600: "16·10·10 = 1600 would be one for each cell. Then the layer would fit one image size only.",
            100: "10·10 = 100: that is the cells of one map. All of them share one bias.",
            1: "Each map has its own.",
        },
    ),
    Choice(
        "Two 1×1 convolutions in a row, nothing in between. What are they together?",
        right="One 1×1 convolution",
        wrong={
            "One 2×2 convolution": "Neither of them sees a neighbour, so together they see none either.",
            "Something that no single convolution can do": "Each is a matrix on the channels, and so is their product.",
            "A non-linear function of each pixel": "Sums of weighted numbers are linear. An activation would not be.",
        },
        because="Their matrices are multiplied, and the product is the matrix of one 1×1 convolution.",
    ),
    Number(
        "Six channels go in, six maps come out, groups = 3; count from 0. Which is the first channel that map 4 reads?",
        answer=4 // 2 * 2,
        because="Each group has 2 channels and 2 maps. Map 4 is in the last group, which reads channels 4 and 5.",
        wrong={
            1: "The groups are blocks of neighbours: 0 and 1, 2 and 3, 4 and 5. They are not dealt out like cards.",
            0: "With one group it would read all. With three it reads two of them.",
            3: "Channel 3 is in the middle group, with channel 2.",
            2: "Channels 2 and 3 belong to maps 2 and 3.",
        },
    ),
    Number(
        "A layer reads 12 channels, returns 24, with windows of 3×3 and groups = 4. How many numbers has one kernel?",
        answer=conv_params(12, 24, 3, groups=4, bias=False) // 24,
        because="Each kernel reads 12/4 = 3 channels: 3·9 = 27.",
        wrong={
            108: "12·9 = 108: with four groups it reads only a quarter of the channels.",
            9: "9 is one slice. It has one for each of the 3 channels that it reads.",
            54: "6·9 = 54: you took the maps of a group, 24/4, for its channels.",
            648: "24·27 = 648 is what all kernels have together.",
        },
    ),
    Choices(
        "What is right of stride, padding and dilation in a layer of many channels?",
        right={
            "They are the same for all channels.": "Every channel is read at the same places.",
            "They change the size of the maps.": "By the formula of chapter 3, for rows and for columns.",
        },
        wrong={
            "Padding adds channels of zeros.": "It adds rows and columns of zeros to each channel.",
            "A stride of 2 reads every second channel.": "It skips rows and columns. All channels are read.",
        },
        because="They concern rows and columns only.",
    ),
    Choice(
        "`x` holds bytes, the kernel fractions. You write the sums, cell by cell, to `np.zeros_like(x)`. And then?",
        right="Each answer is cut to a whole number, without a warning.",
        wrong={
            "NumPy raises an error.": "It does for `answer += sums` on arrays. A single cell is cast without a word.",
            "All is well: NumPy makes the array hold fractions.": "An array keeps the type it was made with.",
            "The answers are rounded to the nearest whole number.": "They are cut: 3.5 and 3.9 both become 3.",
        },
        because="`zeros_like` takes over the type of x, and a byte holds no fractions.",
    ),
)

CARDS = {
    "channel": "One of the numbers that stand at each place: red, or the answer of one kernel.",
    "slice of a kernel": "The part of a kernel that lies on one channel.",
    "sum over channels": "All slices of one kernel give one number together, so one kernel gives one map.",
    "out_channels": "How many kernels there are, and how many maps come out.",
    "shape of the weights": "(out_channels, in_channels / groups, kernel_height, kernel_width).",
    "bias": "One number for each map, added to all its cells: `b[:, None, None]`.",
    "batch": "Images that go through together and do not know of each other.",
    "1×1 convolution": "A small dense layer on the channels of each pixel. Linear; it sees no neighbours.",
    "groups": "Layers side by side: block g of the maps reads block g of the channels.",
    "depthwise": "As many groups as input channels: each channel has kernels of its own, and none is mixed.",
    "linear": "Weighted sums of inputs give the same weighted sums of outputs.",
    "`np.zeros_like(x)`": "Zeros in the shape and the type of x. For whole x it cuts the fractions of what is written.",
}
