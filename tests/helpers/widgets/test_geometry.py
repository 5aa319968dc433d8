"""What the geometry slider takes and refuses."""

import pytest

from helpers.widgets.geometry import GeometrySlider


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"size": 0}, "GeometrySlider: size is 0; use 1 to 256"),
        ({"size": 300}, "size is 300; use 1 to 256"),
        ({"kernel": 16}, "kernel is 16; use 1 to 15"),
        ({"stride": -1}, "stride is -1; use 0 to 8"),
        ({"dilation": 7}, "dilation is 7; use 0 to 6"),
        ({"padding": 9}, r"padding is \[9, 9\]; use one number from 0 to 8"),
        ({"padding": (2, 1)}, r"padding is \[2, 1\]; .*after equal to before or one more"),
        ({"padding": (1, 2, 3)}, r"padding is \[1, 2, 3\]"),
        ({"mode": "mirror"}, "mode is 'mirror'; use one of zeros, reflect, replicate, circular"),
    ],
)
def test_wrong_settings_are_refused_with_the_next_step(settings, says):
    with pytest.raises(ValueError, match=says):
        GeometrySlider(**settings)


def test_settings_without_an_output_are_taken_so_that_they_are_explained():
    slider = GeometrySlider(4, 5, stride=0, dilation=0)
    assert (slider.stride, slider.dilation) == (0, 0)


def test_settings_can_be_changed_from_python_within_their_range():
    slider = GeometrySlider(8, 4, padding=(1, 2))
    slider.padding = [2, 2]
    with pytest.raises(ValueError, match="kernel is 99"):
        slider.kernel = 99
    assert (slider.kernel, slider.padding) == (4, [2, 2])
