"""What learners hand over besides a plain right or wrong function, and whether what they read is true and helps."""

import functools
import sys

import numpy as np
import pytest

from autograder import evaluate
from helpers.convolution import xcorr1d, xcorr2d
from tests.autograder.here import NAMES
from tests.autograder.right.xcorr1d import loops as xcorr1d_loops
from tests.autograder.right.xcorr2d import loops as xcorr2d_loops

BUFFERS = {}
fft = pytest  # a notebook may give to another package the name of a part of numpy that its function uses


def same_answer(*args):
    return xcorr2d_loops(*args)


def reuses_its_array(x, k):
    y = xcorr2d_loops(x, k)
    buffer = BUFFERS.setdefault(y.shape, np.zeros(y.shape))
    buffer[...] = y
    return buffer


def read_only(x, k):
    y = xcorr2d_loops(x, k)
    y.flags.writeable = False
    return y


def sums_in_single_precision(x, k):
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1))
    y[...] = xcorr2d_loops(x.astype(np.float32), k.astype(np.float32)).astype(np.float32)
    return y


def row_by_row(x, k):
    row = [np.sum(x[: len(k), j : j + k.shape[1]] * k) for j in range(x.shape[1] - k.shape[1] + 1)]
    return np.array([row]) if len(x) == len(k) else np.vstack([[row], row_by_row(x[1:], k)])


def with_numpys_fft(x, k):
    shape = np.add(x.shape, k.shape) - 1
    full = np.fft.irfft2(np.fft.rfft2(x, shape) * np.fft.rfft2(k[::-1, ::-1], shape), shape)
    return full[k.shape[0] - 1 : x.shape[0], k.shape[1] - 1 : x.shape[1]]


def closes_its_output(x, k):
    print("done")
    sys.stdout.close()
    return xcorr2d_loops(x, k)


def makes_numpy_strict(x, k):
    np.seterr(all="raise")
    return xcorr2d_loops(x, k)


class Slider:
    def __call__(self, x, k):
        return xcorr2d_loops(x, k)

    def slide(self, x, k, stride=1):
        return xcorr2d_loops(x, k)[::stride]


class SaysYes:
    def __getattr__(self, name):
        return self

    def __call__(self, x, k):
        return xcorr2d_loops(x, k)


@pytest.mark.parametrize(
    "function",
    [
        functools.wraps(xcorr2d_loops)(same_answer),
        functools.partial(xcorr2d_loops),
        np.vectorize(xcorr2d_loops, signature="(a,b),(c,d)->(e,f)"),
        Slider(),
        Slider().slide,
        SaysYes(),
        row_by_row,
        read_only,
        reuses_its_array,
        sums_in_single_precision,
        with_numpys_fft,
        closes_its_output,
        makes_numpy_strict,
        lambda x, k, stride=1: xcorr2d_loops(x, k)[::stride],
        lambda x, k: np.asfortranarray(xcorr2d_loops(x, k)),
        lambda x, k: xcorr2d_loops(x, k).astype(np.float16),
        lambda x, k: xcorr2d_loops(x, k).astype(np.longdouble),
        lambda x, k: xcorr2d_loops(x, -k) * -1,
    ],
)
def test_what_is_right_in_another_guise_passes(function):
    before = np.geterr()
    report = evaluate("xcorr2d", function)
    assert report.passed, report
    assert np.geterr() == before


@pytest.mark.parametrize("function", [xcorr2d, functools.partial(xcorr2d), lambda x, k: xcorr2d(x, k)])
def test_what_is_right_and_borrowed_is_told_without_calling_it_wrong(function):
    report = evaluate("xcorr2d", function)
    assert (report.status, report.points, report.points_possible, report.mistakes) == ("failed", 0, 4, ())
    assert "the numbers are right, but" in report.headline
    assert "✗ right for the running example" not in str(report)
    assert "✗ right for a grader that has numpy alone (4 points)" in str(report)


def test_what_a_notebook_defines_is_its_own_whatever_program_runs_it(monkeypatch):
    cells = {"np": np, "__name__": "__main__"}
    exec("def xcorr1d(x, w): return np.correlate(x, w)\nclass Slide: __call__ = lambda self, *a: xcorr1d(*a)", cells)
    monkeypatch.setattr(sys.modules["__main__"], "__file__", "/lib/site-packages/launcher.py", raising=False)
    for function in (cells["xcorr1d"], cells["Slide"](), functools.partial(cells["xcorr1d"])):
        assert evaluate("xcorr1d", function).passed


@pytest.mark.full
def test_what_scipy_does_is_right_and_borrowed_in_every_guise():
    from scipy.signal import correlate2d

    for function in (functools.partial(correlate2d, mode="valid"), lambda x, k: correlate2d(x, k, "valid")):
        report = evaluate("xcorr2d", function)
        assert (report.status, report.mistakes) == ("failed", ())
        assert "the numbers are right, but scipy is not there in the grader." in report.headline


def changes_both(x, w):
    y = xcorr1d_loops(x, w)
    x[0] = w[0] = 0
    return y


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda x, w: xcorr1d(x, w)[:, None], ["in the right order, and their shape is not", "1 axis, and has 2"]),
        (lambda x, w: (xcorr1d(x, w), 1), ["returns a tuple; return one array. A comma after `return` makes a tuple"]),
        (
            lambda x, w: (value for value in xcorr1d(x, w)),
            ["returns a generator; put what it yields", "np.array(list("],
        ),
        (lambda x, w: np.array(value for value in xcorr1d(x, w)), ["has dtype object", "lists of plain numbers"]),
        (lambda x, w: np.matrix(xcorr1d(x, w)), ["returns a matrix; a plain NumPy array", "`np.asarray(...)`"]),
        (
            lambda x, w: xcorr1d(x, w).astype(np.uint8),
            ["you have 249 (uint8 holds numbers from 0 to 255 only), right is −7"],
        ),
        (lambda *_: np.array([]), ["Your result has shape (0,); (5,) is right."]),
        (lambda x, w: np.append(xcorr1d(x, w), 7), ["Your result has shape (6,); (5,) is right. That is one more."]),
        (lambda x, w: xcorr1d(x, w) * 1.0001, ["the right ones, times 1.0001"]),
        (changes_both, ["changes its argument x and w", "`x = x.copy(); w = w.copy()`"]),
        (functools.partial(lambda x, *_: x[99]), ["IndexError", "x[99]"]),
        (lambda x, w, stride: xcorr1d(x, w)[::stride], ["missing 1 required positional argument: 'stride'"]),
        (lambda *, x, w: xcorr1d(x, w), ["takes 0 positional arguments but 2 were given"]),
    ],
)
def test_what_is_read_is_true_and_tells_the_next_step(function, words):
    report = evaluate("xcorr1d", function)
    assert report.status in ("failed", "error")
    assert report.mistakes == ()
    for word in words:
        assert word in str(report)


def ends_python_when_told(*_):
    class Stubborn(Exception):
        def __str__(self):
            raise SystemExit

    raise Stubborn


@pytest.mark.parametrize(
    "function",
    [
        ends_python_when_told,
        np.random.default_rng(0).normal,
        lambda x, k: np.full(xcorr2d_loops(x, k).shape, 1e308),
        lambda x, k: xcorr2d_loops(x, k) * np.inf,
        lambda *_: np.zeros(3, dtype=[("a", int)]),
        lambda *_: np.zeros((2, 3), dtype="datetime64[s]"),
        lambda *_: np.array(3),
        lambda *_: np.zeros((500, 500)),
        lambda x, _: x.resize(2, 6) or x,
        lambda *_: NotImplemented,
        lambda *_: np,
        print,
        type,
        np.add,
    ],
)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_is_handed_over_stops_a_check(name, function):
    with np.errstate(all="raise"):
        report = evaluate(name, function)
        assert not report.passed
        assert str(report)
        assert report._repr_html_()


def test_nothing_that_is_empty_is_said_to_hold_zeros():
    assert "Every number" not in str(evaluate("xcorr1d", lambda *_: np.array([])))


def test_a_function_that_prints_much_is_cut_to_a_few_lines():
    report = evaluate("xcorr2d", lambda x, k: [print("window", i) for i in range(1000)] and xcorr2d_loops(x, k))
    assert report.passed
    assert report.printed.splitlines()[19:] == ["window 19", "…"]


@pytest.mark.parametrize("change", [lambda y: y[:, :-1], lambda y: y[:-1], lambda y: y.ravel(), lambda y: y + 0.01])
def test_wrong_in_one_way_is_blamed_on_nobody(change):
    report = evaluate("xcorr2d", lambda x, k: change(xcorr2d_loops(x, k)))
    assert (report.status, report.mistakes) == ("failed", ())
