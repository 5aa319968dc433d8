"""The two trained networks: what their file holds, what they read right, and that they can be trained anew."""

import numpy as np
import pytest
import torch

from helpers.digits import load_small_digits
from helpers.measured.digit_nets import FILE, load_nets, on_canvas, split, train_net
from helpers.training import accuracy, predict

pytestmark = pytest.mark.full
NAMES = ["flatten", "global_pool"]


@pytest.fixture(scope="module")
def nets():
    return load_nets()


@pytest.fixture(scope="module")
def held_out():
    images, labels = load_small_digits()
    places = split()[1]
    return images[places], labels[places]


@pytest.mark.parametrize("name", NAMES)
def test_held_out_digits_are_read_right_as_often_as_the_file_claims(nets, held_out, name):
    images, labels = held_out
    claimed = float(np.load(FILE)[f"{name}.accuracy"])
    assert claimed >= 0.95
    assert accuracy(nets[name], on_canvas(images), labels) == pytest.approx(claimed, abs=1 / len(labels))


def test_shifted_digits_are_read_by_the_global_pool_alone(nets, held_out):
    images, labels = held_out
    shifted = on_canvas(images, shift=(2, 2))
    assert accuracy(nets["flatten"], shifted, labels) < 0.15
    assert accuracy(nets["global_pool"], shifted, labels) > 0.95


def test_logits_of_the_global_pool_stay_as_long_as_no_border_is_seen(nets, held_out):
    images, _ = held_out
    before, after = (predict(nets["global_pool"], on_canvas(images, shift=by)) for by in [(0, 0), (1, -1)])
    np.testing.assert_allclose(after, before, atol=1e-4)


def test_shown_digits_are_held_out_one_of_each_class_and_read_right_in_the_middle(nets):
    shown = np.load(FILE)["shown"]
    images, labels = load_small_digits()
    assert set(shown) <= set(split()[1])
    assert labels[shown].tolist() == list(range(10))
    for net in nets.values():
        assert predict(net, on_canvas(images[shown])).argmax(axis=1).tolist() == list(range(10))


def test_file_is_small_enough_for_a_page():
    assert FILE.stat().st_size < 100_000


@pytest.mark.parametrize("name", NAMES)
def test_training_anew_gives_the_same_network_twice_in_numbers_that_float16_holds(name):
    first, again = (train_net(name, epochs=1, examples=130).state_dict() for _ in range(2))
    for part, values in first.items():
        assert torch.equal(values, again[part])
        assert torch.equal(values, values.half().float())
