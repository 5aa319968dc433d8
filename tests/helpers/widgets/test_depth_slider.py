"""What the depth slider takes and what it refuses."""

import numpy as np
import pytest

from helpers.widgets.depth_slider import KINDS, MEASURES, DepthSlider
from tests.helpers.widgets.depth_runs import made_up


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("residual_8_train_loss", None, "runs have no 'residual_8_train_loss'; give what helpers.measured.degradation"),
        ("moments", None, "runs have no 'moments'"),
        ("depths", [4], r"depths are \[4\]; give 2 or more whole numbers that rise"),
        ("depths", [8, 4], r"depths are \[8, 4\]; give 2 or more"),
        ("epochs", [1, 1, 2], r"epochs are \[1, 1, 2\]; give 2 or more"),
        ("plain_4_grad_norms", np.ones((2, 1)), r"the gradient norms have shapes .*; give \(seeds, moments, blocks\)"),
        ("residual_8_grad_norms", np.ones((2, 2, 4)), r"has shape \(2, 2, 4\); beside the other .* have \(2, 2, 3\)"),
        ("plain_8_train_loss", np.ones((3, 20)), r"plain_8_train_loss has shape \(3, 20\); .* must have \(2, 20\)"),
        ("plain_8_train_loss", np.full((2, 20), np.nan), "plain_8_train_loss holds numbers below 0, infinite or NaN"),
        ("plain_8_train_loss", np.full((2, 20), -1), "below 0"),
        ("plain_8_test_accuracy", np.full((2, 20), 62), "goes up to 62; give shares from 0 to 1, not percentages"),
    ],
)
def test_runs_that_cannot_be_shown_are_refused_with_the_next_step(name, value, says):
    runs = {other: held for other, held in made_up().items() if other != name}
    with pytest.raises(ValueError, match=says):
        DepthSlider(runs if value is None else {**runs, name: value})


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"depth": 12}, r"depth is 12; use one of those measured: \[4, 8, 20, 38\]"),
        ({"measure": "loss"}, "measure is 'loss'; use one of train_accuracy, test_accuracy, train_loss"),
    ],
)
def test_depth_and_measure_are_among_those_measured(options, says):
    with pytest.raises(ValueError, match=says):
        DepthSlider(made_up(), **options)


def test_later_changes_are_checked_as_well():
    slider = DepthSlider(made_up())
    assert slider.depth == 4
    with pytest.raises(ValueError, match="depth is 5"):
        slider.depth = 5


def test_page_is_handed_all_runs_in_the_order_in_which_it_reads_them():
    runs = made_up()
    slider = DepthSlider({**runs, "plain_38_seconds": 7})
    names = [f"{kind}_{depth}_{measure}" for measure in MEASURES for kind in KINDS for depth in runs["depths"]]
    names += [f"{kind}_{depth}_grad_norms" for kind in KINDS for depth in runs["depths"]]
    expected = np.concatenate([runs[name].ravel() for name in names]).astype(np.float32)
    np.testing.assert_array_equal(np.frombuffer(slider.runs, "<f4"), expected)
    assert slider.layout_of["blocks"] == [1, 3, 9, 18]
