"""Mistakes of who chooses a kernel and a bias for a letter; most can be made for either letter, or for both."""

from autograder.exercise import Slip

SECTION = "05_3_from_maps_to_a_decision#X or O"
ONES = {"X": 5, "O": 4}  # in the piece of the letter that is to be found
NAMES = {5: "Five", 4: "Four"}


def _bias_zero(letter: str) -> Slip:
    return Slip(
        f"{letter.lower()}-bias-zero",
        decision=f"bias of {letter}",
        does=f"Your detector for {letter} has next to no threshold: all pictures but the empty one make it fire.",
        why="A kernel answers to every piece of ink a little: a dot under one of its positive numbers is enough. "
        "ReLU keeps what is above 0, so the bias has to push such answers below 0.",
        code=f"return kernel, 0  # for {letter!r}",
        section=SECTION,
        seen="A layer built with `bias=False` has no threshold of its own. That is usual where batch normalization "
        "follows, because its shift takes the bias's place.",
    )


def _bias_positive(letter: str) -> Slip:
    return Slip(
        f"{letter.lower()}-bias-positive",
        decision=f"bias of {letter}",
        does=f"Your detector for {letter} fires on every picture, on the empty one too.",
        why="The bias is added. A threshold of 4 is a bias of −4; with +4 the map of an empty picture is 4 everywhere.",
        code=f"return kernel, {ONES[letter] - 1}  # for {letter!r}",
        section=SECTION,
        seen="Textbooks of the perceptron write w·x > θ with a threshold, libraries w·x + b > 0 with a bias: "
        "b is −θ, and the sign gets lost on the way from one to the other.",
    )


def _never_fires(letter: str) -> Slip:
    ones = ONES[letter]
    return Slip(
        f"{letter.lower()}-never-fires",
        decision=f"bias of {letter}",
        does=f"Your detector for {letter} never fires: on no picture does its kernel reach more than its bias takes "
        "off.",
        why="A kernel reaches the sum of its positive numbers where each of them meets ink and no negative one does. "
        "Where the pictures hold no such piece it reaches less. "
        f"{NAMES[ones]} ones with a bias of −{ones} come to 0 at best, and 0 does not fire.",
        code=f"return kernel, -{ones}  # for a kernel with {ones} ones",
        section=SECTION,
        seen="Networks have such units too: one whose bias is so negative that ReLU gives 0 for every image of "
        "the training set is called dead, and its gradient is 0 as well.",
    )


def _no_room(letter: str) -> Slip:
    ones = ONES[letter]
    return Slip(
        f"{letter.lower()}-no-room",
        decision=f"bias of {letter}",
        does=f"Your detector for {letter} fires on perfect letters only, and a pale {letter} does not reach its "
        "threshold.",
        why="On a pale letter, with ink 0.9 on paper 0.1, positive numbers add less and negative ones take something "
        f"off. Take a 3×3 kernel with {ones} ones and {9 - ones} minus ones: where it reaches {ones} on a perfect "
        f"letter, it reaches {0.9 * ones - 0.1 * (9 - ones):.1f} on a pale one. "
        "Put the threshold between what letters reach and what all else does, with room on both sides.",
        code=f"return kernel, -{ones - 0.2}  # for a kernel with {ones} ones",
        section=SECTION,
        seen="Template matching on scans and camera images: a threshold set on a clean drawing misses the same "
        "shape in weak light.",
    )


def _paper_ignored(letter: str) -> Slip:
    picture = {"X": "[[1, 0, 1], [0, 1, 0], [1, 0, 1]]", "O": "[[0, 1, 1], [1, 0, 0], [1, 0, 0]]"}[letter]
    return Slip(
        f"{letter.lower()}-paper-ignored",
        decision=f"background of {letter}",
        does=f"Your detector for {letter} fires on a filled square: its kernel asks for ink and never for paper.",
        why="Where the kernel holds 0 it does not care. A bright patch has ink everywhere, so it has it wherever the "
        "letter does. A negative number at each place of paper takes that away.",
        code=f"kernel = np.array({picture})",
        section=SECTION,
        seen="Matching by a plain sum of products prefers what is bright to what is alike. That is why libraries for "
        "template matching take the mean off first, as `skimage.feature.match_template` does.",
    )


def _stroke_only(direction: str, kernel: str) -> Slip:
    return Slip(
        f"x-{direction}-only",
        decision="piece of X",
        does=f"Your detector for X looks for the {direction} stroke only, and a lone {direction} stroke makes it fire.",
        why="An X is two strokes that cross. A kernel that sees only one of them cannot tell the letter from its half.",
        code=f"kernel = np.array({kernel})",
        section=SECTION,
        seen="Explanations that recognise an X by diagonal filters often leave out that a later layer has to find "
        "both of them, and in the right places.",
    )


SLIPS = (
    *(make("X") for make in (_bias_zero, _bias_positive, _never_fires, _no_room)),
    Slip(
        "x-stroke-fires",
        decision="bias of X",
        does="Your detector for X fires on single strokes: its bias is not negative enough.",
        why="Three of the five ones of a crossing lie on one stroke, so a stroke reaches 3 and a crossing 5. "
        "The threshold belongs between them.",
        code="return kernel, -2  # for 'X'",
        section=SECTION,
        seen="A widely shown worked example adds a bias of −2 to a kernel with one stroke of three ones. "
        "Carried over to a kernel with five ones, it lets three of five pass.",
    ),
    _paper_ignored("X"),
    _stroke_only("falling", "[[1, -1, -1], [-1, 1, -1], [-1, -1, 1]]"),
    _stroke_only("rising", "[[-1, -1, 1], [-1, 1, -1], [1, -1, -1]]"),
    *(make("O") for make in (_bias_zero, _bias_positive, _never_fires, _no_room)),
    Slip(
        "o-pieces-fire",
        decision="bias of O",
        does="Your detector for O fires on an X and on strokes too: its bias is not negative enough.",
        why="A corner of four ones finds two of them on an X, at the end of a stroke and along a square, "
        "so these reach 2 and an O reaches 4. The threshold belongs between them.",
        code="return kernel, -1  # for 'O'",
        section=SECTION,
        seen="Corner detectors answer to edges as well, only less: each of them needs a threshold that somebody chose.",
    ),
    _paper_ignored("O"),
    Slip(
        "o-whole-letter",
        decision="piece of O",
        does="Your detector for O knows the small O only, and a large one does not make it fire.",
        why="A kernel as large as the letter fits one size. A piece that all sizes share, such as a round corner, "
        "fits all of them. X does not show this: the small X lies in the middle of the large one.",
        code="kernel = the small O of 5×5, 1 for ink and −1 for paper",
        section=SECTION,
        seen="Template matching finds an object in the size of its template only; people who use it search a pyramid "
        "of shrunken images as well.",
    ),
    Slip(
        "detectors-swapped",
        decision="letter",
        does="You return the detector for O when X is asked for, and the one for X when O is.",
        why="Which map belongs to which letter is a convention between the layer and whoever reads its scores.",
        code="return (corner, -3) if letter == 'X' else (crossing, -4)",
        section=SECTION,
        seen="Classes numbered by the order of folder names: a layer trained with one order and read with another "
        "gives confident wrong names.",
    ),
    Slip(
        "always-the-x",
        decision="letter",
        does="You return the detector for X for both letters.",
        why="One detector answers one question. Look at the argument.",
        code="return crossing, -4",
        section=SECTION,
        seen="A classifier with one detector calls all else the other class: here the filled square would be an O.",
    ),
    Slip(
        "always-the-o",
        decision="letter",
        does="You return the detector for O for both letters.",
        why="One detector answers one question. Look at the argument.",
        code="return corner, -3",
        section=SECTION,
        seen="A classifier with one detector calls all else the other class: here the filled square would be an X.",
    ),
)
