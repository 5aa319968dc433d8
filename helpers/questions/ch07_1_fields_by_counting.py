"""Questions on theoretical receptive fields: size, jump, beginning, gaps and branches."""

from helpers.receptive_field import receptive_field, rf_graph, rf_interval
from helpers.widgets.quiz import Choice, Choices, Number

BRANCHES = {
    "one": ((1,), ["input"]),
    "three": ((3, 1, 1), ["input"]),
    "five": ((5, 1, 2), ["input"]),
    "all": (None, ["one", "three", "five"]),
}

QUIZ = (
    Number(
        "Four 3×3 layers, stride 1. How many pixels does a cell of the last map see along one axis?",
        answer=receptive_field([(3,)] * 4).size,
        because="1 + 2 + 2 + 2 + 2 = 9: each layer adds one pixel on each side.",
        wrong={
            17: "You added 2 on each side. A 3×3 kernel reaches 1 to the left and 1 to the right.",
            12: "You added the kernels up. Neighbouring windows overlap.",
            81: "That is the number of pixels in the square. Asked is one axis.",
            8: "The cell's own place counts, too: begin with 1.",
        },
    ),
    Number(
        "A 3×3 layer with stride 2, then a 5×5 layer. How many pixels along one axis?",
        answer=receptive_field([(3, 2), (5,)]).size,
        because="The first makes 3 and a jump of 2, the second adds 4·2 = 8: 11.",
        wrong={
            7: "That is without the stride: behind it each step of the kernel is two pixels.",
            10: "A kernel of 5 has four steps, not five, between its first and its last cell; and 3 is from the first.",
            13: "A kernel of 5 has four steps, not five, between its first and its last cell.",
            9: "The stride stands before the second layer. Its four steps are two pixels each.",
        },
    ),
    Choice(
        "You change the stride of the last layer from 1 to 2. What becomes of the field of its cells?",
        right="It stays",
        wrong={
            "It doubles": "The last layer's windows are as wide as before. Only layers after it would reach farther.",
            "It grows by the kernel": "A stride moves windows and does not widen them.",
            "It halves": "The map halves. What one of its cells sees does not change.",
        },
        because="The size is worked out before the jump is multiplied: a stride acts on what comes after it.",
    ),
    Number(
        "A stem has kernel 7, stride 2, padding 3. With which pixel does the field of cell 10 begin?",
        answer=rf_interval([(7, 2, 3)], 10)[0],
        because="−3 + 10·2 = 17.",
        wrong={
            20: "The padding is missing: the first window begins at −3.",
            7: "You moved by 10 and not by 10·2.",
            23: "That is where it ends: 17 + 7 − 1 = 23.",
            14: "You took the padding twice, or times the stride. It moves the beginning back by 3 pixels.",
        },
    ),
    Number(
        "Behind a layer the jump is 4. How many pixels does a 3×3 layer with dilation 2 add to the field?",
        answer=receptive_field([(1, 4), (3, 1, 0, 2)]).size - 1,
        because="Two steps of two cells, each four pixels: 2·2·4 = 16.",
        wrong={
            8: "That is without the dilation.",
            4: "That is without the jump.",
            24: "Three cells have two steps between them.",
            2: "That is what a layer adds to the map right before it. A cell there is four pixels away from the next.",
        },
    ),
    Number(
        "Two 3×3 layers, both with dilation 3. How many pixels are read, along one axis, of those in the field?",
        answer=5,
        because="The steps are all 3, so −6, −3, 0, 3 and 6 are read: 5 of 13.",
        wrong={
            13: "That is the size, from the first to the last. There are gaps.",
            9: "There are nine ways, but several lead to the same pixel.",
            6: "Two windows of three cells; but they overlap.",
            7: "That is three layers' worth: two layers take −2 to 2 steps.",
        },
    ),
    Choice(
        "Which dilations, one 3×3 layer each, read every pixel of their field?",
        right="1, 2, 4",
        wrong={
            "2, 2, 2": "All steps are even, so every second pixel is left out.",
            "2, 4, 8": "All steps are even, so every second pixel is left out.",
            "1, 4": "Four apart with one on each side: −5 to −3, −1 to 1 and 3 to 5. 2 is missing.",
        },
        because="Each pixel from −7 to 7 is a sum of −1, 0 or 1, of −2, 0 or 2, and of −4, 0 or 4.",
    ),
    Number(
        "An inception block concatenates a 1×1, a padded 3×3 and a padded 5×5 layer. What does a cell of it see?",
        answer=rf_graph(BRANCHES)["all"].size,
        because="The widest branch decides: 5.",
        wrong={
            9: "Branches stand side by side, not behind one another: the fields are not added.",
            3: "That is the mean of the branches. The union counts.",
            1: "That is the narrowest branch. The cell sees what any of them sees.",
            15: "That would be a product of sizes. The branches see the same pixels, so take the union.",
        },
    ),
    Choices(
        "Which of these leave the size of the theoretical field as it is?",
        right={
            "A ReLU": "It reads one cell.",
            "A 1×1 layer": "k − 1 = 0, so nothing is added.",
            "More padding": "It moves the field and does not widen it.",
            "Twice as many channels": "Channels are no places.",
        },
        wrong={
            "A 2×2 pool": "It adds one jump, and widens what follows.",
            "A dilation of 2 in place of 1": "Twice the steps: the layer adds twice as much.",
        },
        because="Only d(k − 1) of a layer and the strides before it enter the size.",
    ),
    Choice(
        "A block adds a branch with stride 2 to a shortcut without one. What happens?",
        right="It cannot be added: the cells do not lie over each other",
        wrong={
            "The field is the larger of the two": "That is so where the jumps agree. Here even the maps' sizes differ.",
            "The shortcut is padded": "Padding changes where a map begins, not how far its cells stand apart.",
            "Every second cell of the shortcut is taken": "That would be a stride of 2, and you have to write it.",
        },
        because="With different jumps cell i of one branch stands elsewhere than cell i of the other.",
    ),
    Number(
        "LeNet's cells behind the second pool see 16 pixels, and their jump is 4. The map has 5 cells. "
        "How many pixels do all of them see together?",
        answer=rf_interval([(5,), (2, 2), (5,), (2, 2)], 4)[1] + 1,
        because="The first begins at 0, the last at 4·4 = 16 and sees 16: 32 pixels, the whole image.",
        wrong={
            80: "The fields overlap: neighbours begin only 4 pixels apart.",
            20: "That is the five jumps. The last field is 16 wide.",
            36: "Five cells have four jumps between them.",
            16: "That is one cell.",
        },
    ),
)

CARDS = {
    "receptive field": "The input cells that a cell of a deep map can see.",
    "theoretical field": "What a cell could see with some weights; the geometry alone decides.",
    "size r": "From the first input cell to the last that one cell sees: r ← r + d(k − 1)·j.",
    "jump j": "How far the fields of neighbouring cells lie apart: the product of the strides so far.",
    "beginning f": "Where the field of cell 0 begins: f ← f − p·j; below 0 is padding.",
    "interval of cell i": "From f + i·j to f + i·j + r − 1.",
    "order of the three": "Size and beginning with the old jump, then the new jump.",
    "an early stride": "Widens all layers after it. A stride in the last layer widens nothing.",
    "gridding": "Equal dilations leave gaps: 2, 2 reads 5 of 9 cells, 25 of 81 pixels.",
    "dilations 1, 2, 4": "15 cells, and all of them are read.",
    "branches": "Where they meet, the union of their fields; their jumps must be equal.",
    "ResNet-50": "483 pixels with a block's stride on the first 1×1, 427 with it on the 3×3.",
    "2k + 1": "The field of k layers of kernel 3, if none has a stride or a dilation and nothing is pooled.",
}
