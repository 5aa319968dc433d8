"""Mistakes in fitting a linear probe, and in what is answered."""

from autograder.exercise import Slip

PROBE = "12_1_borrowed_features#Learn the last layer only"
LEAKS = "12_2_freeze_and_tune#Leaks"

FIT_SLIPS = (
    Slip(
        "no-intercept",
        decision="intercept",
        does="Your classes have no intercepts of their own.",
        why="The standardised features have the mean 0, the targets have not: a class with 5 of 9 examples has 5/9. "
        "Without an intercept, or with one for all classes, such as `targets.mean()` without an axis, every class "
        "starts from the same number, as if all were of one size.",
        code="scores = new @ weights",
        section=PROBE,
        seen="It is `fit_intercept=False` of scikit-learn. A column of ones that is standardised becomes zeros, and "
        "gives the same.",
    ),
    Slip(
        "intercept-penalised",
        decision="intercept",
        does="You penalise the intercept along with the weights.",
        why="The penalty shall keep the weights small. The intercept says how frequent a class is, and a penalty "
        "pulls that towards 0 for large classes most.",
        code="z = np.hstack([z, np.ones((len(z), 1))]); w = np.linalg.solve(z.T @ z + penalty * np.eye(z.shape[1]), …)",
        section=PROBE,
        seen="`weight_decay` of torch's optimisers penalises all parameters that they are given, biases too.",
    ),
    Slip(
        "no-penalty",
        decision="penalty",
        does="You leave out the penalty.",
        why="1,280 features and 40 examples: without a penalty the layer fits every example exactly, and chance with "
        "it.",
        code="weights = np.linalg.lstsq(z, targets)[0]",
        section=PROBE,
        seen="Least squares is what `np.linalg.lstsq` and `np.linalg.pinv` give; neither knows of a penalty.",
    ),
    Slip(
        "no-penalty-solved",
        decision="penalty",
        does="You leave out the penalty, and solve an equation that need not have one solution.",
        why="A feature that never changes makes a row of zeros in ZᵀZ, which then has no inverse: “Singular matrix”. "
        "With λ on the diagonal there is always one, and the weights stay small.",
        code="weights = np.linalg.solve(z.T @ z, z.T @ targets)",
        section=PROBE,
        seen="The normal equations stand in most books without a penalty; they fail whenever features outnumber the "
        "examples.",
    ),
    Slip(
        "penalty-squared",
        decision="penalty",
        does="You use the square of the penalty.",
        why="λ‖W‖² has λ once, and so has the diagonal of ZᵀZ + λI. With λ = 1 the two agree, and with λ = 4 yours "
        "is 16.",
        code="weights = np.linalg.lstsq(np.vstack([z, penalty * np.eye(z.shape[1])]), …)[0]",
        section=PROBE,
        seen="Where the penalty is written as more rows of a least-squares problem: the rows need the root of λ.",
    ),
    Slip(
        "default-penalty-always",
        decision="penalty",
        does="You use 1 for the penalty, whatever is asked for.",
        why="How much to penalise is chosen anew for each task, by examples that are held out.",
        code="weights = np.linalg.solve(z.T @ z + np.eye(z.shape[1]), z.T @ targets)",
        section=PROBE,
        seen="Wherever an argument is accepted and not used.",
    ),
    Slip(
        "penalty-times-examples",
        decision="penalty",
        does="You take the mean of the squared errors for their sum, so the penalty counts n times as much.",
        why="ZᵀZ is a sum over the examples. Divided by n = 9, it stands against a penalty nine times as heavy.",
        code="weights = np.linalg.solve(z.T @ z / len(z) + penalty * np.eye(z.shape[1]), z.T @ targets / len(z))",
        section=PROBE,
        seen="scikit-learn's `Lasso` divides the errors by the number of examples, its `Ridge` does not.",
    ),
    Slip(
        "penalty-by-examples",
        decision="penalty",
        does="You divide the penalty by the number of examples.",
        why="‖T − ZW − b‖² is a sum over the examples, and λ stands beside the sum as it is.",
        code="weights = np.linalg.solve(z.T @ z + penalty / len(z) * np.eye(z.shape[1]), z.T @ targets)",
        section=PROBE,
        seen="Introductions to weight decay often write λ/2n before the squares, beside a loss that is a mean.",
    ),
    Slip(
        "penalty-everywhere",
        decision="penalty",
        does="You add the penalty to every entry of ZᵀZ, and not only to its diagonal.",
        why="λI has λ on the diagonal and 0 elsewhere. λ everywhere penalises the square of the weights' sum: large "
        "weights of opposite signs cost nothing.",
        code="weights = np.linalg.solve(z.T @ z + penalty, z.T @ targets)",
        section=PROBE,
        seen="NumPy adds a number to every entry of a matrix; in MATLAB it does so too.",
    ),
)
ANSWER_SLIPS = (
    Slip(
        "labels-regressed",
        decision="answer",
        does="You fit the class numbers themselves, and round.",
        why="Class 2 is not twice class 1, and what lies between a bird and a flower is no bug. Each class gets a "
        "column of its own, with 1 and 0.",
        code="return np.rint(new @ weights + labels.mean()).astype(int)",
        section=PROBE,
        seen="Where classes are stored as numbers, and numbers are taken for amounts.",
    ),
    Slip(
        "one-hot-shifted",
        decision="answer",
        does="Your one-hot columns are off by one: class c has its 1 in column c − 1.",
        why="The answers are off by one as well, and class 0, whose column is −1, becomes the last.",
        code="targets = np.eye(labels.max() + 1)[labels - 1]",
        section=PROBE,
        seen="With labels that count from 1, as in many data sets and in MATLAB; there the − 1 is right.",
    ),
    Slip(
        "columns-returned",
        decision="answer",
        does="You return the number of the column, and not the class it stands for.",
        why="The classes 2, 5 and 9 have the columns 0, 1 and 2. It goes unseen as long as labels are 0, 1, 2.",
        code="return scores.argmax(axis=1)",
        section=PROBE,
        seen="Where a network gives `argmax`, and the list of class names has another order than its columns.",
    ),
    Slip(
        "scores-returned",
        decision="answer",
        does="You return the scores, and the class with the largest score is asked for.",
        why="One whole number for each row: `argmax` along the classes, and then the class of that column.",
        code="return new @ weights + intercept",
        section=PROBE,
        seen="Classifiers often have both: in scikit-learn `decision_function` gives scores, `predict` gives classes.",
    ),
    Slip(
        "over-the-examples",
        decision="answer",
        does="You look for the largest score along the rows: for each class the row that fits it best.",
        why="The question is put to each row: which class? Scores have a row for each example, so it is axis 1.",
        code="return scores.argmax(axis=0)",
        section=PROBE,
        seen="Where scores are kept as (classes, examples), axis 0 is right.",
    ),
    Slip(
        "smallest-score",
        decision="answer",
        does="You answer the class with the smallest score.",
        why="The targets are 1 for the right class: the largest score is nearest to it.",
        code="return classes[scores.argmin(axis=1)]",
        section=PROBE,
        seen="In code for nearest neighbours, where scores are distances and the smallest wins.",
    ),
    Slip(
        "training-rows-classified",
        decision="answer",
        does="You classify the training rows, and not the new ones.",
        why="How well the examples are fitted says little. What counts are rows that the layer has not seen.",
        code="return classes[(z @ weights + intercept).argmax(axis=1)]",
        section=LEAKS,
        seen="In reports of training accuracy as if it were what a model can do.",
    ),
)
