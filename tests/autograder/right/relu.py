"""Right ways to write relu."""

import numpy as np


def loops(x):
    y = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        if x[place] > 0:
            y[place] = x[place]
    return y


def maximum(x):
    return np.maximum(x, 0)


def times_a_mask(x):
    return x * (x > 0)


def where(x):
    return np.where(x < 0, 0, x)


def assigned(x):
    y = x.copy()
    y[y < 0] = 0
    return y


def half_of_both(x):
    return (x + np.abs(x)) / 2


def clipped(x):
    return np.clip(x, 0, None)


def python_s_own_max(x):
    return np.array([max(value, 0) for value in x.ravel().tolist()]).reshape(x.shape)


def rows_by_recursion(x):
    return np.stack([rows_by_recursion(part) for part in x]) if x.ndim else np.array(max(float(x), 0.0))


def less_its_negative_part(x):
    return x - np.minimum(x, 0)
