"""The wrong windows of an image, or the right ones in the wrong places."""

import numpy as np

from tests.autograder.mistakes.makes import makes, slide
from tests.autograder.right.xcorr2d import loops as xcorr2d_loops
from tests.autograder.right.xcorr2d import windows as xcorr2d_windows


@makes("xcorr2d", "rows-and-columns-swapped")
def window_at_j_i(x, k):
    kh, kw = k.shape
    y = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = np.sum(x[j : j + kh, i : i + kw] * k)
    return y


@makes("xcorr2d")
def reads_at_j_i(x, k):
    kh, kw = k.shape
    y = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for u in range(kh):
                for v in range(kw):
                    y[i, j] += x[j + u, i + v] * k[u, v]
    return y


@makes("xcorr2d", "indices-subtracted")
def as_in_the_textbook(x, k):
    kh, kw = k.shape
    y = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for u in range(kh):
                for v in range(kw):
                    y[i, j] += x[i - u, j - v] * k[u, v]
    return y


@makes("xcorr2d", "output-transposed")
def output_of_width_and_height(x, k):
    oh, ow = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    y = np.zeros((ow, oh))
    for i in range(oh):
        for j in range(ow):
            y[j, i] = np.sum(x[i : i + k.shape[0], j : j + k.shape[1]] * k)
    return y


@makes("xcorr2d", "output-transposed")
def collects_columns(x, k):
    columns = []
    for j in range(x.shape[1] - k.shape[1] + 1):
        column = []
        for i in range(x.shape[0] - k.shape[0] + 1):
            column.append((x[i : i + k.shape[0], j : j + k.shape[1]] * k).sum())
        columns.append(column)
    return np.array(columns)


@makes("xcorr2d", "last-window-missed")
def output_too_small(x, k):
    y = np.zeros((x.shape[0] - k.shape[0], x.shape[1] - k.shape[1]))
    for i in range(x.shape[0] - k.shape[0]):
        for j in range(x.shape[1] - k.shape[1]):
            y[i, j] = np.sum(x[i : i + k.shape[0], j : j + k.shape[1]] * k)
    return y


@makes("xcorr2d", "last-window-missed")
def appends_too_few(x, k):
    y = []
    for i in range(x.shape[0] - k.shape[0]):
        row = []
        for j in range(x.shape[1] - k.shape[1]):
            row.append(np.sum(x[i : i + k.shape[0], j : j + k.shape[1]] * k))
        y.append(row)
    return np.array(y)


@makes("xcorr2d", "last-window-left-empty")
def loops_too_short(x, k):
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1))
    for i in range(x.shape[0] - k.shape[0]):
        for j in range(x.shape[1] - k.shape[1]):
            y[i, j] = np.sum(x[i : i + k.shape[0], j : j + k.shape[1]] * k)
    return y


@makes("xcorr2d", "zero-padded")
def pads_by_half_the_height(x, k):
    x = np.pad(x, k.shape[0] // 2)
    return slide(x, k, lambda window: np.sum(window * k))


@makes("xcorr2d", "zero-padded")
def pads_by_half_of_each(x, k):
    ph, pw = k.shape[0] // 2, k.shape[1] // 2
    return xcorr2d_loops(np.pad(x, ((ph, ph), (pw, pw))), k)


@makes("xcorr2d", "zero-padded")
def pads_by_hand(x, k):
    ph, pw = k.shape[0] // 2, k.shape[1] // 2
    padded = np.zeros((x.shape[0] + 2 * ph, x.shape[1] + 2 * pw))
    padded[ph : ph + x.shape[0], pw : pw + x.shape[1]] = x
    return xcorr2d_windows(padded, k)


@makes("xcorr2d", "same-size-as-scipy")
def same_size(x, k):
    from scipy.signal import correlate2d

    return correlate2d(x, k, mode="same")


@makes("xcorr2d", "same-size-as-scipy")
def pads_for_the_same_size(x, k):
    h, w = k.shape
    top, left = (h - 1) // 2, (w - 1) // 2
    padded = np.pad(x, ((top, h - 1 - top), (left, w - 1 - left)))
    return slide(padded, k, lambda window: np.sum(window * k))


@makes("xcorr2d", "same-size")
def filters_with_zeros_around(x, k):
    from scipy.ndimage import correlate

    return correlate(x.astype(float), k.astype(float), mode="constant")


@makes("xcorr2d", "same-size")
def centred(x, k):
    y = np.zeros(x.shape)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    a, b = i + u - k.shape[0] // 2, j + v - k.shape[1] // 2
                    if 0 <= a < x.shape[0] and 0 <= b < x.shape[1]:
                        y[i, j] += x[a, b] * k[u, v]
    return y


@makes("xcorr2d", "every-overlap")
def full_by_default(x, k):
    from scipy.signal import correlate2d

    return correlate2d(x, k)


@makes("xcorr2d", "every-overlap")
def pads_all_the_way(x, k):
    h, w = k.shape
    return xcorr2d_loops(np.pad(x, ((h - 1, h - 1), (w - 1, w - 1))), k)
