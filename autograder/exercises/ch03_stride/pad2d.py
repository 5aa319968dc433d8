"""Cells around an image, filled in one of four ways."""

from functools import partial

from autograder.exercise import Exercise, Part, Slip
from autograder.exercises.ch03_stride import _borders as borders
from helpers.padding import pad2d

BEYOND = "03_2_borders_and_dilation#What stands beyond the border"
ROOM = "03_1_stride_and_sizes#Padding makes room"

EXERCISE = Exercise(
    name="pad2d",
    chapter=3,
    goal="Put cells around the last two axes of x, as many as padding = (top, bottom, left, right) says, filled as the "
    "mode says.",
    reference=pad2d,
    slipped=borders.slipped,
    working=borders.working,
    shapes=borders.shapes,
    parts=(
        Part("zeros", points=1, probe=borders.ZEROS, cases=partial(borders.drawn, modes=("zeros",))),
        Part(
            "reflect, replicate and circular",
            points=3,
            probe=borders.MODES,
            cases=partial(borders.drawn, modes=("reflect", "replicate", "circular")),
        ),
        Part(
            "stacks of images",
            points=1,
            probe=borders.BATCH,
            cases=partial(borders.drawn, modes=("zeros", "replicate"), before=(5, 6)),
        ),
    ),
    slips=(
        Slip(
            "as-torch",
            decision="sides",
            does="You read padding as (left, right, top, bottom).",
            why="Here it is (top, bottom, left, right): rows first, as in shapes.",
            code="left, right, top, bottom = padding",
            section=BEYOND,
            seen="In torch.nn.functional.pad, which takes the last axis first: (left, right, top, bottom).",
        ),
        Slip(
            "clockwise",
            decision="sides",
            does="You read padding as (top, right, bottom, left), around the image.",
            why="Here the two sides of an axis stand together: (top, bottom, left, right).",
            code="top, right, bottom, left = padding",
            section=BEYOND,
            seen="In the style sheets of web pages, where `padding: 1px 2px 3px 4px` goes around clockwise.",
        ),
        Slip(
            "corner-by-corner",
            decision="sides",
            does="You read padding as (top, left, bottom, right).",
            why="Here the two sides of an axis stand together: (top, bottom, left, right).",
            code="top, left, bottom, right = padding",
            section=BEYOND,
            seen="With boxes around objects, which are often told by their first corner and their last.",
        ),
        Slip(
            "ends-swapped",
            decision="sides",
            does="You put at the bottom what belongs at the top, and on the right what belongs on the left.",
            why="The order is (top, bottom, left, right). The shape does not show it, so only the picture does: it "
            "has moved.",
            code="np.pad(x, ((bottom, top), (right, left)))",
            section=BEYOND,
            seen="When one thinks of where the image goes: to move it down, rows are added at the top.",
        ),
        Slip(
            "first-of-each-for-both",
            decision="sides",
            does="You use top for the bottom as well, and left for the right.",
            why="The four numbers may all differ. Windows of even size need one cell more on one side.",
            code="np.pad(x, ((top, top), (left, left)))",
            section=ROOM,
            seen="In torch.nn.Conv2d, whose `padding=(1, 2)` is the same on both sides of an axis.",
        ),
        Slip(
            "first-for-all",
            decision="sides",
            does="You use the first number for all four sides.",
            why="The four numbers may all differ.",
            code="np.pad(x, padding[0])",
            section=ROOM,
            seen="In layers that take a single number for the padding, which is the usual case.",
        ),
        Slip(
            "image-in-the-corner",
            decision="place",
            does="You make the array large enough, and put the image into its upper left corner.",
            why="The image begins `top` rows down and `left` columns in; yours has all its padding after it.",
            code="y[: x.shape[0], : x.shape[1]] = x",
            section=ROOM,
            seen="Where images of different sizes are brought to one: there the corner is a usual place.",
        ),
        Slip(
            "top-and-left-only",
            decision="place",
            does="You pad at the top and on the left only.",
            why="bottom and right make the image larger, too.",
            code="np.pad(x, ((top, 0), (left, 0)))",
            section=ROOM,
            seen="In causal convolutions over time, where it is wanted: nothing may be read that comes later.",
        ),
        Slip(
            "mode-ignored",
            decision="mode",
            does="You fill with zeros, whatever the mode says.",
            why="Zeros are a dark frame, and a kernel sees an edge there. The other modes are for avoiding it.",
            code="y = np.zeros((top + height + bottom, left + width + right))",
            section=BEYOND,
            seen="Wherever an argument is accepted and then not looked at; its default never shows it.",
        ),
        Slip(
            "modes-mixed-up",
            decision="mode",
            does="You have reflect and replicate the wrong way round.",
            why='"reflect" mirrors: 3 2 | 1 2 3 | 2 1. "replicate" repeats the outermost cell: 1 1 | 1 2 3 | 3 3.',
            code='names = {"reflect": "edge", "replicate": "reflect"}',
            section=BEYOND,
            seen="Between libraries: what is “replicate” in torch is “edge” in NumPy and “nearest” in SciPy.",
        ),
        Slip(
            "edge-repeated",
            decision="reflect",
            does="Your reflection repeats the outermost cell.",
            why="The mirror stands *on* that cell and not behind it: 3 2 | 1 2 3 | 2 1, and not 2 1 | 1 2 3 | 3 2.",
            code='np.pad(x, sides, mode="symmetric")',
            section=BEYOND,
            seen='In scipy.ndimage, whose mode="reflect" does repeat it; NumPy calls that "symmetric".',
        ),
        Slip(
            "edge-repeated-at-the-end",
            decision="reflect",
            does="Your reflection repeats the outermost cell below and on the right, and not above and on the left.",
            why="The mirror stands *on* the last cell as on the first. Counted from the end, that cell is −1, and the "
            "reflection begins with −2.",
            code="np.concatenate([row[left:0:-1], row, row[: -right - 1 : -1]])",
            section=BEYOND,
            seen="With indices that count from the end: they begin at −1, those from the front at 0.",
        ),
        Slip(
            "not-mirrored",
            decision="reflect",
            does="Your reflection shows the right cells, and does not turn them around.",
            why="In a mirror the nearest cell stays nearest: left of 1 2 3 stands 3 2, and you have 2 3.",
            code="y[:, :left] = x[:, 1 : left + 1]",
            section=BEYOND,
            seen="Where a strip is copied by slices; `[::-1]` is easily lost, and with a padding of 1 nothing shows "
            "it.",
        ),
        Slip(
            "strip-for-cell",
            decision="replicate",
            does='For "replicate" you copy the outermost strip, and not the outermost cell again and again.',
            why="Left of 1 2 3 stands 1 1; you have 1 2. With a padding of 1 the two are the same.",
            code="y[:, :left] = x[:, :left]",
            section=BEYOND,
            seen="Where the line for one cell, `x[:, :1]`, is made wider together with the padding.",
        ),
        Slip(
            "near-end-for-far-end",
            decision="circular",
            does='For "circular" you copy the near end of the image; it comes around from the far end.',
            why="As if tiled: left of 1 2 3 stands the end of the image before it, 2 3.",
            code="y[:, :left] = x[:, :left]",
            section=BEYOND,
            seen="On the way to a panorama: its left edge must meet its right edge, and not itself.",
        ),
        Slip(
            "minus-zero",
            decision="circular",
            does='For "circular" you copy the whole image where nothing is to be copied.',
            why="−0 is 0, so `x[-0:]` begins at the first cell and not behind the last. Counted from the front, "
            "`x[size - left :]`, it is right for 0 as well.",
            code="np.concatenate([x[..., -left:], x, x[..., :right]], axis=-1)",
            section=BEYOND,
            seen="Wherever the last n of a list are taken as `items[-n:]`, and n can be 0.",
        ),
        Slip(
            "corners-left-empty",
            decision="corners",
            does="Your corners are 0: you filled the four sides and not where they meet.",
            why="Rows and columns are filled one after the other: the second time, the padding of the first is there "
            "to be shown.",
            code="y[:top, left : left + width] = ...  # and the other three sides",
            section=BEYOND,
            seen="In ghost cells around the tiles of a simulation, where a corner needs an exchange of its own.",
        ),
        Slip(
            "first-axes-padded",
            decision="axes",
            does="Of a stack of images you pad the first two axes, where the last two are meant.",
            why="Height and width come last: (batch, channels, height, width).",
            code="np.pad(x, [(top, bottom), (left, right)] + [(0, 0)] * (x.ndim - 2))",
            section=BEYOND,
            seen="In code for channels last, where height and width do come first.",
        ),
        Slip(
            "whole-numbers-only",
            decision="dtype",
            does="Your result holds whole numbers only.",
            why="`int` cuts off every fraction, and images have them.",
            code="y = np.zeros((out_height, out_width), dtype=int)",
            section="02_1_one_dimension#Numbers that fit",
            seen="In code that was tried out on small examples of whole numbers, such as the one of this book.",
        ),
    ),
)
