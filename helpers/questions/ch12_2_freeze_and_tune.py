"""Questions on freezing and tuning: what learns, what moves, how fast, and against what it is compared."""

import numpy as np

from helpers.probes import balanced_accuracy
from helpers.widgets.quiz import Choice, Choices, Number

TRUTH, SAID = np.repeat([0, 1], [8, 4]), np.repeat([0, 1, 0, 1], [6, 2, 2, 2])

QUIZ = (
    Number(
        "A network of the parts stem (500 parameters), body (2,000) and head (90) is frozen up to the body. How many "
        "parameters learn?",
        answer=90,
        because="Stem and body are held, only the head's 90 are left.",
        wrong={
            2090: "The part that is named is frozen, too.",
            2500: "Those are the frozen ones.",
            590: "All parts up to the named one are frozen, the stem among them.",
        },
    ),
    Number(
        "A norm's running mean is 4, its momentum 0.1. What is it after a batch of mean 14, in training mode?",
        answer=0.9 * 4 + 0.1 * 14,
        because="A tenth of the way from 4 to 14: 5.",
        wrong={
            13: "You swapped the weights: momentum is the share of the new batch, in PyTorch's way of counting.",
            4: "That is in evaluation mode. In training mode it moves, whether the weights learn or not.",
            9: "That is the plain mean of the two.",
            14: "The *output* is standardised by the batch's own mean; the running mean goes a tenth of the way.",
        },
    ),
    Choice(
        "All parameters have requires_grad False, and net.train() is called before each batch. What changes?",
        right="The running means and variances of the norms",
        wrong={
            "Nothing": "No optimizer touches running statistics; the forward pass does.",
            "The weights of the norms": "They are parameters, and frozen like the rest.",
            "The weights of the first layer": "Without a gradient no optimizer moves them.",
        },
        because="A norm in training mode averages its batches on every forward pass, with or without gradients.",
    ),
    Choice(
        "How does freeze keep the statistics of a frozen norm still, even after net.train()?",
        right="The norm stays in evaluation mode",
        wrong={
            "Its running mean requires no gradient": "It never does: it is a buffer, not a parameter.",
            "The optimizer leaves it out": "Optimizers never touch it.",
            "Its momentum becomes 1": "Then it would be replaced by each batch's mean.",
        },
        because="In evaluation mode it only uses its statistics and does not gather any.",
    ),
    Choice(
        "Why does the new head get a larger learning rate than the body?",
        right="The head begins at random, the body where it is useful",
        wrong={
            "The head has fewer parameters": "That is so, and no reason.",
            "The body's gradients are larger": "With Adam the size of a gradient hardly matters for the step.",
            "The head is deeper in the network": "Depth is not the point; what it has already learned is.",
        },
        because="Large steps in the body forget what was borrowed before the head knows what to ask for.",
    ),
    Number(
        "With plain SGD, rates 0.001 for the body and 0.1 for the head, all gradients are 2. How many times as far "
        "does a head's weight move in a step as a body's?",
        answer=100,
        because="0.1·2 against 0.001·2.",
        wrong={
            0.1: "You divided the wrong way, or took the rate itself.",
            0.2: "That is how far the head's weight moves.",
            200: "The gradient stands on both sides.",
            0.01: "That is the body's step in parts of the head's.",
        },
    ),
    Number(
        "Of 8 birds 6 are named rightly, of 4 bugs 2. What is the balanced accuracy?",
        answer=balanced_accuracy(TRUTH, SAID),
        because="The mean of 6/8 and 2/4: 0.625.",
        wrong={
            8 / 12: "That is the plain share, 8 of 12, in which the birds count twice as much as the bugs.",
            8: "That is the number of right answers.",
            1.25: "Divide the sum of the two shares by two.",
            0.375: "That is the share that is wrong.",
        },
    ),
    Choice(
        "What does the control, the same network with random weights, show?",
        right="How much of the result needs no borrowed weights",
        wrong={
            "Whether the training had a bug": "It may help with that; it is not why it is there.",
            "How hard the question is": "Chance and raw pixels say more about that.",
            "The largest accuracy one may hope for": "It is a floor and no ceiling.",
        },
        because="A network of this shape and a trained last layer can do something by themselves.",
    ),
    Choice(
        "Frozen gives 0.73 ± 0.02, tuned 0.75 ± 0.02, each over three seeds. What do you report?",
        right="Both numbers, and that they overlap",
        wrong={
            "Tuning wins by 0.02": "Two deviations of that size leave it open.",
            "Both are the same": "Nor is that known. Three seeds are few.",
            "The best seed of each": "The best of several draws grows with their number.",
        },
        because="A difference as large as the deviations is no finding; more seeds may make it one.",
    ),
    Choices(
        "Which of these let the test set into the training?",
        right={
            "Patches of one photograph on both sides": "The probe learns the photograph and recognises it.",
            "Standardising with the mean of all examples": "Then the test set has had a say.",
            "Choosing the learning rate by the test accuracy": "A choice is a kind of learning.",
            "Two copies of one drawing, split at random": "One of them tells the answer to the other.",
        },
        wrong={
            "The same seeds for all strategies": "That makes the comparison fair.",
            "A borrowed network that learned from other pictures": "Unless the test pictures were among those; so ask.",
        },
        because="Whatever depends on the test examples before they are asked about is a leak.",
    ),
    Choice(
        "Grey clothes of 28 pixels, 300 labels a class. What helps most by what you saw in the lesson?",
        right="Nothing borrowed is clearly ahead there: measure",
        wrong={
            "Frozen features of ImageNet": "Where labels are many and pictures far from photographs, they were not.",
            "Fine-tuning always": "Not measured here, and `always` is a large word.",
            "Random weights": "They were behind.",
        },
        because="Transfer pays where labels are few and the new question is near the old one.",
    ),
)

CARDS = {
    "to freeze": "To let neither parameters nor statistics of a part change.",
    "requires_grad = False": "No gradient is computed for a parameter. It says nothing about running statistics.",
    "running mean, running variance": "Buffers of a norm: averages over the batches it saw in training mode.",
    "momentum of a norm": "In PyTorch the share of the new batch: r ← (1 − m)·r + m·batch. TensorFlow tells 1 − m.",
    "fine-tuning": "Training borrowed weights further, gently, for a new question.",
    "parameter groups": "Sets of parameters that an optimizer moves with rates of their own.",
    "two learning rates": "Small for what is borrowed, larger for the head that begins at random.",
    "to forget": "What large steps, or wrong statistics, do to borrowed weights.",
    "control": "The same network with random weights, trained and read in the same way.",
    "seeds": "Repeat splits and first weights; report mean and deviation, the same seeds for all.",
    "leak": "Something about the test examples is known in training. Results look better than they are.",
    "split by photograph": "All patches, copies or frames of one original go to the same side.",
}
