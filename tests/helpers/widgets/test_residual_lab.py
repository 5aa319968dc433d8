"""What the residual laboratory takes and what it refuses, and that its lines of PyTorch are true."""

import json
import subprocess

import numpy as np
import pytest
import torch

from helpers.widgets.residual_lab import ARRANGEMENTS, ResidualLab
from helpers.widgets.source import FOLDER
from tests.helpers.widgets.reference_residual import BLOCKS


@pytest.mark.parametrize(
    ("signal", "options", "says"),
    [
        ([1, 2], {}, r"signal is \[1, 2\]; give 3 to 7 whole numbers, each −4 to 4"),
        ([1, 2, 5], {}, "each −4 to 4"),
        ([1, 2, 3], {"strength": 0.3}, "strength is 0.3; use −0.5 to 1 in quarters"),
        ([1, 2, 3], {"strength": 2}, "strength is 2.0; use −0.5 to 1"),
        ([1, 2, 3], {"arrangement": "post"}, "arrangement is 'post'; use one of none, after, before, preactivation"),
        ([1, 2, 3], {"blocks": 11}, "blocks is 11; use 1 to 10"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_the_next_step(signal, options, says):
    with pytest.raises(ValueError, match=says):
        ResidualLab(signal, **options)


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_lines_of_pytorch_are_true(arrangement):
    module = (FOLDER / "parts/residual_words.js").as_uri()
    arguments = json.dumps([[1, -3, 0, 2], 0.5, arrangement, 3])[1:-1]
    script = f'import {{ torchLines }} from "{module}"; console.log(torchLines({arguments}));'
    printed = subprocess.run(["node", "--input-type=module", "-e", script], capture_output=True, text=True, check=True)
    names = {"torch": torch}
    exec(printed.stdout, names)
    expected = np.array([1.0, -3, 0, 2])
    for _ in range(3):
        expected = BLOCKS[arrangement](expected, 0.5)
    np.testing.assert_allclose(names["x"], expected)
