"""Right distances between shift before and shift after."""

import numpy as np


def rolled(f, x, shift, *, stride=1, margin=0):
    down, right = shift
    a = f(np.roll(x, (down, right), axis=(-2, -1)))
    b = np.roll(f(x), (down // stride, right // stride), axis=(-2, -1))
    height, width = a.shape[-2:]
    inner = np.s_[..., margin : height - margin, margin : width - margin]
    return np.abs(a - b)[inner].max()


def loops(f, x, shift, *, stride=1, margin=0):
    height, width = x.shape[2:]
    moved = np.zeros_like(x)
    for i in range(height):
        for j in range(width):
            moved[:, :, (i + shift[0]) % height, (j + shift[1]) % width] = x[:, :, i, j]
    after, before = f(moved), f(x)
    height, width = before.shape[2:]
    largest = 0
    for i in range(margin, height - margin):
        for j in range(margin, width - margin):
            old = before[:, :, (i - shift[0] // stride) % height, (j - shift[1] // stride) % width]
            for n in range(len(old)):
                for c in range(len(old[n])):
                    largest = max(largest, abs(after[n, c, i, j] - old[n, c]))
    return largest


def gathered(f, x, shift, *, stride=1, margin=0):
    def move(y, down, right):
        rows = (np.arange(y.shape[2]) - down) % y.shape[2]
        columns = (np.arange(y.shape[3]) - right) % y.shape[3]
        return y[:, :, rows][..., columns]

    difference = f(move(x, *shift)) - move(f(x), shift[0] // stride, shift[1] // stride)
    if margin:
        difference = difference[:, :, margin:-margin, margin:-margin]
    return float(np.max(np.abs(difference)))


def one_axis_after_the_other(f, x, shift, *, stride=1, margin=0):
    def roll(y, shift):
        return np.roll(np.roll(y, int(shift[0]), axis=2), int(shift[1]), axis=3)

    a, b = f(roll(x, shift)), roll(f(x), np.array(shift) / stride)
    keep = np.zeros(a.shape, dtype=bool)
    keep[:, :, margin : a.shape[2] - margin, margin : a.shape[3] - margin] = True
    return np.where(keep, np.abs(a - b), 0).max()


def map_brought_back(f, x, shift, *, stride=1, margin=0):
    x = x.astype(np.float32)
    a = f(np.roll(x, shift, axis=(2, 3)))
    back = np.roll(a, (-shift[0] // stride, -shift[1] // stride), axis=(2, 3)) - f(x)
    back = np.roll(back, (shift[0] // stride, shift[1] // stride), axis=(2, 3))
    rows = range(margin, back.shape[2] - margin)
    columns = range(margin, back.shape[3] - margin)
    return np.linalg.norm(back[:, :, rows][..., columns].ravel(), np.inf)


def cut_and_joined(f, x, shift, *, stride=1, margin=0):
    def move(y, by, axis):
        by %= y.shape[axis]
        front, end = np.split(y, [y.shape[axis] - by], axis=axis)
        return np.concatenate([end, front], axis=axis)

    a = f(move(move(x, shift[0], 2), shift[1], 3))
    b = move(move(f(x), shift[0] // stride, 2), shift[1] // stride, 3)
    low, high = (a - b), (b - a)
    return max(np.max(y[:, :, margin : y.shape[2] - margin, margin : y.shape[3] - margin]) for y in (low, high))
