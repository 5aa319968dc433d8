"""What the channel sum takes and what it refuses, and that its line of PyTorch is true."""

import json
import subprocess

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from helpers.layers import conv2d
from helpers.widgets.channel_sum import ChannelSum
from helpers.widgets.source import FOLDER

X = [[[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]], [[0, 1, 0, 2], [1, 0, 2, 0], [0, 3, 0, 1]]]
K = [[[1, 0], [0, 1]], [[1, 2], [0, -1]]]


@pytest.mark.parametrize(
    ("image", "kernels", "options", "says"),
    [
        (X[0], K, {}, r"ChannelSum: image has shape \(3, 4\); it needs three axes, \(channels, rows, columns\)"),
        (X[:1], K[:1], {}, r"image has shape \(1, 3, 4\); it needs one from \(2, 1, 1\) to \(3, 8, 8\)"),
        (np.ones((2, 9, 3)), K, {}, r"image has shape \(2, 9, 3\); it needs one from"),
        (X, np.ones((3, 2, 2)), {}, r"has 2 channels and kernels \(3, 2, 2\) 3 slices; give one slice for each"),
        (X, np.ones((2, 4, 2)), {}, r"kernels \(4, 2\) do not fit in image \(3, 4\); use a larger image or smaller"),
        (X, [[[1, 2], [3]]] * 2, {}, "kernels is .*; hand in one grid of numbers for each channel"),
        (np.full((2, 3, 3), np.nan), K, {}, "image holds NaN or infinity; replace it by a number first"),
        (X, K, {"bias": [1, 2]}, r"bias is \[1, 2\]; this is one output channel, so give one number"),
        (X, K, {"bias": np.inf}, "bias is inf; replace it by a finite number"),
        (X, K, {"names": ["red"]}, "1 names for 2 channels; give one name for each"),
        (X, K, {"counted": [2]}, r"counted is \[2\]; use channels from 0 to 1"),
        (X, K, {"white": -1}, "white is -1.0; it needs to be above 0"),
    ],
)
def test_what_does_not_belong_together_is_refused_with_the_next_step(image, kernels, options, says):
    with pytest.raises(ValueError, match=says):
        ChannelSum(image, kernels, **options)


def test_arrays_of_numpy_are_taken_and_channels_put_in_order():
    widget = ChannelSum(np.array(X), np.array(K), bias=np.float32(0.5), counted=(1, 0))
    assert (widget.image, widget.bias, widget.counted) == (X, 0.5, [0, 1])
    assert widget.names == ["channel 0", "channel 1"]


def test_later_changes_are_checked_as_well():
    widget = ChannelSum(X, K)
    with pytest.raises(ValueError, match="do not fit"):
        widget.kernels = np.ones((2, 4, 4))


@pytest.mark.parametrize("bias", [None, 1.5])
def test_line_of_pytorch_is_true_with_its_shapes(bias):
    call = f"torchLine({json.dumps(X)}, {json.dumps(K)}, {json.dumps(bias)})"
    module = f'import {{ torchLine }} from "{(FOLDER / "channel_sum.js").as_uri()}"; console.log({call});'
    printed = subprocess.run(["node", "--input-type=module", "-e", module], capture_output=True, text=True, check=True)
    line, shapes = printed.stdout.strip().split("\n")
    names = {"F": F, "x": torch.tensor(X).double(), "w": torch.tensor(K).double()}
    names |= {} if bias is None else {"b": torch.tensor([bias]).double()}
    output = eval(line, names)
    assert np.array_equal(output.numpy(), conv2d([X], [K], None if bias is None else [bias]))
    assert shapes.endswith(f"→ {tuple(output.shape)}")
