"""The maps and neighbours beside feature_maps.py: what the file holds, and that it can be computed anew."""

import io

import numpy as np
import pytest
import torch
from PIL import Image

from helpers.drawings import load_clipart8
from helpers.images import load_photograph
from helpers.lite0 import class_names, load_lite0, prepare
from helpers.measured.feature_maps import (
    FILE,
    NEAREST,
    PHOTOGRAPHS,
    SHOWN,
    SIDE,
    STEPS,
    TILE,
    fields_of,
    kept,
    load,
    maps_of,
    neighbours,
    points_of,
    shrunk,
)  # fmt: skip

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def held():
    return load()


@pytest.fixture(scope="module")
def net():
    return load_lite0()


def picture(held, name):
    return np.asarray(Image.open(io.BytesIO(held[f"{name}_webp"].tobytes())))


def test_one_photograph_run_anew_gives_the_kept_values_within_one_of_their_steps(held, net):
    place = PHOTOGRAPHS.index("coffee")
    for layer, maps in maps_of(net, ("coffee",)).items():
        channels, limits = held[f"{layer}_channels"], held[f"{layer}_limits"]
        anew = shrunk(maps[0, channels]) / limits[:, None, None] * STEPS
        assert np.abs(anew - held[f"{layer}_maps"][place]).max() <= 0.6  # half a step, and float32's own freedom
        assert list(maps.shape[1:]) == held[f"{layer}_shape"].tolist()


def test_what_the_network_takes_a_photograph_for_is_what_it_says_anew(held, net):
    with torch.no_grad():
        shares = torch.softmax(net(prepare(load_photograph("coffee", colour=True), size=SIDE)), dim=1)[0]
    assert class_names()[int(shares.argmax())] == held["guesses"][1, 0] == "espresso"
    assert float(shares.max()) == pytest.approx(float(held["shares"][1, 0]), abs=1e-3)


def test_kept_channels_are_those_that_vary_the_most_and_their_furthest_value_fills_the_eight_bits():
    maps = np.random.default_rng(0).normal(size=(2, 12, 7, 7)) * np.arange(12)[:, None, None]
    found = kept(maps)
    assert set(found["channels"]) == set(np.argsort(maps.std(axis=(0, 2, 3)))[-SHOWN:])
    assert np.abs(found["maps"].astype(int)).max(axis=(0, 2, 3)).tolist() == [STEPS] * SHOWN
    restored = found["maps"] / STEPS * found["limits"][:, None, None]
    assert np.abs(restored - maps[:, found["channels"]]).max() <= found["limits"].max() / STEPS / 2 + 1e-9


@pytest.mark.parametrize("layer", ["block 2", "block 4"])
def test_fields_are_what_the_gradient_of_a_cell_reaches(held, net, layer):
    field, cell = fields_of(net)[layer], 14
    assert held[f"{layer}_field"].tolist() == list(field)
    x = torch.rand(1, 3, SIDE, SIDE, generator=torch.Generator().manual_seed(0), requires_grad=True)
    out = net.blocks[: int(layer.split()[1]) + 1](net.stem(x))
    out[0, :, cell, cell].sum().backward()
    for axis in (0, 1):
        reached = np.flatnonzero(x.grad[0].abs().sum(dim=0).sum(dim=1 - axis).numpy())
        assert reached[0] == field.first + cell * field.jump
        assert reached[-1] == field.first + cell * field.jump + field.size - 1


def test_neighbours_of_some_drawings_are_found_anew(held, net):
    drawings, labels, _ = load_clipart8()
    assert labels.tolist() == held["labels"].tolist()
    some = np.arange(0, len(labels), 14)
    for space, points in points_of(net, drawings[some]).items():
        nearest, cosines = neighbours(points)
        rank = held["spaces"].tolist().index(space)
        worst = held["cosines"][rank, some, NEAREST - 1]
        assert (cosines[:, 0] <= held["cosines"][rank, some, 0] + 1e-4).all()  # among fewer none is nearer
        for row, drawing in enumerate(some):  # whoever of them is nearer than the fifth of all is among the five
            near = some[nearest[row][cosines[row] > worst[row] + 1e-4]]
            assert set(near) <= set(held["neighbours"][rank, drawing])


def test_the_deeper_the_space_the_more_of_the_nearest_share_the_class(held):
    share = (held["labels"][held["neighbours"]] == held["labels"][None, :, None]).sum(axis=2).mean(axis=1)
    assert (np.diff(share) > 0.2).all()


def test_no_drawing_is_its_own_neighbour_and_the_nearest_come_first(held):
    count = len(held["labels"])
    assert (held["neighbours"] != np.arange(count)[None, :, None]).all()
    assert (np.diff(held["cosines"], axis=2) <= 0).all()


def test_pictures_show_what_they_are_kept_for(held):
    photographs = picture(held, "photographs")
    assert photographs.shape == (SIDE, SIDE * len(PHOTOGRAPHS), 3)
    seen = prepare(load_photograph("astronaut", colour=True), size=SIDE)[0].permute(1, 2, 0).numpy() * 128 + 127
    place = PHOTOGRAPHS.index("astronaut") * SIDE
    assert np.abs(photographs[:, place : place + SIDE] - seen).mean() < 6
    drawings, last = picture(held, "drawings"), load_clipart8(size=TILE)[0][-1]
    row, column = divmod(len(held["labels"]) - 1, 20)
    tile = drawings[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE]
    assert np.abs(tile - 255 * last).mean() < 12


def test_file_is_small():
    assert FILE.stat().st_size < 450_000
