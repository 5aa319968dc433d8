"""Questions on detectors, on condensing maps, and on softmax."""

from helpers.costs import fc_params
from helpers.widgets.quiz import Choice, Choices, Number

QUIZ = (
    Number(
        "A kernel has 1 on 5 cells and −1 on 4. It meets a window full of ink, value 1. What does it answer?",
        answer=1,
        because="5·1 + 4·(−1) = 1.",
        wrong={
            5: "That is the ink under the ones. The ink under the minus ones is taken off.",
            9: "5 + 4 = 9: a product with −1 is negative.",
            -4: "Those are the minus ones alone.",
            0: "Ones and minus ones are not equally many here: 5 − 4 = 1.",
        },
    ),
    Number(
        "The same kernel, the picture it wants, and a bias of −3. What is left after ReLU?",
        answer=2,
        because="5 − 3 = 2, and ReLU leaves what is positive.",
        wrong={
            5: "The bias is still missing: 5 − 3.",
            8: "5 + 3 = 8: the bias is −3.",
            0: "5 − 3 = 2 is above 0, so ReLU keeps it.",
            -3: "That is the bias by itself.",
        },
    ),
    Choice(
        "A detector for X has ones where X has ink, and zeros elsewhere. On which picture does no bias help it?",
        right="A filled square",
        wrong={
            "A single dot": "A dot answers 1, an X as many as it has cells: a threshold lies between.",
            "An O": "An O covers fewer of the kernel's cells than an X does: a threshold lies between.",
            "An empty picture": "It answers 0, below every X.",
        },
        because="The square has ink wherever X has, so it answers as much. Only minus ones on paper tell them apart.",
    ),
    Choice(
        "What does a bias that is too negative do to a detector?",
        right="It never fires",
        wrong={
            "It fires everywhere": "That is what a bias above 0 does: even an empty window is positive then.",
            "Nothing, because ReLU removes it": "ReLU comes after it, and removes all that the bias pushed below 0.",
            "It fires on the opposite pattern": "For that the kernel's signs must change.",
        },
        because="If even the perfect window stays at or below 0, ReLU leaves nothing.",
    ),
    Number(
        "Global average pooling reads 8 images with 64 maps of 7×7. How many numbers does it return?",
        answer=8 * 64,
        because="One for each image and map: 8·64 = 512.",
        wrong={
            64: "For each image 64; there are 8 of them.",
            8: "One for each image would mix the maps. Each map keeps its own.",
            25088: "8·64·49 = 25088 go in.",
            392: "8·49 = 392: the mean goes over the places, not over the maps.",
        },
    ),
    Number(
        "A dense layer follows the means of 512 maps and has 10 outputs, with biases. How many numbers does it learn?",
        answer=fc_params(512, 10),
        because="512·10 + 10 = 5130. The size of the maps is no part of it.",
        wrong={
            5120: "512·10 = 5120 are the weights. Each output adds a bias.",
            250890: "49·512·10 + 10 = 250890 is what it would be after flattening maps of 7×7.",
            522: "512 + 10 = 522: every output has a weight for every mean.",
        },
    ),
    Number(
        "The scores are 0, 0 and ln 2. What is the probability of the last?",
        answer=0.5,
        because="The powers are 1, 1 and 2, and 2 / (1 + 1 + 2) is 1/2.",
        wrong={
            1: "That is ln 2 divided by the sum of the scores. First raise e to each.",
            2: "That is its power. Divide it by the sum of all.",
            0.69: "That is ln 2, the score itself.",
            0.67: "Two candidates have the score 0, and both have the power 1.",
        },
    ),
    Choice(
        "100 is added to every score of a line. What happens to the probabilities?",
        right="Nothing",
        wrong={
            "All grow": "They sum to 1 before and after.",
            "The largest comes closer to 1": "It would if the scores were *multiplied*. Differences stay as they are.",
            "They overflow": "By the bare formula they may. As numbers they stay the same, and a good softmax knows.",
        },
        because="The factor stands above and below the fraction line, and cancels.",
    ),
    Choice(
        "Scores have the shape (batch, classes). What is subtracted before `exp`?",
        right="Each line's own largest score",
        wrong={
            "The largest score of the whole array": "A line that lies far below it has all its powers rounded to 0.",
            "Each line's mean": "One score may still lie far above its line's mean, and overflow.",
            "Each column's largest score": "A line's scores would then lose different amounts, and its answer changes.",
        },
        because="Then each line's largest power is 1, and no sum is 0.",
    ),
    Choices(
        "What is true of softmax at the end of a network?",
        right={
            "The largest score gets the largest probability.": "exp grows, so it keeps the order.",
            "Raising one score lowers the other probabilities.": "They share a sum of 1.",
        },
        wrong={
            "It bends the border between two classes.": "On it the two scores are equal: as straight as they are.",
            "It says how often the answer is right.": "It says how far apart the scores lie. How often is measured.",
            "It is needed to find the most probable class.": "The largest score tells it already.",
        },
        because="It is a read-out: positive numbers that sum to 1, in the order of the scores.",
    ),
    Choice(
        "`F.cross_entropy` of PyTorch is handed probabilities, after a softmax. What happens?",
        right="It runs, and takes a second softmax of them",
        wrong={
            "It raises an error": "Probabilities are numbers like any others; nothing can notice it.",
            "It is as it should be": "It wants scores: the softmax is inside.",
        },
        because="The loss is then of flattened probabilities, and training is slow. Hand it the scores.",
    ),
)

CARDS = {
    "filter": "Slide a kernel and get a map of answers.",
    "detect": "Add a negative bias, then ReLU: what is strong is left, and 0 elsewhere.",
    "condense": "One number for each map: its maximum or its mean.",
    "negative bias": "A threshold: it takes off what a coincidence could reach.",
    "negative weight": "Says where the detector wants nothing: ink there takes away.",
    "to fire": "After filter, bias and ReLU, some number is above 0.",
    "global average pooling": "The mean of each whole map: (N, C, H, W) becomes (N, C).",
    "score (logit)": "Any number; the larger, the better the candidate.",
    "softmax": "Powers of e, divided by their sum: positive, and 1 in sum.",
    "softmax is shift-invariant": "The same number added to all scores changes nothing: only differences count.",
    "overflow": "Beyond 709 `exp` of a float64 is infinite, and inf / inf is no number.",
    "stable softmax": "Take each line's largest score away first.",
    "log-odds": "ln(p₁ / p₂) = z₁ − z₂: the difference of two scores.",
}
