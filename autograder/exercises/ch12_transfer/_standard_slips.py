"""Mistakes in standardising: by which rows, along which axis, by which number."""

from autograder.exercise import Slip

PROBE = "12_1_borrowed_features#Learn the last layer only"

STANDARD_SLIPS = (
    Slip(
        "statistics-of-the-new-rows",
        decision="statistics",
        does="You standardise the new rows by their own mean and deviation.",
        why="Then the class of a row depends on which rows it is asked together with, and a single row always becomes "
        "zeros. Mean and deviation are measured once, on the training features, and belong to the fitted layer.",
        code="new = (new_features - new_features.mean(axis=0)) / new_features.std(axis=0)",
        section=PROBE,
        seen="In scikit-learn, where `fit_transform` is called on the test set too; `transform` is meant there.",
    ),
    Slip(
        "statistics-of-both",
        decision="statistics",
        does="You measure mean and deviation on the training rows and the new rows together.",
        why="What the new rows look like must not be known while the layer is fitted: that is a leak. And each new "
        "batch would move the layer.",
        code="both = np.concatenate([features, new_features]); mean = both.mean(axis=0)",
        section=PROBE,
        seen="Where a whole table is standardised first, and split into training and test rows afterwards.",
    ),
    Slip(
        "new-rows-left-out",
        decision="statistics",
        does="You standardise the training features, and use the new rows as they are.",
        why="The weights were fitted to standardised numbers. A feature of 90 whose standardised value is 1.5 then "
        "counts sixty times too much.",
        code="return classes[(new_features @ weights + intercept).argmax(axis=1)]",
        section=PROBE,
        seen="Where a model is put to use, and the step that prepared its data is left behind in the training script.",
    ),
    Slip(
        "whole-table-standardised",
        decision="statistics",
        does="You standardise the training rows and the new rows together, as one table, and then fit.",
        why="What the new rows look like must not be known while the layer is fitted: that is a leak. And each new "
        "batch would move the layer.",
        code="z = standardise(np.vstack([features, new_features])); z = np.hstack([z, np.ones((len(z), 1))])",
        section=PROBE,
        seen="Where rows are scaled in a first cell of a notebook, and split into training and test in a later one.",
    ),
    Slip(
        "not-standardised",
        decision="statistics",
        does="You use the features as they are, and do not standardise them.",
        why="A feature in the hundreds needs a small weight, and is hardly penalised; one in the tenths is. And the "
        "mean of the targets is the intercept only if each feature has the mean 0.",
        code="weights = np.linalg.solve(features.T @ features + ridge, features.T @ (targets - intercept))",
        section=PROBE,
        seen="scikit-learn's `Ridge` takes the features as they come. A tree would not mind: no scale changes it.",
    ),
    Slip(
        "not-divided",
        decision="statistics",
        does="You take the mean away from the features, and do not divide them by their deviation.",
        why="The penalty sees the size of the weights. A feature in the hundreds needs a small weight, and so it is "
        "hardly penalised; one in the tenths is. Divided by their deviations, all features pay alike.",
        code="z, new = features - features.mean(axis=0), new_features - features.mean(axis=0)",
        section=PROBE,
        seen="Principal components are often computed on centred features that keep their units; it is a choice there.",
    ),
    Slip(
        "each-row-by-itself",
        decision="statistics",
        does="You standardise each row by its own mean and deviation, over its features.",
        why="Features have different units. A mean over the rows, one for each feature, is asked for: axis 0.",
        code="z = (features - features.mean(axis=1, keepdims=True)) / features.std(axis=1, keepdims=True)",
        section=PROBE,
        seen="Layer normalisation does this, inside a network, and means to.",
    ),
    Slip(
        "one-scale-for-all",
        decision="statistics",
        does="You use one mean and one deviation for all features.",
        why="Without an axis, `mean` and `std` take all numbers together. Features in the hundreds then stay a "
        "hundred times as wide as the others.",
        code="z = (features - features.mean()) / features.std()",
        section=PROBE,
        seen="NumPy's `mean` and `std` give one number for the whole array if no axis is named.",
    ),
    Slip(
        "sample-deviation",
        decision="deviation",
        does="You divide by the deviation with n − 1 in it (`ddof=1`).",
        why="The deviation here is the root of the mean square, with n. With few examples it shows: for n = 4 yours "
        "is 15 % larger, so the penalty weighs a third more.",
        code="deviation = features.std(axis=0, ddof=1)",
        section=PROBE,
        seen="`torch.std` and pandas have n − 1 by default, `np.std` and scikit-learn's `StandardScaler` have n.",
    ),
    Slip(
        "mean-not-subtracted",
        decision="centre",
        does="You divide by the deviation, and do not take the mean away.",
        why="The mean of the targets is the intercept only if each feature has the mean 0. A feature around 50 with a "
        "deviation of 5 stands at 10 for every row.",
        code="z, new = features / features.std(axis=0), new_features / features.std(axis=0)",
        section=PROBE,
        seen="With sparse tables, where it is done on purpose: taking the mean away would fill all the zeros.",
    ),
    Slip(
        "variance-for-deviation",
        decision="deviation",
        does="You divide by the variance, which is the square of the deviation.",
        why="A feature with a deviation of 20 would then have one of 1/20, and one of 0.1 would have 10: further "
        "apart than before.",
        code="z = (features - features.mean(axis=0)) / features.var(axis=0)",
        section=PROBE,
        seen="Batch normalisation keeps variances and takes the root when it divides; who copies half of it gets this.",
    ),
    Slip(
        "divided-by-zero",
        decision="deviation",
        does="You divide by a deviation of 0 where a feature never changes.",
        why="0 / 0 is NaN, and the sums carry it into every score. Then `argmax` answers 0 for all rows. Put 1 in the "
        "place of a deviation of 0.",
        code="z = (features - mean) / features.std(axis=0)",
        section=PROBE,
        seen="After a ReLU: a feature that no training image excites is 0 for all of them.",
    ),
)
