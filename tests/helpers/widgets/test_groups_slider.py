"""What the groups slider takes and what it refuses, and that its line of PyTorch is true."""

import json
import subprocess

import pytest
from torch import nn

from helpers.costs import conv_params
from helpers.widgets.groups_slider import GroupsSlider
from helpers.widgets.source import FOLDER


@pytest.mark.parametrize(
    ("layer", "options", "says"),
    [
        ((0, 16), {}, "GroupsSlider: in_channels is 0; use 1 to 1024"),
        ((8, 2000), {}, "out_channels is 2000; use 1 to 1024"),
        ((8, 16), {"kernel": 12}, "kernel is 12; use 1 to 11"),
        ((8, 16), {"size": 0}, "size is 0; use 1 to 512"),
        ((8, 16), {"groups": 0}, "groups is 0; use 1 to 1024"),
        (
            (8, 12),
            {"groups": 8},
            "groups=8 does not divide 8 input and 12 output channels; use a number that divides both",
        ),
    ],
)
def test_what_is_no_layer_is_refused_with_the_next_step(layer, options, says):
    with pytest.raises(ValueError, match=says):
        GroupsSlider(*layer, **options)


def test_separable_needs_no_common_divisor():
    assert GroupsSlider(3, 64, separable=True).groups == 1


def test_later_changes_are_checked_as_well():
    slider = GroupsSlider(8, 16, groups=8)
    with pytest.raises(ValueError, match="does not divide"):
        slider.in_channels = 6


@pytest.mark.parametrize("separable", [True, False])
@pytest.mark.parametrize("groups", [1, 4])
def test_line_of_pytorch_is_true_with_its_shapes(groups, separable):
    layer = {"in_channels": 8, "out_channels": 16, "kernel": 3, "size": 7, "groups": groups, "separable": separable}
    module = (FOLDER / "parts/groups_words.js").as_uri()
    script = f'import {{ torchLine }} from "{module}"; console.log(torchLine({json.dumps(layer)}));'
    printed = subprocess.run(["node", "--input-type=module", "-e", script], capture_output=True, text=True, check=True)
    line, shapes = printed.stdout.strip().split("\n")
    weights = [weight for weight in eval(line, {"nn": nn}).parameters() if weight.ndim == 4]
    assert shapes == f"# weights: {', '.join(str(tuple(weight.shape)) for weight in weights)}"
    counted = [conv_params(8, 8, 3, groups=8, bias=False), conv_params(8, 16, 1, bias=False)]
    expected = sum(counted) if separable else conv_params(8, 16, 3, groups=groups, bias=False)
    assert sum(weight.numel() for weight in weights) == expected
