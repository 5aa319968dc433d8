"""Wrong bends."""

import numpy as np

from tests.autograder.mistakes.makes import makes


@makes("relu", "maximum-over-rows")
def zero_is_an_axis(x):
    return np.max(x, 0)


@makes("relu", "absolute")
def turns_round(x):
    y = x.copy()
    y[y < 0] *= -1
    return y


@makes("relu", "leaky")
def lets_some_through(x):
    return np.maximum(x, x * 0.01)


@makes("relu", "softplus")
def smooth(x):
    return np.logaddexp(0, x)


@makes("relu", "negatives-kept")
def the_other_half(x):
    return x * (x < 0)


@makes("relu", "negatives-kept")
def limited_from_above(x):
    return np.clip(x, None, 0)


@makes("relu", "sign-reversed")
def of_minus_x(x):
    return np.where(x < 0, -x, 0)


@makes("relu", "minimum-subtracted")
def moved_up(x):
    return x - np.min(x)


@makes("relu", "step")
def one_where_positive(x):
    return np.where(x > 0, 1, 0)


@makes("relu", "clipped-at-one")
def like_pixels(x):
    return np.minimum(np.maximum(x, 0), 1)


@makes("relu", "clipped-at-six")
def relu6(x):
    return np.clip(x, 0, 6)


@makes("relu", "negatives-removed")
def selects(x):
    return np.array([value for value in x.ravel() if value > 0])


@makes("relu", "whole-numbers-only")
def into_integers(x):
    y = np.zeros(x.shape, dtype=int)
    for place in np.ndindex(*x.shape):
        if x[place] > 0:
            y[place] = x[place]
    return y


@makes("relu", "absolute", "clipped-at-one")
def turns_round_and_clips(x):
    return np.clip(np.abs(x), 0, 1)


@makes("relu", "leaky", "clipped-at-six")
def leaks_and_clips(x):
    return np.minimum(np.where(x > 0, x, 0.01 * x), 6)


@makes("relu", "sign-reversed", "step")
def one_where_negative(x):
    return (x < 0).astype(int)


@makes("relu", "negatives-removed", "whole-numbers-only")
def selects_integers(x):
    return x[x > 0].astype(int)


@makes("relu")
def tanh(x):
    return np.tanh(x)


@makes("relu")
def changes_what_it_was_given(x):
    x[x < 0] = 0
    return x


@makes("relu")
def ones_below(x):
    return np.maximum(x, 1)
