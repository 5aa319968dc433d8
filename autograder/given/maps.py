"""Functions of images, shape (batch, channels, height, width), that follow a shift or do not."""

import numpy as np

KERNEL = np.array([[1, -2, 0], [3, 1, -1], [0, 2, 4]])


def circular_convolution(x: np.ndarray) -> np.ndarray:
    """Slide a 3×3 kernel over each channel, whose opposite borders touch: equivariant under every shift."""
    return _slide(np.pad(x, _around(x), mode="wrap"))


def zero_padded_convolution(x: np.ndarray) -> np.ndarray:
    """Slide the same kernel over each channel with zeros around it: the border does not follow a shift."""
    return _slide(np.pad(x, _around(x)))


def strided_convolution(x: np.ndarray) -> np.ndarray:
    """Keep every second row and column of the circular convolution: equivariant under even shifts."""
    return circular_convolution(x)[..., ::2, ::2]


def max_pooling(x: np.ndarray) -> np.ndarray:
    """Take the largest of each 2×2 window, side by side; an odd row or column at the end goes unread."""
    height, width = x.shape[-2] // 2 * 2, x.shape[-1] // 2 * 2
    x = x[..., :height, :width]
    return np.maximum(
        np.maximum(x[..., ::2, ::2], x[..., ::2, 1::2]), np.maximum(x[..., 1::2, ::2], x[..., 1::2, 1::2])
    )


def rectified_pair(x: np.ndarray) -> np.ndarray:
    """Make two maps of each channel, max(x, 0) and max(−x, 0): twice as many channels."""
    return np.concatenate([np.maximum(x, 0), np.maximum(-x, 0)], axis=1)


def adds_position(x: np.ndarray) -> np.ndarray:
    """Add to each cell its place, counted row by row: it tells where something is, and follows no shift."""
    return x + np.arange(x.shape[-2] * x.shape[-1]).reshape(x.shape[-2:])


def global_mean(x: np.ndarray) -> np.ndarray:
    """Take the mean of each map, (batch, channels): invariant under every shift."""
    return x.mean(axis=(-2, -1))


def row_means(x: np.ndarray) -> np.ndarray:
    """Take the mean of each row, (batch, channels, height): invariant under shifts along the rows only."""
    return x.mean(axis=-1)


def weighs_every_cell(x: np.ndarray) -> np.ndarray:
    """Give each place a weight of its own and add up, (batch, channels), as a dense layer after a flatten does."""
    weights = np.arange(x.shape[-2] * x.shape[-1]) * 7 % 11 - 5
    return (x * weights.reshape(x.shape[-2:])).sum(axis=(-2, -1))


def largest_value(x: np.ndarray) -> float:
    """Return the largest number of all, a single one."""
    return x.max()


def _around(x: np.ndarray) -> list[tuple[int, int]]:
    return [(0, 0)] * (x.ndim - 2) + [(1, 1), (1, 1)]


def _slide(padded: np.ndarray) -> np.ndarray:
    height, width = padded.shape[-2] - 2, padded.shape[-1] - 2
    return sum(KERNEL[i, j] * padded[..., i : i + height, j : j + width] for i in range(3) for j in range(3))
