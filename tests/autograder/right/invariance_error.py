"""Right distances between answers before and after shifts."""

import numpy as np


def rolled(g, x, shifts):
    return max(np.abs(g(np.roll(x, shift, axis=(-2, -1))) - g(x)).max() for shift in shifts)


def loops(g, x, shifts):
    height, width = x.shape[-2:]
    before, worst = np.asarray(g(x)).ravel(), 0.0
    for down, right in shifts:
        moved = np.empty_like(x)
        for i in range(height):
            for j in range(width):
                moved[..., i, j] = x[..., (i - down) % height, (j - right) % width]
        after = np.asarray(g(moved)).ravel()
        for a, b in zip(after, before, strict=True):
            if abs(a - b) > worst:
                worst = abs(a - b)
    return worst


def all_at_once(g, x, shifts):
    answers = np.array([g(np.roll(np.roll(x, down, -2), right, -1)) for down, right in shifts])
    return np.abs(answers - np.asarray(g(x))[None]).max()


def gathered(g, x, shifts):
    errors = []
    for shift in shifts:
        rows, columns = ((np.arange(size) - by) % size for size, by in zip(x.shape[-2:], shift, strict=True))
        errors.append(np.max(np.abs(g(x[..., rows[:, None], columns]) - g(x))))
    return np.array(errors).max()


def calls_itself(g, x, shifts):
    if not shifts:
        return 0
    (down, right), *others = shifts
    moved = np.concatenate([x[..., -down % x.shape[-2] :, :], x[..., : -down % x.shape[-2], :]], axis=-2)
    moved = np.concatenate([moved[..., -right % x.shape[-1] :], moved[..., : -right % x.shape[-1]]], axis=-1)
    return max(float(np.abs(g(moved) - g(x)).max()), calls_itself(g, x, others))


def upper_and_lower(g, x, shifts):
    before = g(x.astype(float))
    differences = [np.ravel(g(np.roll(x, shift, (2, 3))) - before) for shift in shifts]
    together = np.concatenate(differences)
    return np.maximum(together.max(), -together.min())
