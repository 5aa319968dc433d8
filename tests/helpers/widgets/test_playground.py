"""What the playground takes, what it refuses, and that Python and the page know the same names."""

import json
import subprocess

import numpy as np
import pytest

from helpers.widgets.playground import KERNELS, PICTURES, KernelPlayground
from helpers.widgets.source import FOLDER


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"picture": "moon"}, "KernelPlayground: there is no picture 'moon'; use one of face, cross, diagonal"),
        ({"kernel": "edges"}, "there is no kernel 'edges'; use one of vertical edges, horizontal edges, sobel"),
        ({"topic": "colours"}, "there is no topic 'colours'; use one of kernels, signs"),
        ({"own": np.eye(2)}, "KernelPlayground: own is 2×2; it needs to be 3×3"),
        ({"own": [1, 2, 3]}, r"own has shape \(3,\); it needs two axes"),
        ({"own": np.full((3, 3), np.nan)}, "own holds NaN or infinity"),
    ],
)
def test_wrong_settings_are_refused_with_the_next_step(settings, says):
    with pytest.raises(ValueError, match=says):
        KernelPlayground(**settings)


def test_later_changes_are_checked_as_well():
    playground = KernelPlayground()
    playground.kernel = "own"
    with pytest.raises(ValueError, match="there is no kernel"):
        playground.kernel = "?"


def test_photographs_are_bytes_of_the_right_size():
    playground = KernelPlayground()
    assert [len(pixels) for pixels in (playground.camera, playground.coins, playground.text)] == [128 * 128] * 3


def test_names_of_pictures_and_kernels_are_those_of_the_page():
    parts = (FOLDER / "parts").as_uri()
    module = (
        f'import {{ TITLES as p }} from "{parts}/pictures.js"; import {{ TITLES as k }} from "{parts}/kernels.js";'
        "console.log(JSON.stringify([Object.keys(p), Object.keys(k)]));"
    )
    printed = subprocess.run(["node", "--input-type=module", "-e", module], capture_output=True, text=True, check=True)
    assert json.loads(printed.stdout) == [list(PICTURES), list(KERNELS)]
