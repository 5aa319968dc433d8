"""Mistakes in what a comparison learns from and is tested on."""

from autograder.exercise import Slip

COMPARE = "12_2_freeze_and_tune#Compare with a control"
LEAKS = "12_2_freeze_and_tune#Leaks"


def slip(name: str, decision: str, does: str, why: str, code: str, seen: str, section: str = COMPARE) -> Slip:
    """Write down a mistake that the lesson tells of where strategies are compared."""
    return Slip(name, decision=decision, does=does, why=why, code=code, section=section, seen=seen)


DRAW_SLIPS = (
    slip(
        "tested-on-training-rows",
        "test",
        does="You test each strategy on the rows that it has learned from.",
        why="That is a leak. A strategy that learns its rows by heart, as a nearest neighbour does, is then right "
        "about all of them, and knows nothing of any other.",
        code="answers = predict(x[train], y[train], x[train], seed)",
        section=LEAKS,
        seen="Wherever a training accuracy is reported as if it were what a model can do.",
    ),
    slip(
        "tested-on-everything",
        "test",
        does="You test on all rows, those that were learned from among them.",
        why="That is a leak: with k = 5 of 10 rows a class, half of the test has been seen. Test on the rest only.",
        code="answers = predict(x[train], y[train], x, seed)",
        section=LEAKS,
        seen="Where copies of one photograph, or pieces cut out of it, lie on both sides of a split.",
    ),
    slip(
        "first-k",
        "draw",
        does="You take the first k rows of each class, and draw nothing.",
        why="Then every seed gives the same split, and nobody sees how much hangs on which examples one happens to "
        "have. With few examples that is a lot.",
        code="train = np.concatenate([np.flatnonzero(y == label)[:k] for label in np.unique(y)])",
        seen="In files that are sorted by date or by place, whose first rows are all alike.",
    ),
    slip(
        "k-in-total",
        "draw",
        does="You draw k rows in all, and k of each class are asked for.",
        why="With 3 classes and k = 2 one class at least is not learned at all.",
        code="train = rng.permutation(len(y))[:k]",
        seen="“Five-shot” means five of each class, “with 100 labels” can mean 100 in all.",
    ),
    slip(
        "classes-left-to-chance",
        "draw",
        does="You draw k times the number of classes from all rows, and leave to chance how many each class gets.",
        why="Large classes get more than k and small ones fewer, or none.",
        code="train = rng.permutation(len(y))[: k * len(np.unique(y))]",
        seen="In scikit-learn's `train_test_split`, unless `stratify` is given.",
    ),
    slip(
        "shuffled-together",
        "draw",
        does="You shuffle all rows at once, and take the first k of each class.",
        why="That is as fair, and draws other rows than the task does. Two comparisons can be held against each other "
        "only if they draw alike: one `rng.permutation` for each class, in ascending order.",
        code="order = rng.permutation(len(y)); rows = [order[y[order] == label][:k] for label in np.unique(y)]",
        seen="In most loaders, which shuffle a whole data set before anything else is done with it.",
    ),
    slip(
        "drawn-by-choice",
        "draw",
        does="You draw with `rng.choice`, which takes other rows than the start of a `rng.permutation`.",
        why="It is as fair. But two comparisons can be held against each other only if they draw alike, and the task "
        "asks for `rng.permutation`.",
        code="train = np.concatenate([rng.choice(np.flatnonzero(y == label), k, replace=False) for label in …])",
        seen="A seed fixes what is drawn only together with the very call that draws.",
    ),
    slip(
        "drawn-with-replacement",
        "draw",
        does="You draw with replacement, so the same row can be drawn twice.",
        why="Then some seeds learn from fewer than k examples of a class.",
        code="train = np.concatenate([rng.choice(np.flatnonzero(y == label), k) for label in np.unique(y)])",
        seen="It is what `rng.choice` does unless `replace=False` is given.",
    ),
    slip(
        "one-generator",
        "generator",
        does="You draw all splits from one generator, made before the loop, and not each from its own seed.",
        why="What a seed draws then depends on how many came before it: leave one out, and all later splits change.",
        code="rng = np.random.default_rng(0)  # before `for seed in seeds`",
        seen="In notebooks with one seed in the first cell: run a cell twice, and the numbers differ.",
    ),
    slip(
        "same-split",
        "generator",
        does="You draw from seed 0 every time, so all seeds have the same split.",
        why="Several seeds are there to show how much depends on the draw. Drawn once, the deviation tells of the "
        "strategies' own chance only, and is 0 for those that have none.",
        code="rng = np.random.default_rng(0)  # inside the loop",
        seen="With `random_state=0` copied from an example into every call.",
    ),
    slip(
        "first-seed-for-all",
        "generator",
        does="You draw one split, from the first seed, and keep it for all seeds.",
        why="Several seeds are there to show how much depends on the draw: each seed makes a split of its own.",
        code="train, test = split(y, k, seeds[0])  # before the loop",
        seen="In benchmarks with one fixed split, where five seeds tell of the weights' first values only.",
    ),
    slip(
        "legacy-generator",
        "generator",
        does="You draw from NumPy's older generator.",
        why="`np.random.seed(3)` and `np.random.default_rng(3)` are two algorithms with the same seed: other rows.",
        code="np.random.seed(seed); places = np.random.permutation(places)",
        seen="In most notebooks older than NumPy 1.17, which brought `default_rng`.",
    ),
    slip(
        "split-for-each-strategy",
        "sharing",
        does="You draw a new split for each strategy.",
        why="Then one may have got the easier examples, and the difference between two strategies is partly luck. "
        "With one split for all, whatever was easy was easy for all.",
        code="for name in strategies: train, test = split(y, k, rng)",
        seen="Where numbers from two papers are put into one table, each with its own draws.",
    ),
    slip(
        "seed-not-passed",
        "seed",
        does="You hand the strategies 0 for the seed, whatever the seed is.",
        why="A network with random weights is then the same one each time, and its deviation too small.",
        code="answers = predict(x[train], y[train], x[test], 0)",
        seen="Where the data are drawn anew and the first weights are not: both are chance.",
    ),
)
