"""What the stepper takes, what it refuses, and how it runs a learner's function."""

import json
import subprocess

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from helpers.convolution import conv2d_true, xcorr2d
from helpers.widgets.source import FOLDER
from helpers.widgets.stepper import ConvolutionStepper

X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]]
K2 = [[1, 2], [0, -1]]


@pytest.mark.parametrize(
    ("image", "kernel", "says"),
    [
        ([1, 2, 3], [[1]], r"ConvolutionStepper: image has shape \(3,\); it needs two axes, such as"),
        (np.zeros((13, 4)), [[1]], "ConvolutionStepper: image is 13×4; hand in 1×1 to 12×12, for instance a crop"),
        (X, np.ones((6, 2)), "ConvolutionStepper: kernel is 6×2; hand in 1×1 to 5×5"),
        (X, np.ones((4, 2)), r"kernel \(4, 2\) does not fit in image \(3, 4\); use a larger image or a smaller kernel"),
        ([[1, np.nan]], [[1]], "image holds NaN or infinity; replace it by a number first"),
        ([[1, 2], [3]], [[1]], r"image is \[\[1, 2\], \[3\]\]; hand in rows of numbers, all rows equally long"),
        ([["a"]], [[1]], "hand in rows of numbers"),
        (np.zeros((0, 3)), [[1]], "image is 0×3; hand in 1×1 to 12×12"),
    ],
)
def test_wrong_numbers_are_refused_with_the_next_step(image, kernel, says):
    with pytest.raises(ValueError, match=says):
        ConvolutionStepper(image, kernel)


@pytest.mark.parametrize(
    ("photograph", "says"),
    [
        (np.zeros((20, 30)), r"photograph has shape \(20, 30\); it needs to be a square"),
        (np.full((20, 20), 255), "0 to 1"),
    ],
)
def test_wrong_photographs_are_refused_with_the_next_step(photograph, says):
    with pytest.raises(ValueError, match=says):
        ConvolutionStepper(X, K2, photograph=photograph)


def test_later_changes_are_checked_as_well():
    stepper = ConvolutionStepper(X, K2)
    stepper.kernel = np.eye(3)
    with pytest.raises(ValueError, match="does not fit"):
        stepper.image = [[1, 2]]


def test_function_is_given_integers_and_runs_again_when_numbers_change():
    seen = []

    def my_xcorr2d(x, k):
        seen.append((x.dtype, k.shape))
        return xcorr2d(x, k)

    stepper = ConvolutionStepper(X, K2, function=my_xcorr2d)
    assert stepper.answer["values"] == xcorr2d(X, K2).tolist()
    stepper.kernel = [[0.5]]
    stepper.turned = True
    assert seen == [(np.int64, (2, 2)), (np.int64, (1, 1)), (np.int64, (1, 1))]
    assert (stepper.answer["kernel"], stepper.answer["turned"], stepper.answer["name"]) == ([[0.5]], True, "my_xcorr2d")


def test_a_change_from_the_browser_runs_the_function_once_with_all_of_it():
    calls = []
    stepper = ConvolutionStepper(X, K2, function=lambda x, k: calls.append(x.shape) or xcorr2d(x, k))
    stepper.set_state({"image": [[1, 2, 3]], "kernel": [[1, 1]], "turned": True})
    assert calls == [(3, 4), (1, 3)]
    assert stepper.answer["values"] == [[3, 5]]


def quits(*_):
    raise SystemExit("bye")


@pytest.mark.parametrize(
    ("function", "problem"),
    [
        (lambda *_: 1 / 0, "raised ZeroDivisionError: division by zero"),
        (quits, "raised SystemExit: bye"),
        (lambda *_: None, "returned None; end it with return and the output."),
        (lambda x, _: x, "returned shape (3, 4); here the output has shape (2, 3)."),
        (lambda *_: "seven", "returned str, which is no array of numbers."),
    ],
)
def test_functions_that_fail_are_told_in_words(function, problem):
    assert ConvolutionStepper(X, K2, function=function).answer["problem"] == problem


def test_function_that_changes_its_input_changes_nothing_of_ours():
    def spoils(x, _):
        x[:] = 0
        return np.full((2, 3), np.nan)

    stepper = ConvolutionStepper(X, K2, function=spoils)
    assert stepper.image == X
    assert stepper.answer["values"] == [["nan"] * 3] * 2


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("image", "kernel"), [(X, K2), ([[1, 2], [3, 4], [5, 6]], [[1, 2]])])
def test_line_of_pytorch_is_true_with_its_shapes(image, kernel, turned):
    call = f"torchLine({json.dumps(image)}, {json.dumps(kernel)}, {json.dumps(turned)})"
    module = f'import {{ torchLine }} from "{(FOLDER / "stepper.js").as_uri()}"; console.log({call});'
    printed = subprocess.run(["node", "--input-type=module", "-e", module], capture_output=True, text=True, check=True)
    line, shapes = printed.stdout.strip().split("\n")
    output = eval(line, {"F": F, "x": torch.tensor(image), "k": torch.tensor(kernel)})
    truth = conv2d_true(image, kernel) if turned else xcorr2d(image, kernel)
    assert np.array_equal(output[0, 0].numpy(), truth)
    assert shapes.endswith(f"→ {tuple(output.shape)}")
