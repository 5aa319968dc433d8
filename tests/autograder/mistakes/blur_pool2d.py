"""Wrong blurred and skipped maps."""

# ruff: noqa: ARG001 (a mistake can be to leave an argument aside)

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.autograder.mistakes.makes import makes

BINOMIAL = np.outer([1, 2, 1], [1, 2, 1]) / 16
SIDES = ((0, 0), (0, 0), (1, 1), (1, 1))


def _slide(x, kernel=BINOMIAL, mode="reflect"):
    return (sliding_window_view(np.pad(x, SIDES, mode=mode), (3, 3), axis=(2, 3)) * kernel).sum(axis=(-2, -1))


def _skip(y, stride):
    return y[:, :, ::stride, ::stride]


@makes("blur_pool2d", "not-blurred")
def subsample(x, *, stride=2):
    return 1.0 * x[:, :, ::stride, ::stride]


@makes("blur_pool2d", "box-for-binomial")
def mean_of_nine(x, *, stride=2):
    return _skip(_slide(x, np.ones((3, 3)) / 9), stride)


@makes("blur_pool2d", "columns-only-blurred")
def left_to_right(x, *, stride=2):
    p = np.pad(x, ((0, 0), (0, 0), (0, 0), (1, 1)), mode="reflect")
    return _skip((p[..., :-2] + 2 * p[..., 1:-1] + p[..., 2:]) / 4, stride)


@makes("blur_pool2d", "rows-only-blurred")
def top_to_bottom(x, *, stride=2):
    p = np.pad(x, ((0, 0), (0, 0), (1, 1), (0, 0)), mode="reflect")
    return _skip((p[:, :, :-2] + 2 * p[:, :, 1:-1] + p[:, :, 2:]) / 4, stride)


@makes("blur_pool2d", "not-divided")
def whole_numbers(x, *, stride=2):
    return _skip(_slide(x, np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]])), stride)


@makes("blur_pool2d", "divided-by-9")
def by_the_number_of_weights(x, *, stride=2):
    kernel = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]])
    return _skip(_slide(x, kernel / kernel.size), stride)


@makes("blur_pool2d", "divided-by-4")
def divided_once(x, *, stride=2):
    k = np.array([1, 2, 1]) / 4
    return _skip(_slide(x, np.outer(k, [1, 2, 1])), stride)


@makes("blur_pool2d", "divided-by-8")
def four_and_four(x, *, stride=2):
    return _skip(_slide(x, np.outer([1, 2, 1], [1, 2, 1]) / (4 + 4)), stride)


@makes("blur_pool2d", "zeros-beyond")
def zeros(x, *, stride=2):
    return _skip(_slide(x, mode="constant"), stride)


@makes("blur_pool2d", "border-repeated")
def symmetric(x, *, stride=2):
    return _skip(_slide(x, mode="symmetric"), stride)


@makes("blur_pool2d", "border-left-out")
def weights_that_are_left(x, *, stride=2):
    return _skip(_slide(x, mode="constant") / _slide(np.ones(x.shape), mode="constant"), stride)


@makes("blur_pool2d", "opposite-side")
def circular(x, *, stride=2):
    rows = np.roll(x, 1, axis=2) + 2 * x + np.roll(x, -1, axis=2)
    return _skip((np.roll(rows, 1, axis=3) + 2 * rows + np.roll(rows, -1, axis=3)) / 16, stride)


@makes("blur_pool2d", "no-border")
def where_it_fits(x, *, stride=2):
    return _skip((sliding_window_view(x, (3, 3), axis=(2, 3)) * BINOMIAL).sum(axis=(-2, -1)), stride)


@makes("blur_pool2d", "skipped-before-blurring")
def other_order(x, *, stride=2):
    return _slide(x[:, :, ::stride, ::stride])


@makes("blur_pool2d", "stride-ignored")
def every_second(x, *, stride=2):
    return _slide(x)[:, :, ::2, ::2]


@makes("blur_pool2d", "nothing-skipped")
def blur_alone(x, *, stride=2):
    return _slide(x)


@makes("blur_pool2d", "rows-only-skipped")
def one_slice(x, *, stride=2):
    return _slide(x)[:, :, ::stride]


@makes("blur_pool2d", "starts-at-one")
def from_one(x, *, stride=2):
    return _slide(x)[:, :, 1::stride, 1::stride]


@makes("blur_pool2d", "channels-added")
def like_a_convolution(x, *, stride=2):
    windows = sliding_window_view(np.pad(x, SIDES, mode="reflect"), (3, 3), axis=(2, 3))
    return _skip(np.einsum("nchwij,ij->nhw", windows, BINOMIAL)[:, None], stride)


@makes("blur_pool2d", "fractions-cut")
def zeros_like(x, *, stride=2):
    padded = np.pad(x, SIDES, mode="reflect")
    y = np.zeros_like(x)
    for i in range(x.shape[2]):
        for j in range(x.shape[3]):
            y[:, :, i, j] = (padded[:, :, i : i + 3, j : j + 3] * BINOMIAL).sum(axis=(2, 3))
    return y[:, :, ::stride, ::stride]


@makes("blur_pool2d", "zeros-beyond", "box-for-binomial")
def as_an_average_pool(x, *, stride=2):
    return _skip(_slide(x, np.full((3, 3), 1 / 9), mode="constant"), stride)


@makes("blur_pool2d", "zeros-beyond", "not-divided")
def zeros_and_whole_numbers(x, *, stride=2):
    return _skip(_slide(x, 16 * BINOMIAL, mode="constant"), stride)


@makes("blur_pool2d", "stride-ignored", "border-repeated")
def edge_by_two(x, *, stride=2):
    return _slide(x, mode="edge")[:, :, ::2, ::2]


@makes("blur_pool2d", "no-border", "box-for-binomial")
def plain_mean(x, *, stride=2):
    return _skip(sliding_window_view(x, (3, 3), axis=(2, 3)).mean(axis=(-2, -1)), stride)


@makes("blur_pool2d", "rounded-down")
def whole_blocks_only(x, *, stride=2):
    y = _slide(x)
    return y[:, :, : x.shape[2] // stride * stride : stride, : x.shape[3] // stride * stride : stride]


@makes("blur_pool2d")
def five_wide(x, *, stride=2):
    k = np.array([1, 4, 6, 4, 1]) / 16
    padded = np.pad(x, ((0, 0), (0, 0), (2, 2), (2, 2)), mode="reflect")
    return _skip((sliding_window_view(padded, (5, 5), axis=(2, 3)) * np.outer(k, k)).sum(axis=(-2, -1)), stride)


@makes("blur_pool2d", "all-axes-padded")
def one_number_for_the_padding(x, *, stride=2):
    p = np.pad(x, 1, mode="reflect")
    return _skip((sliding_window_view(p, (3, 3), axis=(2, 3)) * BINOMIAL).sum(axis=(-2, -1)), stride)


@makes("blur_pool2d", "floored")
def sixteenths_dropped(x, *, stride=2):
    return _skip(_slide(x, np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]])) // 16, stride)
