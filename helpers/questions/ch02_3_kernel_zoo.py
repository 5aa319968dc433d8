"""Questions on the kernels that people chose by hand."""

import numpy as np

from helpers.convolution import xcorr2d
from helpers.widgets.quiz import Choice, Choices, Number

LEFT_TO_RIGHT = np.array([[-1, 0, 1]] * 3)

QUIZ = (
    Choice(
        "You look for vertical edges. Which neighbours must the kernel compare?",
        right="Left with right",
        wrong={
            "Top with bottom": "Along an upright edge nothing changes from top to bottom.",
            "The middle with all others": "That is the Laplacian: it asks for any difference, in no direction.",
        },
        because="A vertical edge is a horizontal change.",
    ),
    Number(
        "The kernel [[−1, −1, −1], [0, 0, 0], [1, 1, 1]] lies on a window with a top row of twos, the rest 0. Answer?",
        answer=xcorr2d(np.array([[2, 2, 2], [0, 0, 0], [0, 0, 0]]), LEFT_TO_RIGHT.T)[0, 0],
        because="Three times 2·(−1) = −2: −6. A bright top is negative.",
        wrong={
            6: "The top row meets the −1s: a bright top is negative here.",
            -2: "Three cells of the top row are bright, each gives −2.",
            0: "It would be 0 if the bottom row were as bright as the top row.",
        },
    ),
    Choice(
        "After ReLU, what does that kernel tell of a bright bar on a dark ground?",
        right="Where it begins, seen from above",
        wrong={
            "Where it begins and where it ends": "The lower border is bright above dark: negative, so ReLU removes it.",
            "Where it ends, seen from above": "There the top is bright: the answer is negative and is removed.",
            "Nothing": "Its upper border is dark above bright, which is positive, and stays.",
        },
        because="Dark above bright is positive and stays; the opposite edge is negative and goes.",
    ),
    Choices(
        "Which kernels leave a flat grey picture exactly as bright as it is?",
        right={
            "Blur, nine times 1/9": "Nine ninths are 1.",
            "Sharpen, [[0, −1, 0], [−1, 5, −1], [0, −1, 0]]": "5 − 4 = 1: it sums to 1.",
        },
        wrong={
            "Laplacian, [[0, 1, 0], [1, −4, 1], [0, 1, 0]]": "4 − 4 = 0: a flat picture gives 0.",
            "Sobel, [[−1, 0, 1], [−2, 0, 2], [−1, 0, 1]]": "It sums to 0: a flat picture gives 0.",
        },
        because="Those that sum to 1.",
    ),
    Number(
        "Prewitt's horizontal-edge kernel answers 3 to a level step from 0 to 1. How much to a 45° step, at most?",
        answer=np.abs(xcorr2d(np.tri(9, dtype=int), LEFT_TO_RIGHT.T)).max(),
        because="At most two of its three columns see the whole difference: 2, which is 67 %.",
        wrong={
            0: "Then diagonal edges would be invisible to it. It compares top with bottom, and those differ there.",
            1: "So it is on a diagonal line one pixel wide. A step has all its far side bright.",
            3: "At most two of the three columns have a dark top and a bright bottom.",
        },
    ),
    Choice(
        "Sobel's kernel is a column times a row. What is the column [1, 2, 1] for?",
        right="It smooths along the edge.",
        wrong={
            "It compares along the edge.": "It holds no negative number, so it compares nothing.",
            "It makes the kernel sum to 1.": "The kernel sums to 0, because the row (−1, 0, 1) does.",
        },
        because="One direction smooths, the other compares.",
    ),
    Number(
        "Independent noise of size 1 goes through a kernel of four numbers, each 1/2. How large is it after?",
        answer=np.sqrt(4 * 0.5**2),
        because="The root of the sum of the squares: √(4·1/4) = 1.",
        wrong={
            2: "You added the weights. Independent errors add up by their squares.",
            0.5: "You took one weight. All four bring their own error.",
            0.25: "You took a square and forgot that there are four of them.",
        },
    ),
    Choice(
        "Why does a sharpened photograph taken in the dark look like sand?",
        right="Noise differs from its neighbours, and sharpening makes differences larger.",
        wrong={
            "Sharpening loses grey values.": "It loses none: each pixel gets an answer.",
            "The kernel's weights sum to more than 1.": "They sum to 1. It is their squares that noise feels.",
        },
        because="The kernel cannot know what is a whisker and what is noise.",
    ),
)

CARDS = {
    "edge": "A place where brightness changes quickly in one direction.",
    "vertical edge": "An edge that runs up and down: the change is from left to right.",
    "horizontal edge": "An edge that runs level: the change is from top to bottom.",
    "polarity": "Which side of an edge is bright. The sign of the answer tells.",
    "ReLU": "max(0, y): what is positive stays, the rest becomes 0.",
    "blur": "A kernel of positive numbers that sum to 1: the mean of the neighbourhood.",
    "sharpen": "The picture minus its Laplacian: differences from the neighbours are made larger.",
    "Laplacian": "The four neighbours minus four times the middle. Silent where flat, signed at dots and edges.",
    "emboss": "The picture plus its change along a diagonal: it looks lit from one corner.",
    "Prewitt": "Right column minus left column, or bottom row minus top row, of a 3×3 window.",
    "Sobel": "Prewitt with the middle counted twice.",
    "gradient magnitude": "The length of the arrow (change across, change down): how strong an edge is.",
    "separable": "A column times a row: two thin slides do the work of the square.",
}
