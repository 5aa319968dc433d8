"""Questions on what a layer costs: weights, multiply-adds, and layers that do with less."""

from fractions import Fraction

import numpy as np

from helpers.costs import conv_macs, conv_params, separable_ratio
from helpers.im2col import im2col
from helpers.widgets.quiz import Choice, Choices, Number

QUIZ = (
    Number(
        "A layer reads 16 channels and returns 32, with windows of 5×5. How many weights has it, without biases?",
        answer=conv_params(16, 32, 5, bias=False),
        because="32·16·5·5 = 12800.",
        wrong={
            800: "32·5·5 = 800: you gave each kernel one slice. It has one for each of 16 channels.",
            400: "16·5·5 = 400 is one kernel. There are 32.",
            12832: "12800 + 32 = 12832 counts the biases, too.",
            2560: "32·16·5 = 2560: the window has 5·5 = 25 cells.",
        },
    ),
    Number(
        "How many biases are added to that?",
        answer=conv_params(16, 32, 5) - conv_params(16, 32, 5, bias=False),
        because="One for each of the 32 maps.",
        wrong={
            16: "Biases belong to the maps that come out, not to the channels that are read.",
            512: "32·16 = 512: one for each slice. The slices of one kernel share a bias.",
            1: "Each map has its own.",
        },
    ),
    Number(
        "A layer has 1000 weights. Its maps have 10 rows and 20 columns. How many multiply-adds for one image?",
        answer=conv_macs(10, 100, 1, (10, 20)),
        because="1000·10·20 = 200000: each weight is used once for each cell.",
        wrong={
            1000: "That is for one cell. Each weight is used again at each of them.",
            30000: "1000·30 = 30000: rows and columns are multiplied, 10·20 = 200.",
            400000: "Counted singly, products and additions, it would be twice as many. A multiply-add is both.",
        },
    ),
    Choice(
        "You feed images of twice the height and twice the width. What becomes of a convolution layer's two prices?",
        right="As many weights, four times the multiply-adds",
        wrong={
            "Four times both": "The weights are shared by all places: they do not know how large the image is.",
            "Four times the weights, as many multiply-adds": "It is the other way round.",
            "As many weights, twice the multiply-adds": "Twice the rows and twice the columns: four times the cells.",
        },
        because="The kernel is the same; it is laid down at four times as many places.",
    ),
    Number(
        "A layer with 48 channels in and out gets groups = 4. By which factor do its weights shrink, biases aside?",
        answer=Fraction(conv_params(48, 48, 3, bias=False), conv_params(48, 48, 3, groups=4, bias=False)),
        because="Each kernel reads a quarter of the channels, so it has a quarter of the weights: a factor of 4.",
        wrong={
            16: "4·4 = 16 would be so if there were a quarter of the kernels, too. There are as many maps as before.",
            2: "That would be groups = 2.",
            12: "48 divided by 4 is 12: so many channels has a group.",
        },
    ),
    Number(
        "A depthwise separable layer, 2×2 windows, 4 output channels. Which share of the full layer does it cost?",
        answer=separable_ratio(8, 4, 2),
        because="1/4 for the depthwise layer and 1/4 for the 1×1 layer: 1/2.",
        wrong={
            0.25: "You counted one of the two layers.",
            0.0625: "The two are added, not multiplied.",
            2: "That is what it saves: the full layer costs twice as much.",
            0.625: "1/8 + 1/2: take the output channels, and the cells of the window, 2·2 = 4.",
        },
    ),
    Choice(
        "Someone says that a depthwise separable 3×3 layer saves a factor of nine. When is it exactly nine?",
        right="Never; with many output channels it comes close.",
        wrong={
            "Always": "With 64 to 128 channels it is 8.41, with 16 to 16 it is 5.76.",
            "With nine output channels": "1/9 + 1/9 = 2/9: then it saves a factor of 4.5.",
            "With many input channels": "They cancel out. It is the output channels that count.",
        },
        because="1/C_out + 1/9 is more than 1/9, however large C_out is.",
    ),
    Choices(
        "Three 3×3 layers in place of one 7×7, as many channels everywhere. What is true?",
        right={
            "They have the same receptive field.": "1 + 2 + 2 + 2 is 7.",
            "They have fewer weights.": "27·C² against 49·C².",
        },
        wrong={
            "They can compute whatever the 7×7 can.": "A product of three kernels has 27 free numbers, not 49.",
            "Padded with zeros, they agree everywhere with the composed 7×7.": "They differ in a frame of two cells.",
        },
        because="The same field at a lower price, but not the same function.",
    ),
    Number(
        "An image has 3 channels of 8×10. Windows are 3×3, no padding. How many rows has its matrix of columns?",
        answer=im2col(np.zeros((1, 3, 8, 10)), 3).shape[1],
        because="A column is one window: 3·3·3 = 27 numbers.",
        wrong={
            9: "3·3 = 9 is one channel of a window. A window has all three.",
            48: "6·8 = 48 is the number of columns, one for each window.",
            80: "8·10 = 80: that is a channel's pixels.",
            3: "The channels stand below one another, each with 9 cells.",
        },
    ),
    Choice(
        "im2col copies each pixel up to nine times for 3×3. Why is it fast all the same?",
        right="One product of solid matrices does the rest.",
        wrong={
            "It saves multiplications.": "It does the same multiplications as the loops.",
            "It copies nothing; it is a view.": "`sliding_window_view` is a view. The columns are written out.",
            "It reads only a part of the windows.": "It reads all of them; otherwise the answer would be wrong.",
        },
        because="Copying is cheap beside the product, and libraries multiply solid matrices very fast.",
    ),
)

CARDS = {
    "weights": "C_out·(C_in/g)·k_h·k_w. The size of the image is no part of it.",
    "parameters": "All that is learned: the weights, and one bias for each map.",
    "multiply-add": "One product that goes straight into a sum; also MAC. Counted singly, two operations.",
    "multiply-adds of a layer": "Its weights times the cells of one output map, for each image.",
    "depthwise layer": "One kernel of a single slice for each channel: it looks around and mixes nothing.",
    "1×1 layer": "It mixes the channels of each pixel and does not look around.",
    "depthwise separable": "A depthwise layer and a 1×1 layer after it, in place of a full one.",
    "1/C_out + 1/k²": "What a depthwise separable layer costs, as a share of the full one.",
    "27·C² against 49·C²": "Three 3×3 layers against one 7×7: the same receptive field.",
    "receptive field": "All pixels that a cell has read, directly or through other layers.",
    "im2col": "Each window written as a column: channel by channel, row by row.",
    "GEMM": "General matrix multiply: kernels as rows times windows as columns is a convolution.",
}
