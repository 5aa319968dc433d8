"""What is said of functions that raise, exit, return the wrong kind, change their input, or use what is not there."""

import subprocess
import sys
import time
from dataclasses import replace

import numpy as np
import pytest

from autograder import Case, CheckFailed, Given, Part, check, evaluate
from autograder.call import call
from autograder.exercises import load
from autograder.given import resolve
from helpers.convolution import xcorr1d


def stop(*_):
    sys.exit("done")


def endless(*args):
    return endless(*args)


def broken(x, *_):
    return x[1000]


def unprintable(*_):
    class Strange(Exception):
        def __str__(self):
            raise RuntimeError

    raise Strange


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (broken, ["stopped with an error", "IndexError", "return x[1000]", "w = [2, 0, -1]"]),
        (stop, ["ended Python instead of returning", "SystemExit: done"]),
        (endless, ["calls itself without an end", "RecursionError"]),
        (unprintable, ["Strange"]),
        (lambda x: x, ["TypeError", "positional argument"]),
    ],
)
def test_what_raises_is_an_error_that_is_told(function, words):
    report = evaluate("xcorr1d", function)
    assert (report.status, report.points, report.mistakes) == ("error", 0, ())
    for word in words:
        assert word in str(report)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda _: None, "returns nothing (None). Does it end with `return`?"),
        (lambda _: ..., "returns `...`"),
        (lambda y: y.tolist(), "returns a list; wrap it into an array"),
        (lambda y: y.sum(), "returns the single number"),
        (lambda y: y.astype(complex), "holds complex128 values; take their real part: `.real`"),
        (lambda y: y.astype(str), "it must hold real numbers"),
        (lambda y: y.astype(object), "has dtype object"),
        (lambda y: np.ma.array(y), "returns a MaskedArray"),
        (lambda _: "7 9 11", "returns a str"),
        (lambda y: np.full(y.shape, np.nan), "nan (a division by zero, ∞ − ∞, or a value never filled in)"),
        (lambda y: y[:, None], "It must have 1 axis, and has 2"),
        (lambda y: np.zeros_like(y), "Every number that you return is 0."),
        (lambda y: y[::-1], "the right ones, in reverse order"),
        (lambda y: -2 * y, "the right ones, times −2"),
        (lambda y: y + 5, "the right ones, plus 5"),
    ],
)
def test_wrong_results_are_told_apart(change, words):
    report = evaluate("xcorr1d", lambda x, w: change(xcorr1d(x, w)))
    assert (report.status, report.points) == ("failed", 0)
    assert words in str(report)


def test_a_function_that_is_wrong_in_one_way_loses_the_points_of_that_part_only():
    report = evaluate("xcorr1d", lambda x, w: np.correlate(x, w).astype(x.dtype))
    assert report.mistakes == ("xcorr1d/fractions-cut",)
    assert (report.points, report.points_possible) == (3, 4)
    assert "3 of 4 points" in str(report)


def test_a_function_that_knows_only_the_probe_fails_on_the_drawn_cases():
    def remembers(x, w):
        return xcorr1d(x, w) if x.size < 10 else np.zeros(x.size - w.size + 1)

    report = evaluate("xcorr1d", remembers)
    assert (report.status, report.mistakes) == ("failed", ())
    assert "First seen in cell" in str(report)


def test_an_answer_that_changes_from_call_to_call_is_told():
    total = [0.0]

    def keeps_its_total(x, w):
        total[0] += np.sum(x)
        return xcorr1d(x, w) + total[0]

    report = evaluate("xcorr1d", keeps_its_total)
    assert report.headline.startswith("called again in the same way, your function gives another answer")
    assert report.points == 0


def test_changing_an_argument_is_told_and_fails():
    def doubles_its_input(x, w):
        y = np.correlate(x, w)
        x += x
        return y

    report = evaluate("xcorr1d", doubles_its_input)
    assert report.status == "failed"
    assert "changes its argument x" in str(report)
    assert "x = x.copy()" in str(report)


def test_turning_a_list_round_in_place_is_told_and_fails():
    def from_the_top(layers, cell):
        first = last = cell
        layers.reverse()
        for kernel, stride, padding, dilation in layers:
            first, last = first * stride - padding, last * stride - padding + dilation * (kernel - 1)
        return first, last

    report = evaluate("rf_interval", from_the_top)
    assert report.status == "failed"
    assert "changes its argument layers" in str(report)
    assert "layers = layers.copy()" in str(report)


def test_a_mistake_beside_a_changed_argument_is_shown_at_a_wrong_number_and_both_are_told():
    def in_place(images, mean, std):
        for c in range(len(mean)):
            images[:, c] = (images[:, c] - mean[c]) / std[c]
        return images

    report = evaluate("normalize", in_place)
    assert report.mistakes == ("normalize/fractions-cut",)
    assert "you have 254" in str(report)
    assert "Your function changes its argument images." in str(report)


def test_a_view_of_the_input_is_a_note_and_no_failure(monkeypatch):
    exercise = load("compose")
    identity = Part("the identity", points=1, probe=(Case((np.eye(3), np.ones((1, 1)))),) * 2)
    monkeypatch.setattr("autograder.judge.load", lambda _: replace(exercise, parts=(identity,)))
    report = evaluate("compose", lambda k1, _: k1[:, :])
    assert report.passed
    assert "a view of an argument" in str(report)


def test_the_first_wrong_cell_is_told_with_its_products():
    def off_in_one_cell(x, w):
        y = np.correlate(x, w)
        y[-1] += 1
        return y

    told = str(evaluate("xcorr1d", off_in_one_cell))
    assert (
        "First seen in cell [4]: you have 4, right is 3.\nThe window x[4:7] with the kernel: 5·2 + 9·0 + 2·(−1)"
        not in told
    )
    assert "First seen in cell [4]: you have 9, right is 8." in told
    assert "The window x[4:7] with the kernel: 5·2 + 9·0 + 2·(−1) = 8" in told


@pytest.mark.full
def test_torch_is_right_but_told_that_the_grader_has_none():
    import torch

    def with_torch(x, w):
        x, w = (torch.from_numpy(a.astype(float))[None, None] for a in (x, w))
        return torch.nn.functional.conv1d(x, w)[0, 0].numpy()

    def borrowed(x, w):
        return xcorr1d(x, w)

    report = evaluate("xcorr1d", with_torch)
    assert (report.status, report.points, report.mistakes) == ("failed", 0, ())
    assert "the numbers are right, but torch is not there in the grader" in str(report)
    assert "helpers is not there in the grader" in str(evaluate("xcorr1d", borrowed))
    tensors = evaluate("xcorr1d", lambda x, w: torch.from_numpy(xcorr1d(x, w)))
    assert "returns a torch tensor; this exercise wants a NumPy array" in str(tensors)


def test_a_function_that_prints_has_it_shown_and_passes():
    def chatty(x, w):
        print("window", w.size)
        return np.correlate(x, w)

    report = evaluate("xcorr1d", chatty)
    assert report.passed
    assert report.printed == "window 3\n"
    assert len(evaluate("xcorr1d", lambda *_: print("long" * 10_000)).printed) < 3_000


def test_warnings_cost_nothing(capsys):
    def divides_by_zero(x, w):
        np.ones(1) / np.zeros(1)
        return np.correlate(x, w)

    assert evaluate("xcorr1d", divides_by_zero).passed
    assert capsys.readouterr().err == ""


def test_the_person_at_the_keyboard_can_interrupt():
    def interrupted(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        evaluate("xcorr1d", interrupted)


def test_a_result_instead_of_a_function_is_told():
    report = evaluate("xcorr1d", np.array([1, 2]))
    assert report.status == "error"
    assert 'check("xcorr1d", xcorr1d)' in str(report)


def test_an_unknown_exercise_raises_and_lists_those_there_are():
    with pytest.raises(LookupError, match=r"no exercise of that name; use one of .*xcorr2d"):
        check("xcorr3d", broken)


def test_check_raises_the_report_and_returns_none_when_all_is_right(capsys):
    assert check("xcorr1d", np.correlate) is None
    with pytest.raises(CheckFailed, match="stopped with an error") as failed:
        check("xcorr1d", broken)
    assert failed.value.report.status == "error"
    assert "✓ xcorr1d: right." in capsys.readouterr().out


def test_partial_points_are_the_value_of_a_cell_while_nbgrader_grades(monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert check("xcorr1d", lambda x, w: np.correlate(x, w).astype(x.dtype)) == 3
    assert check("xcorr1d", np.correlate) is None
    with pytest.raises(CheckFailed):
        check("xcorr1d", broken)


def test_the_html_form_lets_no_markup_of_the_learner_through():
    def hostile(*_):
        print("<script>alert(1)</script>")
        raise ValueError("<img src=x onerror=alert(1)>")

    html = evaluate("xcorr1d", hostile)._repr_html_()
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_a_given_function_is_handed_over_by_name():
    outcome = call(lambda f, x: f(x), Case((Given("double"), np.array([1, 2]))))
    assert outcome.result.tolist() == [2, 4]
    with pytest.raises(LookupError, match="nothing is given under that name"):
        resolve(Given("nonsense"))


def test_importing_is_cheap_and_loads_neither_torch_nor_matplotlib():
    code = (
        "import time, sys, numpy; t = time.process_time(); import autograder; "
        "print(time.process_time() - t, [m for m in ('torch', 'matplotlib', 'IPython') if m in sys.modules])"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(3)]
    seconds, loaded = zip(*(run.stdout.split(maxsplit=1) for run in runs), strict=True)
    assert min(map(float, seconds)) < 0.1
    assert {text.strip() for text in loaded} == {"[]"}


def test_a_check_loads_one_exercise_only():
    code = (
        "import sys, autograder; autograder.evaluate('edge_kernel', print); "
        "print([m for m in sys.modules if m.startswith('autograder.exercises.ch')])"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "edge_kernel" in loaded
    assert "compose" not in loaded


def test_slow_loops_have_their_time():
    def slow(x, w):
        time.sleep(0.01)
        return np.correlate(x, w)

    assert evaluate("xcorr1d", slow).passed


def test_a_result_of_several_arrays_is_shown_as_it_was_returned():
    report = evaluate("x_or_o_detector", lambda _: (np.array([[1, -1]]), np.array([-2])))
    assert "x_or_o_detector('X') gives ([[1, -1]], [-2])" in report.details[0]
