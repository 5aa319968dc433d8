"""Two mistakes at once in sliding a kernel over an image."""

import numpy as np

from tests.autograder.mistakes.makes import makes, slide
from tests.autograder.right.xcorr2d import loops as xcorr2d_loops


@makes("xcorr2d", "kernel-flipped", "mean-for-sum")
def flipped_mean(x, k):
    return slide(x, k, lambda window: np.mean(window * k[::-1, ::-1]))


@makes("xcorr2d", "kernel-flipped", "zero-padded")
def flipped_and_padded(x, k):
    h, w = k.shape
    padded = np.pad(x, ((h // 2, h // 2), (w // 2, w // 2)))
    return slide(padded, k, lambda window: np.sum(window * np.rot90(k, 2)))


@makes("xcorr2d", "kernel-flipped", "last-window-left-empty")
def flipped_and_left_empty(x, k):
    flipped = k[::-1, ::-1]
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1))
    for i in range(x.shape[0] - k.shape[0]):
        for j in range(x.shape[1] - k.shape[1]):
            y[i, j] = np.sum(x[i : i + k.shape[0], j : j + k.shape[1]] * flipped)
    return y


@makes("xcorr2d", "last-window-missed", "mean-for-sum")
def small_mean(x, k):
    y = np.zeros((x.shape[0] - k.shape[0], x.shape[1] - k.shape[1]))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = np.mean(x[i : i + k.shape[0], j : j + k.shape[1]] * k)
    return y


@makes("xcorr2d", "kernel-flipped", "every-overlap")
def convolves_by_default(x, k):
    from scipy.signal import convolve2d

    return convolve2d(x, k)


@makes("xcorr2d", "output-transposed", "fractions-cut")
def transposed_and_cut(x, k):
    return xcorr2d_loops(x, k).T.astype(x.dtype)


@makes("xcorr2d", "kernel-transposed", "mean-for-sum")
def transposed_mean(x, k):
    k = k.T
    return slide(x, k, lambda window: np.mean(window * k))
