"""What the feature explorer takes and what it refuses, and how much of it a page has to carry."""

import gzip
import json
from base64 import b64encode

import numpy as np
import pytest

from helpers.measured.feature_maps import load
from helpers.widgets.feature_explorer import FeatureExplorer

MOST = 600_000


@pytest.fixture(scope="module")
def held():
    return load()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"photograph": "dog"}, "FeatureExplorer: there is no photograph 'dog'; use one of cat, coffee, camera"),
        ({"layer": "block 3"}, "there is no layer 'block 3'; use one of stem, block 2"),
        ({"drawing": 338}, "drawing is 338; use 0 to 337"),
        ({"drawing": -1}, "drawing is -1; use 0 to 337"),
    ],
)
def test_what_is_not_there_is_refused(held, options, says):
    with pytest.raises(ValueError, match=says):
        FeatureExplorer(held, **options)


@pytest.mark.parametrize("missing", ["layers", "cosines", "drawings_webp", "block 7_limits"])
def test_maps_that_lack_something_are_refused_with_where_to_get_them(held, missing):
    rest = {name: values for name, values in held.items() if name != missing}
    with pytest.raises(ValueError, match=rf"maps has no '{missing}'; hand in what helpers.measured.feature_maps.load"):
        FeatureExplorer(rest)


def test_later_changes_are_checked_as_well(held):
    widget = FeatureExplorer(held)
    for name, value in {"rank": 8, "mix": 101, "layer": "pool"}.items():
        with pytest.raises(ValueError, match=f"FeatureExplorer: .*{name}"):
            setattr(widget, name, value)


def test_page_is_handed_all_maps_all_neighbours_and_both_pictures(held):
    widget = FeatureExplorer(held)
    expected = b"".join(held[f"{layer}_maps"].tobytes() for layer in held["layers"])
    assert gzip.decompress(widget.maps) == expected
    count = held["neighbours"].size
    np.testing.assert_array_equal(np.frombuffer(widget.near, "<u2", count), held["neighbours"].ravel())
    cosines = np.frombuffer(widget.near, np.int8, count, 2 * count) / 127
    np.testing.assert_allclose(cosines, held["cosines"].ravel(), atol=0.5 / 127 + 1e-6)
    for name in ("photographs", "drawings"):
        assert getattr(widget, name)[8:12] == b"WEBP"


def test_all_that_a_page_carries_of_it_is_below_600_kb(held):
    widget = FeatureExplorer(held, key="weight")
    traits = {name: getattr(widget, name) for name in widget.trait_names(sync=True) if not name.startswith("_")}
    buffers = [b64encode(value).decode() for value in traits.values() if isinstance(value, bytes)]
    plain = {name: value for name, value in traits.items() if isinstance(value, str | int | dict)}
    texts = {name: str(getattr(widget, name)) for name in ("_esm", "_css")}
    # As the site writes it: the module as a string in a script, the state as JSON with its buffers in base64.
    assert sum(len(json.dumps(part)) for part in (buffers, plain, texts)) < MOST
