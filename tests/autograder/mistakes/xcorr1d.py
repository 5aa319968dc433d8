"""Wrong ways to slide a kernel along a signal."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.autograder.mistakes.makes import makes


@makes("xcorr1d", "kernel-flipped")
def convolves(x, w):
    return np.convolve(x, w, "valid")


@makes("xcorr1d", "kernel-flipped")
def counts_the_kernel_backwards(x, w):
    n = len(w)
    y = np.zeros(len(x) - n + 1)
    for i in range(len(y)):
        for u in range(n):
            y[i] += x[i + u] * w[n - 1 - u]
    return y


@makes("xcorr1d", "indices-subtracted")
def as_in_the_textbook(x, w):
    y = np.zeros(len(x) - len(w) + 1)
    for i in range(len(y)):
        for u in range(len(w)):
            y[i] += x[i - u] * w[u]
    return y


@makes("xcorr1d", "last-window-missed")
def stops_early(x, w):
    y = []
    for i in range(len(x) - len(w)):
        y.append(np.sum(x[i : i + len(w)] * w))
    return np.array(y)


@makes("xcorr1d", "last-window-missed")
def output_too_short(x, w):
    y = np.zeros(len(x) - len(w))
    for i in range(len(y)):
        y[i] = x[i : i + len(w)] @ w
    return y


@makes("xcorr1d", "last-window-left-empty")
def last_stays_zero(x, w):
    y = np.zeros(len(x) - len(w) + 1)
    for i in range(len(x) - len(w)):
        y[i] = np.sum(x[i : i + len(w)] * w)
    return y


@makes("xcorr1d", "last-window-left-empty")
def stops_at_len_minus_one(x, w):
    y = np.zeros(len(x) - len(w) + 1)
    for i in range(len(y) - 1):
        for u in range(len(w)):
            y[i] += x[i + u] * w[u]
    return y


@makes("xcorr1d", "first-window-missed")
def starts_at_one(x, w):
    return np.array([np.dot(x[i : i + len(w)], w) for i in range(1, len(x) - len(w) + 1)])


@makes("xcorr1d", "first-window-missed")
def shifts_by_one(x, w):
    out = np.zeros(len(x) - len(w))
    for i in range(len(out)):
        out[i] = sum(x[i + u + 1] * w[u] for u in range(len(w)))
    return out


@makes("xcorr1d", "zero-padded")
def pads_by_half(x, w):
    p = len(w) // 2
    x = np.pad(x, p)
    y = np.zeros(len(x) - len(w) + 1)
    for i in range(len(y)):
        y[i] = np.sum(x[i : i + len(w)] * w)
    return y


@makes("xcorr1d", "zero-padded")
def concatenates_zeros(x, w):
    zeros = np.zeros(len(w) // 2)
    return np.correlate(np.concatenate([zeros, x, zeros]), w, "valid")


@makes("xcorr1d", "same-length")
def mode_same(x, w):
    return np.correlate(x, w, "same")


@makes("xcorr1d", "same-length")
def centres_the_window(x, w):
    y = np.zeros(len(x))
    for i in range(len(x)):
        for u in range(len(w)):
            a = i + u - len(w) // 2
            if 0 <= a < len(x):
                y[i] += x[a] * w[u]
    return y


@makes("xcorr1d", "every-overlap")
def mode_full(x, w):
    return np.correlate(x, w, mode="full")


@makes("xcorr1d", "every-overlap")
def pads_all_the_way(x, w):
    n = len(w)
    padded = np.pad(x, n - 1)
    return np.array([padded[i : i + n] @ w for i in range(len(x) + n - 1)])


@makes("xcorr1d", "wraps-around")
def modulo(x, w):
    y = np.zeros(len(x))
    for i in range(len(x)):
        for u in range(len(w)):
            y[i] += x[(i + u) % len(x)] * w[u]
    return y


@makes("xcorr1d", "wraps-around")
def rolls(x, w):
    return sum(w[u] * np.roll(x, -u) for u in range(len(w)))


@makes("xcorr1d", "kernel-ignored")
def moving_sum(x, w):
    y = np.zeros(len(x) - len(w) + 1)
    for i in range(len(y)):
        y[i] = np.sum(x[i : i + len(w)])
    return y


@makes("xcorr1d", "kernel-ignored")
def sums_windows(x, w):
    return sliding_window_view(x, len(w)).sum(axis=1)


@makes("xcorr1d", "mean-for-sum")
def mean_of_products(x, w):
    return np.array([np.mean(x[i : i + len(w)] * w) for i in range(len(x) - len(w) + 1)])


@makes("xcorr1d", "mean-for-sum")
def divides(x, w):
    return np.correlate(x, w, "valid") / len(w)


@makes("xcorr1d", "last-product-missed")
def inner_loop_too_short(x, w):
    y = np.zeros(len(x) - len(w) + 1)
    for i in range(len(x) - len(w) + 1):
        for u in range(len(w) - 1):
            y[i] += x[i + u] * w[u]
    return y


@makes("xcorr1d", "last-product-missed")
def slices_without_the_last(x, w):
    n = len(w)
    return np.array([np.sum(x[i : i + n - 1] * w[:-1]) for i in range(len(x) - n + 1)])


@makes("xcorr1d", "total-not-reset")
def total_before_the_loop(x, w):
    total = 0
    y = []
    for i in range(len(x) - len(w) + 1):
        for u in range(len(w)):
            total += x[i + u] * w[u]
        y.append(total)
    return np.array(y)


@makes("xcorr1d", "total-not-reset")
def accumulates(x, w):
    return np.cumsum(np.correlate(x, w))


@makes("xcorr1d", "only-the-last-product")
def assigns_instead_of_adding(x, w):
    y = np.zeros(len(x) - len(w) + 1)
    for i in range(len(y)):
        for u in range(len(w)):
            y[i] = x[i + u] * w[u]
    return y


@makes("xcorr1d", "only-the-last-product")
def resets_too_often(x, w):
    y = []
    for i in range(len(x) - len(w) + 1):
        for u in range(len(w)):
            total = 0
            total += x[i + u] * w[u]
        y.append(total)
    return np.array(y)


@makes("xcorr1d", "fractions-cut")
def zeros_like(x, w):
    y = np.zeros_like(x)[: len(x) - len(w) + 1]
    for i in range(len(y)):
        y[i] = np.sum(x[i : i + len(w)] * w)
    return y


@makes("xcorr1d", "fractions-cut")
def empty_of_that_dtype(x, w):
    y = np.empty(len(x) - len(w) + 1, dtype=x.dtype)
    for i in range(len(y)):
        y[i] = x[i : i + len(w)] @ w
    return y


@makes("xcorr1d", "whole-numbers-only")
def integers(x, w):
    y = np.zeros(len(x) - len(w) + 1, dtype=int)
    for i in range(len(y)):
        y[i] = np.sum(x[i : i + len(w)] * w)
    return y


@makes("xcorr1d", "whole-numbers-only")
def casts_each(x, w):
    return np.array([int(x[i : i + len(w)] @ w) for i in range(len(x) - len(w) + 1)])


@makes("xcorr1d", "fractions-cut-at-each-step")
def adds_up_as_the_signal_is(x, w):
    y = np.zeros(len(x) - len(w) + 1, dtype=x.dtype)
    for i in range(len(y)):
        for u in range(len(w)):
            y[i] += x[i + u] * w[u]
    return y


@makes("xcorr1d", "whole-numbers-only-at-each-step")
def adds_up_whole_numbers(x, w):
    y = np.zeros(len(x) - len(w) + 1, dtype=int)
    for i in range(len(y)):
        for u in range(len(w)):
            y[i] += x[i + u] * w[u]
    return y
