"""What the pooling laboratory takes and what it refuses, and that its line of PyTorch is true."""

import json
import subprocess

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from helpers.widgets.pooling_lab import PoolingLab
from helpers.widgets.source import FOLDER

X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]]


@pytest.mark.parametrize(
    ("image", "options", "says"),
    [
        ([1, 2], {}, r"PoolingLab: image has shape \(2,\); it needs two axes"),
        (np.zeros((29, 3)), {}, "image is 29×3; hand in 1×1 to 28×28"),
        (X, {"kind": "min"}, "there is no kind 'min'; use one of max, average"),
        (X, {"fill": "edge"}, "there is no fill 'edge'; use one of zeros, wrap"),
        (X, {"window": 6}, "window is 6; use 1 to 5"),
        (X, {"stride": 0}, "stride is 0; use 1 to 5"),
        (X, {"padding": 2}, "padding 2 with window 2; use 0 to 1, half of the window"),
        (X, {"window": 4}, r"window 4 does not fit in image \(3, 4\) with padding 0; use a larger image or a smaller"),
        (X, {"shift": (0, 4)}, r"shift is \[0, 4\]; give rows and columns, each from −3 to 3"),
    ],
)
def test_what_pytorch_would_refuse_is_refused_with_the_next_step(image, options, says):
    with pytest.raises(ValueError, match=says):
        PoolingLab(image, **options)


def test_stride_is_the_window_if_it_is_not_given():
    assert (PoolingLab(X, window=3).stride, PoolingLab(X, window=3, stride=1).stride) == (3, 1)


def test_later_changes_are_checked_as_well():
    lab = PoolingLab(X, window=3)
    with pytest.raises(ValueError, match="does not fit"):
        lab.image = [[1, 2]]


@pytest.mark.parametrize("kind", ["max", "average"])
@pytest.mark.parametrize("counted", [True, False])
def test_line_of_pytorch_is_true_with_its_shapes(kind, counted):
    pooling = {"kind": kind, "window": 3, "stride": 2, "padding": 1, "count_include_pad": counted}
    script = f"""
        import {{ pool }} from "{(FOLDER / "parts/pooling.js").as_uri()}";
        import {{ torchLine }} from "{(FOLDER / "parts/pooling_words.js").as_uri()}";
        const [x, pooling] = {json.dumps([X, pooling])};
        console.log(JSON.stringify([torchLine(x, pooling), pool(x, pooling)]));"""
    printed = subprocess.run(["node", "--input-type=module", "-e", script], capture_output=True, text=True, check=True)
    text, said = json.loads(printed.stdout)
    line, shapes = text.split("\n")
    output = eval(line, {"F": F, "x": torch.tensor(X).double()})
    assert np.allclose(output[0, 0].numpy(), said)
    assert shapes == f"# shapes: (1, 1, 3, 4) → {tuple(output.shape)}"
