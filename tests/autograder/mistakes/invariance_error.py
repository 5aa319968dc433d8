"""Wrong distances between answers before and after shifts."""

from itertools import pairwise

import numpy as np

from tests.autograder.mistakes.makes import makes


def _move(x, shift):
    return np.roll(x, shift, axis=(-2, -1))


def _each(g, x, shifts, move=_move):
    return [np.abs(g(move(x, shift)) - g(x)).max() for shift in shifts]


@makes("invariance_error", "answer-shifted")
def equivariance(g, x, shifts):
    worst = 0
    for shift in shifts:
        before = np.asarray(g(x))
        if before.ndim >= 2:
            before = _move(before, shift)
        worst = max(worst, np.abs(g(_move(x, shift)) - before).max())
    return worst


@makes("invariance_error", "compared-with-the-last")
def step_by_step(g, x, shifts):
    answers = [g(x)] + [g(_move(x, shift)) for shift in shifts]
    return max(np.abs(b - a).max() for a, b in pairwise(answers))


@makes("invariance_error", "shifts-pile-up")
def same_name(g, x, shifts):
    before, errors = g(x), []
    for shift in shifts:
        x = _move(x, shift)
        errors.append(np.abs(g(x) - before).max())
    return max(errors)


@makes("invariance_error", "mean-over-shifts")
def mean_of_them(g, x, shifts):
    return np.mean(_each(g, x, shifts))


@makes("invariance_error", "sum-over-shifts")
def added_up(g, x, shifts):
    error = 0
    for shift in shifts:
        error += np.abs(g(_move(x, shift)) - g(x)).max()
    return error


@makes("invariance_error", "smallest-over-shifts")
def the_best(g, x, shifts):
    return min(_each(g, x, shifts))


@makes("invariance_error", "last-shift-only")
def overwritten(g, x, shifts):
    for shift in shifts:
        error = np.abs(g(_move(x, shift)) - g(x)).max()
    return error


@makes("invariance_error", "first-shift-only")
def returned_too_early(g, x, shifts):
    for shift in shifts:
        return np.abs(g(_move(x, shift)) - g(x)).max()
    return 0.0


@makes("invariance_error", "axes-swapped")
def right_and_down(g, x, shifts):
    return max(np.abs(g(_move(x, (down, right))) - g(x)).max() for right, down in shifts)


@makes("invariance_error", "down-only")
def rows_only(g, x, shifts):
    return max(_each(g, x, shifts, move=lambda x, shift: np.roll(x, shift[0], axis=-2)))


@makes("invariance_error", "first-axes-rolled")
def axes_0_and_1(g, x, shifts):
    return max(_each(g, x, shifts, move=lambda x, shift: np.roll(x, shift, axis=(0, 1))))


@makes("invariance_error", "rolled-flat")
def no_axes(g, x, shifts):
    return max(_each(g, x, shifts, move=np.roll))


@makes("invariance_error", "zeros-come-in")
def zeros_behind(g, x, shifts):
    def move(x, shift):
        (down, right), (height, width) = shift, x.shape[-2:]
        room = ((0, 0), (0, 0), (abs(down), abs(down)), (abs(right), abs(right)))
        return np.roll(np.pad(x, room), shift, axis=(-2, -1))[
            ..., abs(down) : abs(down) + height, abs(right) : abs(right) + width
        ]

    return max(_each(g, x, shifts, move))


@makes("invariance_error", "mean-for-largest")
def mean_of_the_answer(g, x, shifts):
    return max(np.abs(g(_move(x, shift)) - g(x)).mean() for shift in shifts)


@makes("invariance_error", "sum-for-largest")
def l1_distance(g, x, shifts):
    return max(np.abs(g(_move(x, shift)) - g(x)).sum() for shift in shifts)


@makes("invariance_error", "norm-for-largest")
def euclidean(g, x, shifts):
    return max(np.sqrt(np.sum((g(_move(x, shift)) - g(x)) ** 2)) for shift in shifts)


@makes("invariance_error", "sign-kept")
def no_absolute_value(g, x, shifts):
    return max((g(_move(x, shift)) - g(x)).max() for shift in shifts)


@makes("invariance_error", "squared")
def squares(g, x, shifts):
    return max(((g(_move(x, shift)) - g(x)) ** 2).max() for shift in shifts)


@makes("invariance_error", "mean-over-shifts", "mean-for-largest")
def mean_of_everything(g, x, shifts):
    return np.mean([np.abs(g(_move(x, shift)) - g(x)) for shift in shifts])


@makes("invariance_error", "shifts-pile-up", "compared-with-the-last")
def drifting(g, x, shifts):
    worst = 0
    for shift in shifts:
        moved = _move(x, shift)
        worst = max(worst, np.abs(g(moved) - g(x)).max())
        x = moved
    return worst


@makes("invariance_error", "last-shift-only", "sign-kept")
def last_and_signed(g, x, shifts):
    for shift in shifts:
        error = (g(_move(x, shift)) - g(x)).max()
    return error


@makes("invariance_error", "mean-for-largest", "squared")
def mean_squared(g, x, shifts):
    return max(np.mean((g(_move(x, shift)) - g(x)) ** 2) for shift in shifts)


@makes("invariance_error")
def a_list_of_errors(g, x, shifts):
    return _each(g, x, shifts)


@makes("invariance_error")
def share_of_changed_answers(g, x, shifts):
    return np.mean([np.mean(g(_move(x, shift)) != g(x)) for shift in shifts])


@makes("invariance_error")
def peaks(g, x, shifts):
    return max(abs(np.max(g(np.roll(x, shift, axis=(2, 3)))) - np.max(g(x))) for shift in shifts)
