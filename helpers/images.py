"""Photographs and drawn figures as arrays: numpy and Pillow only.

The photographs are files inside the scikit-image package, read without importing it, so nothing is downloaded.
"""

import importlib.util
import io
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike
from PIL import Image

# Name: (file in skimage/data, what it shows, credit). Licences are told in book/credits.md.
PHOTOGRAPHS = {
    "camera": ("camera.png", "a man behind a film camera on a tripod", "CC0, Lav Varshney"),
    "coins": ("coins.png", "Greek coins from Pompeii in four rows", "Brooklyn Museum, no known restrictions"),
    "text": (
        "text.png",
        "handwritten formulas on lined paper, seen at a slant",
        "public domain, from Wikimedia Commons",
    ),
    "cat": ("chelsea.png", "the face of a tabby cat", "CC0, Stefan van der Walt"),
    "coffee": ("coffee.png", "a cup of espresso on a wooden table", "CC0, Rachel Michetti"),
    "brick": ("brick.png", "a brick wall", "CC0, CC0 Textures"),
    "astronaut": ("astronaut.png", "an astronaut before a flag and a model of a shuttle", "public domain, NASA"),
    "grass": ("grass.png", "grass from above", "CC0, linolafett"),
    "gravel": ("gravel.png", "gravel from above", "CC0, CC0 Textures"),
    "rocket": ("rocket.jpg", "a rocket on its launch pad at dusk", "public domain, SpaceX"),
}


def load_photograph(name: str, *, size: int | None = None, colour: bool = False) -> np.ndarray:
    """Load a photograph as grey values from 0 (black) to 1 (white), or in colour.

    Parameters
    ----------
    name : str
        One of ``PHOTOGRAPHS``: camera, coins, text, cat, coffee, brick, astronaut, grass, gravel, rocket.
    size : int, optional
        Crop the middle square and shrink it to ``size`` by ``size`` pixels. Without it the whole photograph.
    colour : bool
        Keep red, green and blue apart; "cat", "coffee", "astronaut" and "rocket" have colours, the others three
        equal channels.

    Returns
    -------
    numpy.ndarray
        Shape (height, width), or in colour (height, width, 3): red, green, blue. float64, 0 to 1.

    Raises
    ------
    ValueError
        If there is no photograph of that name, or ``size`` is below 1.
    ModuleNotFoundError
        If scikit-image, whose files they are, is not installed.

    Examples
    --------
    >>> load_photograph("camera").shape
    (512, 512)
    >>> load_photograph("coins", size=128).shape
    (128, 128)
    >>> load_photograph("cat", size=128, colour=True).shape
    (128, 128, 3)
    """
    if name not in PHOTOGRAPHS:
        raise ValueError(f"load_photograph({name!r}): no such photograph; use one of {', '.join(PHOTOGRAPHS)}.")
    if size is not None and size < 1:
        raise ValueError(f"load_photograph({name!r}, size={size}): size must be at least 1 pixel.")
    picture = Image.open(_skimage_data() / PHOTOGRAPHS[name][0]).convert("RGB" if colour else "L")
    if size is not None:
        side = min(picture.size)
        left, top = (picture.width - side) // 2, (picture.height - side) // 2
        picture = picture.resize((size, size), Image.Resampling.BOX, (left, top, left + side, top + side))
    return np.asarray(picture, dtype=np.float64) / 255


def load_faces() -> tuple[np.ndarray, np.ndarray]:
    """Load 200 small grey pictures, half of them faces and half pieces of background: to be told apart, not shown.

    Returns
    -------
    images : numpy.ndarray, shape (200, 25, 25), float32, 0 to 1
        The faces first.
    labels : numpy.ndarray, shape (200,), int64
        1 for a face, 0 for another picture.

    Raises
    ------
    ModuleNotFoundError
        If scikit-image, whose file it is, is not installed.

    Notes
    -----
    Of the collection Labeled Faces in the Wild, as scikit-image ships them. They are people who were not asked: the
    book draws none of them.

    Examples
    --------
    >>> load_faces()[0].shape
    (200, 25, 25)
    """
    images = np.load(_skimage_data() / "lfw_subset.npy").astype(np.float32)
    return images, np.repeat([1, 0], len(images) // 2)


def cut_middle(image: ArrayLike, *, size: int, share: float = 1.0) -> np.ndarray:
    """Cut the middle square out of a colour image and bring it to a size, as photographs are fed to a network.

    Parameters
    ----------
    image : array_like, shape (height, width, 3)
        Red, green, blue, from 0 to 1; rounded to 256 levels on the way.
    size : int
        Rows and columns that come out, by bicubic resampling; it may be larger than the image.
    share : float
        Side of the square as a share of the image's shorter side.

    Returns
    -------
    numpy.ndarray, shape (size, size, 3), float64
        From 0 to 1.

    Raises
    ------
    ValueError
        If ``image`` has another shape or values outside 0 to 1, ``size`` is below 1, or ``share`` is not above 0 and
        at most 1.

    Examples
    --------
    >>> cut_middle(np.ones((300, 400, 3)), size=128, share=0.875).shape
    (128, 128, 3)
    """
    pixels = np.asarray(image, dtype=np.float64)
    if pixels.ndim != 3 or pixels.shape[2] != 3 or not pixels.size:
        raise ValueError(f"cut_middle: image has shape {pixels.shape}; give (height, width, 3): red, green and blue.")
    if not (pixels.min() >= 0 and pixels.max() <= 1):
        low, high = pixels.min(), pixels.max()
        raise ValueError(f"cut_middle: values go from {low:g} to {high:g}; give 0 to 1 (divide by 255, say).")
    if size < 1 or not 0 < share <= 1:
        raise ValueError(f"cut_middle(size={size}, share={share}): size is at least 1, share above 0 and at most 1.")
    height, width = pixels.shape[:2]
    side = share * min(height, width)
    box = ((width - side) / 2, (height - side) / 2, (width + side) / 2, (height + side) / 2)
    picture = Image.fromarray(np.round(255 * pixels).astype(np.uint8))
    return np.asarray(picture.resize((size, size), Image.Resampling.BICUBIC, box), dtype=np.float64) / 255


def as_webp(picture: np.ndarray, *, quality: int) -> bytes:
    """Write a picture as a WebP file, in memory: small enough to be carried by a page.

    Parameters
    ----------
    picture : numpy.ndarray, shape (height, width, 3), uint8
        Red, green and blue, 0 to 255.
    quality : int
        How much is kept, 0 to 100.

    Returns
    -------
    bytes
        The file.

    Examples
    --------
    >>> as_webp(np.zeros((8, 8, 3), dtype=np.uint8), quality=50)[:4]
    b'RIFF'
    """
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "WEBP", quality=quality, method=6)
    return file.getvalue()


def _skimage_data() -> Path:
    spec = importlib.util.find_spec("skimage")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(
            "The photographs are files of scikit-image, which is not installed; run: pip install scikit-image"
        )
    return Path(spec.submodule_search_locations[0]) / "data"
