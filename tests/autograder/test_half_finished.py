"""What is half finished is told by its first part that is wrong, and not by what its later parts stumble over."""

import numpy as np
import pytest

from autograder import evaluate
from autograder.hints import hint


def plain_layer(x, w, b=None, *, flip=False, bias=True, **_):
    """Convolve as a first attempt does, which takes no account of stride, padding, dilation and groups."""
    height, width = w.shape[2:]
    w = w[:, :, ::-1, ::-1] if flip else w
    y = np.zeros((len(x), len(w), x.shape[2] - height + 1, x.shape[3] - width + 1))
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            window = x[:, None, :, i : i + height, j : j + width]
            y[:, :, i, j] = np.sum(window * w[None], axis=(2, 3, 4))
    return y + b[None, :, None, None] if bias and b is not None else y


def test_the_mistake_of_the_first_part_is_named_whatever_the_later_ones_stop_at():
    report = evaluate("conv2d", lambda *args, **options: plain_layer(*args, flip=True, **options))
    assert report.mistakes == ("conv2d/kernel-flipped",)
    assert report.status == "failed"
    assert report.points == 0


def test_a_mistake_that_is_made_only_without_options_is_not_named():
    def flips_without_options(x, k, **options):
        return strided(x, k if options else k[::-1, ::-1], **options)

    assert not evaluate("xcorr2d_strided", flips_without_options).mistakes


def strided(x, k, *, stride=1, padding=0, dilation=1):
    stride, padding, dilation = ((n, n) if isinstance(n, int) else n for n in (stride, padding, dilation))
    x = np.pad(x, [(n, n) for n in padding])
    span = [d * (n - 1) + 1 for d, n in zip(dilation, k.shape, strict=True)]
    windows = np.lib.stride_tricks.sliding_window_view(x, span)[:: stride[0], :: stride[1]]
    return np.sum(windows[..., :: dilation[0], :: dilation[1]] * k, axis=(2, 3))


def test_options_that_are_not_used_yet_are_named():
    report = evaluate("conv2d", plain_layer)
    assert report.points == 2
    assert report.headline == (
        "Your answers are the right ones for calls without `dilation`, `padding` and `stride`: you do not use them yet."
    )


def test_options_of_which_one_is_used_are_no_mystery():
    report = evaluate("xcorr2d_strided", lambda x, k, stride=1, **_: strided(x, k, stride=stride))
    assert report.mistakes == ("xcorr2d_strided/padding-ignored", "xcorr2d_strided/dilation-ignored")


def test_the_first_wrong_answer_is_told_and_not_the_first_error():
    def wrong_and_then_stops(x, w):
        if x.dtype.kind == "f":
            raise RuntimeError("stopped")
        return np.correlate(x, w) ** 2

    report = evaluate("xcorr1d", wrong_and_then_stops)
    assert report.status == "failed"
    assert "stopped" not in str(report)


def test_what_torch_has_not_implemented_is_an_attempt():
    torch = pytest.importorskip("torch")

    class Body(torch.nn.Module):
        def foward(self, x):
            return x

    report = evaluate("extract_features", lambda _, x, **__: Body()(x))
    assert report.status == "error"
    assert "NotImplementedError" in str(report)


def test_a_stub_is_no_attempt():
    def stub(*_, **__):
        raise NotImplementedError

    assert evaluate("conv2d", stub).status == "not attempted"


def test_no_picture_is_seen_in_what_was_observed():
    kernels = {"right": [[-1, 0, 1], [-1, 0, 1], [-1, 0, -1]], "left": [[1, 0, -1]] * 3}

    def one_is_mistyped(direction):
        return np.array(kernels.get(direction, [[-1] * 3, [0] * 3, [1] * 3])) * (-1 if direction == "up" else 1)

    report = evaluate("edge_kernel", one_is_mistyped)
    assert "column" not in report.headline


def test_numbers_of_a_tuple_are_no_cells():
    assert (
        "return"
        not in evaluate("same_padding", lambda kernel, *, dilation=1: (dilation * (kernel - 1) // 2, 0)).headline
    )


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (lambda: max(0, np.arange(3)), "`np.maximum`"),
        (lambda: np.arange(3).__itruediv__(2), "`.astype(float)`"),
        (lambda: np.pad(np.arange(3), 1, constant_values=-np.inf), "`.astype(float)`"),
        (lambda: np.arange(3)[0:-0].max(), "`x[m:-m]`"),
        (lambda: np.zeros(3).__setitem__(0, np.arange(3)), "Is a sum missing?"),
        (lambda: max(2, 3)[0], "as well as a pair"),
    ],
)
def test_the_words_of_an_error_are_explained(wrong, told):
    with pytest.raises(Exception) as raised:  # noqa: PT011 - which, is what this is about
        wrong()
    assert told in hint(f"{type(raised.value).__name__}: {raised.value}")


def test_the_words_of_torch_are_explained():
    torch = pytest.importorskip("torch")
    with pytest.raises(RuntimeError) as raised:
        bool(torch.arange(3))
    assert "`np.maximum`" in hint(str(raised.value))


def test_an_error_is_told_with_what_it_means():
    assert "`np.maximum`" in str(evaluate("relu", lambda x: max(0, x)))
