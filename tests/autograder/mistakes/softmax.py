"""Wrong probabilities."""

import numpy as np

from tests.autograder.mistakes.makes import makes


def _shifted(z, axis):
    return z - z.max(axis=axis, keepdims=True)


@makes("softmax", "no-maximum")
def as_printed(z, *, axis=-1):
    powers = np.exp(z)
    return powers / np.sum(powers, axis=axis, keepdims=True)


@makes("softmax", "whole-maximum")
def one_maximum(z, *, axis=-1):
    e = np.exp(z - np.max(z))
    return e / e.sum(axis=axis, keepdims=True)


@makes("softmax", "keepdims-forgotten-in-maximum")
def maxima_lie_flat(z, *, axis=-1):
    e = np.exp(z - np.max(z, axis=axis))
    return e / np.sum(e, axis=axis, keepdims=True)


@makes("softmax", "keepdims-forgotten-in-sum")
def sums_lie_flat(z, *, axis=-1):
    e = np.exp(_shifted(z, axis))
    return e / np.sum(e, axis=axis)


@makes("softmax", "whole-sum")
def sums_everything(z, *, axis=-1):
    e = np.exp(_shifted(z, axis))
    return e / np.sum(e)


@makes("softmax", "divided-by-largest")
def largest_is_one(z, *, axis=-1):
    return np.exp(_shifted(z, axis))


@makes("softmax", "last-axis-always")
def last_axis(z, **_):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@makes("softmax", "first-axis-always")
def first_axis(z, **_):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)


@makes("softmax", "axis-one-always")
def classes_are_axis_one(z, **_):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@makes("softmax", "base-two")
def powers_of_two(z, *, axis=-1):
    powers = 2.0 ** _shifted(z, axis)
    return powers / powers.sum(axis=axis, keepdims=True)


@makes("softmax", "not-exponentiated")
def shares(z, *, axis=-1):
    return z / z.sum(axis=axis, keepdims=True)


@makes("softmax", "signs-reversed")
def maximum_less_score(z, *, axis=-1):
    e = np.exp(-z - np.max(-z, axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


@makes("softmax", "signs-reversed")
def from_the_minimum(z, *, axis=-1):
    e = np.exp(z.min(axis=axis, keepdims=True) - z)
    return e / e.sum(axis=axis, keepdims=True)


@makes("softmax", "sigmoid")
def each_by_itself(z, **_):
    return 1 / (1 + np.exp(-1.0 * z))


@makes("softmax", "logarithm")
def log_softmax(z, *, axis=-1):
    z = _shifted(z, axis)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


@makes("softmax", "fractions-cut")
def into_an_array_like_z(z, *, axis=-1):
    lines = np.moveaxis(z, axis, -1)
    y = np.zeros_like(lines)
    for place in np.ndindex(*lines.shape[:-1]):
        e = np.exp(lines[place] - lines[place].max())
        y[place] = e / e.sum()
    return np.moveaxis(y, -1, axis)


@makes("softmax", "whole-maximum", "whole-sum")
def as_for_one_line(z, **_):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)


@makes("softmax", "no-maximum", "whole-sum")
def printed_for_one_line(z, **_):
    return np.exp(z) / np.sum(np.exp(z))


@makes("softmax", "no-maximum", "keepdims-forgotten-in-sum")
def printed_and_flat(z, *, axis=-1):
    return np.exp(z) / np.exp(z).sum(axis=axis)


@makes("softmax", "keepdims-forgotten-in-maximum", "keepdims-forgotten-in-sum")
def both_lie_flat(z, *, axis=-1):
    e = np.exp(z - z.max(axis=axis))
    return e / e.sum(axis=axis)


@makes("softmax", "no-maximum", "last-axis-always")
def printed_along_the_last_axis(z, **_):
    return np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True)


@makes("softmax", "no-maximum", "logarithm")
def log_of_a_sum(z, *, axis=-1):
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


@makes("softmax")
def one_for_the_best(z, *, axis=-1):
    return (z == z.max(axis=axis, keepdims=True)).astype(float)


@makes("softmax", "smallest-subtracted")
def from_the_smallest_up(z, *, axis=-1):
    e = np.exp(z - np.min(z, axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


@makes("softmax", "mean-subtracted")
def centred(z, *, axis=-1):
    e = np.exp(z - np.mean(z, axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


@makes("softmax", "powers-limited")
def cut_at_five_hundred(z, *, axis=-1):
    e = np.exp(np.clip(z, -500, 500))
    return e / e.sum(axis=axis, keepdims=True)


@makes("softmax", "powers-limited")
def cut_before_the_largest_is_taken_off(z, *, axis=-1):
    e = np.exp(_shifted(np.minimum(np.maximum(z, -709), 709), axis))
    return e / e.sum(axis=axis, keepdims=True)


@makes("softmax", "nan-replaced")
def zero_for_nan(z, *, axis=-1):
    with np.errstate(all="ignore"):
        y = np.exp(z) / np.exp(z).sum(axis=axis, keepdims=True)
    y[np.isnan(y)] = 0
    return y


@makes("softmax")
def numbers_for_nan(z, *, axis=-1):
    e = np.nan_to_num(np.exp(z))
    return np.nan_to_num(e / e.sum(axis=axis, keepdims=True))


@makes("softmax")
def in_more_digits(z, *, axis=-1):
    e = np.exp(z.astype(np.longdouble))
    return e / e.sum(axis=axis, keepdims=True)


@makes("softmax", "last-axis-in-maximum")
def axis_forgotten_in_the_maximum(z, *, axis=-1):
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(axis, keepdims=True)


@makes("softmax", "last-axis-in-sum")
def axis_forgotten_in_the_sum(z, *, axis=-1):
    e = np.exp(_shifted(z, axis))
    return e / e.sum(axis=-1, keepdims=True)
