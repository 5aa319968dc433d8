"""Questions on ReLU, why it is needed, and its relatives."""

import numpy as np

from helpers.activations import elu, leaky_relu, relu, selu
from helpers.convolution import xcorr2d
from helpers.widgets.quiz import Choice, Choices, Number

IMAGE = np.array([[2, 7, 1], [5, 3, 4]])
BELOW_MINUS_ABOVE = np.array([[-1], [1]])

QUIZ = (
    Choice(
        "Ten convolutions stand in a row with nothing between them. What can they compute that one cannot?",
        right="Nothing, for windows that lie wholly inside",
        wrong={
            "Ten times as many features": "However many kernels stand in a row, they melt into one.",
            "Anything, if they are wide enough": "Width does not help: a product of matrices is a matrix.",
            "Whatever their biases bend": "A bias shifts. Matrix after matrix with biases is one matrix and one bias.",
        },
        because="Linear after linear is linear: there is one larger kernel that does all ten at once.",
    ),
    Number(
        "The image [[2, 7, 1], [5, 3, 4]] meets the kernel [[−1], [1]] and then ReLU. What is the sum of the answers?",
        answer=relu(xcorr2d(IMAGE, BELOW_MINUS_ABOVE)).sum(),
        because="The differences are 3, −4, 3; ReLU leaves 3, 0, 3, and 3 + 0 + 3 = 6.",
        wrong={
            2: "That is the sum without ReLU: 3 − 4 + 3 = 2.",
            10: "That is the sum of the absolute values: 3 + 4 + 3 = 10.",
            4: "You took the upper row minus the lower one, and kept what is positive of that.",
            -4: "You kept the negative answer and put 0 for the positive ones.",
        },
    ),
    Choice(
        "A map has the shape (8, 16, 32, 32). What shape does it have after ReLU?",
        right="(8, 16, 32, 32)",
        wrong={
            "(8, 16, 16, 16)": "ReLU drops no cells. Halving is what pooling does.",
            "(8, 1, 32, 32)": "ReLU mixes no channels: each number is looked at by itself.",
            "It depends on how many numbers are negative.": "Negative numbers become 0 and stay where they are.",
        },
        because="ReLU acts on each number by itself, so any shape stays as it is.",
    ),
    Choice(
        "After ReLU a horizontal-edge map is 0 at some place. What do you know of the picture there?",
        right="There is no edge, or one of the opposite kind.",
        wrong={
            "There is no edge.": "The opposite edge was strongly negative, and ReLU put 0 for it, too.",
            "There is an edge of the opposite kind.": "It may also be flat: flat gives 0 before and after ReLU.",
            "It is dark there.": "The map holds differences, not brightness.",
        },
        because="ReLU puts the same 0 for nothing and for the opposite.",
    ),
    Choice(
        "E is an array of shape (2, 4) with negative numbers in it. What does `np.max(E, 0)` return?",
        right="The largest number of each column, four in all",
        wrong={
            "ReLU of E": "That is `np.maximum(E, 0)`. Here the 0 is an axis.",
            "The largest number of E": "That is `np.max(E)`. The 0 names an axis.",
            "An error": "It runs, and quietly loses an axis.",
        },
        because="`np.max` takes an axis as its second argument; `np.maximum` takes a second array or number.",
    ),
    Number(
        "Leaky ReLU with slope 0.1: what becomes of −30?",
        answer=leaky_relu(-30, slope=0.1),
        because="A tenth of −30 is −3.",
        wrong={
            0: "So it would with ReLU. Leaky ReLU lets a tenth through.",
            3: "The slope is positive, so a negative number stays negative.",
            -0.3: "That is with a slope of 0.01, which PyTorch takes if you say nothing.",
            -30: "Only what is positive passes unchanged.",
        },
    ),
    Choice(
        "A ReLU unit is negative on every training image. Why does it stay so?",
        right="All its slopes are 0, so nothing tells its weights where to go.",
        wrong={
            "Its weights are 0.": "They may be anything. It is the slope behind them that is 0.",
            "Its slopes are negative, so it moves further away.": "Below 0 the slope of ReLU is 0, not negative.",
            "ReLU was not applied during training.": "It was, and that is the trouble.",
        },
        because="Below 0 ReLU is flat: moving a weight a little moves nothing. Such a unit is called dead.",
    ),
    Choices(
        "Which of these never go below 0?",
        right={"ReLU": "It puts 0 for what is negative."},
        wrong={
            "ELU": "It goes down to −1.",
            "GELU": "It dips to about a sixth below 0, near −3/4.",
            "Leaky ReLU": "A little of what is negative gets through, with its sign.",
            "SELU": "It goes down to about −1.76.",
        },
        because="ReLU alone. All its relatives let something negative through, each in its own way.",
    ),
    Number(
        "A number that is far below 0, say −1,000: which whole number does ELU make of it?",
        answer=elu(-1000.0).round(9),
        because="eˣ is nearly 0 there, so eˣ − 1 is −1.",
        wrong={
            0: "So it would with ReLU or GELU. ELU is eˣ − 1 below 0.",
            -1000: "Only what is positive passes unchanged.",
            1: "Mind the sign: eˣ − 1 with eˣ nearly 0.",
            -10: "Leaky ReLU with a slope of 0.01 does that.",
        },
    ),
    Choices(
        "Which activations pull mean and variance back to 0 and 1, layer by layer?",
        right={"SELU, with weights of mean 0 and variance 1/n": "Its two constants are made for this."},
        wrong={
            "ELU, with weights of mean 0 and variance 1/n": "Its variance shrinks with every layer. You measured it.",
            "ReLU, with weights of mean 0 and variance 1/n": "It halves the mean square in each layer.",
            "SELU, whatever the weights": "With weights twice as large the next layer gets another variance.",
        },
        because="Only SELU, and only for weights that keep the variance themselves.",
    ),
    Choice(
        "What does PReLU become if it learns a slope of 1?",
        right="Nothing at all: each number passes as it is",
        wrong={
            "ReLU": "For that the slope must be 0.",
            "The absolute value": "For that the slope must be −1.",
            "Leaky ReLU": "For that the slope must be small, such as 0.01.",
        },
        because="Slope 1 on both sides is a straight line, so no bend is left.",
    ),
)

CARDS = {
    "activation": "A function of each number by itself, between layers. Also: the numbers that come out of it.",
    "linear": "The answer to a sum is the sum of the answers. A layer with a bias is linear but for one shift.",
    "ReLU": "max(0, x): what is positive stays, the rest becomes 0.",
    "slope": "How much the answer moves when the number moves a little. ReLU's is 1 above 0 and 0 below.",
    "dead unit": "A ReLU unit that is negative on every input: it answers 0 and cannot learn any more.",
    "leaky ReLU": "x above 0, a small multiple of x below; the slope is often 0.01.",
    "PReLU": "Leaky ReLU with a slope that is learned, one for each channel.",
    "ELU": "x above 0, eˣ − 1 below: smooth, and never under −1.",
    "SELU": f"ELU times {selu(1.0):.4f}, and deeper below 0, so that mean 0 and variance 1 stay.",
    "GELU": "x times the chance that a standard normal number lies below x.",
    "self-normalising": "From layer to layer means go to 0 and variances to 1. SELU does it, ELU does not.",
    "np.maximum": "The larger of two numbers, cell by cell. `np.max` with a second argument takes an axis.",
}
