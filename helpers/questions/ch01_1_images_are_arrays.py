"""Questions on images as arrays: pixels and values, orders of axes, scales, colour maps, and the price of a layer."""

import numpy as np

from helpers.costs import fc_params
from helpers.pixels import count_pixels_values
from helpers.widgets.quiz import Choice, Choices, Number

QUIZ = (
    Number(
        "A colour photograph has 30 rows and 40 columns. How many values does its array hold?",
        answer=count_pixels_values((30, 40, 3))[1],
        because="30·40 = 1200 pixels, with three values each: 30·40·3 = 3600.",
        wrong={
            1200: "30·40 = 1200 are the pixels; in colour each has three values.",
            73: "30 + 40 + 3 = 73: you added the sizes. Every row has all the columns.",
            70: "30 + 40 = 70: you added the sizes. Every row has all the columns.",
            3: "Three values stand at one pixel. How many pixels are there?",
        },
    ),
    Number(
        "And how many pixels has a 224×224 colour image?",
        answer=count_pixels_values((224, 224, 3))[0],
        because="224·224 = 50176 places. Its values are three times as many.",
        wrong={
            150528: "224·224·3 = 150528 are its values. A pixel is a place, whatever is stored there.",
            150000: "About as many values as that. A pixel is a place, whatever is stored there.",
            448: "224 + 224 = 448: rows and columns are multiplied.",
            672: "224·3 = 672 are the values of one row.",
        },
    ),
    Choice(
        "`image` has the shape (200, 300, 3). Which line reads the green value in row 20, column 50?",
        right="`image[20, 50, 1]`",
        wrong={
            "`image[50, 20, 1]`": "The row comes first. This reads row 50, column 20.",
            "`image[1, 20, 50]`": "That is the order CHW. Here the last axis has three places, so it is the channel.",
            "`image[20, 50, 2]`": "Channels count from 0: red is 0, green is 1, blue is 2.",
        },
        because="Row, column, channel: HWC. Green is channel 1.",
    ),
    Choice(
        "One colour image, shape (200, 300, 3), is to be read by a PyTorch convolution. Which shape does it need?",
        right="(1, 3, 200, 300)",
        wrong={
            "(3, 200, 300, 1)": "The axis of the batch stands in front: how many images, then channels, rows, columns.",
            "(1, 3, 300, 200)": "Rows stay before columns: only the channels move.",
            "(3, 1, 200, 300)": "That is a batch of three grey images, not one image of three channels.",
            "(1, 200, 300, 3)": "The channels stand right after the batch; here the layer would see 200 channels.",
        },
        because="NCHW: one image, three channels, 200 rows, 300 columns.",
    ),
    Choice(
        "Which line brings `image`, shape (200, 300, 3), to (3, 200, 300) with every value in its place?",
        right="`image.transpose(2, 0, 1)`",
        wrong={
            "`image.reshape(3, 200, 300)`": "The shape is right, the picture is shreds: no number has moved.",
            "`image.T`": "That reverses all axes: (3, 300, 200), with rows and columns swapped.",
            "`image.transpose(2, 1, 0)`": "That swaps rows and columns, too: (3, 300, 200).",
        },
        because="The new axes are the old 2, 0 and 1: channels, rows, columns.",
    ),
    Number(
        "Both arrays are `uint8`. What is 250 + 10?",
        answer=int(np.array([250], np.uint8)[0].astype(int) + 10 - 256),
        because="250 + 10 = 260 does not fit; after 255 a byte starts again at 0, and 260 − 256 = 4.",
        wrong={
            260: "So it would be as integers or floats. A byte ends at 255.",
            255: "It does not stop at the end: it starts again at 0.",
            5: "After 255 comes 0, not 1: 260 − 256, not 260 − 255.",
        },
    ),
    Choice(
        "A picture of a digit is printed black on white. What are the numbers of its strokes?",
        right="One cannot tell without the colour map",
        wrong={
            "High": "In MNIST they are. But the picture alone does not say so.",
            "Low": "If dark is low. A map such as `gray_r` draws high numbers dark.",
        },
        because="A colour map may draw high numbers bright or dark. Print a number and you know.",
    ),
    Choice(
        "`imshow(a)` and `imshow(a / 4)`, in grey and with nothing else said, give two figures. How do they differ?",
        right="Not at all",
        wrong={
            "The second is darker": "With `vmin=0, vmax=1` it would be. Left alone, `imshow` stretches its colours.",
            "The second is brighter": "Its numbers are lower, not higher; and the colours are stretched to them.",
        },
        because="Each is drawn from its own smallest to its own largest value. The colour bar would tell them apart.",
    ),
    Number(
        "A dense layer reads grey images of 5×6 and has 4 outputs, with biases. How many numbers does it learn?",
        answer=fc_params((5, 6), 4),
        because="5·6·4 + 4 = 124: 30 weights and one bias for each of 4 outputs.",
        wrong={
            120: "5·6·4 = 120 are the weights. Each output adds a bias.",
            121: "5·6·4 + 1 = 121: each output has a bias of its own, so 4.",
            150: "5·6·4 + 30 = 150: biases belong to outputs, not to inputs.",
            34: "30 + 4 = 34: every output has a weight for every input, so multiply.",
            28: "6·4 + 4 = 28: you took one row for the image; all 30 values are inputs.",
            364: "90·4 + 4 = 364: grey has one value a pixel, not three.",
        },
    ),
    Choice(
        "An image becomes twice as high and twice as wide. What happens to a dense layer on it, and to a 3×3 kernel?",
        right="Four times the weights; the kernel stays as it is",
        wrong={
            "Twice the weights; the kernel stays as it is": "Rows and columns both double: 2·2 = 4.",
            "Four times the weights; four times the kernel": "It stays nine numbers, used at more places.",
            "Neither changes": "A dense layer has a weight for each value and each output, and there are more values.",
        },
        because="2·2 = 4 times the values. A kernel does not know how large the image is.",
    ),
    Choices(
        "All images of a data set are shuffled in one and the same order. What does not change?",
        right={
            "The mean and the range of each image": "Not one number is lost or changed.",
            "The best that a dense layer can do": "Shuffle its weights along, and it answers as before.",
            "The distance between two images": "A sum over pixels does not care about their order.",
        },
        wrong={
            "The correlation of neighbouring pixels": "It falls to about 0: other pixels are neighbours now.",
            "What a 3×3 kernel answers": "Its window now holds nine pixels from anywhere.",
        },
        because="Only what looks at neighbours notices.",
    ),
    Choice(
        "Images are bytes from 0 to 255; means and deviations were measured from 0 to 1. What does `normalize` return?",
        right="Numbers in the hundreds",
        wrong={
            "Numbers around 0": "They would be, if both were on one scale.",
            "An error": "Nothing can notice it: the shapes fit.",
            "Numbers from 0 to 1": "Even on one scale normalised values go below 0 and above 1.",
        },
        because="(200 − 0.5) / 0.25 is 798. Means, deviations and images belong to one scale.",
    ),
)

CARDS = {
    "pixel": "A place in an image: one row, one column.",
    "value": "A number that is stored at a pixel; in colour there are three.",
    "channel": "All values of one kind, such as the reds: a grid as large as the image.",
    "HWC": "Height, width, channels: how files are read and figures drawn.",
    "NCHW": "Batch, channels, height, width: what PyTorch's layers want.",
    "batch": "Images worked on together; a single image is a batch of one.",
    "transpose": "Moves axes, and every number with them: `x.transpose(2, 0, 1)`. PyTorch: `permute`.",
    "reshape": "Cuts the numbers anew in the order in which they lie in memory. It moves nothing.",
    "uint8": "A byte: a whole number from 0 to 255, which starts again at 0.",
    "normalise": "For each channel: take the mean away, divide by the standard deviation, on one scale.",
    "colour map": "Which colour is drawn for which number. It may draw high numbers dark.",
    "dense layer": "Each output has a weight for every value of the input, and a bias.",
    "correlation": "How well a straight line tells one number from another: 1 perfectly, 0 not at all.",
    "permuted pixels": "All images shuffled in one order: a dense layer does not notice, a kernel does.",
}
