"""The accuracy of a probe over splits: the same as by hand, and what is refused."""

import numpy as np
import pytest

from helpers.probe_accuracy import probe_accuracy
from helpers.probes import balanced_accuracy, linear_probe, split_by_class

DRAW = np.random.default_rng(0)
Y = np.repeat([2, 5, 7], (12, 20, 9))
X = DRAW.normal(size=(41, 5)) * [1, 10, 100, 1, 1] + Y[:, None]


@pytest.mark.parametrize("penalty", [None, 0.5])
def test_each_split_is_probed_by_itself(penalty):
    by_hand = []
    for seed in (3, 8):
        learn, test = split_by_class(Y, 4, seed=seed)
        named = linear_probe(X[learn], Y[learn], X[test], penalty=penalty or 5)
        by_hand.append(balanced_accuracy(Y[test], named))
    np.testing.assert_array_equal(probe_accuracy(X, Y, 4, seeds=(3, 8), penalty=penalty), by_hand)


def test_ten_splits_are_made_unless_others_are_asked_for():
    assert probe_accuracy(X, Y, 4).shape == (10,)


def test_noise_is_read_as_by_chance():
    labels = np.repeat(range(4), 50)
    assert 0.15 < probe_accuracy(DRAW.normal(size=(200, 30)), labels, 20).mean() < 0.35


def test_too_many_examples_for_a_class_are_refused():
    with pytest.raises(ValueError, match="class 7 has 9 examples, and k is 9"):
        probe_accuracy(X, Y, 9)
