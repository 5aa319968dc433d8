"""How many numbers a dense layer on an image learns."""

from math import prod

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.show import number
from helpers.costs import fc_params

SECTION = "01_1_images_are_arrays#What a dense layer costs"


def slipped(
    in_shape: tuple[int, ...], out_features: int, *, bias: bool = True, slips: frozenset[str] = frozenset()
) -> int:
    """Count weights and biases, making the mistakes asked for."""
    inputs = _inputs(in_shape, slips)
    weights = inputs * out_features
    if "inputs-and-outputs-added" in slips:
        weights = inputs + out_features
    if "one-weight-for-each-input" in slips:
        weights = inputs
    if "nothing-without-biases" in slips and not bias:
        return 0
    bias = not bias if "bias-reversed" in slips else bias or "bias-always" in slips
    if "bias-forgotten" in slips or not bias:
        return weights
    if "bias-for-each-weight" in slips:
        return 2 * weights
    if "one-bias-in-all" in slips:
        return weights + 1
    if "bias-for-each-input" in slips:
        return weights + inputs
    if "bias-for-inputs-too" in slips:
        return weights + inputs + out_features
    return weights + out_features


def _inputs(in_shape: tuple[int, ...], slips: frozenset[str]) -> int:
    if "channels-forgotten" in slips:
        return in_shape[0] * in_shape[1]
    if "last-axis-only" in slips:
        return in_shape[-1]
    if "first-axis-only" in slips:
        return in_shape[0]
    return sum(in_shape) if "sizes-added" in slips else prod(in_shape)


def _working(case: Case, _: tuple[int, ...]) -> str:
    in_shape, out_features = case.args
    inputs, bias = prod(in_shape), case.options.get("bias", True)
    sizes = "·".join(map(str, in_shape))
    told = f"{sizes} = {number(inputs)} inputs. Each of the {out_features} outputs has a weight for each of them"
    if bias:
        total = inputs * out_features + out_features
        return f"{told}, and one bias: {number(inputs)}·{out_features} + {out_features} = {number(total)}."
    return f"{told}, and here no bias: {number(inputs)}·{out_features} = {number(inputs * out_features)}."


def _drawn(rng: np.random.Generator, options: dict[str, bool]) -> tuple[Case, ...]:
    def size(most: int) -> int:
        return int(rng.integers(5, most))

    shapes = ((size(9), size(9)), (size(30), size(30), 3), (size(80), size(80)), (size(200), size(200), size(70)))
    return tuple(Case((shape, size(1000)), options) for shape in shapes)


EXERCISE = Exercise(
    name="fc_params",
    chapter=1,
    goal="Return how many numbers a dense layer learns that reads inputs of shape in_shape and has out_features "
    "outputs: its weights, and its biases if it has them.",
    reference=fc_params,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "with a bias",
            points=2,
            probe=(
                Case(((2, 3), 4)),
                Case(((4, 5, 3), 7)),
                Case(((28, 20), 10), {"bias": True}),
                Case(((224, 200, 3), 1000)),
                Case(((6, 2, 5), 3), {"bias": True}),
            ),
            cases=lambda rng: (*_drawn(rng, {}), *_drawn(rng, {"bias": True})),
        ),
        Part(
            "without a bias",
            points=1,
            probe=tuple(Case(args, {"bias": False}) for args in (((2, 3), 4), ((5, 4, 3), 8), ((30, 32, 3), 100))),
            cases=lambda rng: _drawn(rng, {"bias": False}),
        ),
    ),
    slips=(
        Slip(
            "bias-forgotten",
            decision="bias",
            does="You leave out the biases.",
            why="Unless bias=False, each output adds a learned number of its own: 1,000 outputs learn 1,000 more.",
            code="return math.prod(in_shape) * out_features",
            section=SECTION,
            seen="In tables that count weights only. AlexNet is given 60,954,656 or 60,965,224 numbers: without its "
            "biases and with them.",
        ),
        Slip(
            "bias-always",
            decision="bias",
            does="You add biases also where bias=False.",
            why="A layer without a bias learns its weights alone. Nothing else tells the two kinds apart.",
            code="return (math.prod(in_shape) + 1) * out_features",
            section=SECTION,
            seen="Wherever an argument is accepted and then not looked at; a test with the default value never shows "
            "it.",
        ),
        Slip(
            "one-bias-in-all",
            decision="bias",
            does="You add one bias for the whole layer.",
            why="Each output adds a number of its own. 1,000 outputs have 1,000 biases.",
            code="return math.prod(in_shape) * out_features + 1",
            section=SECTION,
            seen="In the formula y = Wx + b: b looks like one number there, and is a vector as long as y.",
        ),
        Slip(
            "bias-reversed",
            decision="bias",
            does="You add biases where bias=False, and none where it is True.",
            why="bias=True, which is also the default, means that each output has one.",
            code="return weights if bias else weights + out_features",
            section=SECTION,
            seen="When a condition is turned around in tidying up, and its two ends are not.",
        ),
        Slip(
            "nothing-without-biases",
            decision="bias",
            does="With bias=False you return 0.",
            why="Python reads `weights + out_features if bias else 0` as `(weights + out_features) if bias else 0`. "
            "Put brackets around `(out_features if bias else 0)`.",
            code="return weights + out_features if bias else 0",
            section=SECTION,
            seen="In the table of precedence of Python's manual only `lambda` and `:=` bind less tightly than "
            "`if … else`.",
        ),
        Slip(
            "bias-for-each-weight",
            decision="bias",
            does="You add a bias for each weight.",
            why="A bias is added to a whole sum of products, and there is one such sum for each output.",
            code="return 2 * math.prod(in_shape) * out_features",
            section=SECTION,
            seen="In the picture of a straight line, y = wx + b, where there is one b for one w.",
        ),
        Slip(
            "bias-for-each-input",
            decision="bias",
            does="You add a bias for each input.",
            why="A bias is added to a sum, and there is one sum for each output: out_features biases.",
            code="return inputs * out_features + inputs",
            section=SECTION,
            seen="In work with the transposed matrix: there rows and columns, inputs and outputs, change places.",
        ),
        Slip(
            "bias-for-inputs-too",
            decision="bias",
            does="You give the inputs biases as well as the outputs.",
            why="The inputs are the image's values as they are. Only the sums, one for each output, get a bias.",
            code="return inputs * out_features + inputs + out_features",
            section=SECTION,
            seen="In drawings of networks that show inputs as the same circles as neurons. A restricted Boltzmann "
            "machine really has biases on both sides.",
        ),
        Slip(
            "channels-forgotten",
            decision="inputs",
            does="You leave out the channels: you count an input for each pixel.",
            why="A dense layer has a weight for each *value*. In colour that is three times as many.",
            code="inputs = in_shape[0] * in_shape[1]",
            section=SECTION,
            seen="After counting pixels for values, which popular texts do as well: 224×224 in colour are 150,528 "
            "inputs.",
        ),
        Slip(
            "last-axis-only",
            decision="inputs",
            does="You count only the last axis as inputs.",
            why="Every value of the image is an input, so the sizes of all axes are multiplied.",
            code="inputs = in_shape[-1]",
            section=SECTION,
            seen="In torch.nn.Linear, which acts along the last axis alone if the image is not flattened before.",
        ),
        Slip(
            "first-axis-only",
            decision="inputs",
            does="You count only the first axis as inputs.",
            why="Every value of the image is an input, so the sizes of all axes are multiplied.",
            code="inputs = in_shape[0]",
            section=SECTION,
            seen="In code that was written for vectors: `in_shape[0]` is all of (784,), and only the rows of (28, 28).",
        ),
        Slip(
            "sizes-added",
            decision="inputs",
            does="You add the sizes of the image where they are to be multiplied.",
            why="4 rows of 5 pixels with 3 values are 60 inputs, not 12.",
            code="inputs = sum(in_shape)",
            section=SECTION,
            seen="In one slip of the pen: `np.sum(shape)` stands where `np.prod(shape)` was meant.",
        ),
        Slip(
            "inputs-and-outputs-added",
            decision="weights",
            does="You add inputs and outputs: you count the neurons, not the connections.",
            why="Every output has a weight for every input. 60 inputs and 7 outputs have 420 weights, not 67.",
            code="weights = inputs + out_features",
            section=SECTION,
            seen="In statements of size: a network's neurons are a few thousands where its connections are millions.",
        ),
        Slip(
            "one-weight-for-each-input",
            decision="weights",
            does="You count one weight for each input, as if there were a single output.",
            why="Each output has weights of its own for all inputs: multiply by out_features.",
            code="weights = inputs",
            section=SECTION,
            seen="In the step from one neuron, or logistic regression for two classes, to a whole layer of them.",
        ),
    ),
)
