"""What the pixel inspector takes, and what it refuses."""

import numpy as np
import pytest

from helpers.images import load_photograph
from helpers.widgets.inspector import PixelInspector

RAMP = np.arange(12, dtype=np.uint8).reshape(3, 4) * 20


@pytest.mark.parametrize(
    ("pictures", "settings", "says"),
    [
        ({}, {}, "there is no picture; give at least one"),
        ({"a": RAMP[0]}, {}, r"'a' has shape \(4,\); it needs \(height, width\)"),
        ({"a": np.zeros((3, 4, 4))}, {}, r"'a' has shape \(3, 4, 4\)"),
        ({"a": np.zeros((3, 257))}, {}, "at most 256 rows and columns"),
        ({"a": np.zeros((0, 4))}, {}, r"'a' has shape \(0, 4\)"),
        ({"a": RAMP.astype(np.int64)}, {}, "'a' is int64 with values from 0 to 220; it needs uint8, or float"),
        ({"a": np.full((3, 4), 1.5)}, {}, "it needs uint8, or float from 0 to 1: divide bytes by 255"),
        ({"a": np.full((3, 4), np.nan)}, {}, "it needs uint8, or float from 0 to 1"),
        ({"a": RAMP}, {"picture": "b"}, "picture 'b' is not known; use one of a"),
        ({"a": RAMP}, {"show": "alpha"}, "show 'alpha' is not known; use one of colour, red, green, blue"),
        ({"a": RAMP}, {"colours": "jet"}, "colours 'jet' is not known; use one of grey, viridis"),
        ({"a": RAMP}, {"place": (3, 0)}, r"place \(3, 0\) lies outside the picture of 3 rows and 4 columns"),
        ({"a": RAMP}, {"place": (0, -1)}, r"place \(0, -1\) lies outside"),
    ],
)
def test_wrong_settings_are_refused_with_the_next_step(pictures, settings, says):
    with pytest.raises(ValueError, match=says):
        PixelInspector(pictures, **settings)


def test_later_changes_are_checked_as_well():
    inspector = PixelInspector({"ramp": RAMP})
    with pytest.raises(ValueError, match="lies outside"):
        inspector.place = [0, 4]
    with pytest.raises(ValueError, match="not known"):
        inspector.show = "?"


def test_shares_of_255_become_the_bytes_they_came_from():
    coins = load_photograph("coins", size=64)
    assert np.array_equal(np.frombuffer(PixelInspector({"c": coins}).pixels, np.uint8), np.ravel(coins * 255).round())


def test_pictures_follow_one_another():
    inspector = PixelInspector({"grey": RAMP, "colour": np.ones((2, 5, 3))})
    assert [(one["start"], one["channels"]) for one in inspector.pictures] == [(0, 1), (12, 3)]
    assert len(inspector.pixels) == 12 + 30


def test_middle_pixel_is_read_first():
    assert PixelInspector({"ramp": RAMP}).place == [1, 2]
