"""What the field tracer takes and what it refuses, and that its line of PyTorch is true."""

import json
import subprocess

import numpy as np
import pytest
from torch import nn

from helpers.fields import rf_by_gradient
from helpers.widgets.field_tracer import FieldTracer
from helpers.widgets.source import FOLDER


@pytest.mark.parametrize(
    ("layers", "options", "says"),
    [
        ([], {}, "there are 0 layers; use 1 to 6"),
        ([(3,)] * 7, {"size": 60}, "there are 7 layers; use 1 to 6"),
        ([(12,)], {}, "kernel is 12; use 1 to 11"),
        ([(3, 0)], {}, "stride is 0; use 1 to 4"),
        ([("mean", 3)], {}, r"no such layer: \('mean', 3, 1, 0, 1\); use \('conv' or 'pool', kernel"),
        ([(3, 1, 0, 1, 1)], {}, "no such layer"),
        ([(3,)], {"size": 65}, "size is 65; use 1 to 64"),
        ([(3,), (5,)], {"size": 6}, "kernel"),
        ([("pool", 2, 2, 2)], {}, "layer 0 pools 2 cells with padding 2; pad by half a window at most"),
        ([(3,)], {"cell": 15}, "cell is 15; the last map has 15 cells: use 0 to 14, or −1"),
    ],
)
def test_what_is_no_stack_is_refused_with_the_next_step(layers, options, says):
    with pytest.raises(ValueError, match=says):
        FieldTracer(layers, **options)


def test_line_of_pytorch_is_true_and_the_gradient_finds_the_cells_that_are_traced():
    layers = FieldTracer([(3, 2, 1), ("pool", 2), (3, 1, 1, 2), ("pool", 3, 1, 1)], size=40).layers
    script = f"""
        import {{ trace }} from "{(FOLDER / "parts/tracing.js").as_uri()}";
        import {{ torchLine }} from "{(FOLDER / "parts/tracing_words.js").as_uri()}";
        const layers = {json.dumps(layers)};
        console.log(JSON.stringify([torchLine(layers), [...trace(layers, 40, 4)[0].inside.keys()]]));"""
    printed = subprocess.run(["node", "--input-type=module", "-e", script], capture_output=True, text=True, check=True)
    line, traced = json.loads(printed.stdout)
    field = rf_by_gradient(eval(line, {"nn": nn}), (1, 40, 40), cell=(4, 4))
    assert np.flatnonzero(field.any(axis=1)).tolist() == sorted(traced)
