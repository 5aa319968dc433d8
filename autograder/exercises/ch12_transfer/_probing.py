"""Ridge regression to one-hot targets with slips, and features to classify with it."""

from collections.abc import Sequence

import numpy as np

from autograder.exercise import Case
from autograder.show import number

NOT_NEAR = 0.01  # by how much the best class leads, at least: no rounding decides


def slipped(
    features: np.ndarray,
    labels: np.ndarray,
    new_features: np.ndarray,
    *,
    penalty: float = 1.0,
    slips: frozenset[str] = frozenset(),
) -> np.ndarray:
    """Standardise, fit and classify, making the mistakes asked for."""
    z, new = standardised(features.astype(float), new_features.astype(float), slips)
    classes, columns = np.unique(labels), np.unique(labels, return_inverse=True)[1]
    if "one-hot-shifted" in slips:
        classes, columns = np.arange(labels.max() + 1), labels - 1
    if "labels-regressed" in slips:
        return np.rint(_scores(z, labels.astype(float)[:, None], new, penalty, slips)[:, 0]).astype(int)
    if "training-rows-classified" in slips:
        new = z
    scores = _scores(z, np.eye(len(classes))[columns], new, penalty, slips)
    if "scores-returned" in slips:
        return scores
    if "over-the-examples" in slips:
        return scores.argmax(axis=0)
    best = scores.argmin(axis=1) if "smallest-score" in slips else scores.argmax(axis=1)
    return best if "columns-returned" in slips else classes[best]


def standardised(x: np.ndarray, new: np.ndarray, slips: frozenset[str]) -> tuple[np.ndarray, np.ndarray]:
    """Bring the features of both to a common scale, making the mistakes asked for."""
    if "not-standardised" in slips:
        return x, new
    if "not-divided" in slips:
        return x - x.mean(axis=0), new - x.mean(axis=0)
    if "each-row-by-itself" in slips:
        return _scaled(x, x, slips, axis=1), _scaled(new, new, slips, axis=1)
    if "one-scale-for-all" in slips:
        return _scaled(x, x, slips, axis=None), _scaled(new, x, slips, axis=None)
    together = {"statistics-of-both", "whole-table-standardised"} & slips
    both = np.concatenate([x, new]) if together else x
    if "new-rows-left-out" in slips:
        return _scaled(x, both, slips), new
    return _scaled(x, both, slips), _scaled(new, new if "statistics-of-the-new-rows" in slips else both, slips)


def _scaled(x: np.ndarray, measured: np.ndarray, slips: frozenset[str], axis: int | None = 0) -> np.ndarray:
    deviation = measured.std(axis=axis, keepdims=True, ddof=int("sample-deviation" in slips))
    deviation = deviation**2 if "variance-for-deviation" in slips else deviation
    if "divided-by-zero" not in slips:
        deviation = np.where(deviation == 0, 1, deviation)
    centre = 0 if "mean-not-subtracted" in slips else measured.mean(axis=axis, keepdims=True)
    return (x - centre) / deviation


def _scores(z: np.ndarray, targets: np.ndarray, new: np.ndarray, penalty: float, slips: frozenset[str]) -> np.ndarray:
    penalties = _penalty(penalty, len(z), slips) * np.eye(z.shape[1])
    if {"intercept-penalised", "whole-table-standardised"} & slips:  # those who have a column of ones
        one = penalties.max() if "intercept-penalised" in slips else 0
        penalties = np.diag([*penalties.diagonal(), one])
        weights = _weights(np.hstack([z, np.ones((len(z), 1))]), targets, penalties, slips)
        return np.hstack([new, np.ones((len(new), 1))]) @ weights
    intercept = 0 if "no-intercept" in slips else targets.mean(axis=0)
    return new @ _weights(z, targets - intercept, penalties, slips) + intercept


def _penalty(penalty: float, examples: int, slips: frozenset[str]) -> float:
    changed = {
        "penalty-squared": penalty**2,
        "default-penalty-always": 1.0,
        "penalty-times-examples": penalty * examples,
        "penalty-by-examples": penalty / examples,
    }
    return next((changed[slip] for slip in changed if slip in slips), penalty)


def _weights(z: np.ndarray, targets: np.ndarray, penalties: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    if "no-penalty" in slips and np.isfinite(z).all():
        return np.linalg.lstsq(z, targets)[0]
    if "no-penalty-solved" in slips:
        return np.linalg.solve(z.T @ z, z.T @ targets)
    if "penalty-everywhere" in slips:
        penalties = np.where(penalties.any(axis=1)[:, None] & penalties.any(axis=0), penalties.max(), 0)
    return np.linalg.solve(z.T @ z + penalties, z.T @ targets)


def scores_of(case: Case) -> np.ndarray:
    """Return the right scores of each row of new features."""
    x, labels, new = case.args
    z, new = standardised(x.astype(float), new.astype(float), frozenset())
    targets = np.eye(len(np.unique(labels)))[np.unique(labels, return_inverse=True)[1]]
    return _scores(z, targets, new, case.options.get("penalty", 1.0), frozenset())


def clear(features: np.ndarray, labels: np.ndarray, new_features: np.ndarray, **options: float) -> Case:
    """Make a case of the new rows whose class is beyond doubt."""
    best = np.sort(scores_of(Case((features, labels, new_features), options)), axis=1)
    return Case((features, labels, new_features[best[:, -1] - best[:, -2] > NOT_NEAR]), options)


def grid(*values: Sequence[float]) -> np.ndarray:
    """List all combinations of the values of each feature, a row for each."""
    return np.stack(np.meshgrid(*values, indexing="ij"), axis=-1).reshape(-1, len(values)).astype(float)


def drawn(
    rng: np.random.Generator,
    examples: int,
    features: int,
    classes: Sequence[int],
    penalty: float,
    *,
    constant: bool = False,
) -> Case:
    """Draw examples of classes of different sizes, and forty new rows; the last feature may never change."""
    labels = np.concatenate([classes, rng.choice(classes[:2], examples - len(classes))])
    centres, scales = rng.integers(-3, 4, (max(classes) + 1, features)), rng.choice([1, 4, 20], features)
    x, new = (
        np.round((centres[rows] + rng.normal(0, 1.5, (len(rows), features))) * scales) + 10
        for rows in (labels, rng.choice(classes, 40))
    )
    x[:, -1] = 7 if constant else x[:, -1]
    return clear(x, labels, new + rng.integers(-1, 2, features) * scales, penalty=penalty)


def working(case: Case, index: tuple[int, ...]) -> str:
    """Tell how the class of one new row comes about."""
    x, labels, new = case.args
    row = new[index[0]]
    deviation = x.std(axis=0)
    z = (row - x.mean(axis=0)) / np.where(deviation == 0, 1, deviation)
    scores = scores_of(case)[index[0]]
    classes = np.unique(labels)
    each = ", ".join(f"{number(c)}: {score:.3f}" for c, score in zip(classes, scores, strict=True))
    return (
        f"Row {index[0]} of new_features is ({_listed(row)}). With the mean and the deviation of features it becomes "
        f"({_listed(z)}).\nIts scores are {each.replace('-', '−')}. The largest is that of class "
        f"{number(classes[scores.argmax()])}."
    )


def _listed(values: np.ndarray) -> str:
    return ", ".join(number(round(float(value), 3)) for value in values)
