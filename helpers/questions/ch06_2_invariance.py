"""Questions on invariance: what makes an answer stay, what learns places by heart, and who minds a shuffle."""

import numpy as np

from helpers.costs import fc_params
from helpers.widgets.quiz import Choice, Choices, Number

MAP = np.array([1, 6, 2, 0])
MOVED = np.roll(MAP, 1)

QUIZ = (
    Choice(
        "A network that names digits should give the same answer wherever the digit lies. What is that property?",
        right="Invariance to shifts",
        wrong={
            "Equivariance to shifts": "Then the answer would move along, as a map does.",
            "Linearity": "That is about sums and multiples of images, not about their place.",
            "Weight sharing": "That is how a convolution is built; it makes maps move along.",
        },
        because="The input moves, the answer stays.",
    ),
    Choices(
        "Which of these, behind maps that move along, make an answer that stays?",
        right={
            "The largest number of each map": "It does not ask where it stands.",
            "The mean of each map": "The order of the numbers does not change their sum.",
            "The number of cells above 1": "Counting does not ask where, either.",
        },
        wrong={
            "A dense layer on the flattened map": "It has a weight of its own for each place.",
            "The place of the largest number": "That is just what moves along.",
            "A 2×2 max pool with stride 2": "It leaves a smaller map, and places in it.",
        },
        because="A shift changes only the order of a map's numbers.",
    ),
    Number(
        "The map (1, 6, 2, 0) moves to (0, 1, 6, 2). A dense layer has the weights (2, 1, 0, 0). "
        "What is its score for the moved map?",
        answer=MOVED @ [2, 1, 0, 0],
        because="2·0 + 1·1 = 1; for the map before it was 2·1 + 1·6 = 8.",
        wrong={
            8: "That is the score before the map moved.",
            6: "That is the largest number, which a max pool would give.",
            13: "You moved the map to the left.",
        },
    ),
    Number(
        "The map (1, 6, 2, 0) moves by one place, around the border. By how much does its mean change?",
        answer=MOVED.mean() - MAP.mean(),
        because="The same four numbers in another order have the same mean: it changes by 0.",
        wrong={
            2.25: "That is the mean itself.",
            9: "That is the sum; and it does not change, either.",
        },
    ),
    Choice(
        "A CNN with a dense layer on flattened maps has learned centred digits. What happens to digits moved by two "
        "pixels along the diagonal?",
        right="Most are read wrong, almost as by an MLP",
        wrong={
            "They are read as well as before, since convolutions do not mind": "The maps move along, and "
            "the dense layer meets them at places it has not learned.",
            "They are read a little worse": "In the lesson fewer than one in five was read right.",
            "The network raises an error": "The sizes are the same; only the numbers lie elsewhere.",
        },
        because="Its head has a weight for each place, and learned them for the middle only.",
    ),
    Choice(
        "In the MLP the weights of pixels that never had ink are what they were before training. Why?",
        right="Each change of a weight is multiplied by its pixel, and that was 0",
        wrong={
            "They were found to be right already": "Nothing ever asked them: they multiplied zeros.",
            "The training was too short": "However long it is, 0 times anything is 0.",
            "They were set to 0": "They keep the random numbers they were first given.",
        },
        because="What multiplies only zeros has no part in any mistake, so it is never corrected.",
    ),
    Choice(
        "The scores of the network with a global pool change a little when the digit comes near the border. Why?",
        right="The zeros of the padding come into windows that see the digit",
        wrong={
            "The global pool has a weight for each place": "It has none at all.",
            "A maximum is not linear": "That is true, and makes no difference to a shift.",
            "The network has been trained too little": "An untrained one does the same.",
        },
        because="Invariance is built on equivariance, and the border breaks that.",
    ),
    Number(
        "32 maps of 8×8. How many numbers does a dense layer with 10 answers learn behind a global max pool?",
        answer=fc_params(32, 10),
        because="32·10 weights and 10 biases: 330.",
        wrong={
            320: "The 10 biases are missing.",
            fc_params((32, 8, 8), 10): "That is behind a flattening, with a weight for each place.",
            10: "Those are the biases; there are 32·10 weights besides.",
        },
    ),
    Choice(
        "All pixels of all images, to learn from and to test, are shuffled in the same way. Who reads them as well as "
        "before, after a new training?",
        right="The MLP",
        wrong={
            "The CNN that flattens": "Its windows now hold pixels that have nothing to do with each other.",
            "The CNN with a global pool": "Its kernels look for neighbours, and there are none left.",
            "Nobody": "For each MLP there is one with its weights shuffled alike, and it gives the same scores.",
        },
        because="An MLP never knew which pixels are neighbours.",
    ),
    Choice(
        "An MLP is trained on digits moved by up to one pixel. How does it read digits moved by three along the "
        "diagonal?",
        right="Badly: it learned the places it was shown",
        wrong={
            "As well as a network with a global pool": "That one learns for all places at once.",
            "Well, since it has understood what moving is": "It has learned weights for nine places, and no rule.",
            "As well as digits moved by one": "Those it has seen.",
        },
        because="Learned invariance reaches as far as the examples.",
    ),
)

CARDS = {
    "invariant": "The input moves, the answer stays: g(shifted x) = g(x).",
    "equivariant": "The input moves, the answer moves along: f(shifted x) = shifted f(x).",
    "equivariant + global pool": "An invariant answer: maps that move along, and a summary that does not ask where.",
    "global max pool": "The largest number of each map: is the feature anywhere?",
    "flattening": "All numbers of all maps in one row. The dense layer behind it has a weight for each place.",
    "learned by heart": "A dense layer learns what and where in one; a digit at another place is new to it.",
    "pixels without ink": "Their weights in an MLP never change: each change is multiplied by the pixel, 0.",
    "where invariance ends": "Where equivariance does: at padded borders, and between the steps of a stride.",
    "invariance_error": "The largest change of an answer over some shifts; 0 is exact.",
    "shuffled pixels": "One order for all images. An MLP learns them as well as before, a CNN does not.",
    "what a convolution assumes": "That neighbours belong together, and that a feature is worth the same everywhere.",
    "augmentation": "Training on changed copies, such as moved ones. It teaches what it shows, and little more.",
}
