"""Wrong ways to turn a kernel and slide it."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.autograder.mistakes.makes import makes
from tests.autograder.right.xcorr2d import loops as xcorr2d


@makes("conv2d_true", "not-flipped")
def only_slides(x, k):
    return xcorr2d(x, k)


@makes("conv2d_true", "not-flipped")
def flips_twice(x, k):
    from scipy.signal import convolve2d

    return convolve2d(x, k[::-1, ::-1], mode="valid")


@makes("conv2d_true", "flipped-up-down-only")
def reverses_the_first_axis(x, k):
    return xcorr2d(x, k[::-1])


@makes("conv2d_true", "flipped-up-down-only")
def reversed_rows(x, k):
    return xcorr2d(x, np.array(list(reversed(k))))


@makes("conv2d_true", "flipped-left-right-only")
def mirrors(x, k):
    return xcorr2d(x, np.fliplr(k))


@makes("conv2d_true", "transposed-for-flipped")
def transposes(x, k):
    return xcorr2d(x, k.T)


@makes("conv2d_true", "turned-by-90")
def rot90_once(x, k):
    return xcorr2d(x, np.rot90(k))


@makes("conv2d_true", "turned-by-90")
def transpose_and_reverse(x, k):
    return xcorr2d(x, k.T[::-1])


@makes("conv2d_true", "turned-by-90-clockwise")
def rot90_clockwise(x, k):
    return xcorr2d(x, np.rot90(k, -1))


@makes("conv2d_true", "image-turned")
def turns_the_image(x, k):
    return xcorr2d(np.flip(x), k)


@makes("conv2d_true", "every-overlap")
def scipy_by_default(x, k):
    from scipy.signal import convolve2d

    return convolve2d(x, k)


@makes("conv2d_true", "every-overlap")
def moved_copies(x, k):
    y = np.zeros((x.shape[0] + k.shape[0] - 1, x.shape[1] + k.shape[1] - 1))
    for u in range(k.shape[0]):
        for v in range(k.shape[1]):
            y[u : u + x.shape[0], v : v + x.shape[1]] += k[u, v] * x
    return y


@makes("conv2d_true", "zero-padded")
def pads_by_half_the_height(x, k):
    return xcorr2d(np.pad(x, k.shape[0] // 2), k[::-1, ::-1])


@makes("conv2d_true", "zero-padded")
def pads_by_half_of_each(x, k):
    ph, pw = k.shape[0] // 2, k.shape[1] // 2
    return xcorr2d(np.pad(x, ((ph, ph), (pw, pw))), k[::-1, ::-1])


@makes("conv2d_true", "same-size")
def scipy_same(x, k):
    from scipy.signal import convolve2d

    return convolve2d(x, k, mode="same")


@makes("conv2d_true", "last-window-missed")
def loops_too_short(x, k):
    y = np.zeros((x.shape[0] - k.shape[0], x.shape[1] - k.shape[1]))
    for i in range(x.shape[0] - k.shape[0]):
        for j in range(x.shape[1] - k.shape[1]):
            y[i, j] = np.sum(x[i : i + k.shape[0], j : j + k.shape[1]] * k[::-1, ::-1])
    return y


@makes("conv2d_true", "last-window-left-empty")
def last_stays_zero(x, k):
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1))
    for i in range(x.shape[0] - k.shape[0]):
        for j in range(x.shape[1] - k.shape[1]):
            y[i, j] = np.sum(x[i : i + k.shape[0], j : j + k.shape[1]] * np.flip(k))
    return y


@makes("conv2d_true", "mean-for-sum")
def means(x, k):
    return (sliding_window_view(x, k.shape) * np.flip(k)).mean(axis=(2, 3))


@makes("conv2d_true", "mean-for-sum")
def divides(x, k):
    return xcorr2d(x, k[::-1, ::-1]) / k.size


@makes("conv2d_true", "fractions-cut")
def dtype_of_the_image(x, k):
    return xcorr2d(x, np.rot90(k, 2)).astype(x.dtype)


@makes("conv2d_true", "whole-numbers-only")
def integers(x, k):
    kh, kw = k.shape
    y = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1), dtype=int)
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = np.sum(x[i : i + kh, j : j + kw] * k[::-1, ::-1])
    return y


@makes("conv2d_true", "not-flipped", "mean-for-sum")
def mean_of_the_unturned(x, k):
    return (sliding_window_view(x, k.shape) * k).mean(axis=(2, 3))


@makes("conv2d_true", "flipped-up-down-only", "every-overlap")
def half_flipped_and_full(x, k):
    h, w = k.shape
    return xcorr2d(np.pad(x, ((h - 1, h - 1), (w - 1, w - 1))), k[::-1])


@makes("conv2d_true", "not-flipped", "last-window-missed")
def unturned_and_short(x, k):
    y = np.zeros((x.shape[0] - k.shape[0], x.shape[1] - k.shape[1]))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = np.sum(x[i : i + k.shape[0], j : j + k.shape[1]] * k)
    return y


@makes("conv2d_true", "transposed-for-flipped", "fractions-cut")
def transposed_and_cut(x, k):
    return xcorr2d(x, k.T).astype(x.dtype)


def textbook_formula(x, k, shape, dtype=float, first=0):
    y = np.zeros(shape, dtype=dtype)
    for i in range(shape[0]):
        for j in range(shape[1]):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    y[i, j] += x[first * (k.shape[0] - 1) + i - u, first * (k.shape[1] - 1) + j - v] * k[u, v]
    return y


def valid(x, k):
    return x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1


@makes("conv2d_true", "fractions-cut-at-each-step")
def adds_up_as_the_image_is(x, k):
    return textbook_formula(x[::-1, ::-1], k[::-1, ::-1], valid(x, k), x.dtype, first=1)[::-1, ::-1]


@makes("conv2d_true", "whole-numbers-only-at-each-step")
def adds_up_whole_numbers(x, k):
    turned, y = np.rot90(k, 2), np.zeros(valid(x, k), dtype=int)
    for i, j, u, v in np.ndindex(*y.shape, *k.shape):
        y[i, j] += x[i + u, j + v] * turned[u, v]
    return y


@makes("conv2d_true", "counted-from-minus-zero")
def minus_u_for_the_turn(x, k):
    y = np.zeros(valid(x, k))
    for i, j, u, v in np.ndindex(*y.shape, *k.shape):
        y[i, j] += x[i + u, j + v] * k[-u, -v]
    return y


@makes("conv2d_true", "reads-before-the-start")
def as_in_the_textbook(x, k):
    return textbook_formula(x, k, valid(x, k))


@makes("conv2d_true", "wraps-around")
def as_in_the_textbook_for_every_cell(x, k):
    return textbook_formula(x, k, x.shape)


@makes("conv2d_true", "wraps-around")
def by_the_fourier_transform(x, k):
    return np.fft.ifft2(np.fft.fft2(x) * np.fft.fft2(k, x.shape)).real


@makes("conv2d_true", "reads-before-the-start", "not-flipped")
def textbook_with_the_turned_kernel(x, k):
    return textbook_formula(x, k[::-1, ::-1], valid(x, k))
