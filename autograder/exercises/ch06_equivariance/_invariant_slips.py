"""Mistakes that are made when a mean is put behind a backbone."""

from autograder.exercise import Slip

SECTION = "06_2_invariance#Pool what is left"
FLATTEN = "06_2_invariance#What the flattening learns by heart"


def _slip(name: str, decision: str, does: str, why: str, code: str, seen: str, section: str = SECTION) -> Slip:
    return Slip(name, decision=decision, does=does, why=why, code=code, section=section, seen=seen)


SLIPS = (
    _slip(
        "flattened",
        "head",
        does="You flatten the maps, and do not pool them.",
        why="A row of all cells still tells where something stands: shift the image, and the numbers change "
        "places. A mean over all places cannot tell.",
        code="return backbone(x).reshape(len(x), -1)",
        seen="Most first networks end with a flatten and a dense layer, and learn each place by itself.",
        section=FLATTEN,
    ),
    _slip(
        "not-pooled",
        "head",
        does="You return the backbone's maps as they are.",
        why="They are equivariant, and so they move with the image. To be invariant, the places have to go.",
        code="return backbone",
        seen="In the belief that a convolution is invariant by itself.",
    ),
    _slip(
        "corner-taken",
        "head",
        does="You take one cell of each map, the first.",
        why="A single cell depends on what stands there, so it changes with every shift.",
        code="return backbone(x)[:, :, 0, 0]",
        seen="In transformers, one place of the sequence can stand for all: there it has looked at all the others.",
    ),
    _slip(
        "middle-taken",
        "head",
        does="You take one cell of each map, the one in the middle.",
        why="A single cell depends on what stands there. If all digits stand in the middle it seems to work, until "
        "one is shifted.",
        code="y = backbone(x); return y[:, :, y.shape[2] // 2, y.shape[3] // 2]",
        seen="In networks that classify the pixel in the middle of a patch: there it is what is asked for.",
    ),
    _slip(
        "maximum-for-mean",
        "head",
        does="You take the largest number of each map, not its mean.",
        why="It is invariant as well, under every shift the backbone follows. The mean is asked for.",
        code="return backbone(x).max(axis=(2, 3))",
        seen="Global max pooling asks whether something is there, anywhere; this chapter's digits do well with it.",
    ),
    _slip(
        "sum-for-mean",
        "head",
        does="You add up each map and do not divide.",
        why="The sum grows with the size of the map, so the layer behind it would fit one size only.",
        code="return backbone(x).sum(axis=(2, 3))",
        seen="In counting: the sum of a density map is how many there are.",
    ),
    _slip(
        "channels-too",
        "axes",
        does="You condense all maps of an image into one number.",
        why="Each map tells of something else: one number is wanted for each channel of each image.",
        code="return backbone(x).mean(axis=(1, 2, 3))",
        seen="The mean brightness of a colour image is this; as features of an image it leaves one number of many.",
    ),
    _slip(
        "batch-too",
        "axes",
        does="You condense the images of the batch, too.",
        why="Then all images would get the same answer.",
        code="return backbone(x).mean(axis=(0, 2, 3))",
        seen="Batch normalization does take its means over these three axes.",
    ),
    _slip(
        "all-numbers",
        "axes",
        does="You condense everything into one number: all images and all of their maps.",
        why="`.mean()` without axes takes the whole array. One number is wanted for each map of each image, so "
        "name the axes of the places.",
        code="return backbone(x).mean()",
        seen="A loss is averaged so, into the single number that training lowers.",
    ),
    _slip(
        "height-only",
        "axes",
        does="You condense the rows only; the columns are left.",
        why="Then the answer stays when the image moves down, and changes when it moves to the right.",
        code="return backbone(x).mean(axis=2)",
        seen="Images of text lines are pooled over the height only, on purpose, so that the reading order is kept.",
    ),
    _slip(
        "width-only",
        "axes",
        does="You condense the columns only; the rows are left.",
        why="Then the answer stays when the image moves to the right, and changes when it moves down.",
        code="return backbone(x).mean(axis=-1)",
        seen="For signals of shape (batch, channels, length) it is right: there `axis=-1` is the whole map.",
    ),
    _slip(
        "axes-kept",
        "shape",
        does="You keep height and width as axes of size 1.",
        why="The numbers are right. The answer is to have two axes, so that a dense layer can take it as it is.",
        code="return backbone(x).mean(axis=(2, 3), keepdims=True)",
        seen="`torch.nn.AdaptiveAvgPool2d(1)` keeps them, and a flatten follows it in most networks.",
    ),
    _slip(
        "transposed",
        "shape",
        does="Your answers have images and channels swapped.",
        why="Row n belongs to image n: (batch, channels).",
        code="return backbone(x).mean(axis=(2, 3)).T",
        seen="A list that is filled channel by channel has the channels as its first axis.",
    ),
    _slip(
        "first-image-only",
        "shape",
        does="You answer for the first image of the batch, and leave out the others.",
        why="Each image gets a row of its own, and a batch of one has one row.",
        code="return backbone(x)[0].mean(axis=(1, 2))",
        seen="In code that was written for one image: `[0]` takes away a batch axis that seemed of no use.",
    ),
    _slip(
        "backbone-forgotten",
        "backbone",
        does="You take the mean of the image, and the backbone is not asked.",
        why="The mean of an image tells how bright it is. What is in it, the backbone has to find first.",
        code="return x.mean(axis=(2, 3))",
        seen="Wherever an argument is accepted and then not looked at.",
    ),
    _slip(
        "backbone-twice",
        "backbone",
        does="You apply the backbone two times.",
        why="Once is asked for. A backbone that is made for images need not take its own maps.",
        code="return backbone(backbone(x)).mean(axis=(2, 3))",
        seen="In notebooks, where a cell that overwrites its own input is run a second time.",
    ),
    _slip(
        "image-size-for-map-size",
        "divisor",
        does="You divide the sum of a map by the number of cells of the image.",
        why="A backbone with a stride leaves fewer cells than the image has, and it is those that are added up.",
        code="return backbone(x).sum(axis=(2, 3)) / (x.shape[2] * x.shape[3])",
        seen="As long as maps are as large as the image, both are the same, and nobody sees it.",
    ),
    _slip(
        "image-pooled-first",
        "order",
        does="You take the mean of the image first, and give that to the backbone.",
        why="A single cell is left for the backbone to read: what was in the image is gone before anybody looked.",
        code="return backbone(x.mean(axis=(2, 3), keepdims=True))",
        seen="That, too, is invariant: a function that knows nothing of its input is.",
    ),
    _slip(
        "first-answer-kept",
        "memory",
        does="Your function keeps its first answer and gives it again for other images.",
        why="It has to ask the backbone each time it is called, with the x of that call.",
        code="answers = []  # outside of the function that is returned",
        seen="In caches that do not look at what they are asked for.",
    ),
)
