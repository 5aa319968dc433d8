"""Questions on equivariance: what follows a shift, and what strides, borders and pools do to it."""

import numpy as np

from helpers.convolution import xcorr1d
from helpers.equivariance import blur_pool2d
from helpers.widgets.quiz import Choice, Choices, Number

LEFT = np.array([0, 3, 1, 0, 0, 0])
STRIPES = np.tile([0, 12], (1, 1, 4, 4))

QUIZ = (
    Choice(
        "What does it mean that a function is equivariant to shifts?",
        right="Shift its input, and its output shifts alike",
        wrong={
            "Shift its input, and its output stays": "That is invariance: the output does not move.",
            "Its input and its output have the same size": "Without padding a map is smaller, and follows as well.",
            "It has learned to recognise shifted images": "Nothing is learned: a convolution with any kernel has it.",
        },
        because="Shifting before and after give the same map.",
    ),
    Number(
        "A signal (0, 3, 1, 0, 0, 0) gives (3, 4, 1, 0, 0) under the kernel (1, 1). Shifted right by two, it is "
        "(0, 0, 0, 3, 1, 0). What does the kernel answer at place 3, counted from 0?",
        answer=xcorr1d(np.roll(LEFT, 2), [1, 1])[3],
        because="The answers have moved by two as well, (0, 0, 3, 4, 1): at place 3 stands what stood at place 1, a 4.",
        wrong={
            0: "That stood there before the shift.",
            1: "You moved the answers by one; the signal moved by two.",
            3: "You moved the answers by three, or read the signal.",
        },
    ),
    Choices(
        "Which of these follow a shift of their input by one pixel, away from the border?",
        right={
            "A convolution with stride 1": "Its kernel is the same at each place.",
            "ReLU": "It looks at one number, wherever that stands.",
            "Max pooling with stride 1": "It does the same with each window.",
        },
        wrong={
            "A convolution with stride 2": "By one pixel its map would have to move by half a cell.",
            "A dense layer": "It has a weight of its own for each place.",
            "Adding the number of its row to each pixel": "That depends on the place, which did not move along.",
        },
        because="Whatever does the same at each place, at every place, follows.",
    ),
    Number(
        "A network has four layers with stride 2, all wrapped around the border. By how many pixels, at the least, "
        "must an image move so that the last map follows exactly?",
        answer=2**4,
        because="Strides multiply: 2·2·2·2 = 16 pixels are one cell of the last map.",
        wrong={
            8: "That is for three layers; or you have added the strides.",
            2: "So it is after the first layer. Its map must move by 2 in turn, and so on.",
            1: "By one pixel even the first layer's map would have to move by half a cell.",
            4: "That is the number of layers; each doubles the step.",
        },
    ),
    Number(
        "A photograph moves by one pixel, and goes through four 3×3 layers with stride 1 and a padding of 1. How many "
        "cells of the last map must be left out at each border so that what is left follows exactly?",
        answer=4 + 1,
        because="Four cells see the border, one for each layer, and they have moved by one: 5.",
        wrong={
            4: "So many see the border. In the map that was shifted they stand one cell further in.",
            1: "The first layer spoils one cell, and each further layer passes it on by one.",
            8: "A 3×3 layer reaches one cell to each side, not two.",
            0: "Zeros are padded, and they do not move with the photograph.",
        },
    ),
    Choice(
        "A network of 3×3 layers padded with zeros gets an image of ones. What can its last map look like?",
        right="With a frame along the border, as wide as there are layers",
        wrong={
            "The same number everywhere": "It would, if the layers wrapped around; zeros are no ones.",
            "With a frame one cell wide": "The second layer reads the first one's frame, and carries it on.",
            "All zeros": "Inside each window holds ones; the answer there is the sum of the kernel's numbers.",
        },
        because="Each layer carries what the border did to its neighbours one cell further in.",
    ),
    Number(
        "Of 300 maxima of 2×2 windows, side by side on random maps, how many change on average when the maps move by "
        "one pixel to the right?",
        answer=300 * 2 / 3,
        because="The old and the new window share 2 of 6 cells; in two of three cases the largest is another: 200.",
        wrong={
            0: "A maximum stays only if the largest of six cells is one of two.",
            100: "So many stay.",
            150: "Two of six cells are shared, not half of them.",
        },
    ),
    Number(
        "Columns of 0 and 12 alternate. What does `blur_pool2d` with a stride of 2 leave in each cell?",
        answer=blur_pool2d(STRIPES)[0, 0, 1, 1],
        because="A quarter of each neighbour and half of the cell: 0/2 + 12/4 + 12/4 = 6.",
        wrong={
            0: "That is what every second column holds without the blur.",
            12: "That is the other half of the columns, without the blur.",
            24: "The weights 1, 2, 1 are divided by their sum, 4.",
            4: "You gave the three columns equal weights; they have 1/4, 1/2, 1/4.",
        },
    ),
    Number(
        "An image of 10×10 goes through a locally connected layer with one map of 3×3 kernels, without padding. "
        "How many weights has it?",
        answer=8 * 8 * 9,
        because="8·8 = 64 places, each with 9 weights of its own: 576.",
        wrong={
            9: "So many has a convolution, which shares them.",
            64: "That is the number of places; each has 9 weights.",
            900: "A 3×3 window fits in 8·8 places of a 10×10 image, not in 100.",
            6400: "That is a dense layer from 100 numbers to 64.",
        },
    ),
    Choice(
        "Where may a kernel for each place be the better choice?",
        right="On faces cropped so that the eyes always lie in the same place",
        wrong={
            "On photographs in which a face may be anywhere": "It would have to learn a face anew at each place.",
            "Where there are few examples": "Each place learns from its own examples only, so it needs many more.",
            "Where weights must be few": "It has as many times more as there are places.",
        },
        because="If each place always shows the same part, the places have different tasks.",
    ),
)

CARDS = {
    "equivariant": "Shift the input, and the output shifts alike: f(shifted x) = shifted f(x).",
    "invariant": "Shift the input, and the output stays.",
    "why a convolution is equivariant": "Its kernel is the same at each place, so it does not know the place.",
    "equivariance_error": "The largest difference between shifting before a function and after it; 0 is exact.",
    "stride s and shifts": "The map follows shifts by multiples of s, by a whole number of cells. Strides multiply.",
    "shift by one, stride 2": "The map shows the places that the stride had left out before: new numbers.",
    "zeros at the border": "A mark that does not move with the image. Each 3×3 layer carries it one cell further in.",
    "circular padding": "What leaves on one side is read on the other; then a convolution is equivariant everywhere.",
    "max pooling and shifts": "It follows shifts by its stride. By one pixel 2/3 of random 2×2 maxima change.",
    "aliasing": "What is too fine for a small map turns into something else, such as stripes into black or white.",
    "blur pooling": "Blur with 1, 2, 1 along both axes, then keep every second cell: shifts change less.",
    "locally connected layer": "A convolution's windows, with a kernel of its own for each place: nothing is shared.",
    "weight sharing": "One kernel for all places: fewer weights, and each place teaches all of them.",
}
