"""Maps of a network with ImageNet's weights on five photographs, and which drawings are near in what it makes of them.

They lie beside this file, and the widget ``FeatureExplorer`` shows them in the page. In about half a minute
``python -m helpers.measured.feature_maps`` computes them anew and rewrites ``feature_maps.npz``.
"""

import time
from pathlib import Path

import numpy as np
import torch

from helpers.drawings import load_clipart8
from helpers.efficientnet import Lite0
from helpers.images import as_webp, load_photograph
from helpers.lite0 import class_names, features, layers, load_lite0, prepare
from helpers.receptive_field import Field, Window, receptive_field

FILE = Path(__file__).with_suffix(".npz")
PHOTOGRAPHS = ("cat", "coffee", "camera", "astronaut", "rocket")
LAYERS: tuple[str | int, ...] = ("stem", 2, 4, 7, 10, 14, "head")
SPACES = ("pixels", "block 2", "block 10", "head")
SHOWN, NEAREST, GUESSES = 8, 5, 3
SIDE, DRAWN_SIDE, LARGEST_MAP = 224, 128, 56
STEPS = 127  # of the eight bits: from the value furthest from 0 down to 0
TILE, TILES_IN_A_ROW = 48, 20


def name_of(layer: str | int) -> str:
    """Name a layer as a reader sees it.

    Parameters
    ----------
    layer : str or int
        As in :func:`helpers.lite0.layers`: a block has a number.

    Returns
    -------
    str
        Such as "stem" or "block 2".

    Examples
    --------
    >>> name_of(2), name_of("head")
    ('block 2', 'head')
    """
    return f"block {layer}" if isinstance(layer, int) else layer


def load() -> dict[str, np.ndarray]:
    """Load what was measured, from the file beside this one.

    Returns
    -------
    dict of str to numpy.ndarray
        ``photographs``, ``layers``, ``spaces``, ``classes``: names, shapes (5,), (7,), (4,), (8,).
        ``guesses`` and ``shares``, shapes (5, 3): what the network takes each photograph for, and how surely, 0 to 1.

        Of each layer, under its name, such as ``"block 2"``:

        - ``"block 2_shape"``: channels, height and width of all that comes out of it;
        - ``"block 2_channels"``, shape (8,): the channels that are kept, those whose values vary the most over all
          photographs and cells (by standard deviation), the most varied first;
        - ``"block 2_maps"``, int8, shape (5, 8, height, width): the values, as shares of 127 of
        - ``"block 2_limits"``, float32, shape (8,): what is furthest from 0 in each of these channels;
        - ``"block 2_field"``: size, jump and beginning of a cell's receptive field, as in
          :class:`helpers.receptive_field.Field`.

        The stem's maps of 112×112 are kept as 56×56, the mean of each 2×2.

        Of the 338 drawings: ``labels``, ``neighbours``, int16, shape (4, 338, 5): in each space the five nearest,
        and ``cosines``, float32, of the same shape.

        ``photographs_webp`` and ``drawings_webp``, uint8: files of the pictures, 224×224 in one row and 48×48, twenty
        in a row.

    Examples
    --------
    >>> maps = load()
    >>> maps["layers"].tolist()
    ['stem', 'block 2', 'block 4', 'block 7', 'block 10', 'block 14', 'head']
    >>> maps["block 4_maps"].shape
    (5, 8, 28, 28)
    """
    with np.load(FILE) as held:
        return dict(held)


def maps_of(net: Lite0, names: tuple[str, ...] = PHOTOGRAPHS) -> dict[str, np.ndarray]:
    """Run the network on photographs, and return what comes out of each of the layers.

    Parameters
    ----------
    net : Lite0
        With its weights.
    names : tuple of str
        Which photographs, by the names of :func:`helpers.images.load_photograph`.

    Returns
    -------
    dict of str to numpy.ndarray
        Name of the layer to its maps, shape (photographs, channels, height, width), float32.
    """
    x = torch.cat([prepare(load_photograph(name, colour=True), size=SIDE) for name in names])
    return {name_of(layer): features(net, x, at=layer) for layer in LAYERS}


def shrunk(maps: np.ndarray) -> np.ndarray:
    """Halve maps that are too large for a page, as often as it takes: the mean of each 2×2.

    Parameters
    ----------
    maps : numpy.ndarray, shape (..., side, side)
        Of a side that 56 divides by a power of 2, or of at most 56.

    Returns
    -------
    numpy.ndarray, shape (..., side, side)
        Of a side of at most 56.

    Examples
    --------
    >>> shrunk(np.ones((5, 112, 112))).shape
    (5, 56, 56)
    """
    while maps.shape[-1] > LARGEST_MAP:
        *rest, height, width = maps.shape
        maps = maps.reshape(*rest, height // 2, 2, width // 2, 2).mean(axis=(-3, -1))
    return maps


def kept(maps: np.ndarray) -> dict[str, np.ndarray]:
    """Choose the channels that vary the most, and keep their maps to eight bits.

    Parameters
    ----------
    maps : numpy.ndarray, shape (photographs, channels, height, width)
        All that comes out of a layer.

    Returns
    -------
    dict of str to numpy.ndarray
        Shape, channels, maps and limits, as :func:`load` tells of them.
    """
    channels = np.argsort(-maps.std(axis=(0, 2, 3)), kind="stable")[:SHOWN]
    small = shrunk(maps[:, channels])
    limits = np.abs(small).max(axis=(0, 2, 3))
    levels = np.round(small / limits[:, None, None] * STEPS).astype(np.int8)
    return {"shape": np.array(maps.shape[1:]), "channels": channels, "maps": levels, "limits": limits}


def fields_of(net: Lite0) -> dict[str, Field]:
    """Tell of each layer what a kept cell can see of the photograph, along one axis.

    Parameters
    ----------
    net : Lite0
        Its weights do not matter.

    Returns
    -------
    dict of str to Field
        Size, jump and beginning in pixels; a kept cell of the stem is the mean of 2×2, and sees what all four see.

    Examples
    --------
    >>> fields_of(Lite0())["block 2"]
    Field(size=19, jump=4, first=-6)
    """
    fields, windows = {}, []
    for layer, part in (("stem", net.stem), *enumerate(net.blocks), ("head", net.head)):
        for conv in (module for module in part.modules() if isinstance(module, torch.nn.Conv2d)):
            kernel, stride = conv.kernel_size[0], conv.stride[0]
            windows.append(Window(kernel, stride, (kernel - stride) // 2))  # what "SAME" puts before an even side
        if layer in LAYERS:
            fields[name_of(layer)] = receptive_field([*windows, Window(2, 2)] if layer == "stem" else windows)
    return fields


def neighbours(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Find the five nearest of each point by the cosine of the angle between them; of equal ones the first.

    Parameters
    ----------
    points : numpy.ndarray, shape (count, numbers)
        At least six, none of them 0.

    Returns
    -------
    nearest : numpy.ndarray of int16, shape (count, 5)
        The nearest first; no point is its own neighbour.
    cosines : numpy.ndarray of float32, shape (count, 5)
        1 where two points have the same direction.

    Examples
    --------
    >>> nearest, cosines = neighbours(np.array([[1, 0], [2, 1], [1, 1], [1, 2], [0, 1], [-1, 1]]))
    >>> nearest[0].tolist(), round(float(cosines[0, 0]), 3)
    ([1, 2, 3, 4, 5], 0.894)
    """
    directions = points / np.linalg.norm(points, axis=1, keepdims=True)
    cosines = directions @ directions.T
    np.fill_diagonal(cosines, -np.inf)
    nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST]
    return nearest.astype(np.int16), np.take_along_axis(cosines, nearest, axis=1).astype(np.float32)


def points_of(net: Lite0, drawings: np.ndarray) -> dict[str, np.ndarray]:
    """Describe drawings by numbers: their pixels, or the mean of each map of a layer.

    Parameters
    ----------
    net : Lite0
        With its weights.
    drawings : numpy.ndarray, shape (count, height, width, 3)
        Red, green, blue, 0 to 1; the network sees them whole, at 128×128.

    Returns
    -------
    dict of str to numpy.ndarray
        Name of the space to shape (count, numbers).
    """
    means: dict[str, list[np.ndarray]] = {space: [] for space in SPACES[1:]}
    for drawing in drawings:
        with torch.no_grad():
            for layer, out in layers(net, prepare(drawing, size=DRAWN_SIDE, crop=1)):
                if name_of(layer) in means:
                    means[name_of(layer)].append(out.mean(dim=(0, 2, 3)).numpy())
    pixels = {SPACES[0]: drawings.reshape(len(drawings), -1).astype(np.float64)}
    return pixels | {space: np.stack(points).astype(np.float64) for space, points in means.items()}


def main() -> None:
    """Run the network on photographs and drawings, and write what load() tells of."""
    start = time.perf_counter()
    torch.set_num_threads(1)
    net = load_lite0()
    arrays = _about_photographs(net) | _about_drawings(net)
    np.savez_compressed(FILE, **arrays)
    seconds = time.perf_counter() - start
    print(f"{FILE.name}: {FILE.stat().st_size / 1000:.0f} kB, written in {seconds:.0f} s.")


def _about_photographs(net: Lite0) -> dict[str, np.ndarray]:
    arrays = {"photographs": np.array(PHOTOGRAPHS), "layers": np.array([name_of(layer) for layer in LAYERS])}
    for layer, maps in maps_of(net).items():
        arrays |= {f"{layer}_{what}": values for what, values in kept(maps).items()}
    arrays |= {f"{layer}_field": np.array(field) for layer, field in fields_of(net).items()}
    x = torch.cat([prepare(load_photograph(name, colour=True), size=SIDE) for name in PHOTOGRAPHS])
    with torch.no_grad():
        shares, best = torch.softmax(net(x), dim=1).topk(GUESSES)
    arrays |= {"guesses": np.array(class_names())[best.numpy()], "shares": shares.numpy()}
    pictures = (x * 128 + 127).round().to(torch.uint8).permute(0, 2, 3, 1).numpy()
    return arrays | {"photographs_webp": _as_webp(np.concatenate(pictures, axis=1), quality=75)}


def _about_drawings(net: Lite0) -> dict[str, np.ndarray]:
    drawings, labels, classes = load_clipart8()
    near = [neighbours(points) for points in points_of(net, drawings).values()]
    nearest, cosines = (np.stack(parts) for parts in zip(*near, strict=True))
    arrays = {"spaces": np.array(SPACES), "classes": np.array(classes), "labels": labels}
    arrays |= {"neighbours": nearest, "cosines": cosines}
    return arrays | {"drawings_webp": _as_webp(_sheet(load_clipart8(size=TILE)[0]), quality=40)}


def _sheet(tiles: np.ndarray) -> np.ndarray:
    """Lay tiles side by side, twenty in a row, on white."""
    rows = -(-len(tiles) // TILES_IN_A_ROW)
    sheet = np.ones((rows * TILES_IN_A_ROW, TILE, TILE, 3), dtype=np.float32)
    sheet[: len(tiles)] = tiles
    sheet = sheet.reshape(rows, TILES_IN_A_ROW, TILE, TILE, 3).swapaxes(1, 2)
    return np.round(255 * sheet.reshape(rows * TILE, TILES_IN_A_ROW * TILE, 3)).astype(np.uint8)


def _as_webp(picture: np.ndarray, *, quality: int) -> np.ndarray:
    return np.frombuffer(as_webp(picture, quality=quality), dtype=np.uint8)


if __name__ == "__main__":
    main()
