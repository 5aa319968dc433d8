"""From the order of picture files to the order of convolution layers."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.show import number
from helpers.pixels import hwc_to_nchw

SECTION = "01_1_images_are_arrays#Three orders of axes"


def slipped(images: np.ndarray, *, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Write each value to its new place, making the mistakes asked for."""
    single = images.ndim == 3
    if "axis-added-always" in slips and not single:
        return np.stack([slipped(images, slips=slips - {"axis-added-always"})]).swapaxes(1, 2)
    batch = images[None] if single else images
    batch = batch / 255 if "scaled-to-1" in slips else batch
    batch = batch[..., ::-1] if "channels-reversed" in slips else batch
    batch = batch.astype(int) if "whole-numbers-only" in slips else batch
    y = _ordered(batch, single, slips)
    if single:
        y = y[0] if "batch-axis-forgotten" in slips else y
        return y.swapaxes(0, 1) if "channels-as-batch" in slips else y
    y = y[:1] if "only-the-first-image" in slips else y
    return y.swapaxes(0, 1) if "channels-before-batch" in slips else y


def _ordered(batch: np.ndarray, single: bool, slips: frozenset[str]) -> np.ndarray:
    n, height, width, channels = batch.shape
    if "reshaped" in slips:
        return batch.reshape(n, channels, height, width)
    if "channels-left-last" in slips:
        return batch
    if "way-back" in slips:
        return batch.transpose(0, 2, 3, 1)
    if "all-axes-reversed" in slips and not single:
        return batch.T
    y = np.empty((n, channels, height, width), dtype=batch.dtype)
    for i in range(height):
        for j in range(width):
            y[:, :, i, j] = batch[:, i, j, :]
    columns_first = "columns-before-rows" in slips or "all-axes-reversed" in slips
    return y.swapaxes(2, 3) if columns_first else y


def _working(case: Case, index: tuple[int, ...]) -> str:
    (images,), (n, c, i, j) = case.args, index
    single = images.ndim == 3
    place = f"images[{i}, {j}, {c}]" if single else f"images[{n}, {i}, {j}, {c}]"
    value = images[i, j, c] if single else images[n, i, j, c]
    return f"Row {i}, column {j}, channel {c} of image {n} is {place} = {number(value)}."


def _drawn(rng: np.random.Generator, shapes: tuple[tuple[int, ...], ...]) -> tuple[Case, ...]:
    return tuple(Case((rng.integers(0, 256, shape),)) for shape in shapes)


def _counted(*shape: int) -> Case:
    return Case((np.arange(1, np.prod(shape) + 1).reshape(shape),))


EXERCISE = Exercise(
    name="hwc_to_nchw",
    chapter=1,
    goal="Bring an image (height, width, channels), or a batch of them, into the order (batch, channels, height, "
    "width).",
    reference=hwc_to_nchw,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "one image",
            points=2,
            probe=(
                _counted(2, 4, 3),
                _counted(5, 3, 2),
                Case((np.array([[[3, 1], [4, 1], [5, 9]]], dtype=np.uint8),)),
                Case((np.arange(18).reshape(3, 2, 3) / 4,)),
                _counted(3, 3, 3),
            ),
            cases=lambda rng: _drawn(rng, ((4, 5, 3), (16, 9, 4), (32, 30, 3))),
        ),
        Part(
            "a batch of images",
            points=2,
            probe=(_counted(2, 3, 5, 4), _counted(3, 2, 4, 3), _counted(4, 5, 2, 1), _counted(1, 2, 3, 2)),
            cases=lambda rng: _drawn(rng, ((2, 4, 5, 3), (5, 6, 4, 2), (4, 20, 24, 3))),
        ),
    ),
    slips=(
        Slip(
            "reshaped",
            decision="order",
            does="You reshape: the shape is right, and the values stay in their old order.",
            why="`reshape` reads the numbers one after the other and cuts them anew. The first row then holds the "
            "red, green and blue of a few neighbouring pixels. To move axes, use `transpose` or `moveaxis`.",
            code="return images.reshape(batch, channels, height, width)",
            section=SECTION,
            seen="In many a first pipeline, because no error comes: shapes fit, training runs, and the pictures are "
            "shreds. Looking at one of them shows it at once.",
        ),
        Slip(
            "columns-before-rows",
            decision="order",
            does="You also swapped height and width.",
            why="The axes go from (height, width, channels) to (channels, height, width): rows stay before columns. "
            "Yours are pictures mirrored along their diagonal.",
            code="return images.transpose(0, 3, 2, 1)",
            section=SECTION,
            seen="With `swapaxes`, which exchanges two axes where three have to move on by one place.",
        ),
        Slip(
            "all-axes-reversed",
            decision="order",
            does="You turned all axes around: rows and columns are swapped, and the images of a batch come last.",
            why="`.T` reverses the order of all axes. Only the channels are to move.",
            code="y = images.T",
            section=SECTION,
            seen="With `.T`, which means what one expects for matrices, and reverses whatever number of axes there is.",
        ),
        Slip(
            "way-back",
            decision="order",
            does="You move the axes the other way, as from channels first to channels last.",
            why="`transpose` wants, at the place of each new axis, the old one that goes there: the channels, old "
            "axis 3, go to place 1. (0, 2, 3, 1) leads from (batch, channels, height, width) back.",
            code="return batch.transpose(0, 2, 3, 1)",
            section=SECTION,
            seen="With every permutation: it and its inverse are mixed up easily, and (0, 3, 1, 2) is not its own.",
        ),
        Slip(
            "channels-left-last",
            decision="order",
            does="You leave the channels last.",
            why="Asked for is (batch, channels, height, width). A layer that expects this takes your first axis after "
            "the batch, the rows, for channels.",
            code="return images[None]",
            section=SECTION,
            seen="In TensorFlow and Keras, whose convolutions read the channels last by default.",
        ),
        Slip(
            "batch-axis-forgotten",
            decision="one image",
            does="You return one image without a batch axis.",
            why="One image is a batch of one: its shape is (1, channels, height, width), so that the same layers read "
            "it.",
            code="return images.transpose(2, 0, 1)",
            section=SECTION,
            seen="When a trained network is tried on a single picture: most then want `image[None]` or `unsqueeze(0)`.",
        ),
        Slip(
            "channels-as-batch",
            decision="one image",
            does="For one image you return its channels as a batch of grey images.",
            why="(3, 1, height, width) is three images of one channel. One image of three is (1, 3, height, width).",
            code="return images.transpose(2, 0, 1)[:, None]",
            section=SECTION,
            seen="Where the new axis is set at the wrong place: `[:, None]` for `[None]`, `unsqueeze(1)` for "
            "`unsqueeze(0)`.",
        ),
        Slip(
            "channels-before-batch",
            decision="batch",
            does="In a batch you put the channels before the images.",
            why="The batch stays the first axis: y[0] must be the first image, and yours is the first channel of all.",
            code="return np.moveaxis(images, -1, 0)",
            section=SECTION,
            seen="When a line written for one image, `np.moveaxis(image, -1, 0)`, is used on a batch without a change.",
        ),
        Slip(
            "only-the-first-image",
            decision="batch",
            does="Of a batch you return only the first image.",
            why="All images are asked for: the batch axis keeps its length.",
            code="return images[:1].transpose(0, 3, 1, 2)",
            section=SECTION,
            seen="When `[0]` or `[:1]` is left over from looking at one picture while the code was written.",
        ),
        Slip(
            "axis-added-always",
            decision="batch",
            does="You add a batch axis also where there is one already.",
            why="A batch has four axes before and after. Look at `images.ndim` first.",
            code="return np.moveaxis(images[None], -1, 1)",
            section=SECTION,
            seen="In code that was written for one picture, and a loader then hands it whole batches.",
        ),
        Slip(
            "scaled-to-1",
            decision="scale",
            does="You also divide the values by 255.",
            why="Here only the axes move; every number stays as it is. Images may hold fractions already.",
            code="images = images / 255",
            section="01_1_images_are_arrays#Numbers that mean light",
            seen="In torchvision's ToTensor, which does both at once: channels first, and from 0..255 to 0..1.",
        ),
        Slip(
            "whole-numbers-only",
            decision="dtype",
            does="Your result holds whole numbers only.",
            why="An integer array cuts off every fraction, and images from 0 to 1 are nothing else.",
            code="y = np.zeros((batch, channels, height, width), dtype=int)",
            section="01_1_images_are_arrays#Numbers that mean light",
            seen="With pictures as files hold them, 0 to 255: code that is tried on these alone passes every look.",
        ),
        Slip(
            "channels-reversed",
            decision="colours",
            does="You also reversed the order of the channels.",
            why="Channel 0 stays channel 0. Red and blue swapped makes a blue cat.",
            code="images = images[..., ::-1]",
            section=SECTION,
            seen="In OpenCV, which reads pictures as blue, green, red, so that code around it turns them.",
        ),
    ),
)
