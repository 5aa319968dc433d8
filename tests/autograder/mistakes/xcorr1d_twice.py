"""Two mistakes at once in sliding a kernel along a signal."""

import numpy as np

from tests.autograder.mistakes.makes import makes


@makes("xcorr1d", "kernel-flipped", "every-overlap")
def convolves_by_default(x, w):
    return np.convolve(x, w)


@makes("xcorr1d", "kernel-flipped", "mean-for-sum")
def flipped_mean(x, w):
    return np.convolve(x, w, "valid") / len(w)


@makes("xcorr1d", "kernel-flipped", "last-window-missed")
def flipped_and_short(x, w):
    w = w[::-1]
    y = []
    for i in range(len(x) - len(w)):
        y.append(np.sum(x[i : i + len(w)] * w))
    return np.array(y)


@makes("xcorr1d", "last-window-missed", "mean-for-sum")
def short_mean(x, w):
    return np.array([(x[i : i + len(w)] * w).mean() for i in range(len(x) - len(w))])


@makes("xcorr1d", "kernel-flipped", "same-length")
def convolves_same(x, w):
    return np.convolve(x, w, "same")


@makes("xcorr1d", "total-not-reset", "last-window-missed")
def running_total_and_short(x, w):
    total, y = 0, []
    for i in range(len(x) - len(w)):
        for u in range(len(w)):
            total += x[i + u] * w[u]
        y.append(total)
    return np.array(y)


@makes("xcorr1d", "kernel-flipped", "fractions-cut")
def flipped_and_cut(x, w):
    y = np.zeros_like(x[: len(x) - len(w) + 1])
    for i in range(len(y)):
        y[i] = np.sum(x[i : i + len(w)] * w[::-1])
    return y
