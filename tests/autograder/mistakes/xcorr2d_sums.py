"""Wrong sums of the right windows, or of a wrong kernel."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.autograder.mistakes.makes import makes, slide
from tests.autograder.right.xcorr2d import loops as xcorr2d_loops
from tests.autograder.right.xcorr2d import windows as xcorr2d_windows


@makes("xcorr2d", "kernel-flipped")
def flips_first(x, k):
    k = np.flip(k)
    return slide(x, k, lambda window: np.sum(window * k))


@makes("xcorr2d", "kernel-flipped")
def counts_down(x, k):
    h, w = k.shape
    y = np.zeros((x.shape[0] - h + 1, x.shape[1] - w + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for u in range(h):
                for v in range(w):
                    y[i, j] += x[i + u, j + v] * k[h - u - 1, w - v - 1]
    return y


@makes("xcorr2d", "kernel-upside-down")
def flips_rows(x, k):
    return slide(x, k, lambda window: np.sum(window * np.flipud(k)))


@makes("xcorr2d", "kernel-mirrored")
def flips_columns(x, k):
    return np.einsum("ijuv,uv->ij", sliding_window_view(x, k.shape), k[:, ::-1])


@makes("xcorr2d", "kernel-transposed")
def transposes(x, k):
    return xcorr2d_loops(x, np.transpose(k))


@makes("xcorr2d", "kernel-transposed")
def swaps_u_and_v(x, k):
    rows, cols = k.shape
    y = np.zeros((x.shape[0] - cols + 1, x.shape[1] - rows + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for u in range(rows):
                for v in range(cols):
                    y[i, j] += x[i + v, j + u] * k[u, v]
    return y


@makes("xcorr2d", "matrix-product")
def at_sign(x, k):
    return slide(x, k, lambda window: np.sum(window @ k))


@makes("xcorr2d", "matrix-product")
def dots(x, k):
    rows = range(x.shape[0] - k.shape[0] + 1)
    columns = range(x.shape[1] - k.shape[1] + 1)
    return np.array([[window_of(x, k, i, j).dot(k).sum() for j in columns] for i in rows])


def window_of(x, k, i, j):
    return x[i : i + k.shape[0], j : j + k.shape[1]]


@makes("xcorr2d", "kernel-ignored")
def forgets_the_kernel(x, k):
    return slide(x, k, np.sum)


@makes("xcorr2d", "kernel-ignored")
def sums_windows(x, k):
    return sliding_window_view(x, k.shape).sum(axis=(2, 3))


@makes("xcorr2d", "last-row-and-column-missed")
def inner_loops_too_short(x, k):
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for u in range(k.shape[0] - 1):
                for v in range(k.shape[1] - 1):
                    y[i, j] += x[i + u, j + v] * k[u, v]
    return y


@makes("xcorr2d", "mean-for-sum")
def means(x, k):
    return slide(x, k, lambda window: np.mean(window * k))


@makes("xcorr2d", "mean-for-sum")
def mean_over_two_axes(x, k):
    return (sliding_window_view(x, k.shape) * k).mean(axis=(2, 3))


@makes("xcorr2d", "total-not-reset")
def total_before_all_loops(x, k):
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1))
    total = 0
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    total += x[i + u, j + v] * k[u, v]
            y[i, j] = total
    return y


@makes("xcorr2d", "total-reset-by-row")
def total_before_each_row(x, k):
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1))
    for i in range(y.shape[0]):
        total = 0
        for j in range(y.shape[1]):
            total += np.sum(x[i : i + k.shape[0], j : j + k.shape[1]] * k)
            y[i, j] = total
    return y


@makes("xcorr2d", "only-the-last-product")
def assigns_instead_of_adding(x, k):
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    y[i, j] = x[i + u, j + v] * k[u, v]
    return y


@makes("xcorr2d", "only-the-last-product")
def total_reset_for_each_product(x, k):
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    total = 0
                    total += x[i + u, j + v] * k[u, v]
            y[i, j] = total
    return y


@makes("xcorr2d", "only-the-last-kernel-row")
def total_reset_for_each_kernel_row(x, k):
    y = []
    for i in range(x.shape[0] - k.shape[0] + 1):
        row = []
        for j in range(x.shape[1] - k.shape[1] + 1):
            for u in range(k.shape[0]):
                total = 0
                for v in range(k.shape[1]):
                    total += x[i + u, j + v] * k[u, v]
            row.append(total)
        y.append(row)
    return np.array(y)


@makes("xcorr2d", "only-the-last-kernel-row")
def assigns_each_row(x, k):
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for u in range(k.shape[0]):
                y[i, j] = x[i + u, j : j + k.shape[1]] @ k[u]
    return y


@makes("xcorr2d", "fractions-cut")
def dtype_of_the_image(x, k):
    return slide(x, k, lambda window: np.sum(window * k), dtype=x.dtype)


@makes("xcorr2d", "fractions-cut")
def zeros_like(x, k):
    y = np.zeros_like(x[: x.shape[0] - k.shape[0] + 1, : x.shape[1] - k.shape[1] + 1])
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = (x[i : i + k.shape[0], j : j + k.shape[1]] * k).sum()
    return y


@makes("xcorr2d", "whole-numbers-only")
def integers(x, k):
    return slide(x, k, lambda window: np.sum(window * k), dtype=int)


@makes("xcorr2d", "whole-numbers-only")
def casts_at_the_end(x, k):
    return xcorr2d_windows(x, k).astype(int)


def add_up(x, k, dtype):
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1), dtype=dtype)
    for i, j, u, v in np.ndindex(*y.shape, *k.shape):
        y[i, j] += x[i + u, j + v] * k[u, v]
    return y


@makes("xcorr2d", "fractions-cut-at-each-step")
def adds_up_as_the_image_is(x, k):
    return add_up(x, k, x.dtype)


@makes("xcorr2d", "whole-numbers-only-at-each-step")
def adds_up_whole_numbers(x, k):
    return add_up(x, k, int)


@makes("xcorr2d", "kernel-flipped", "whole-numbers-only-at-each-step")
def turns_and_adds_up_whole_numbers(x, k):
    return add_up(x, np.rot90(k, 2), int)
