"""What is done with a network, so that it can be compared: each trial looks at one side of it, as an array.

A trial is data, and drives a network through :class:`autograder.network.Network` only. Weights are drawn by name and
shape, so that the same ones meet the same layer, whatever else a network has.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from autograder.exercise import Trial
from autograder.network import Network


@lru_cache(maxsize=4096)  # a check loads the same weights hundreds of times
def drawn(name: str, shape: tuple[int, ...], seed: int) -> np.ndarray:
    """Draw values for a parameter or buffer that keep numbers in a network of a readable size.

    Parameters
    ----------
    name : str
        Such as ``"bn1.running_var"``.
    shape : tuple of int
        Its shape.
    seed : int
        With the name, what it is drawn from.

    Returns
    -------
    numpy.ndarray of float32
        Weights of convolutions and dense layers from a normal distribution of variance 2 / fan-in (He and others,
        2015); those of norms and running variances from 0.5 to 1.5; biases and running means of deviation 0.5.
    """
    rng = np.random.default_rng([seed, zlib.crc32(name.encode())])
    if len(shape) > 1:
        values = rng.normal(size=shape) * np.sqrt(2 / np.prod(shape[1:]))
    elif name.endswith(("weight", "running_var")):
        values = rng.uniform(0.5, 1.5, shape)
    else:
        values = rng.normal(size=shape) / 2
    values = values.astype(np.float32)
    values.flags.writeable = False
    return values


def _load(network: Network, seed: int | None) -> None:
    if seed is not None:
        values = network.state().values
        network.load({name: drawn(name, now.shape, seed) for name, now in values.items() if now.dtype.kind == "f"})


def _in_one_row(values: Mapping[str, np.ndarray]) -> np.ndarray:
    return np.concatenate([np.zeros(0), *(values[name].ravel().astype(float) for name in sorted(values))])


def _slope(shape: tuple[int, ...]) -> np.ndarray:
    return np.random.default_rng(0).normal(size=shape).astype(np.float32)


@dataclass(frozen=True, eq=False)
class Names(Trial):
    """Which parameters and buffers a network has, and their shapes: texts such as ``"conv1.weight (8, 3, 3, 3)"``."""

    @property
    def told(self) -> str:
        """What was done."""
        return "looking at the names and shapes in its state_dict()"

    def observe(self, network: Network) -> np.ndarray:
        """Read the names."""
        return np.array([f"{name} {value.shape}" for name, value in network.state().values.items()], dtype=str)


@dataclass(frozen=True, eq=False)
class Trainable(Trial):
    """Which parameters require a gradient: texts."""

    lacking = "Requires no gradient, and should"
    foreign = "Requires a gradient, and should not"

    @property
    def told(self) -> str:
        """What was done."""
        return "looking at which parameters require a gradient"

    def observe(self, network: Network) -> np.ndarray:
        """Read the names."""
        return np.array(network.state().trainable, dtype=str)


@dataclass(frozen=True, eq=False)
class Modes(Trial):
    """Which submodules are in training mode: texts.

    Attributes
    ----------
    training : bool, optional
        The mode that the network is put into before, by ``net.train(training)``; None leaves it as it is.
    """

    lacking = "Not in training mode, and should be"
    foreign = "In training mode, and should not be"
    training: bool | None = None

    @property
    def told(self) -> str:
        """What was done."""
        before = "" if self.training is None else f"after net.train({self.training}), "
        return f"{before}looking at which parts are in training mode"

    def observe(self, network: Network) -> np.ndarray:
        """Read the names."""
        if self.training is not None:
            network.train(self.training)
        return np.array([name or "the network itself" for name in network.state().training], dtype=str)


@dataclass(frozen=True, eq=False)
class Entry(Trial):
    """The values of one parameter or buffer, as they are: none, where there is none of that name.

    Attributes
    ----------
    name : str
        Such as ``"bn2.weight"``.
    """

    name: str

    @property
    def told(self) -> str:
        """What was done."""
        return f"looking at {self.name}"

    def observe(self, network: Network) -> np.ndarray:
        """Read it."""
        return network.state().values.get(self.name, np.zeros(0))


@dataclass(frozen=True, eq=False)
class Values(Trial):
    """All parameters and buffers as they are, in one row, sorted by name."""

    @property
    def told(self) -> str:
        """What was done."""
        return "looking at all its parameters and buffers"

    def observe(self, network: Network) -> np.ndarray:
        """Read them."""
        return _in_one_row(network.state().values)


@dataclass(frozen=True, eq=False)
class Held(Trial):
    """The gradients that all parameters hold in ``.grad``, in one row, sorted by name: NaN where there is none."""

    @property
    def told(self) -> str:
        """What was done."""
        return "looking at the gradients that its parameters hold"

    def observe(self, network: Network) -> np.ndarray:
        """Read them."""
        return _in_one_row(network.gradients())


@dataclass(frozen=True, eq=False, kw_only=True)
class Rates(Trial):
    """What groups for an optimizer give to each parameter of the network that they were made for, sorted by name.

    A row for each parameter: in how many groups it is, and its learning rate, NaN for none. In the last row the number
    of groups that are empty, and of parameters that are not the network's.
    """

    argument: int | None = 0

    @property
    def told(self) -> str:
        """What was done."""
        return "looking at the learning rate of each parameter"

    def observe(self, network: Network) -> np.ndarray:
        """Read them."""
        rates, empty, foreign = network.rates()
        return np.array([*rates.values(), (empty, foreign)], dtype=float)


@dataclass(frozen=True, eq=False)
class Output(Trial):
    """What comes out.

    Attributes
    ----------
    x : numpy.ndarray
        The input.
    weights : int, optional
        The seed of the weights that are loaded before; None leaves the network's own.
    training : bool, optional
        The mode that it is put into before; None leaves it as it is.
    """

    x: np.ndarray
    weights: int | None = 0
    training: bool | None = False

    @property
    def told(self) -> str:
        """What was done."""
        weights = "its own weights" if self.weights is None else "given weights"
        mode = {True: " in training mode", False: " in evaluation mode", None: ""}[self.training]
        return f"run with {weights}{mode} on x of shape {self.x.shape}"

    def observe(self, network: Network) -> np.ndarray:
        """Run it."""
        _load(network, self.weights)
        return network.forward(self.x, training=self.training)


@dataclass(frozen=True, eq=False)
class Statistics(Output):
    """The buffers, such as running means, after one run: what a network remembers of a batch. In one row, by name."""

    training: bool | None = True

    @property
    def told(self) -> str:
        """What was done."""
        return f"{super().told}, then looking at the running statistics"

    def observe(self, network: Network) -> np.ndarray:
        """Run it, and read the buffers."""
        _load(network, self.weights)
        network.forward(self.x, training=self.training)
        values = network.state().values
        return _in_one_row({name: value for name, value in values.items() if "running_" in name})


@dataclass(frozen=True, eq=False)
class Gradient(Output):
    """The gradient of the input, or of a parameter, for a drawn gradient of the output.

    Attributes
    ----------
    of : str
        "input", or a parameter's name; none, where there is none of that name.
    """

    of: str = "input"

    @property
    def told(self) -> str:
        """What was done."""
        return f"{super().told}, then back, looking at the gradient of {'x' if self.of == 'input' else self.of}"

    def observe(self, network: Network) -> np.ndarray:
        """Run it there and back."""
        _load(network, self.weights)
        y = network.forward(self.x, training=self.training)
        return network.backward(_slope(y.shape)).get(self.of, np.zeros(0))
