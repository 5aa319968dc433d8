"""Wrong distances between shift before and shift after."""

# ruff: noqa: ARG001 (a mistake can be to leave an argument aside)

import numpy as np

from tests.autograder.mistakes.makes import makes


def _cut(y, margin):
    return y[..., margin : y.shape[-2] - margin, margin : y.shape[-1] - margin]


def _move(y, shift):
    return np.roll(y, shift, axis=(-2, -1))


def _steps(shift, stride):
    return shift[0] // stride, shift[1] // stride


@makes("equivariance_error", "compared-unmoved")
def invariance(f, x, shift, *, stride=1, margin=0):
    return np.abs(_cut(f(_move(x, shift)) - f(x), margin)).max()


@makes("equivariance_error", "moved-back")
def undone_on_the_wrong_side(f, x, shift, *, stride=1, margin=0):
    down, right = _steps(shift, stride)
    return np.abs(_cut(f(_move(x, shift)) - _move(f(x), (-down, -right)), margin)).max()


@makes("equivariance_error", "compared-with-the-image")
def f_once(f, x, shift, *, stride=1, margin=0):
    return np.abs(_cut(f(_move(x, shift)) - _move(x, _steps(shift, stride)), margin)).max()


@makes("equivariance_error", "stride-ignored")
def same_shift_for_both(f, x, shift, *, stride=1, margin=0):
    return np.abs(_cut(f(_move(x, shift)) - _move(f(x), shift), margin)).max()


@makes("equivariance_error", "stride-multiplied")
def times_stride(f, x, shift, *, stride=1, margin=0):
    moved = _move(f(x), (shift[0] * stride, shift[1] * stride))
    return np.abs(_cut(f(_move(x, shift)) - moved, margin)).max()


@makes("equivariance_error", "margin-ignored")
def borders_too(f, x, shift, *, stride=1, margin=0):
    return np.abs(f(_move(x, shift)) - _move(f(x), _steps(shift, stride))).max()


@makes("equivariance_error", "margin-in-front-only")
def from_the_margin_on(f, x, shift, *, stride=1, margin=0):
    difference = np.abs(f(_move(x, shift)) - _move(f(x), _steps(shift, stride)))
    return difference[:, :, margin:, margin:].max()


@makes("equivariance_error", "margin-of-columns-only")
def last_axis_only(f, x, shift, *, stride=1, margin=0):
    difference = np.abs(f(_move(x, shift)) - _move(f(x), _steps(shift, stride)))
    if margin > 0:
        difference = difference[..., margin:-margin]
    return difference.max()


@makes("equivariance_error", "axes-swapped")
def right_and_down(f, x, shift, *, stride=1, margin=0):
    right, down = shift

    def move(y, step):
        return np.roll(np.roll(y, down // step, axis=-2), right // step, axis=-1)

    return np.abs(_cut(f(move(x, 1)) - move(f(x), stride), margin)).max()


@makes("equivariance_error", "down-only")
def rows_only(f, x, shift, *, stride=1, margin=0):
    a, b = f(np.roll(x, shift[0], axis=2)), np.roll(f(x), shift[0] // stride, axis=2)
    return np.abs(_cut(a - b, margin)).max()


@makes("equivariance_error", "first-axes-rolled")
def axes_0_and_1(f, x, shift, *, stride=1, margin=0):
    a, b = f(np.roll(x, shift, axis=(0, 1))), np.roll(f(x), _steps(shift, stride), axis=(0, 1))
    return np.abs(_cut(a - b, margin)).max()


@makes("equivariance_error", "rolled-flat")
def no_axes(f, x, shift, *, stride=1, margin=0):
    a, b = f(np.roll(x, shift)), np.roll(f(x), _steps(shift, stride))
    return np.abs(_cut(a - b, margin)).max()


def _with_zeros(y, down, right):
    moved = np.zeros_like(y)
    height, width = y.shape[-2:]
    for i in range(height):
        for j in range(width):
            if 0 <= i - down < height and 0 <= j - right < width:
                moved[..., i, j] = y[..., i - down, j - right]
    return moved


@makes("equivariance_error", "zeros-come-in")
def zeros_behind(f, x, shift, *, stride=1, margin=0):
    a, b = f(_with_zeros(x, *shift)), _with_zeros(f(x), *_steps(shift, stride))
    return np.abs(_cut(a - b, margin)).max()


@makes("equivariance_error", "mean-for-largest")
def mean(f, x, shift, *, stride=1, margin=0):
    return np.abs(_cut(f(_move(x, shift)) - _move(f(x), _steps(shift, stride)), margin)).mean()


@makes("equivariance_error", "sum-for-largest")
def total(f, x, shift, *, stride=1, margin=0):
    return np.abs(_cut(f(_move(x, shift)) - _move(f(x), _steps(shift, stride)), margin)).sum()


@makes("equivariance_error", "norm-for-largest")
def euclidean(f, x, shift, *, stride=1, margin=0):
    return np.linalg.norm(_cut(f(_move(x, shift)) - _move(f(x), _steps(shift, stride)), margin))


@makes("equivariance_error", "sign-kept")
def no_absolute_value(f, x, shift, *, stride=1, margin=0):
    return _cut(f(_move(x, shift)) - _move(f(x), _steps(shift, stride)), margin).max()


@makes("equivariance_error", "squared")
def squares(f, x, shift, *, stride=1, margin=0):
    return (_cut(f(_move(x, shift)) - _move(f(x), _steps(shift, stride)), margin) ** 2).max()


@makes("equivariance_error", "compared-unmoved", "margin-ignored")
def two_calls(f, x, shift, *, stride=1, margin=0):
    return abs(f(_move(x, shift)) - f(x)).max()


@makes("equivariance_error", "stride-ignored", "margin-ignored")
def no_options(f, x, shift, *, stride=1, margin=0):
    return np.abs(f(_move(x, shift)) - _move(f(x), shift)).max()


@makes("equivariance_error", "mean-for-largest", "margin-ignored")
def mean_of_all(f, x, shift, *, stride=1, margin=0):
    return np.mean(np.abs(f(_move(x, shift)) - _move(f(x), _steps(shift, stride))))


@makes("equivariance_error", "mean-for-largest", "squared")
def mean_squared_error(f, x, shift, *, stride=1, margin=0):
    return np.mean(_cut(f(_move(x, shift)) - _move(f(x), _steps(shift, stride)), margin) ** 2)


@makes("equivariance_error")
def whole_difference(f, x, shift, *, stride=1, margin=0):
    return np.abs(_cut(f(_move(x, shift)) - _move(f(x), _steps(shift, stride)), margin))


@makes("equivariance_error")
def empty_for_no_margin(f, x, shift, *, stride=1, margin=0):
    difference = f(_move(x, shift)) - _move(f(x), _steps(shift, stride))
    return np.abs(difference[..., margin:-margin, margin:-margin]).max()


@makes("equivariance_error", "margin-by-the-image")
def size_of_the_image(f, x, shift, *, stride=1, margin=0):
    height, width = x.shape[-2:]
    a = f(np.roll(x, shift, axis=(2, 3)))
    b = np.roll(f(x), (shift[0] // stride, shift[1] // stride), axis=(2, 3))
    return np.abs(a - b)[:, :, margin : height - margin, margin : width - margin].max()


@makes("equivariance_error", "margin-divided")
def margin_as_the_shift(f, x, shift, *, stride=1, margin=0):
    m = margin // stride
    return np.abs(_cut(f(_move(x, shift)) - _move(f(x), _steps(shift, stride)), m)).max()


@makes("equivariance_error")
def whole_number(f, x, shift, *, stride=1, margin=0):
    return int(np.abs(_cut(f(_move(x, shift)) - _move(f(x), _steps(shift, stride)), margin)).max())
