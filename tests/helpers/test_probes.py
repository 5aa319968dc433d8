"""The linear probe is ridge regression, the splits are fair, and a comparison without a control is refused."""

import numpy as np
import pytest
from sklearn.linear_model import RidgeClassifier
from sklearn.metrics import balanced_accuracy_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from helpers.probes import balanced_accuracy, compare, linear_probe, split_by_class


def make_examples(*, features=6, seed=0):
    draw = np.random.default_rng(seed)
    labels = draw.integers(0, 3, 40) * 2 + 1
    return draw.normal(size=(40, features)) * [10**n for n in range(features)] + labels[:, None], labels


def always(label):
    return lambda _train_x, _train_y, test_x, _seed: np.full(len(test_x), label)


@pytest.mark.parametrize("features", [6, 60])
@pytest.mark.parametrize("penalty", [0.1, 1.0, 30.0])
def test_it_is_ridge_regression_to_one_hot_targets(features, penalty):
    draw = np.random.default_rng(1)
    y = draw.integers(0, 3, 40) * 2 + 1
    x, new = draw.normal(3, 2, (40, features)), draw.normal(3, 2, (200, features))
    theirs = make_pipeline(StandardScaler(), RidgeClassifier(alpha=penalty)).fit(x, y).predict(new)
    # Theirs aims at −1 and 1, ours at 0 and 1: twice the weights, and the same largest score.
    np.testing.assert_array_equal(linear_probe(x, y, new, penalty=penalty), theirs)


def test_two_examples_by_hand():
    # Standardised −1 and 1; w = 2·½ / (2 + 2) = ¼ to each class: the boundary is the middle, 3.
    assert linear_probe([[1], [5]], [4, 9], [[2.9], [3.1]], penalty=2.0).tolist() == [4, 9]


def test_a_heavy_penalty_leaves_the_intercept_which_knows_how_many_there_are():
    features, labels = [[0], [1], [2], [9]], [7, 7, 7, 2]
    assert linear_probe(features, labels, [[9], [0]], penalty=0.01).tolist() == [2, 7]
    assert linear_probe(features, labels, [[9], [0]], penalty=1e6).tolist() == [7, 7]


def test_new_features_are_standardised_by_the_training_ones():
    x, y = make_examples()
    one_by_one = [linear_probe(x, y, row[None])[0] for row in x[:10]]
    assert linear_probe(x, y, x[:10]).tolist() == one_by_one


def test_a_feature_that_never_changes_does_no_harm():
    x, y = make_examples()
    same = np.hstack([x, np.full((40, 1), 3.0)])
    np.testing.assert_array_equal(linear_probe(same, y, same), linear_probe(x, y, x))


def test_arguments_are_left_as_they_were():
    x, y = make_examples()
    kept = x.copy()
    linear_probe(x, y, x)
    np.testing.assert_array_equal(x, kept)


def test_the_answer_is_whole_numbers():
    x, y = make_examples()
    assert linear_probe(x.astype(np.float32), y.astype(np.uint8), x).dtype == np.int64


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"labels": [1, 2]}, "one class, a whole number, for each row"),
        ({"labels": [0.5] * 40}, "one class, a whole number, for each row"),
        ({"new_features": np.zeros((2, 5))}, "features have 6 columns, new_features 5"),
        ({"penalty": 0}, "penalty is 0; it must be above 0"),
        ({"penalty": float("nan")}, "penalty is nan"),
    ],
)
def test_bad_arguments_raise_value_error(changed, message):
    x, y = make_examples()
    with pytest.raises(ValueError, match=message):
        linear_probe(**{"features": x, "labels": y, "new_features": x} | changed)


def test_a_split_holds_k_of_each_class_and_every_example_once():
    y = np.array([2, 0, 2, 5, 0, 2, 5, 0, 5, 5])
    train, test = split_by_class(y, 2, seed=3)
    assert y[train].tolist() == [0, 0, 2, 2, 5, 5]
    assert sorted([*train, *test]) == list(range(10))


def test_a_split_is_the_one_that_its_docstring_tells():
    y = np.array([2, 0, 2, 5, 0, 2, 5, 0, 5, 5])
    draw = np.random.default_rng(3)
    drawn = [draw.permutation(np.flatnonzero(y == label)) for label in (0, 2, 5)]
    train, test = split_by_class(y, 2, seed=3)
    assert train.tolist() == [place for places in drawn for place in places[:2]]
    assert test.tolist() == [place for places in drawn for place in places[2:]]


def test_another_seed_is_another_split():
    y = np.repeat([0, 1], 20)
    assert split_by_class(y, 3, seed=0)[0].tolist() != split_by_class(y, 3, seed=1)[0].tolist()


def test_a_class_that_would_leave_nothing_to_ask_raises_value_error():
    with pytest.raises(ValueError, match="class 1 has 2 examples, and k is 2"):
        split_by_class([0, 0, 0, 1, 1], 2, seed=0)
    with pytest.raises(ValueError, match="k"):
        split_by_class([0, 0, 1, 1], 0, seed=0)


def test_balanced_accuracy_is_that_of_scikit_learn():
    draw = np.random.default_rng(0)
    y, predicted = draw.choice(4, 50, p=[0.7, 0.1, 0.1, 0.1]), draw.integers(0, 4, 50)
    assert balanced_accuracy(y, predicted) == pytest.approx(balanced_accuracy_score(y, predicted))
    with pytest.raises(ValueError, match="one class for each"):
        balanced_accuracy(y, predicted[:3])


def test_all_strategies_get_the_same_splits_and_nothing_of_the_answers():
    seen = {"a": [], "random-frozen": []}

    def spy(name):
        def predict(train_x, train_y, test_x, seed):
            seen[name].append((train_x.tolist(), train_y.tolist(), test_x.tolist(), seed))
            return np.zeros(len(test_x), dtype=int)

        return predict

    x, y = np.arange(12)[:, None] * 10, np.repeat([0, 1, 2], 4)
    compare({name: spy(name) for name in seen}, x, y, 2, seeds=[4, 7])
    assert seen["a"] == seen["random-frozen"]
    assert [seed for *_, seed in seen["a"]] == [4, 7]
    train, test = split_by_class(y, 2, seed=7)
    assert seen["a"][1] == (x[train].tolist(), y[train].tolist(), x[test].tolist(), 7)


def test_mean_and_deviation_are_over_the_seeds():
    y = np.array([0, 0, 0, 1, 1, 1])
    by_seed = {0: 0.5, 1: 1.0, 2: 1.0}

    def sometimes(_train_x, _train_y, test_x, seed):
        return test_x[:, 0] if by_seed[seed] == 1 else np.zeros(len(test_x))

    result = compare({"some": sometimes, "random-frozen": always(0)}, y[:, None], y, 1, seeds=by_seed)
    assert list(result) == ["some", "random-frozen"]
    assert result["some"] == pytest.approx((5 / 6, np.std([0.5, 1, 1])))
    assert result["random-frozen"] == (0.5, 0.0)


def test_a_comparison_without_a_control_says_what_it_cannot_show():
    x, y = np.zeros((6, 1)), np.repeat([0, 1], 3)
    with pytest.raises(ValueError, match="random weights the comparison cannot show whether the borrowed weights help"):
        compare({"frozen": always(0)}, x, y, 1, seeds=[0])
    assert compare({"noise": always(0)}, x, y, 1, seeds=[0], control="noise") == {"noise": (0.5, 0.0)}


@pytest.mark.parametrize("changed", [{"seeds": []}, {"x": np.zeros((5, 1))}])
def test_no_seeds_or_missing_rows_raise_value_error(changed):
    given = {"x": np.zeros((6, 1)), "y": np.repeat([0, 1], 3), "k": 1, "seeds": [0]} | changed
    with pytest.raises(ValueError, match="at least one seed"):
        compare({"random-frozen": always(0)}, given["x"], given["y"], given["k"], seeds=given["seeds"])
