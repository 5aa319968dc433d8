"""Wrong ways to make one kernel of two."""

import numpy as np

from tests.autograder.mistakes.makes import makes
from tests.autograder.right.compose import loops as compose_loops
from tests.autograder.right.xcorr2d import loops as xcorr2d_loops


def padded(k, by):
    (h, w), (ph, pw) = k.shape, (by.shape[0] - 1, by.shape[1] - 1)
    out = np.zeros((h + 2 * ph, w + 2 * pw))
    out[ph : ph + h, pw : pw + w] = k
    return out


@makes("compose", "second-turned")
def slides_the_second(k1, k2):
    return xcorr2d_loops(padded(k1, k2), k2)


@makes("compose", "second-turned")
def copies_from_the_end(k1, k2):
    (h1, w1), (h2, w2) = k1.shape, k2.shape
    k = np.zeros((h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            k[h2 - 1 - u : h2 - 1 - u + h1, w2 - 1 - v : w2 - 1 - v + w1] += k2[u, v] * k1
    return k


@makes("compose", "first-turned")
def slides_the_first(k1, k2):
    return xcorr2d_loops(padded(k2, k1), k1)


@makes("compose", "first-turned")
def scipy_correlates(k1, k2):
    from scipy.signal import correlate2d

    return correlate2d(k2, k1)


@makes("compose", "result-turned")
def impulse_response(k1, k2):
    h, w = k1.shape[0] + k2.shape[0] - 1, k1.shape[1] + k2.shape[1] - 1
    impulse = np.zeros((2 * h - 1, 2 * w - 1))
    impulse[h - 1, w - 1] = 1
    return xcorr2d_loops(xcorr2d_loops(impulse, k1), k2)


@makes("compose", "result-turned")
def turns_both(k1, k2):
    return compose_loops(np.flip(k1), np.flip(k2))


@makes("compose", "added")
def adds(k1, k2):
    return k1 + k2


@makes("compose")
def adds_cell_by_cell(k1, k2):
    k = np.zeros(k1.shape)
    for i in range(k1.shape[0]):
        for j in range(k1.shape[1]):
            k[i, j] = k1[i, j] + k2[i, j]
    return k


@makes("compose", "multiplied")
def multiplies(k1, k2):
    return np.multiply(k1, k2)


@makes("compose", "matrix-product")
def at_sign(k1, k2):
    return k1 @ k2


@makes("compose", "kronecker")
def blocks(k1, k2):
    return np.block([[a * k2 for a in row] for row in k1])


@makes("compose", "kronecker")
def kron(k1, k2):
    return np.kron(k1, k2)


@makes("compose", "kronecker-the-other-way")
def kron_second_first(k1, k2):
    return np.kron(k2, k1)


@makes("compose", "copies-overwrite")
def forgets_the_plus(k1, k2):
    (h1, w1), (h2, w2) = k1.shape, k2.shape
    k = np.zeros((h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            k[u : u + h1, v : v + w1] = k2[u, v] * k1
    return k


@makes("compose", "copies-of-the-second-overwrite")
def forgets_the_plus_in_four_loops(k1, k2):
    k = np.zeros((k1.shape[0] + k2.shape[0] - 1, k1.shape[1] + k2.shape[1] - 1))
    for a in range(k1.shape[0]):
        for b in range(k1.shape[1]):
            for c in range(k2.shape[0]):
                for d in range(k2.shape[1]):
                    k[a + c, b + d] = k1[a, b] * k2[c, d]
    return k


@makes("compose", "one-too-large")
def without_the_minus_one(k1, k2):
    (h1, w1), (h2, w2) = k1.shape, k2.shape
    k = np.zeros((h1 + h2, w1 + w2))
    for u in range(h2):
        for v in range(w2):
            k[u : u + h1, v : v + w1] += k2[u, v] * k1
    return k


@makes("compose", "cut-to-the-first")
def scipy_same(k1, k2):
    from scipy.signal import convolve2d

    return convolve2d(k1, k2, mode="same")


@makes("compose")
def scipy_valid_order(k1, k2):
    return xcorr2d_loops(k1, k2)


@makes("compose", "second-turned", "one-too-large")
def turned_and_large(k1, k2):
    k = np.zeros((k1.shape[0] + k2.shape[0], k1.shape[1] + k2.shape[1]))
    k[:-1, :-1] = xcorr2d_loops(padded(k1, k2), k2)
    return k


@makes("compose", "copies-overwrite", "one-too-large")
def overwritten_and_large(k1, k2):
    (h1, w1), (h2, w2) = k1.shape, k2.shape
    k = np.zeros((h1 + h2, w1 + w2))
    for u in range(h2):
        for v in range(w2):
            k[u : u + h1, v : v + w1] = k2[u, v] * k1
    return k


@makes("compose", "second-turned", "cut-to-the-first")
def cuts_out_of_the_full_correlation(k1, k2):
    full = xcorr2d_loops(padded(k1, k2), k2)
    top, left = (k2.shape[0] - 1) // 2, (k2.shape[1] - 1) // 2
    return full[top : top + k1.shape[0], left : left + k1.shape[1]]


@makes("compose")
def correlates_same(k1, k2):
    from scipy.signal import correlate2d

    return correlate2d(k1, k2, mode="same")


def four_loops(k1, k2, dtype, k1_first=True):
    k = np.zeros((k1.shape[0] + k2.shape[0] - 1, k1.shape[1] + k2.shape[1] - 1), dtype=dtype)
    one, other = (k1, k2) if k1_first else (k2, k1)
    for a, b, u, v in np.ndindex(*one.shape, *other.shape):
        k[a + u, b + v] += one[a, b] * other[u, v]
    return k


@makes("compose", "fractions-cut-at-each-step")
def adds_up_as_the_first_is(k1, k2):
    return four_loops(k1, k2, k1.dtype)


@makes("compose", "whole-numbers-only-at-each-step")
def adds_up_whole_numbers(k1, k2):
    return four_loops(k1, k2, int)


@makes("compose", "whole-numbers-only-at-each-step")
def adds_up_whole_numbers_from_the_second(k1, k2):
    return four_loops(k1, k2, int, k1_first=False)


@makes("compose", "whole-numbers-only")
def sums_of_windows_as_integers(k1, k2):
    return xcorr2d_loops(padded(k1, k2), np.flip(k2)).astype(int)
