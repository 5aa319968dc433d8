"""Questions on degradation: what it is, and how to tell it from overfitting and from gradients that vanish."""

from helpers.costs import conv_params
from helpers.widgets.quiz import Choice, Choices, Number

QUIZ = (
    Choice(
        "Two plain networks learn the same images. What shows that the deeper one degrades?",
        right="Its training accuracy is lower",
        wrong={
            "Its test accuracy is lower": "That alone could be overfitting. Look at the images that it was shown.",
            "Its training takes longer for each step": "More layers take more time; that is no worse learning.",
            "Its first block has a small gradient": "A gradient says how to go on, and not how much was learned.",
        },
        because="It fits even the images worse that it is trained on, though it has more weights.",
    ),
    Choice(
        "A network reads 99 of 100 training digits and 70 of 100 new ones. What ails it?",
        right="It overfits",
        wrong={
            "It degrades": "Degradation shows in the training accuracy, and that is high.",
            "Its gradients vanish": "Then it would not have learned its training digits so well.",
            "Nothing: new digits are always harder": "A little harder, yes; 29 of 100 is a gap.",
        },
        because="It knows what it was shown, and little beyond: the gap between the two accuracies is wide.",
    ),
    Choice(
        "A plain network of 38 layers reads fewer training digits than one of 8. Is it that it cannot do better?",
        right="No: the 8 layers, and 30 that hand on what they get, would read as many",
        wrong={
            "Yes: too many layers blur any image": "Layers that do nothing blur nothing, and they exist.",
            "Yes: it has too few weights": "It has more weights than the shallow one.",
            "No: it has only not been tested on enough digits": "It is the training digits that it reads wrong.",
        },
        because="Weights that do as well exist. The training does not find them.",
    ),
    Number(
        "A network has a first convolution, blocks with two convolutions each, and a dense layer. With 56 layers, how "
        "many blocks has it?",
        answer=(56 - 2) // 2,
        because="Two layers are in no block, and each block has two: (56 − 2)/2 is 27.",
        wrong={
            28: "The first convolution and the dense layer are in no block.",
            54: "Each block has two layers.",
            56: "Each block has two layers, and two layers are in no block.",
            9: "So many are in each of the three groups.",
        },
    ),
    Number(
        "A block has two 3×3 convolutions without biases, from 16 channels to 16. How many weights is that?",
        answer=2 * conv_params(16, 16, 3, bias=False),
        because="Each kernel has 16 channels of 9 weights, and there are 16 kernels, twice: 2·16·16·9 = 4608.",
        wrong={
            2304: "That is one of the two convolutions.",
            288: "Each kernel has 16 channels, too.",
            4640: "There are no biases.",
            512: "That is two 1×1 convolutions.",
        },
    ),
    Number(
        "A batch norm without learned weights gets a channel that holds 2, 2, 10, 10. What becomes of the 10s?",
        answer=1,
        because="The mean is 6 and the standard deviation 4: (10 − 6)/4 is 1.",
        wrong={
            4: "You subtracted the mean, and did not divide.",
            2.5: "You divided by the spread, and did not subtract the mean.",
            0.25: "You divided by the variance, 16.",
            -1: "That is what becomes of the 2s.",
        },
    ),
    Choice(
        "A plain network of 56 layers with batch norms, before training. How large is the gradient of its first block?",
        right="Hundreds of times that of its last block, or more",
        wrong={
            "Nearly 0": "So it is without norms. With them, it grows from block to block towards the input.",
            "About that of its last block": "So it is after an epoch of training.",
            "Exactly 0": "Without norms it is very small, and even there a 0 may be only an underflow.",
        },
        because="With norms and without additions the gradient explodes towards the input, at first.",
    ),
    Choice(
        "Without norms and with PyTorch's usual first weights, what vanishes in a plain network of 56 layers?",
        right="The signal, and the gradients of all blocks with it",
        wrong={
            "The gradients of the first blocks alone": "Those of the last blocks read a signal that has vanished.",
            "The signal alone": "A gradient is multiplied by the signal, and by what all the other layers do.",
            "Nothing, if one uses ReLU": "Each layer makes the signal smaller by a factor, and nothing puts it right.",
        },
        because="A weight's gradient is a product of what comes from the left and what comes from the right.",
    ),
    Choices(
        "Which of these make a block with batch norms idle, so that numbers ≥ 0 come out as they came in?",
        right={
            "Plain: kernels with a 1 in the middle of their own channel, and norms that undo themselves": "That is the "
            "special arrangement that the idle blocks of the lesson had.",
            "Residual: the weight and the bias of the last norm are 0": "Then F(x) = 0, and ReLU(x) is x for x ≥ 0.",
        },
        wrong={
            "Plain: all weights are 0": "Then 0 comes out, whatever came in.",
            "Residual: the weights of its convolutions are drawn as usual": "Then F(x) is as large as x, and random.",
            "Plain: the weight and the bias of the last norm are 0": "Without the addition that gives 0.",
        },
        because="Both kinds can be idle; the residual one is wherever its branch is 0.",
    ),
    Choice(
        "A linear reader gets the maps of untrained networks. Behind which does it read digits best?",
        right="Behind three plain blocks",
        wrong={
            "Behind 18 plain blocks": "Each block scrambles once more; there it can only guess.",
            "Behind 18 residual blocks": "It still reads some there, but with every block a little is lost.",
            "Behind all alike, for nothing has been learned": "What is random can keep more or less of its input.",
        },
        because="Each untrained block is a random mixture, and few of them leave most of the digit legible.",
    ),
    Choice(
        "A plain network of 38 layers learns well if each kernel begins with a 1 in its middle. What does that show?",
        right="The architecture can be trained; where it begins is what held it back",
        wrong={
            "Additions are not needed in any network": "It shows one small network, and another remedy for it.",
            "The gradients had vanished before": "They had not; and Adam would have made up for their size.",
            "It had been overfitting": "It could not even fit its training digits.",
        },
        because="Layers, weights, data and steps were the same. Only the beginning differed.",
    ),
    Choice(
        "He and others found a residual network of 1202 layers worse on new images than one of 110, and as good on its "
        "training images. What is the likely reason?",
        right="Overfitting",
        wrong={
            "Degradation": "That would show in its training images.",
            "Vanishing gradients": "It has learned its training images nearly by heart.",
            "Additions help up to 110 layers only": "They helped: it could be trained.",
        },
        because="It fits what it was shown, and fails on what it was not.",
    ),
)

CARDS = {
    "degradation": "A deeper plain network fits even its training images worse than a shallower one.",
    "overfitting": "Training accuracy high, test accuracy low. Degradation lowers both.",
    "plain block": "ReLU(F(x)): convolution, norm, ReLU, convolution, norm, ReLU.",
    "residual block": "ReLU(F(x) + x): the same layers, and the input is added before the last ReLU.",
    "branch": "F(x), what the two convolutions of a block and their norms compute.",
    "epoch, loss": "Once through all training images; the number that training lowers.",
    "depth": "Layers with weights on the way through: 2 and 2 for each block, in our networks.",
    "batch norm": "Each channel minus its mean, by its standard deviation; then a weight and a bias.",
    "idle block": "One that gives back what came in. A plain one needs a special kernel in each channel.",
    "zero_init": "The last norm's weight of each residual block is 0: F(x) = 0, and the block begins idle.",
    "gradient without norms": "In a deep plain network signal and gradients vanish together.",
    "gradient with norms": "In a deep plain network it explodes towards the input, and levels off in training.",
    "argument for depth": "A shallow network lengthened by idle blocks is deep and as good: weights that do exist.",
    "untrained plain blocks": "They scramble their input: behind 18 of them a linear reader can only guess.",
}
