"""Mistakes in how a comparison is scored and summed up, and in its control."""

from autograder.exercises.ch12_transfer._draw_slips import slip

SCORE_SLIPS = (
    slip(
        "plain-accuracy",
        "score",
        does="You count all rows alike, and the mean over the classes is asked for.",
        why="Of 16 rows 9 are of one class: who always answers that class is right in 56 % of them. The balanced "
        "accuracy is then 1 divided by the number of classes, which is what such an answer is worth.",
        code="score = (answers == y[test]).mean()",
        seen="It is what `score` of scikit-learn's classifiers gives.",
    ),
    slip(
        "of-the-answers",
        "score",
        does="You count, of the rows that were answered with a class, how many belong to it.",
        why="That is precision. Asked for is recall: of the rows that belong to a class, how many are found. And a "
        "class that nobody answers has no precision: 0 / 0.",
        code="shares = [(y[test][answers == label] == label).mean() for label in np.unique(y)]",
        seen="Precision stands beside recall in most reports; a balanced accuracy is the mean of the recalls.",
    ),
    slip(
        "errors-counted",
        "score",
        does="You report the share that is wrong.",
        why="An accuracy is the share that is right, so that more is better.",
        code="shares = [(answers[y[test] == label] != label).mean() for label in np.unique(y)]",
        seen="Challenges report errors: ImageNet's “15.3 %” of 2012 is a share that is wrong.",
    ),
    slip(
        "best-seed",
        "middle",
        does="You report the best of the seeds.",
        why="The best of several draws grows with their number, for the control as well. What one may expect of the "
        "next draw is the mean.",
        code="report[name] = (max(scores), np.std(scores))",
        seen="Where runs are repeated until one looks good, and the others are not told.",
    ),
    slip(
        "median",
        "middle",
        does="You report the median over the seeds.",
        why="It is a fair number, and another one: the mean is asked for.",
        code="report[name] = (np.median(scores), np.std(scores))",
        seen="Where single runs fail altogether, as in reinforcement learning, a median is often preferred.",
    ),
    slip(
        "last-seed-only",
        "middle",
        does="You keep the score of the last seed only.",
        why="Each turn of the loop overwrites the one before. Gather the scores in a list.",
        code="scores[name] = [balanced_accuracy(y[test], answers)]",
        seen="In loops that overwrite what they should gather.",
    ),
    slip(
        "sum-over-seeds",
        "middle",
        does="You add up the scores of the seeds, and do not divide.",
        why="A sum grows with the number of seeds, so it is no accuracy any more.",
        code="report[name] = (sum(scores), np.std(scores))",
        seen="In loops with `+=`, where the division after the loop is forgotten.",
    ),
    slip(
        "standard-error",
        "spread",
        does="You divide the deviation by the root of the number of seeds.",
        why="That is the standard error: how well the mean is known. Asked for is how far single runs lie apart. With "
        "4 seeds yours is half of it.",
        code="np.std(scores) / np.sqrt(len(scores))",
        seen="Error bars show the one or the other, and many captions do not say which.",
    ),
    slip(
        "sample-deviation",
        "spread",
        does="You take the deviation with n − 1 in it.",
        why="Divided by the number of seeds is what the task asks for. For 3 seeds yours is 22 % larger, and for a "
        "single one it is 0 / 0.",
        code="np.std(scores, ddof=1)",
        seen="`statistics.stdev`, pandas and `torch.std` do it by default; `np.std` does not.",
    ),
    slip(
        "variance",
        "spread",
        does="You report the variance, the square of the deviation.",
        why="A deviation of 0.1 becomes 0.01. Only the deviation can be laid beside the mean: 0.70 ± 0.10.",
        code="np.var(scores)",
        seen="Where `var` and `std` stand beside each other in a library's list.",
    ),
    slip(
        "range",
        "spread",
        does="You report how far the best seed is from the worst.",
        why="That grows with the number of seeds. The deviation does not.",
        code="max(scores) - min(scores)",
        seen="In shaded bands around learning curves, which often reach from the lowest to the highest run.",
    ),
    slip(
        "deviation-first",
        "order",
        does="You report the deviation before the mean.",
        why="(mean, deviation) is asked for, as in 0.70 ± 0.10.",
        code="report[name] = (np.std(scores), np.mean(scores))",
        seen="`torch.std_mean` returns them in this order.",
    ),
)
CONTROL_SLIPS = (
    slip(
        "control-not-checked",
        "control",
        does="You accept a comparison without its control.",
        why="The control is the same network with random weights. Without it nobody can tell whether a result comes "
        "from what was learned on ImageNet, or would come from random features of the same shape as well: digits 5 to "
        "9 are read as well from random features as from those learned on 0 to 4.",
        code="for name, predict in strategies.items(): …  # and no `if control not in strategies: raise ValueError(…)`",
        seen="In reports that hold a pretrained network against one trained from scratch, and against nothing else.",
    ),
    slip(
        "control-by-fixed-name",
        "control",
        does="You look for “random-frozen”, whatever the control is called.",
        why="`control` names it. A comparison whose control has another name is complete, and one that has a "
        "“random-frozen” beside a missing control is not.",
        code='if "random-frozen" not in strategies: raise ValueError(…)',
        seen="Wherever an argument has a default, and the default is then written out a second time.",
    ),
    slip(
        "control-not-reported",
        "report",
        does="You leave the control out of the report.",
        why="It is there to be read beside the others: .60 means one thing if the control has .14, and another if it "
        "has .58.",
        code="del report[control]",
        seen="Where a table shows only what is to be praised.",
    ),
    slip(
        "gain-over-control",
        "report",
        does="You report how much better each strategy is than the control.",
        why="A gain of .10 can lie between .14 and .24 or between .85 and .95. Report both accuracies.",
        code="report[name] = (np.mean(scores[name]) - np.mean(scores[control]), …)",
        seen="In sentences such as “improves by 10 points”, which do not say from where.",
    ),
)
