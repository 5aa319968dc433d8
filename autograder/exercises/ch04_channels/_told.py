"""How one number of a layer comes about, and which slips of the size formula give which shape."""

from collections.abc import Mapping

import numpy as np

from autograder.exercise import Case
from autograder.exercises.ch04_channels._layer import as_pairs, gathered
from autograder.show import number, products

OPTIONS = {"stride": 1, "padding": 0, "dilation": 1}
CELLS_WRITTEN = 9
CHANNELS_WRITTEN = 4


def working(case: Case, index: tuple[int, ...]) -> str:
    """Write where the window of one output cell lies, the products of each channel, and their sum."""
    x, w, b = (*case.args, None)[:3]
    n, o, i, j = index
    options = options_of(case)
    share = w.shape[1]
    first = o // (len(w) // case.options.get("groups", 1)) * share
    windows = gathered(x[n : n + 1, first : first + share], w.shape[2:], options)[0, :, i, j]
    lines = [lies(x, w.shape[2:], options, (i, j), f"Kernel {o}", f"image {n}")]
    sums = [number((window.astype(float) * kernel).sum()) for window, kernel in zip(windows, w[o], strict=True)]
    for c in range(min(share, CHANNELS_WRITTEN)):
        written = products(windows[c], w[o, c]) if w[o, c].size <= CELLS_WRITTEN else f"products add up to {sums[c]}"
        lines.append(f"  channel {first + c}: {written}")
    if share > CHANNELS_WRITTEN:
        lines.append(f"  and so on to channel {first + share - 1}")
    if b is not None:
        lines.append(f"  bias: {number(b[o])}")
    total = (windows.astype(float) * w[o]).sum() + (0 if b is None else b[o])
    terms = sums if b is None else [*sums, number(b[o])]
    if len(terms) == 1:
        return "\n".join(lines)
    added = " + ".join(f"({term})" if term.startswith("−") else term for term in terms)
    return "\n".join([*lines, f"  together: {added} = {number(total)}"])


def options_of(case: Case) -> tuple[tuple[int, int], ...]:
    """Return stride, padding and dilation of a call, each as (along the height, along the width)."""
    return as_pairs(*(case.options.get(name, default) for name, default in OPTIONS.items()))


def lies(x: np.ndarray, kernel: tuple[int, int], options: tuple, cell: tuple[int, int], what: str, image: str) -> str:
    """Write which rows and columns of an image the window of an output cell reads."""
    read = [
        [position * stride - padding + tap * dilation for tap in range(cells)]
        for position, cells, stride, padding, dilation in zip(cell, kernel, *options, strict=True)
    ]
    rows, columns = (_listed(name, places) for name, places in zip(("row", "column"), read, strict=True))
    outside = [
        _listed(name, [place for place in places if not 0 <= place < size])
        for name, places, size in zip(("row", "column"), read, x.shape[2:], strict=True)
    ]
    beyond = " and ".join(filter(None, outside))
    told = f"{what} lies on {rows} and {columns} of {image}"
    return (
        f"{told}; {beyond} {'are' if ',' in beyond or ' and ' in beyond else 'is'} padding." if beyond else f"{told}."
    )


def _listed(name: str, places: list[int]) -> str:
    if not places:
        return ""
    return f"{name}{'s' * (len(places) > 1)} {', '.join(number(place) for place in places)}"


def shapes(case: Case) -> Mapping[str, tuple[int, ...]]:
    """Tell the shapes of a layer's result after a slip of the size formula."""
    x, w = case.args[:2]
    sizes = map_sizes(x.shape[2:], w.shape[2:], options_of(case))
    batch, out_channels = len(x), len(w)
    right = sizes.pop("")
    return {
        **{sentence: (batch, out_channels, *size) for sentence, size in sizes.items()},
        "Your channels come last; here they stand second: (batch, channels, height, width).": (
            *(batch, *right, out_channels),
        ),
        "Your channels come first; here the batch does: (batch, channels, height, width).": (
            *(out_channels, batch, *right),
        ),
        "Your result has as many maps as the images have channels. There is one map for each kernel, w.shape[0].": (
            *(batch, x.shape[1], *right),
        ),
    }


def map_sizes(image: tuple[int, int], kernel: tuple[int, int], options: tuple) -> dict[str, tuple[int, int]]:
    """Return the sizes of a map after slips of the formula, each under its sentence, and the right one under ""."""
    return {
        words: (formula(*along_height), formula(*along_width))
        for words, formula in FORMULAS.items()
        for along_height, along_width in [zip(image, kernel, *options, strict=True)]
    }


FORMULAS = {  # of size, kernel, stride, padding and dilation
    "": lambda n, k, s, p, d: (n + 2 * p - d * (k - 1) - 1) // s + 1,
    "You round up where the formula rounds down (ceil for floor). A window that does not fit is left out.": (
        lambda n, k, s, p, d: -(-(n + 2 * p - d * (k - 1) - 1) // s) + 1
    ),
    "Your size leaves out the padding, which adds 2·padding cells.": (
        lambda n, k, s, _, d: (n - d * (k - 1) - 1) // s + 1
    ),
    "Your size counts the padding once; it stands on both sides, so it is 2·padding.": (
        lambda n, k, s, p, d: (n + p - d * (k - 1) - 1) // s + 1
    ),
    "Your size adds 4·padding: is the image padded already? The padding adds 2·padding in all.": (
        lambda n, k, s, p, d: (n + 4 * p - d * (k - 1) - 1) // s + 1
    ),
    "Your size leaves out the stride: divide by it, then round down.": (lambda n, k, _, p, d: n + 2 * p - d * (k - 1)),
    "Your size leaves out the dilation: the kernel spans dilation·(k − 1) + 1 cells.": (
        lambda n, k, s, p, _: (n + 2 * p - k) // s + 1
    ),
    "Your size takes dilation·k for the kernel's span; it is dilation·(k − 1) + 1.": (
        lambda n, k, s, p, d: (n + 2 * p - d * k) // s + 1
    ),
    "Your size forgets the + 1 at the end: the first window counts, too.": (
        lambda n, k, s, p, d: (n + 2 * p - d * (k - 1) - 1) // s
    ),
    "Your size adds the 1 before it divides by the stride; the + 1 comes last.": (
        lambda n, k, s, p, d: (n + 2 * p - d * (k - 1)) // s
    ),
}
