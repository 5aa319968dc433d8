"""Exercises whose answer is a network: what a judge does with one, and what a learner is told."""

from collections import OrderedDict
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

torch = pytest.importorskip("torch")
from torch import nn  # noqa: E402

from autograder import Case, Exercise, Given, Part, Slip, trials  # noqa: E402
from autograder.answer import ask  # noqa: E402
from autograder.call import call  # noqa: E402
from autograder.compare import WrongKindError  # noqa: E402
from autograder.given import resolve  # noqa: E402
from autograder.judge import evaluate  # noqa: E402
from autograder.network import Network  # noqa: E402
from tests.autograder.here import ALL, EXERCISES  # noqa: E402

pytestmark = pytest.mark.full
X = np.random.default_rng(0).normal(size=(3, 2, 5, 6)).astype(np.float32)


class Unit(nn.Module):
    """Convolution, norm, ReLU: with switches."""

    def __init__(self, channels, *, norm=True, relu=True, stride=1):
        super().__init__()
        self.conv = nn.Conv2d(2, channels, 3, stride=stride, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(channels) if norm else None
        self.relu = relu

    def forward(self, x):
        y = self.conv(x) if self.bn is None else self.bn(self.conv(x))
        return y.relu() if self.relu else y


def slipped(channels, *, stride=1, slips=frozenset()):
    return Unit(
        channels, norm="norm-forgotten" not in slips, relu="relu-forgotten" not in slips,
        stride=1 if "stride-forgotten" in slips else stride,
    )  # fmt: skip


def slip(name):
    return Slip(name, name, f"You made {name}.", "That is wrong.", "code", "11_2_residual_blocks#Add the input")


CASE = Case((3,), {"stride": 2}, trials.Output(X))
UNIT = Exercise(
    name="unit", chapter=11, goal="Build a unit.",
    reference=lambda channels, *, stride=1: Unit(channels, stride=stride),
    slipped=slipped, slips=tuple(map(slip, ("norm-forgotten", "relu-forgotten", "stride-forgotten"))),
    parts=(
        Part("its parameters", 1, (Case((3,), trial=trials.Names()), CASE)),
        Part("learning", 2, (Case((3,), {"stride": 2}, trials.Gradient(X)), Case((3,), trial=trials.Statistics(X)))),
    ),
    working=lambda *_: "because.", allowed=("torch",),
)  # fmt: skip


@pytest.fixture
def unit(monkeypatch):
    monkeypatch.setattr("autograder.judge.load", {"unit": UNIT}.__getitem__)
    return lambda function: evaluate("unit", function)


def test_right_network_passes(unit):
    assert unit(lambda channels, *, stride=1: Unit(channels, stride=stride)).points == 3


@pytest.mark.parametrize("name", [slip.name for slip in UNIT.slips])
def test_each_slip_is_named(unit, name):
    report = unit(lambda channels, *, stride=1: slipped(channels, stride=stride, slips=frozenset({name})))
    assert report.mistakes == (f"unit/{name}",)


def test_pair_of_slips_is_named(unit):
    report = unit(lambda channels, *, stride=1: Unit(channels, stride=stride, norm=False, relu=False))
    assert report.mistakes == ("unit/norm-forgotten", "unit/relu-forgotten")


class Renamed(Unit):
    def __init__(self, channels, *, stride=1):
        super().__init__(channels, stride=stride)
        self.first, self.bn.weight = self.conv, nn.Parameter(torch.ones(channels))
        del self.conv

    def forward(self, x):
        return self.bn(self.first(x)).relu()


def test_names_that_are_missing_and_not_asked_for_are_told(unit):
    told = str(unit(Renamed))
    assert "Missing: conv.weight (3, 2, 3, 3)." in told
    assert "Not asked for: first.weight (3, 2, 3, 3)." in told
    assert "unit(3), looking at the names and shapes in its state_dict()" in told


class InAList(nn.Module):
    def __init__(self, channels, *, stride=1, holder=list):  # noqa: ARG002
        super().__init__()
        self.parts = holder([nn.Sequential(nn.Conv2d(2, channels, 3, padding=1)), nn.ReLU()])

    def forward(self, x):
        return self.parts[1](self.parts[0](x))


@pytest.mark.parametrize(("holder", "is_told"), [(list, True), (nn.ModuleList, False)])
def test_parts_in_a_list_are_asked_for_if_none_with_a_number_is_found(monkeypatch, holder, is_told):
    numbered = replace(UNIT, reference=partial(InAList, holder=nn.ModuleList), slips=())
    monkeypatch.setattr("autograder.judge.load", {"unit": numbered}.__getitem__)
    wrong = type("Wrong", (InAList,), {"forward": lambda self, x: -self.parts[0](x)})
    assert ("Does a Python list hold them?" in str(evaluate("unit", partial(wrong, holder=holder)))) == is_told


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (True, "In training mode, and should not be: the network itself, conv."),
        (False, "Not in training mode, and should be: the network itself, conv."),
    ],
)
def test_wrong_modes_are_told_as_modes(monkeypatch, wanted, told):
    part = Part("modes", 1, (Case((3,), trial=trials.Modes()),))
    modes = replace(UNIT, reference=lambda n: Unit(n, norm=False).train(not wanted), slips=(), parts=(part,))
    monkeypatch.setattr("autograder.judge.load", {"unit": modes}.__getitem__)
    assert told in str(evaluate("unit", lambda n: Unit(n, norm=False).train(wanted)))


def test_norm_that_is_missing_is_told_by_its_weight_and_bias_alone(unit):
    told = str(unit(lambda channels, *, stride=1: Unit(channels, stride=stride, norm=False).requires_grad_(False)))
    assert "Missing: bn.bias (3,), bn.weight (3,)." in told


@pytest.mark.parametrize(
    ("function", "told"),
    [
        (lambda *_, **__: None, "returns nothing (None). Does it end with `return`?"),
        (lambda *_, **__: Unit, "returns the class Unit; return an object of it"),
        (lambda *_, **__: Unit(3).forward, "returns a function; return an nn.Module"),
        (lambda *_, **__: torch.zeros(3), "returns a tensor; a network (an nn.Module) is asked for"),
        (lambda *_, **__: 3, "returns 3; a network (an nn.Module) is asked for"),
    ],
)
def test_what_is_no_network_is_told(unit, function, told):
    assert told in str(unit(function))


def forward_is(forward):
    class Other(Unit):
        pass

    Other.forward = forward
    return lambda channels, *, stride=1: Other(channels, stride=stride)


def test_forward_without_return_is_told(unit):
    assert "your network's forward gives NoneType back" in str(unit(forward_is(lambda *_: None)))


def test_forward_that_writes_into_its_input_is_told(unit):
    assert "writes into its input x" in str(unit(forward_is(lambda self, x: self.bn(self.conv(x.relu_())).relu())))


def test_forward_that_cuts_the_gradient_is_told(unit):
    told = str(unit(forward_is(lambda self, x: self.bn(self.conv(x)).relu().detach())))
    assert "no gradient flows through your network" in told


def test_line_of_an_error_in_forward_is_told(unit):
    def forward(self, x):
        return self.no_such_layer(x)

    report = unit(forward_is(forward))
    assert "no_such_layer" in str(report)
    assert report.status == "error"


def test_drawn_weights_depend_on_name_shape_and_seed_only():
    first, again = trials.drawn("conv.weight", (3, 2, 3, 3), 1), trials.drawn("conv.weight", (3, 2, 3, 3), 1)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, trials.drawn("conv.weight", (3, 2, 3, 3), 2))
    assert not np.array_equal(first, trials.drawn("other.weight", (3, 2, 3, 3), 1))
    assert trials.drawn("bn.running_var", (100,), 0).min() >= 0.5


def test_state_is_loaded_and_read_back():
    network = Network(Unit(3))
    values = network.state().values
    network.load({"conv.weight": np.full((3, 2, 3, 3), 7, np.float32)})
    after = network.state()
    assert (after.values["conv.weight"] == 7).all()
    assert np.array_equal(after.values["bn.weight"], values["bn.weight"])
    assert after.trainable == ("bn.bias", "bn.weight", "conv.weight")
    assert after.training == ("", "bn", "conv")


def test_backward_gives_the_gradients_of_input_and_parameters():
    network = Network(nn.Linear(2, 1, bias=False))
    network.load({"weight": np.array([[3, 5]], np.float32)})
    assert network.forward(np.array([[1, 10]], np.float32)).tolist() == [[53]]
    gradients = network.backward(np.array([[2]], np.float32))
    assert gradients["input"].tolist() == [[6, 10]]
    assert gradients["weight"].tolist() == [[2, 20]]


def test_backward_through_what_has_no_gradient_is_told():
    network = Network(forward_is(lambda _, x: x.detach())(3))
    network.forward(X)
    with pytest.raises(WrongKindError, match="No gradient flows"):
        network.backward(X)


def test_given_networks_are_built_anew_and_alike():
    one, other = resolve(Given("two_convolutions")), resolve(Given("two_convolutions"))
    assert one is not other
    assert torch.equal(one.conv1.weight, other.conv1.weight)


def test_a_changed_argument_can_be_looked_at():
    def freeze(net):
        net.conv1.requires_grad_(False)
        return net

    exercise = Exercise(
        "freeze", 12, "Freeze.", freeze, lambda net, **_: net, (), (), lambda *_: "", allowed=("torch",)
    )
    case = Case((Given("two_convolutions"),), trial=trials.Trainable(argument=0))
    answer = ask(exercise, lambda _: None, case)
    assert not answer.right
    assert answer.expected.tolist() == ["bn1.bias", "bn1.weight", "conv2.bias", "conv2.weight"]
    assert ask(exercise, lambda net: freeze(net) and None, case).right


def test_arrays_are_handed_over_as_tensors_and_the_generator_is_left_alone():
    torch.manual_seed(5)
    outcome = call(lambda x: (x.dtype, torch.rand(1)), Case((X,)), tensors=True)
    drawn = torch.rand(1)
    torch.manual_seed(5)
    assert outcome.result[0] == torch.float32
    assert torch.equal(drawn, torch.rand(1))


def test_tensor_that_was_changed_is_noticed():
    def add(x):
        x += 1
        return x

    assert call(add, Case((X,)), tensors=True).changed == (0,)


def test_modes_after_train():
    net = nn.Sequential(OrderedDict(a=nn.Dropout(), b=nn.Dropout())).eval()
    assert trials.Modes().observe(Network(net)).tolist() == []
    assert trials.Modes(training=True).observe(Network(net)).tolist() == ["the network itself", "a", "b"]
    assert OrderedDict(net.named_children())["a"].training


def test_gradients_that_a_network_holds_are_read():
    net = nn.Linear(2, 1)
    assert np.isnan(trials.Held().observe(Network(net))).all()
    net(torch.tensor([[1.0, 10.0]])).backward()
    assert trials.Held().observe(Network(net)).tolist() == [1, 1, 10]  # of the bias, and of the weights


def test_given_network_is_handed_over_with_the_gradients_that_it_holds():
    outcome = call(lambda net: net.fc.weight.grad.abs().sum().item(), Case((Given("net_in_use"),)), tensors=True)
    assert outcome.result > 0


def test_all_exercises_are_judged_where_torch_is():
    assert EXERCISES == ALL
