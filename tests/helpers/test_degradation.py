"""The measured degradation: what the file holds, what it shows, and that it can be measured anew."""

import numpy as np
import pytest
import torch
from torch import nn

from helpers.measured.degradation import (
    ASKED,
    DEPTHS,
    EPOCHS,
    FILE,
    KINDS,
    MOMENTS,
    SEEDS,
    images,
    load,
    measure,
    with_fresh_statistics,
)
from helpers.residual import grad_norms, resnet

pytestmark = pytest.mark.full
MEASURES = ["train_loss", "train_accuracy", "test_accuracy"]


@pytest.fixture(scope="module")
def runs():
    return load()


def last(runs, kind, depth, what="train_accuracy"):
    return runs[f"{kind}_{depth}_{what}"][:, -1]


def test_file_holds_a_curve_for_each_seed_and_a_norm_for_each_block(runs):
    assert runs["depths"].tolist() == list(DEPTHS)
    assert runs["epochs"].tolist() == list(range(1, EPOCHS + 1))
    assert runs["moments"].tolist() == list(MOMENTS)
    for kind in KINDS:
        for depth in DEPTHS:
            for measure_of in MEASURES:
                assert runs[f"{kind}_{depth}_{measure_of}"].shape == (len(SEEDS), EPOCHS)
            blocks = (depth - 2) // 2
            assert runs[f"{kind}_{depth}_grad_norms"].shape == (len(SEEDS), len(MOMENTS), blocks)
    assert len(runs) == 3 + len(KINDS) * len(DEPTHS) * (len(MEASURES) + 1)


def test_values_are_finite_shares_and_positive_norms(runs):
    for name, values in runs.items():
        assert np.isfinite(values).all()
        assert values.min() >= 0
        if name.endswith("accuracy"):
            assert values.max() <= 1


def test_file_is_small_enough_for_a_page():
    assert FILE.stat().st_size < 150_000


def test_deepest_plain_network_is_worse_on_its_training_digits_than_any_other(runs):
    others = [(kind, depth) for kind in KINDS for depth in DEPTHS if (kind, depth) != ("plain", 38)]
    assert last(runs, "plain", 38).max() < 0.95
    assert min(last(runs, *other).min() for other in others) > 0.97


def test_deepest_plain_network_does_not_overfit(runs):
    gap = last(runs, "plain", 38) - last(runs, "plain", 38, "test_accuracy")
    assert np.abs(gap).max() < 0.1


def test_gradient_of_a_deep_plain_network_explodes_at_first_and_is_level_after_an_epoch(runs):
    first = {kind: runs[f"{kind}_38_grad_norms"][..., 0] / runs[f"{kind}_38_grad_norms"][..., -1] for kind in KINDS}
    assert first["plain"][:, 0].min() > 30
    assert first["residual"][:, 0].max() < 20
    assert np.median(first["plain"][:, 1]) < 10
    assert runs["plain_38_grad_norms"][:, 1:].min() > 1e-3


@pytest.mark.parametrize(("kind", "seed"), [("plain", 1), ("residual", 2)])
def test_measuring_anew_gives_the_beginning_of_the_file(runs, kind, seed):
    epochs = 2
    again = measure(kind, 4, seed=seed, epochs=epochs)
    assert again["grad_norms"].shape == (2, 1)
    np.testing.assert_allclose(again["grad_norms"][0], runs[f"{kind}_4_grad_norms"][seed, 0], rtol=1e-3)
    np.testing.assert_allclose(again["train_loss"], runs[f"{kind}_4_train_loss"][seed, :epochs], atol=0.05)
    for name in MEASURES[1:]:
        np.testing.assert_allclose(again[name], runs[f"{kind}_4_{name}"][seed, :epochs], atol=0.06)


def test_gradients_of_the_file_are_those_of_networks_of_its_seeds(runs):
    x, y, _, _ = images()
    torch.manual_seed(0)
    norms = grad_norms(resnet(20, width=8, residual=False), x[:ASKED], y[:ASKED])
    np.testing.assert_allclose(norms, runs["plain_20_grad_norms"][0, 0], rtol=1e-2)


def test_fresh_statistics_make_evaluation_what_training_is_and_leave_the_network_alone():
    x = images()[0][:64]
    torch.manual_seed(0)
    net = resnet(8, width=4)
    before = {name: value.clone() for name, value in net.state_dict().items()}
    settled = with_fresh_statistics(net, x)
    assert all(torch.equal(value, before[name]) for name, value in net.state_dict().items())
    assert net.training
    assert not settled.training
    # In training a norm divides by the biased variance and keeps the unbiased one: hence the tolerance.
    torch.testing.assert_close(settled(x), net(x), atol=0.02, rtol=0.02)


def test_lagging_statistics_hide_what_a_fresh_network_gets_right():
    x = images()[0][:64]
    norm = nn.BatchNorm2d(1)
    norm(100 * x)  # its running variance moves a tenth of the way
    fresh = with_fresh_statistics(nn.Sequential(norm), 100 * x)(100 * x)
    assert fresh.std().item() == pytest.approx(1, abs=0.01)
    assert norm.eval()(100 * x).std().item() > 2


def test_images_are_split_into_those_to_train_on_and_others():
    x, y, new_x, new_y = images()
    assert (len(x), len(y), len(new_x), len(new_y)) == (1397, 1397, 400, 400)
    assert x.shape[1:] == new_x.shape[1:] == (1, 8, 8)
