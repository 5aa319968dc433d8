"""Mistakes of who turns scores into probabilities."""

from autograder.exercise import Slip

SOFTMAX, TOO_LARGE = (f"05_3_from_maps_to_a_decision#{heading}" for heading in ("Softmax", "Numbers too large for exp"))

SLIPS = (
    Slip(
        "no-maximum",
        decision="maximum",
        does="You take exp of the scores as they are, and for large ones that is more than a float can hold.",
        why="exp(710) is infinite in float64, and infinite / infinite is no number (nan); exp(−1000) is 0, and so is "
        "0 / 0. Subtract the largest score first: the probabilities stay the same, "
        "because each power is divided by the same exp(largest).",
        code="return np.exp(z) / np.exp(z).sum(axis=axis, keepdims=True)",
        section=TOO_LARGE,
        seen="The formula as textbooks print it, typed as it stands. In float32 it fails from 89 on.",
    ),
    Slip(
        "whole-maximum",
        decision="maximum",
        does="You subtract the largest score of the whole array, not of each line along the axis.",
        why="A line whose scores all lie 750 or more below that gives 0 / 0, which is no number (nan). "
        "Each line needs its own maximum.",
        code="powers = np.exp(z - z.max())",
        section=TOO_LARGE,
        seen="Code for one line of scores, `z - np.max(z)`, that is later given a batch. With scores of like size "
        "nobody notices.",
    ),
    Slip(
        "last-axis-in-maximum",
        decision="maximum",
        does="You subtract maxima along the last axis, whatever `axis` says.",
        why="A number may be subtracted from scores that are divided by one sum, if it is the same for all of them. "
        "Along another axis each score of a line loses another number, and the probabilities change.",
        code="powers = np.exp(z - z.max(axis=-1, keepdims=True))",
        section=SOFTMAX,
        seen="When an argument is added to a function that had none, and one of two places is forgotten.",
    ),
    Slip(
        "smallest-subtracted",
        decision="maximum",
        does="You subtract the smallest score of each line, and so the largest stays too large for exp.",
        why="Any number may be subtracted from a line, but only the largest makes sure that no power exceeds "
        "exp(0) = 1. Where the scores lie 710 or more apart, yours are infinite.",
        code="powers = np.exp(z - z.min(axis=axis, keepdims=True))",
        section=TOO_LARGE,
        seen="Scaling to a range begins with the smallest: images and tables are shifted until their smallest is 0.",
    ),
    Slip(
        "mean-subtracted",
        decision="maximum",
        does="You subtract the mean of each line, and so the largest can stay too large for exp.",
        why="Any number may be subtracted from a line, but only the largest makes sure that no power exceeds "
        "exp(0) = 1. A score that lies 710 or more above the mean gives infinity.",
        code="powers = np.exp(z - z.mean(axis=axis, keepdims=True))",
        section=TOO_LARGE,
        seen="Data are centred about their mean before almost anything else is done with them.",
    ),
    Slip(
        "powers-limited",
        decision="maximum",
        does="You cut the scores off at a limit, so that all beyond it count as equal.",
        why="1000 and 1001 become the same number, and their probabilities 0.5 and 0.5 instead of 0.27 and 0.73. "
        "Subtract the largest score: that changes nothing but the size.",
        code="powers = np.exp(np.clip(z, -700, 700))",
        section=TOO_LARGE,
        seen="Limits are put on scores to silence a warning, in losses too. The warning goes, and the gradient "
        "with it.",
    ),
    Slip(
        "nan-replaced",
        decision="maximum",
        does="You put 0 where the division gave no number (nan).",
        why="infinite / infinite is nan because the answer was lost before. A line of zeros does not add up to 1. "
        "Subtract the largest score first, and no power is infinite.",
        code="return np.nan_to_num(powers / powers.sum(axis=axis, keepdims=True))",
        section=TOO_LARGE,
        seen="`np.nan_to_num` and `fillna(0)` mend a table so that the next step runs. What made the gap is "
        "still there.",
    ),
    Slip(
        "keepdims-forgotten-in-maximum",
        decision="maximum",
        does="You subtract the maxima without keeping their axis, so they meet the wrong lines.",
        why="`z.max(axis=-1)` of a 3×3 array has shape (3,), and NumPy lays it along the rows. "
        "`keepdims=True` leaves it (3, 1). Where the sizes differ you get an error, or nothing at all.",
        code="powers = np.exp(z - z.max(axis=axis))",
        section=SOFTMAX,
        seen="Everywhere in NumPy and torch where an array is divided by its own sum. Square arrays hide it.",
    ),
    Slip(
        "keepdims-forgotten-in-sum",
        decision="divisor",
        does="You divide by the sums without keeping their axis, so they meet the wrong lines.",
        why="`powers.sum(axis=-1)` of a 3×3 array has shape (3,), and NumPy lays it along the rows. "
        "`keepdims=True` leaves it (3, 1). Where the sizes differ you get an error.",
        code="return powers / powers.sum(axis=axis)",
        section=SOFTMAX,
        seen="Everywhere in NumPy and torch where an array is divided by its own sum. Square arrays hide it.",
    ),
    Slip(
        "whole-sum",
        decision="divisor",
        does="You divide by the sum over the whole array.",
        why="The probabilities of each line along the axis are to add up to 1. Yours do so over the whole array.",
        code="return powers / powers.sum()",
        section=SOFTMAX,
        seen="Code for one line of scores that is later given a batch.",
    ),
    Slip(
        "last-axis-in-sum",
        decision="maximum",  # with another mistake in the maximum it cannot be told from "last-axis-always"
        does="You divide by sums along the last axis, whatever `axis` says.",
        why="What adds up to 1 then are the lines along the last axis. The sum has to go along the axis that was asked "
        "for, as the maximum does.",
        code="return powers / powers.sum(axis=-1, keepdims=True)",
        section=SOFTMAX,
        seen="When an argument is added to a function that had none, and one of two places is forgotten.",
    ),
    Slip(
        "divided-by-largest",
        decision="divisor",
        does="You divide by the largest power, so the best score of each line becomes 1.",
        why="Probabilities add up to 1. Dividing by the largest keeps the order, and the sum is more than 1.",
        code="return powers / powers.max(axis=axis, keepdims=True)",
        section=SOFTMAX,
        seen="Heat maps and histograms are scaled like that, to be looked at.",
    ),
    Slip(
        "last-axis-always",
        decision="axis",
        does="You always work along the last axis.",
        why="`axis` says along which axis the probabilities add up to 1. In maps of shape (batch, classes, height, "
        "width) it is 1.",
        code="return powers / powers.sum(axis=-1, keepdims=True)",
        section=SOFTMAX,
        seen="`scipy.special.softmax` takes the whole array by default and TensorFlow's the last axis: a default is "
        "a choice, and libraries choose differently.",
    ),
    Slip(
        "first-axis-always",
        decision="axis",
        does="You always work along the first axis.",
        why="`axis` says along which axis the probabilities add up to 1. Along the first axis of a batch, images "
        "would compete with each other.",
        code="return powers / powers.sum(axis=0)",
        section=SOFTMAX,
        seen="`powers.sum(axis=0)` needs no `keepdims`, so it is what runs at the first try.",
    ),
    Slip(
        "axis-one-always",
        decision="axis",
        does="You always work along axis 1.",
        why="`axis` says along which axis the probabilities add up to 1. A single line of scores has no axis 1 at all.",
        code="return powers / powers.sum(axis=1, keepdims=True)",
        section=SOFTMAX,
        seen="Written for a batch of shape (batch, classes), where axis 1 is the classes.",
    ),
    Slip(
        "base-two",
        decision="power",
        does="You raise 2 to the scores, not e.",
        why="With 2 the probabilities lie closer together: the scores 0 and 1 give 1/3 and 2/3, and not 0.27 and 0.73.",
        code="powers = 2.0 ** (z - z.max(axis=axis, keepdims=True))",
        section=SOFTMAX,
        seen="Kernels for accelerators use powers of 2 inside, and multiply the scores by log₂(e) = 1.4427 before.",
    ),
    Slip(
        "not-exponentiated",
        decision="power",
        does="You divide the scores themselves by their sum, without exp.",
        why="Scores can be negative, and then such shares are too; their sum can be 0. exp makes all of them positive.",
        code="return z / z.sum(axis=axis, keepdims=True)",
        section=SOFTMAX,
        seen="Shares of counts are computed like that, and counts are never negative.",
    ),
    Slip(
        "signs-reversed",
        decision="sign",
        does="You give the largest probability to the smallest score.",
        why="exp(−z) falls where z grows. The largest score gets the largest probability.",
        code="powers = np.exp(-z)  # or z.max() − z in the place of z − z.max()",
        section=SOFTMAX,
        seen="Physics writes exp(−E / kT): the lowest energy is the most probable. `torch.nn.Softmin` does so too.",
    ),
    Slip(
        "sigmoid",
        decision="power",
        does="You take the sigmoid of each score by itself.",
        why="1 / (1 + exp(−z)) answers a question of its own for each class, and the answers need not add up to 1.",
        code="return 1 / (1 + np.exp(-z))",
        section=SOFTMAX,
        seen="Where an image may show several classes at once, a sigmoid for each of them is right.",
    ),
    Slip(
        "logarithm",
        decision="result",
        does="You return the logarithm of the probabilities.",
        why="Losses are computed from it. Here the probabilities themselves are asked for: positive, and 1 in sum.",
        code="return z - largest - np.log(powers.sum(axis=axis, keepdims=True))",
        section=SOFTMAX,
        seen="`torch.nn.functional.log_softmax` stands beside `softmax`, and `torch.nn.NLLLoss` wants this one.",
    ),
    Slip(
        "fractions-cut",
        decision="dtype",
        does="Your result has the dtype of the scores, and for whole scores each probability is cut to 0.",
        why="`np.zeros_like(z)` of whole scores is an integer array, and that cuts off every fraction you write "
        "into it.",
        code="y = np.zeros_like(z)",
        section=SOFTMAX,
        seen="`np.zeros_like` and `np.empty_like` take over the dtype of what they are given.",
    ),
)
