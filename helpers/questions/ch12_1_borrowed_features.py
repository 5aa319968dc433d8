"""Questions on borrowed features: what they are, how they are fed and compared, and what a linear probe learns."""

import numpy as np

from helpers.costs import fc_params
from helpers.widgets.quiz import Choice, Choices, Number

Q, A, B = np.array([3, 4]), np.array([4, 3]), np.array([30, 40])
TRAINING = np.array([2, 2, 6, 6])

QUIZ = (
    Number(
        "A network gives 500 features. How many numbers does a new last layer for 4 classes learn, biases included?",
        answer=fc_params(500, 4),
        because="500·4 weights and 4 biases: 2,004.",
        wrong={
            2000: "The 4 biases are missing.",
            504: "Each class has a weight for each feature: multiply.",
            4: "Those are the biases; there are 500·4 weights besides.",
        },
    ),
    Choice(
        "A trained network is given values from 0 to 255, and it learned on values from about −1 to 1. What happens?",
        right="It computes something, and no error is raised",
        wrong={
            "It raises an error": "Shapes and types are right, and nothing else is checked.",
            "Nothing changes: the first batch norm takes the scale out": "In evaluation mode it divides by the "
            "deviation that was measured in training.",
            "Its answers are the same, only slower": "Numbers a hundred times as large lead to other answers.",
        },
        because="Nothing warns you; in the lesson the coffee was lost, and the cat became a pillow.",
    ),
    Choice(
        "The softmax gives a photograph of coins to 'typewriter keyboard' with a share of 0.96. What do you know?",
        right="How the network weighs its own words against one another",
        wrong={
            "That the answer is right in 96 of 100 cases": "That would have to be measured, on photographs like this.",
            "That the photograph shows something like keys": "It may, but the network may be as sure of nonsense.",
            "That the network has a class for coins": "It has none, so it must take another word.",
        },
        because="The shares sum up to 1 over the words that there are, whether one of them fits or not.",
    ),
    Number(
        "What is the cosine of (3, 4) and (4, 3)?",
        answer=Q @ A / (np.linalg.norm(Q) * np.linalg.norm(A)),
        because="The products sum up to 12 + 12 = 24, and both lengths are 5: 24/25 = 0.96.",
        wrong={
            24: "Divide by both lengths, 5 and 5.",
            4.8: "You divided by one length only.",
            24 / 625: "You divided by the squared lengths.",
        },
    ),
    Number(
        "And of (3, 4) and (30, 40)?",
        answer=Q @ B / (np.linalg.norm(Q) * np.linalg.norm(B)),
        because="They point the same way, and the length makes no difference: 1.",
        wrong={
            10: "That is how many times as long the second is; the cosine does not ask for lengths.",
            250: "That is the sum of the products; divide by the lengths, 5 and 50.",
            0: "0 it would be if they stood at a right angle.",
        },
    ),
    Number(
        "A feature is 2, 2, 6, 6 for four training examples. What becomes of a new example's 10, standardised?",
        answer=(10 - TRAINING.mean()) / TRAINING.std(),
        because="The mean is 4 and the deviation 2: (10 − 4)/2 = 3.",
        wrong={
            6: "Now divide by the deviation, 2.",
            1.5: "You divided by the variance, 4; take its root.",
            0: "You took the mean of the new example alone.",
        },
    ),
    Choice(
        "Why does the linear probe need a penalty here?",
        right="There are more features than examples, so endlessly many weights fit exactly",
        wrong={
            "Otherwise the features are not standardised": "That is done before, and for another reason.",
            "It makes the network's weights smaller": "Those are frozen; the penalty is on the new layer's.",
            "Without it the classes are not balanced": "Balance is a matter of how answers are counted.",
        },
        because="Among those that fit, the penalty chooses small weights; without it the matrix has no inverse.",
    ),
    Choice(
        "What does a linear probe change in the borrowed network?",
        right="Nothing: it learns a layer behind it",
        wrong={
            "The last block": "That would be fine-tuning, in the next lesson.",
            "The means and variances of its batch norms": "In evaluation mode they stay; in the next lesson they move.",
            "All weights, a little": "The network is frozen, so each image goes through it only once.",
        },
        because="So the features can be computed once and kept.",
    ),
    Choices(
        "Which layer to read is a question of measurement. When, in the lesson, was a block before the head better?",
        right={
            "For handwritten digits": "By far, and in every split.",
            "For drawings with two labels a class": "Few labels, and 1280 numbers that are mostly near 0.",
        },
        wrong={
            "For drawings with 16 labels a class": "There the curve was level, and the head about as good.",
            "For photographs of ImageNet's own classes": "That was not measured; for them the head was made.",
        },
        because="The last blocks serve the question on which the network was trained.",
    ),
    Choice(
        "Frozen random weights with a trained last layer reach 0.3 where chance is 0.125. What follows for trained "
        "weights that reach 0.7?",
        right="The training on ImageNet accounts for the part from 0.3 to 0.7",
        wrong={
            "The training accounts for all 0.7": "Numbers that nobody trained can be read, too.",
            "The training accounts for the part from 0.125 to 0.7": "A part of that comes with any numbers that depend "
            "on the picture.",
            "Nothing, since random weights can do nothing": "They came well above chance.",
        },
        because="That is what the control is for.",
    ),
    Choice(
        "For a linear probe you standardise training and test features. By which mean and deviation?",
        right="Both by those of the training features",
        wrong={
            "Each by its own": "Then one and the same image becomes other numbers, depending on its company.",
            "Both by those of all features": "Then the test set has had a say in the training: a leak.",
            "The training features by their own, the test features not at all": "The weights were made for "
            "standardised numbers.",
        },
        because="Mean and deviation are a part of what was learned.",
    ),
)

CARDS = {
    "features": "The numbers that a network makes of an image before its last layer; here the means of 1280 maps.",
    "transfer": "Using what a network learned from one question for another one.",
    "frozen": "Not learned any more: the weights stay as they are.",
    "last layer, classifier": "The dense layer that turns features into scores; a new question needs a new one.",
    "what it was fed": "Crop, size, order of the channels, constants of the values: part of the network, though no "
    "file may say so.",
    "(v − 127)/128": "How values from 0 to 255 were fed to our network. Other families have other constants.",
    "cosine of two vectors": "The sum of their products divided by both lengths: 1 if they point the same way.",
    "to standardise": "Take the mean away and divide by the deviation, both of the training examples.",
    "linear probe": "A linear layer learned on frozen features, here in closed form. It shows what they hold.",
    "penalty λ": "What each squared weight costs. It is needed where there are more features than examples.",
    "balanced accuracy": "The mean over the classes of the share that is right; large classes count no more.",
    "control": "The same network with random weights. What it reaches is not owed to the training.",
    "a share of 0.96": "How the network weighs its own words. It may be wrong, and surer where it knows less.",
}
