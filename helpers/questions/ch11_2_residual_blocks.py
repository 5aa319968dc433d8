"""Questions on residual blocks: the sum, the projection, the ReLU's place, bottlenecks, and the second way."""

from helpers.costs import conv_params
from helpers.widgets.quiz import Choice, Choices, Number

BOTTLENECK = sum(conv_params(*one, bias=False) for one in ((64, 16, 1), (16, 16, 3), (16, 64, 1)))

QUIZ = (
    Number(
        "In one cell x is 3 and F(x) is −5. What leaves a post-activation block, `relu(x + F(x))`?",
        answer=0,
        because="3 − 5 = −2, and the ReLU makes it 0.",
        wrong={
            -2: "That is the sum. A ReLU follows it.",
            3: "You rectified F(x) before the sum: then nothing can be taken away.",
            8: "F(x) is negative: 3 + (−5).",
            -15: "The two are added, not multiplied.",
        },
    ),
    Number(
        "The same cell, x = 3 and F(x) = −5, in a pre-activation block. What leaves it?",
        answer=-2,
        because="3 + (−5) = −2: norm and ReLU stand in front of the convolutions, and nothing after the sum.",
        wrong={
            0: "After the sum of a pre-activation block there is no ReLU.",
            3: "The branch is not rectified before the sum.",
        },
    ),
    Choice(
        "A block has learned F(x) = 0. What does `relu(x + F(x))` hand on, behind another such block?",
        right="Its input",
        wrong={
            "Zeros": "So does a plain block. Here x is added.",
            "Twice its input": "x is added once, to F(x) = 0.",
            "The mean of its input": "Nothing is averaged: F(x) is 0 in every cell.",
        },
        because="x left a ReLU, so it is not negative, and relu(x + 0) = x.",
    ),
    Choices(
        "Which of these blocks need a projection on their shortcut?",
        right={
            "64 channels to 128, stride 1": "x has 64 maps and F(x) 128: they cannot be added.",
            "64 channels to 64, stride 2": "x is twice as high and wide as F(x).",
        },
        wrong={
            "64 channels to 64, stride 1": "The shapes agree: x itself is added.",
            "64 channels to 64, dilation 2, padding 2": "Dilation with enough padding keeps the shape.",
        },
        because="A projection stands where shapes differ, and only there.",
    ),
    Number(
        "A block goes from 16 channels to 32 with stride 2. How many weights has its projection's convolution?",
        answer=conv_params(16, 32, 1, bias=False),
        because="1×1 kernels, 16 for each of 32 maps: 16·32 = 512. The stride costs no weights.",
        wrong={
            4608: "That is with 3×3 kernels. The projection's are 1×1.",
            544: "It has no biases: a norm follows.",
            128: "A stride skips cells, and no weights.",
            256: "It has 32 output channels.",
        },
    ),
    Number(
        "A bottleneck on 64 channels narrows to 16. How many weights have its three convolutions together?",
        answer=BOTTLENECK,
        because="64·16 + 16·16·9 + 16·64 = 4352.",
        wrong={
            73728: "That is a basic block on 64 channels: two 3×3 layers.",
            3328: "The last 1×1 layer, back to 64 channels, is missing.",
            11264: "The 3×3 layer reads and writes the narrow maps: 16·16·9.",
            2304: "That is the 3×3 layer alone.",
        },
    ),
    Choice(
        "Why does it hurt to rectify F(x) before the sum?",
        right="Then no block can make a number smaller",
        wrong={
            "Then the gradient is always 0": "Where F(x) is positive it passes, and by the shortcut everywhere.",
            "Then the shapes differ": "A ReLU keeps the shape.",
            "Then F(x) can never be 0": "It often is. What it can never be is negative.",
        },
        because="A rectified branch is never negative: the numbers can only grow from block to block.",
    ),
    Choice(
        "In a block whose last norm starts with weight 0, which of its parameters have a gradient at the first step?",
        right="Those of the last norm",
        wrong={
            "All": "What lies in front of a factor 0 has a gradient of 0.",
            "None": "The derivative by the factor itself has no factor 0 in it.",
            "Those of the first convolution": "Its gradient passes through the factor 0.",
        },
        because="After the first step the factor is no longer 0, and then all the others learn, too.",
    ),
    Number(
        "Three blocks in a row, each with slope F′ = −0.5. By how much is a gradient multiplied on its way back?",
        answer=0.125,
        because="1 + F′ = 0.5, and 0.5·0.5·0.5 = 0.125: shortcuts do not forbid a gradient to shrink.",
        wrong={
            -0.125: "That is without the shortcuts. Each block's slope is 1 + F′.",
            0.875: "The 1 stands in each block, not once in front of the product.",
            -0.5: "Slopes of blocks in a row are multiplied: 0.5 three times. You added them.",
            3.375: "1 + F′ is 0.5, not 1.5.",
        },
    ),
    Choice(
        "A plain network of 56 layers with batch norms, before training: what is the gradient at its beginning?",
        right="Far larger than at its end",
        wrong={
            "Near 0": "So it is told. Measured, it explodes towards the input: batch norms keep it from vanishing.",
            "As large as at its end": "That is what shortcuts come near to.",
        },
        because="Hundreds to thousands of times; with shortcuts about tenfold. It did not vanish in either.",
    ),
    Choice(
        "You take one block out of a trained plain network and put nothing in its place. It reads digits",
        right="about as well as guessing",
        wrong={
            "almost as well as before": "That is the residual network. A plain layer reads what one layer writes.",
            "better": "Nothing was trained anew; the next layer gets numbers that it has never seen.",
        },
        because="Every way through a plain network leads through the block that was taken out.",
    ),
    Choice(
        "What is the difference between the shortcuts of ResNet and those of DenseNet?",
        right="ResNet adds, DenseNet puts channels side by side",
        wrong={
            "ResNet puts channels side by side, DenseNet adds": "It is the other way round.",
            "Only DenseNet has shortcuts": "Both have. ResNet adds what comes by them.",
            "DenseNet's lead from every layer to every other": "To all later layers of its block, never back.",
        },
        because="A sum keeps the number of channels; a concatenation makes it grow with every layer.",
    ),
)

CARDS = {
    "residual block": "A block that adds its input to what it computes: y = relu(x + F(x)).",
    "residual": "What is left to learn: F(x) = y − x, the change. 0 is enough to do nothing.",
    "shortcut (skip connection)": "The path on which x goes around the branch. Without weights where shapes agree.",
    "projection": "A 1×1 convolution with the block's stride, and a norm, where x and F(x) have different shapes.",
    "add or concatenate": "A sum keeps the channels (ResNet); side by side they grow with each layer (DenseNet).",
    "post-activation": "The original: conv, norm, ReLU, conv, norm, sum, ReLU.",
    "pre-activation": "Norm and ReLU in front of each convolution, nothing after the sum: x goes through untouched.",
    "ReLU before the sum": "A mistake: the branch is never negative, so numbers can only grow.",
    "bottleneck": "1×1 to a quarter of the channels, 3×3 there, 1×1 back: about 17 times cheaper than the basic block.",
    "zero init": "The weight of each block's last norm starts at 0: the block begins as its shortcut, and learns.",
    "1 + F′": "The slope of a residual block: a second way for the gradient, and no promise that it keeps its size.",
    "lesion study": "Take one block out of a trained network and test: a residual net survives, a plain one collapses.",
}
