"""A training lowers the loss, repeats itself by its seed, and can be stopped without losing anything."""

import numpy as np
import pytest
import torch
from torch import nn

from helpers.training import accuracy, count_steps, predict, train

DRAW = np.random.default_rng(0)
X = DRAW.normal(size=(90, 5))
Y = X[:, :3].argmax(axis=1)


def new_model():
    torch.manual_seed(1)
    return nn.Sequential(nn.Linear(5, 16), nn.ReLU(), nn.Dropout(0.1), nn.Linear(16, 3))


@pytest.mark.parametrize("optimizer", ["sgd", "adam", "adamw"])
def test_training_lowers_the_loss_and_is_repeated_by_its_seed(optimizer):
    runs = []
    for _ in range(2):
        model = new_model()
        runs.append(train(model, X, Y, epochs=40, batch_size=20, learning_rate=0.05, optimizer=optimizer))
        assert accuracy(model, X, Y) > 0.8
        assert not model.training
    assert runs[0] == runs[1]
    assert len(runs[0]) == count_steps(90, epochs=40, batch_size=20) == 200
    assert np.mean(runs[0][-10:]) < 0.7 * np.mean(runs[0][:10])


def test_another_seed_is_another_order():
    first, other = (train(new_model(), X, Y, epochs=1, seed=seed, batch_size=10) for seed in (0, 1))
    assert first != other


def test_an_interrupted_training_keeps_its_losses_and_its_model():
    def interrupt(step, _loss):
        if step == 6:
            raise KeyboardInterrupt

    model = new_model()
    assert len(train(model, X, Y, epochs=9, on_step=interrupt)) == 7
    assert not model.training


def test_each_step_is_told():
    told = []
    losses = train(new_model(), X, Y, epochs=2, on_step=lambda *both: told.append(both))
    assert told == list(enumerate(losses))


def test_predictions_do_not_depend_on_the_batch_and_change_no_statistics():
    model = nn.Sequential(nn.Linear(5, 4), nn.BatchNorm1d(4), nn.Dropout(0.5))
    model.train()
    before = model[1].running_mean.clone()
    np.testing.assert_allclose(predict(model, X, batch_size=7), predict(model, X), atol=1e-6)
    assert torch.equal(model[1].running_mean, before)


@pytest.mark.parametrize(("images", "labels"), [(X, Y[:-1]), (X[:0], Y[:0]), (X, Y[:, None])])
def test_labels_that_do_not_fit_are_refused(images, labels):
    with pytest.raises(ValueError, match=r"train: images of shape .* give one label"):
        train(new_model(), images, labels, epochs=1)


def test_an_unknown_optimizer_is_refused():
    with pytest.raises(ValueError, match="there is no optimizer 'lion'; use one of sgd, adam, adamw"):
        train(new_model(), X, Y, epochs=1, optimizer="lion")
