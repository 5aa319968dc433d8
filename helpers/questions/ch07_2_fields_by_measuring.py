"""Questions on measured receptive fields: gradients, ways, the effective field, padding."""

from helpers.receptive_field import receptive_field
from helpers.widgets.quiz import Choice, Choices, Number

QUIZ = (
    Choices(
        "The gradient of a cell is 0 at a pixel inside its theoretical field. What may be the reason?",
        right={
            "A ReLU on the way is shut": "It hands on nothing, and no change either.",
            "Another pixel won the max pool": "Only the largest number of a window is handed on.",
            "Two ways cancel": "One has a weight of 1, say, and the other of −1.",
        },
        wrong={
            "The pixel lies too far away": "Inside the theoretical field none is: its gradient may be small.",
            "The kernel has a stride": "A stride moves windows. It is counted in the theoretical field.",
        },
        because="The gradient is about this image and these weights; the theoretical field is about what could be.",
    ),
    Choice(
        "To find the theoretical field by gradient, what do you do with the weights?",
        right="Make them all positive",
        wrong={
            "Draw them at random": "Then ReLUs shut and ways may cancel. You may be lucky, and you would not know.",
            "Set them to 0": "Then every gradient is 0.",
            "Leave them as trained": "Then you measure what the cell uses, not what it could see.",
        },
        because="A sum of positive numbers is never 0, so no way can hide another.",
    ),
    Number(
        "Two layers of kernel 3 along one axis. How many ways lead to the middle cell of the field?",
        answer=3,
        because="Step by −1 and back by 1, stay twice, or by 1 and back by −1: 3.",
        wrong={
            9: "That is all ways together.",
            1: "So many lead to each end.",
            2: "You forgot to stay in the middle twice.",
            5: "That is the size of the field.",
        },
    ),
    Number(
        "Four layers of kernel 3 along one axis. How many ways are there in all?",
        answer=3**4,
        because="Three choices at each of four layers: 3·3·3·3 = 81.",
        wrong={
            9: "That is the size of the field.",
            12: "The choices multiply: each way of one layer goes on in three ways.",
            27: "That is three layers.",
            19: "So many lead to the middle.",
        },
    ),
    Choice(
        "You make a plain stack of 3×3 layers four times as deep. The effective field, with equal weights, becomes",
        right="about twice as wide",
        wrong={
            "about four times as wide": "So does the theoretical field. The bell grows with the root of the depth.",
            "no wider": "Each layer adds 2/3 to the variance.",
            "about sixteen times as wide": "Steps go both ways, and most of them cancel.",
        },
        because="Its spread is √(2L/3), and √4 = 2.",
    ),
    Choice(
        "A network has a theoretical field of 212 pixels. Can it use an object of 200 pixels as a whole?",
        right="Perhaps: the rim of the field counts little unless training makes it count",
        wrong={
            "Yes, since 212 is more than 200": "It says what could be seen. The rim often weighs next to nothing.",
            "No, the effective field is always half": "There is no fixed share; and training changes it.",
        },
        because="The theoretical field is a limit from outside; what lies in it has to be measured.",
    ),
    Number(
        "Three padded 3×3 layers. How many pixels of the image does the corner cell of the last map see?",
        answer=(receptive_field([(3, 1, 1)] * 3).size // 2 + 1) ** 2,
        because="Its field is 7×7 with the corner pixel in its middle: 4·4 = 16 of it lie on the image.",
        wrong={
            49: "Most of the 7×7 field lies in the padding.",
            4: "That is along one axis, or after one layer.",
            9: "That is after two layers.",
            12: "Along each axis four cells lie on the image: the corner and three more.",
        },
    ),
    Choice(
        "A flat image goes through padded convolutions. Where is the map not flat?",
        right="In a rim as wide as there are 3×3 layers",
        wrong={
            "Nowhere": "Zeros stand beyond the border, and cells near it read them.",
            "Only in its four corners": "Along the edges zeros are read, too.",
            "Everywhere, at random": "In the middle each cell reads the same, so it answers the same.",
        },
        because="Each layer lets the zeros one cell further in.",
    ),
    Choice(
        "What does a training do to the effective field?",
        right="It moves it towards what the task needs",
        wrong={
            "It always makes it wider": "With digits in the middle it drew in.",
            "Nothing: it follows from the geometry": "The theoretical one does. This one depends on weights.",
            "It makes it as large as the theoretical one": "That is its limit, and it is hardly ever reached.",
        },
        because="Weights that lead to useful pixels grow; and those pixels are where the task has put them.",
    ),
    Choice(
        "Two zero-padded 3×3 layers against one zero-padded 5×5 layer, all linear. Where can they not be equal?",
        right="On the outermost rim",
        wrong={
            "Nowhere": "Between the two layers the padding is set to zero once more.",
            "Everywhere": "In the middle two kernels of 3×3 compose to one of 5×5.",
            "In the middle": "There no way touches the padding.",
        },
        because="Ways through the padding of the middle map are cut, and only cells of the rim have them.",
    ),
)

CARDS = {
    "field by gradient": "The pixels where the gradient of a cell is not 0: no list of layers is needed.",
    "what a gradient hides": "Ways behind a shut ReLU, beside the winner of a max pool, or that cancel.",
    "opening all ways": "Positive weights and input, no biases, means for maxima: what remains counts ways.",
    "ways": "How many chains of cells lead from a pixel to a cell; each layer offers kernel-size choices.",
    "effective receptive field": "The mean size of the gradient over many inputs, divided by its sum.",
    "theoretical or effective": "What could be seen, by geometry; and what counts, by measurement.",
    "√(2L/3)": "The spread of the bell of L layers of kernel 3 with equal weights; the field is 2L + 1.",
    "four times as deep": "The theoretical field is four times as wide, the bell twice.",
    "field and training": "Training moves the effective field towards what the task needs.",
    "corner of a map": "Its cells see much padding: after three padded 3×3 layers, 16 of 49 pixels are real.",
    "rim": "The cells that zero padding reaches: it grows inwards by one with each 3×3 layer.",
    "position from padding": "On a flat image only the padding tells places apart, and a network can learn to read it.",
}
