"""Wrong linear probes: standardised by the wrong rows, penalised wrongly, or answered wrongly."""

import numpy as np

from tests.autograder.mistakes.makes import makes


def _std(x):
    std = x.std(axis=0)
    std[std == 0] = 1
    return std


def _fit(z, labels, penalty):
    classes = np.unique(labels)
    t = (labels[:, None] == classes).astype(float)
    w = np.linalg.solve(z.T @ z + penalty * np.eye(z.shape[1]), z.T @ (t - t.mean(axis=0)))
    return classes, w, t.mean(axis=0)


def _answer(z, labels, new, penalty):
    classes, w, b = _fit(z, labels, penalty)
    return classes[(new @ w + b).argmax(axis=1)]


@makes("linear_probe", "statistics-of-the-new-rows")
def standardised_each_for_itself(features, labels, new_features, *, penalty=1.0):
    def standardise(x):
        return (x - x.mean(axis=0)) / _std(x)

    return _answer(standardise(features), labels, standardise(new_features), penalty)


@makes("linear_probe", "statistics-of-both")
def standardised_then_split(features, labels, new_features, *, penalty=1.0):
    everything = np.vstack([features, new_features])
    everything = (everything - everything.mean(axis=0)) / _std(everything)
    return _answer(everything[: len(features)], labels, everything[len(features) :], penalty)


@makes("linear_probe", "new-rows-left-out")
def new_rows_raw(features, labels, new_features, *, penalty=1.0):
    z = (features - features.mean(axis=0)) / _std(features)
    return _answer(z, labels, new_features, penalty)


@makes("linear_probe", "whole-table-standardised")
def standardised_then_split_with_ones(features, labels, new_features, *, penalty=1.0):
    table = np.vstack([features, new_features])
    table = np.c_[(table - table.mean(axis=0)) / _std(table), np.ones(len(table))]
    z, new = table[: len(features)], table[len(features) :]
    classes = np.unique(labels)
    ridge = np.diag([penalty] * features.shape[1] + [0])
    w = np.linalg.solve(z.T @ z + ridge, z.T @ (labels[:, None] == classes))
    return classes[(new @ w).argmax(axis=1)]


@makes("linear_probe", "not-standardised")
def raw_features(features, labels, new_features, *, penalty=1.0):
    return _answer(features, labels, new_features, penalty)


@makes("linear_probe", "not-divided")
def ones_beside_raw_features(features, labels, new_features, *, penalty=1.0):
    z, new = np.c_[features, np.ones(len(features))], np.c_[new_features, np.ones(len(new_features))]
    classes = np.unique(labels)
    ridge = np.diag([penalty] * features.shape[1] + [0])
    return classes[(new @ np.linalg.solve(z.T @ z + ridge, z.T @ (labels[:, None] == classes))).argmax(axis=1)]


@makes("linear_probe", "mean-not-subtracted")
def divided_only(features, labels, new_features, *, penalty=1.0):
    return _answer(features / _std(features), labels, new_features / _std(features), penalty)


@makes("linear_probe", "not-divided")
def centred_only(features, labels, new_features, *, penalty=1.0):
    mean = features.mean(axis=0)
    return _answer(features - mean, labels, new_features - mean, penalty)


@makes("linear_probe", "each-row-by-itself")
def axis_one(features, labels, new_features, *, penalty=1.0):
    def standardise(x):
        std = x.std(axis=1, keepdims=True)
        return (x - x.mean(axis=1, keepdims=True)) / np.where(std == 0, 1, std)

    return _answer(standardise(features), labels, standardise(new_features), penalty)


@makes("linear_probe", "one-scale-for-all")
def no_axis(features, labels, new_features, *, penalty=1.0):
    mean, std = np.mean(features), np.std(features)
    return _answer((features - mean) / std, labels, (new_features - mean) / std, penalty)


@makes("linear_probe", "sample-deviation")
def as_pandas_does(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), features.std(axis=0, ddof=1)
    std[std == 0] = 1
    return _answer((features - mean) / std, labels, (new_features - mean) / std, penalty)


@makes("linear_probe", "variance-for-deviation")
def by_the_variance(features, labels, new_features, *, penalty=1.0):
    mean, var = features.mean(axis=0), features.var(axis=0)
    var[var == 0] = 1
    return _answer((features - mean) / var, labels, (new_features - mean) / var, penalty)


@makes("linear_probe", "divided-by-zero")
def zero_deviation(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), features.std(axis=0)
    return _answer((features - mean) / std, labels, (new_features - mean) / std, penalty)


@makes("linear_probe", "no-intercept")
def weights_only(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), _std(features)
    classes, w, _ = _fit((features - mean) / std, labels, penalty)
    return classes[((new_features - mean) / std @ w).argmax(axis=1)]


@makes("linear_probe", "no-intercept")
def ones_standardised_away(features, labels, new_features, *, penalty=1.0):
    x, new = np.c_[features, np.ones(len(features))], np.c_[new_features, np.ones(len(new_features))]
    mean, std = x.mean(axis=0), _std(x)
    classes, w, _ = _fit((x - mean) / std, labels, penalty)
    return classes[((new - mean) / std @ w).argmax(axis=1)]


@makes("linear_probe", "intercept-penalised")
def ones_penalised(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), _std(features)
    z = np.hstack([(features - mean) / std, np.ones((len(features), 1))])
    new = np.hstack([(new_features - mean) / std, np.ones((len(new_features), 1))])
    classes = np.unique(labels)
    t = (labels[:, None] == classes) * 1.0
    return classes[(new @ np.linalg.solve(z.T @ z + penalty * np.eye(z.shape[1]), z.T @ t)).argmax(axis=1)]


@makes("linear_probe", "no-penalty")
def pseudo_inverse(features, labels, new_features, *, penalty=1.0):  # noqa: ARG001
    mean, std = features.mean(axis=0), _std(features)
    classes = np.unique(labels)
    t = (labels[:, None] == classes).astype(float)
    w = np.linalg.pinv((features - mean) / std) @ t
    return classes[((new_features - mean) / std @ w + t.mean(axis=0)).argmax(axis=1)]


@makes("linear_probe", "no-penalty-solved")
def inverse_of_z_z(features, labels, new_features, *, penalty=1.0):  # noqa: ARG001
    mean, std = features.mean(axis=0), _std(features)
    z = (features - mean) / std
    classes = np.unique(labels)
    t = (labels[:, None] == classes).astype(float)
    return classes[((new_features - mean) / std @ np.linalg.inv(z.T @ z) @ z.T @ t + t.mean(axis=0)).argmax(axis=1)]


@makes("linear_probe", "penalty-squared")
def more_rows(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), _std(features)
    z = (features - mean) / std
    classes = np.unique(labels)
    t = (labels[:, None] == classes).astype(float)
    left = np.vstack([z, penalty * np.eye(z.shape[1])])
    right = np.vstack([t - t.mean(axis=0), np.zeros((z.shape[1], len(classes)))])
    w = np.linalg.lstsq(left, right, rcond=None)[0]
    return classes[((new_features - mean) / std @ w + t.mean(axis=0)).argmax(axis=1)]


@makes("linear_probe", "default-penalty-always")
def penalty_unread(features, labels, new_features, *, penalty=1.0):  # noqa: ARG001
    mean, std = features.mean(axis=0), _std(features)
    return _answer((features - mean) / std, labels, (new_features - mean) / std, 1.0)


@makes("linear_probe", "penalty-times-examples")
def mean_squared_error(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), _std(features)
    z = (features - mean) / std
    classes = np.unique(labels)
    t = (labels[:, None] == classes).astype(float)
    w = np.linalg.solve(z.T @ z / len(z) + penalty * np.eye(z.shape[1]), z.T @ t / len(z))
    return classes[((new_features - mean) / std @ w + t.mean(axis=0)).argmax(axis=1)]


@makes("linear_probe", "penalty-by-examples")
def penalty_over_n(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), _std(features)
    return _answer((features - mean) / std, labels, (new_features - mean) / std, penalty / len(features))


@makes("linear_probe", "penalty-everywhere")
def no_identity(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), _std(features)
    z = (features - mean) / std
    classes = np.unique(labels)
    t = (labels[:, None] == classes).astype(float)
    w = np.linalg.solve(z.T @ z + penalty, z.T @ t)
    return classes[((new_features - mean) / std @ w + t.mean(axis=0)).argmax(axis=1)]


@makes("linear_probe", "labels-regressed")
def class_as_a_number(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), _std(features)
    z = (features - mean) / std
    w = np.linalg.solve(z.T @ z + penalty * np.eye(z.shape[1]), z.T @ (labels - labels.mean()))
    return np.round((new_features - mean) / std @ w + labels.mean()).astype(int)


@makes("linear_probe", "one-hot-shifted")
def counted_from_one(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), _std(features)
    z = (features - mean) / std
    t = np.zeros((len(labels), labels.max() + 1))
    for row, label in enumerate(labels):
        t[row, label - 1] = 1
    w = np.linalg.solve(z.T @ z + penalty * np.eye(z.shape[1]), z.T @ (t - t.mean(axis=0)))
    return np.argmax((new_features - mean) / std @ w + t.mean(axis=0), axis=1)


@makes("linear_probe", "columns-returned")
def argmax_alone(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), _std(features)
    _, w, b = _fit((features - mean) / std, labels, penalty)
    return ((new_features - mean) / std @ w + b).argmax(axis=1)


@makes("linear_probe", "scores-returned")
def scores(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), _std(features)
    _, w, b = _fit((features - mean) / std, labels, penalty)
    return (new_features - mean) / std @ w + b


@makes("linear_probe", "over-the-examples")
def axis_zero(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), _std(features)
    _, w, b = _fit((features - mean) / std, labels, penalty)
    return np.argmax((new_features - mean) / std @ w + b, axis=0)


@makes("linear_probe", "smallest-score")
def nearest_is_smallest(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), _std(features)
    classes, w, b = _fit((features - mean) / std, labels, penalty)
    return classes[((new_features - mean) / std @ w + b).argmin(axis=1)]


@makes("linear_probe", "training-rows-classified")
def fits_what_it_knows(features, labels, new_features, *, penalty=1.0):  # noqa: ARG001
    z = (features - features.mean(axis=0)) / _std(features)
    return _answer(z, labels, z, penalty)


@makes("linear_probe", "no-intercept", "statistics-of-the-new-rows")
def each_for_itself_without_intercept(features, labels, new_features, *, penalty=1.0):
    z = (features - features.mean(axis=0)) / _std(features)
    new = (new_features - new_features.mean(axis=0)) / _std(new_features)
    classes, w, _ = _fit(z, labels, penalty)
    return classes[(new @ w).argmax(axis=1)]


@makes("linear_probe", "columns-returned", "sample-deviation")
def pandas_and_argmax(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), features.std(axis=0, ddof=1)
    std[std == 0] = 1
    _, w, b = _fit((features - mean) / std, labels, penalty)
    return ((new_features - mean) / std @ w + b).argmax(axis=1)


@makes("linear_probe", "divided-by-zero", "intercept-penalised")
def ones_penalised_and_zero_deviation(features, labels, new_features, *, penalty=1.0):
    mean, std = features.mean(axis=0), features.std(axis=0)
    z = np.c_[(features - mean) / std, np.ones(len(features))]
    new = np.c_[(new_features - mean) / std, np.ones(len(new_features))]
    classes = np.unique(labels)
    t = (labels[:, None] == classes).astype(float)
    return classes[(new @ np.linalg.solve(z.T @ z + penalty * np.eye(z.shape[1]), z.T @ t)).argmax(axis=1)]


@makes("linear_probe")
def nearest_class_mean(features, labels, new_features, *, penalty=1.0):  # noqa: ARG001
    mean, std = features.mean(axis=0), _std(features)
    z, new = (features - mean) / std, (new_features - mean) / std
    classes = np.unique(labels)
    middles = np.array([z[labels == c].mean(axis=0) for c in classes])
    return classes[((new[:, None] - middles) ** 2).sum(axis=2).argmin(axis=1)]


@makes("linear_probe")
def always_the_largest_class(features, labels, new_features, *, penalty=1.0):  # noqa: ARG001
    return np.full(len(new_features), np.bincount(labels).argmax())
