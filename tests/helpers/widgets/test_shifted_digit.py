"""What the shifted digit takes and what it refuses, and that its lines of PyTorch are the trained networks."""

import json
import subprocess

import numpy as np
import pytest
import torch
from torch import nn

from helpers.digits import load_small_digits
from helpers.measured.digit_nets import FILE, load_nets
from helpers.widgets.shifted_digit import ShiftedDigit
from helpers.widgets.source import FOLDER


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"digit": 10}, "ShiftedDigit: digit is 10; use 0 to 9"),
        ({"digit": -1}, "digit is -1; use 0 to 9"),
        (
            {"shift": (0, 5)},
            r"shift is \[0, 5\]; give rows and columns, each from −4 to 4: beyond that",
        ),
        ({"shift": (1,)}, r"shift is \[1\]; give rows and columns"),
    ],
)
def test_what_leaves_the_canvas_or_is_no_digit_is_refused(options, says):
    with pytest.raises(ValueError, match=says):
        ShiftedDigit(**options)


def test_later_changes_are_checked_as_well():
    widget = ShiftedDigit()
    with pytest.raises(ValueError, match="each from −4 to 4"):
        widget.shift = [-5, 0]


def test_page_is_handed_all_weights_in_the_order_of_the_layers_and_ten_digits():
    widget = ShiftedDigit()
    parts = [values for net in load_nets().values() for values in net.state_dict().values()]
    expected = torch.cat([values.ravel() for values in parts]).numpy()
    np.testing.assert_array_equal(np.frombuffer(widget.weights, "<f2"), expected)
    images = load_small_digits()[0][np.load(FILE)["shown"]]
    np.testing.assert_array_equal(np.frombuffer(widget.digits, np.uint8).reshape(10, 8, 8) / 16, images)


def test_lines_of_pytorch_take_the_trained_weights_and_give_the_same_logits():
    script = f"""
        import {{ torchLines }} from "{(FOLDER / "parts/digit_words.js").as_uri()}";
        console.log(JSON.stringify(torchLines()));"""
    printed = subprocess.run(["node", "--input-type=module", "-e", script], capture_output=True, text=True, check=True)
    written: dict = {"nn": nn}
    exec(json.loads(printed.stdout), written)
    x = torch.rand(3, 1, 16, 16, generator=torch.Generator().manual_seed(0))
    for name, net in load_nets().items():
        state = dict(zip(written[name].state_dict(), net.state_dict().values(), strict=True))
        written[name].load_state_dict(state)
        assert torch.equal(written[name](x), net(x))
