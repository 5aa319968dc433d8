"""How many places an image has, and how many numbers."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.show import number
from helpers.pixels import count_pixels_values

SECTION = "01_1_images_are_arrays#Pixels and values"


def slipped(shape: tuple[int, ...], *, slips: frozenset[str] = frozenset()) -> tuple[int, int]:
    """Multiply the sizes one by one, making the mistakes asked for."""
    height, width, channels = _sizes(shape, slips)
    if "square-taken" in slips:
        width = height
    added = "sizes-added" in slips
    pixels = height + width if added else height * width
    values = pixels + channels if added else pixels * channels
    if added and len(shape) == 2 and channels == 1:
        values = pixels  # a sum over two sizes has no third term
    if "last-size-left-out" in slips and len(shape) == 2:
        pixels = height
    if "channels-counted-as-pixels" in slips:
        pixels = values
    if "channels-forgotten" in slips:
        values = pixels
    if "values-of-one-pixel" in slips:
        values = channels
    return (values, pixels) if "order-swapped" in slips else (pixels, values)


def _sizes(shape: tuple[int, ...], slips: frozenset[str]) -> tuple[int, int, int]:
    height, width = shape[0], shape[1]
    channels = shape[2] if len(shape) == 3 else 1
    if "grey-as-colour" in slips and len(shape) == 2:
        channels = 3
    if "width-as-channels" in slips and len(shape) == 2:
        channels = width
    if "channels-first" in slips and len(shape) == 3:
        channels, height, width = shape
    if "always-three-channels" in slips or ("three-channels-in-colour" in slips and len(shape) == 3):
        channels = 3
    return height, width, channels


def _working(case: Case, index: tuple[int, ...]) -> str:
    height, width, *rest = case.args[0]
    if index == (0,):
        return f"Pixels: {height}·{width} = {number(height * width)}, one for each row and column."
    channels = rest[0] if rest else 1
    told = "one number at each place" if not rest else f"{channels} numbers at each place"
    return f"Values: {height}·{width}·{channels} = {number(height * width * channels)}, {told}."


def _drawn(rng: np.random.Generator, channels: tuple[int, ...]) -> tuple[Case, ...]:
    largest = (30, 200, 1000, 5000)
    return tuple(
        Case((tuple(int(n) for n in rng.integers(7, most, 2)) + ((c,) if c else ()),))
        for most, c in zip(largest, channels, strict=True)
    )


EXERCISE = Exercise(
    name="count_pixels_values",
    chapter=1,
    goal="Return how many pixels an image of the given shape has, and how many values: (pixels, values).",
    reference=count_pixels_values,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "images with channels",
            points=2,
            probe=tuple(Case((shape,)) for shape in ((224, 200, 3), (3, 4, 2), (5, 7, 4), (10, 6, 1), (2, 9, 64))),
            cases=lambda rng: _drawn(rng, (2, 3, 4, 16)),
        ),
        Part(
            "grey images",
            points=1,
            probe=tuple(Case((shape,)) for shape in ((28, 20), (3, 4), (512, 480))),
            cases=lambda rng: _drawn(rng, (0, 0, 0, 0)),
        ),
    ),
    slips=(
        Slip(
            "channels-counted-as-pixels",
            decision="channels",
            does="You count every channel as a pixel of its own.",
            why="A pixel is a place in the picture; its red, green and blue are three values at that one place. An "
            "image of 224×224×3 has 50,176 pixels, not 150,528.",
            code="pixels = math.prod(shape)",
            section=SECTION,
            seen="In popular texts on these networks, which give 224×224 colour images “about 150,000 pixels”.",
        ),
        Slip(
            "channels-forgotten",
            decision="channels",
            does="You leave the channels out of the values.",
            why="Each channel stores a number of its own at every pixel: 50,176 pixels in colour are 150,528 values. "
            "Memory and the first layer's weights are counted in values.",
            code="values = shape[0] * shape[1]",
            section=SECTION,
            seen="In estimates of memory that start from a camera's megapixels: in colour each pixel is three numbers.",
        ),
        Slip(
            "values-of-one-pixel",
            decision="channels",
            does="You return the values of one pixel, where those of the whole image are asked for.",
            why="Each of the 50,176 pixels of an image of 224×224×3 has 3 values; the image has them all, 150,528.",
            code="values = shape[2]",
            section=SECTION,
            seen="Where an image viewer says “3 × 8 bit”: that is the depth of one pixel, not the size of the image.",
        ),
        Slip(
            "always-three-channels",
            decision="channels",
            does="You multiply by 3, whatever the shape says.",
            why="Three channels is what colour photographs have. A grey image has 1, one with transparency 4, and the "
            "maps inside a network have 64 or 512.",
            code="values = 3 * pixels",
            section=SECTION,
            seen="In code that was only ever tried on photographs, and meets its first PNG with transparency.",
        ),
        Slip(
            "three-channels-in-colour",
            decision="grey",  # with three channels for grey images, too, it is always-three-channels
            does="You multiply by 3 wherever the shape has an axis for channels.",
            why="The last size says how many there are: 3 in a photograph, 4 with transparency, 64 or 512 in the maps "
            "inside a network.",
            code="channels = 3 if len(shape) == 3 else 1",
            section=SECTION,
            seen="In code that asks whether an image is in colour, where the number itself stands in the shape.",
        ),
        Slip(
            "last-size-left-out",
            decision="grey",
            does="You leave out the last size, which for a grey image is its width.",
            why="A shape of two sizes has no channel axis, and both of them count places: 28 rows of 20 are 560 "
            "pixels, not 28.",
            code="pixels = math.prod(shape[:-1])",
            section=SECTION,
            seen="With `shape[:-1]` for all but the channels, which is right until the first grey image comes.",
        ),
        Slip(
            "grey-as-colour",
            decision="grey",
            does="You give a grey image three channels.",
            why="A shape of two sizes has no channel axis: one number stands at each place.",
            code="channels = shape[2] if len(shape) == 3 else 3",
            section=SECTION,
            seen="Where grey images are opened as RGB: the file then really fills three equal channels.",
        ),
        Slip(
            "width-as-channels",
            decision="grey",
            does="For a grey image you take the width for the number of channels.",
            why="A shape of two sizes has no channel axis, so its last size is the width: 28 rows of 20 are 560 "
            "values.",
            code="values = shape[0] * shape[1] * shape[-1]",
            section=SECTION,
            seen="With `shape[-1]` for the channels, which is right until the first grey image comes.",
        ),
        Slip(
            "channels-first",
            decision="axes",
            does="You read the shape as (channels, height, width).",
            why="Here the channels come last, as picture files are read. For (224, 200, 3) you count 200·3 pixels.",
            code="channels, height, width = shape",
            section="01_1_images_are_arrays#Three orders of axes",
            seen="In code for PyTorch: its tensors hold the channels first, while Pillow and Matplotlib hold them "
            "last.",
        ),
        Slip(
            "square-taken",
            decision="axes",
            does="You take the image to be square, and its height for both sides.",
            why="A shape of (224, 200, 3) has 224 rows and 200 columns: 44,800 pixels, not 50,176.",
            code="pixels = shape[0] ** 2",
            section=SECTION,
            seen="In code that grew up on squares: the inputs of well-known networks are 28×28, 32×32 or 224×224.",
        ),
        Slip(
            "sizes-added",
            decision="product",
            does="You add the sizes where they are to be multiplied.",
            why="Every row has as many pixels as there are columns: 3 rows of 4 are 12, not 7.",
            code="pixels, values = sum(shape[:2]), sum(shape)",
            section=SECTION,
            seen="In one slip of the pen: `np.sum(shape)` stands where `np.prod(shape)` was meant.",
        ),
        Slip(
            "order-swapped",
            decision="order",
            does="You return the values first and the pixels second.",
            why="The order that is asked for is (pixels, values). Two plain numbers do not say which is which.",
            code="return values, pixels",
            section=SECTION,
            seen="With every function that returns two plain numbers: width and height of an image are met both ways "
            "round.",
        ),
    ),
)
