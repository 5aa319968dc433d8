"""Wrong functions made of backbones."""

import numpy as np

from tests.autograder.mistakes.makes import makes


@makes("make_invariant", "flattened")
def flatten(backbone):
    return lambda x: backbone(x).reshape(len(x), -1)


@makes("make_invariant", "not-pooled")
def as_it_is(backbone):
    return backbone


@makes("make_invariant", "corner-taken")
def first_cell(backbone):
    return lambda x: backbone(x)[:, :, 0, 0]


@makes("make_invariant", "middle-taken")
def middle_cell(backbone):
    def g(x):
        maps = backbone(x)
        return maps[:, :, maps.shape[2] // 2, maps.shape[3] // 2]

    return g


@makes("make_invariant", "maximum-for-mean")
def global_maximum(backbone):
    return lambda x: np.max(backbone(x), axis=(2, 3))


@makes("make_invariant", "sum-for-mean")
def total(backbone):
    return lambda x: backbone(x).sum(axis=(2, 3))


@makes("make_invariant", "channels-too")
def one_for_each_image(backbone):
    return lambda x: np.array([maps.mean() for maps in backbone(x)])


@makes("make_invariant", "batch-too")
def one_for_each_channel(backbone):
    return lambda x: backbone(x).mean(axis=(0, 2, 3))


@makes("make_invariant", "height-only")
def axis_2(backbone):
    return lambda x: backbone(x).mean(axis=2)


@makes("make_invariant", "width-only")
def last_axis(backbone):
    return lambda x: backbone(x).mean(axis=-1)


@makes("make_invariant", "axes-kept")
def keepdims(backbone):
    return lambda x: backbone(x).mean(axis=(2, 3), keepdims=True)


@makes("make_invariant", "transposed")
def channel_by_channel(backbone):
    def g(x):
        maps = backbone(x)
        return np.array([maps[:, c].mean(axis=(1, 2)) for c in range(maps.shape[1])])

    return g


@makes("make_invariant", "first-image-only")
def without_a_batch(backbone):
    return lambda x: backbone(x)[0].mean(axis=(1, 2))


@makes("make_invariant", "backbone-forgotten")
def mean_of_the_image(backbone):  # noqa: ARG001
    return lambda x: x.mean(axis=(2, 3))


@makes("make_invariant", "backbone-twice")
def two_times(backbone):
    def g(x):
        x = backbone(x)
        x = backbone(x)
        return x.mean(axis=(2, 3))

    return g


@makes("make_invariant", "image-pooled-first")
def pooled_then_asked(backbone):
    def g(x):
        pooled = x.mean(axis=(2, 3))[:, :, None, None]
        return backbone(pooled).mean(axis=(2, 3))

    return g


@makes("make_invariant", "first-answer-kept")
def remembered(backbone):
    known = {}

    def g(x):
        if "answer" not in known:
            known["answer"] = backbone(x).mean(axis=(2, 3))
        return known["answer"]

    return g


@makes("make_invariant", "maximum-for-mean", "axes-kept")
def global_maximum_kept(backbone):
    return lambda x: backbone(x).max(axis=(2, 3), keepdims=True)


@makes("make_invariant", "sum-for-mean", "channels-too")
def one_sum(backbone):
    return lambda x: backbone(x).sum(axis=(1, 2, 3))


@makes("make_invariant", "backbone-forgotten", "channels-too")
def brightness(backbone):  # noqa: ARG001
    return lambda x: x.mean(axis=(1, 2, 3))


@makes("make_invariant")
def median(backbone):
    return lambda x: np.median(backbone(x), axis=(2, 3))


@makes("make_invariant")
def called_at_once(backbone):
    return backbone(np.ones((1, 1, 4, 4))).mean(axis=(2, 3))


@makes("make_invariant")
def rows_as_columns(backbone):
    return lambda x: backbone(x).mean(axis=(1, 2))


@makes("make_invariant", "all-numbers")
def mean_of_everything(backbone):
    return lambda x: backbone(x).mean()


@makes("make_invariant", "image-size-for-map-size")
def divided_by_the_image(backbone):
    return lambda x: backbone(x).sum(axis=(2, 3)) / (x.shape[2] * x.shape[3])
