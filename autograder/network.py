"""All that a judge does with a learner's network: build it, load weights, run it forward and back, read its state.

Only arrays, names and numbers go in and come out, so that the network itself can live in another process.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from autograder.compare import WrongKindError
from autograder.elsewhere import Elsewhere
from autograder.groups import read_groups
from autograder.tensors import as_array, as_tensor, is_tensor


class State(NamedTuple):
    """What a network holds.

    Attributes
    ----------
    values : dict of str to numpy.ndarray
        Parameters and buffers by name, sorted.
    trainable : tuple of str
        The names of the parameters that require a gradient.
    training : tuple of str
        The names of the submodules that are in training mode; the network's own is "".
    """

    values: dict[str, np.ndarray]
    trainable: tuple[str, ...]
    training: tuple[str, ...]


def network_of(module: Any, *, result: Any = None) -> "Network":
    """Return what drives a network, wherever it lives.

    Parameters
    ----------
    module, result : object
        As for :class:`Network`.

    Returns
    -------
    Network
        Or what behaves as one, for a network of another process.
    """
    return module.network(result) if isinstance(module, Elsewhere) else Network(module, result=result)


class Network:
    """A network that a learner's function built, or was given.

    Parameters
    ----------
    module : object
        What came back: it must be a torch.nn.Module.
    result : object, optional
        What the function returned, where the network is one of its arguments.

    Raises
    ------
    WrongKindError
        If it is none.
    """

    def __init__(self, module: Any, *, result: Any = None) -> None:
        from torch import nn

        if isinstance(module, type) and issubclass(module, nn.Module):
            raise WrongKindError(
                f"Your function returns the class {module.__name__}; return an object of it, made by calling it."
            )
        if not isinstance(module, nn.Module):
            told = "nothing (None). Does it end with `return`?" if module is None else _told(module)
            raise WrongKindError(f"Your function returns {told}")
        self._module = module
        self._result = result
        self._input: Any = None
        self._output: Any = None

    def state(self) -> State:
        """Read all parameters and buffers, which of them learn, and which parts are in training mode.

        Returns
        -------
        State
            Copies.
        """
        values = {name: np.array(as_array(value)) for name, value in sorted(self._module.state_dict().items())}
        trainable = sorted(name for name, parameter in self._module.named_parameters() if parameter.requires_grad)
        training = (name for name, part in self._module.named_modules() if part.training)
        return State(values, tuple(trainable), tuple(sorted(training)))

    def gradients(self) -> dict[str, np.ndarray]:
        """Read the gradients that the parameters hold in ``.grad``, as a backward pass leaves them.

        Returns
        -------
        dict of str to numpy.ndarray
            Copies, by name, in the shapes of the parameters: NaN where there is none.
        """
        held = {name: (value, value.grad) for name, value in sorted(self._module.named_parameters())}
        return {
            name: np.full(tuple(value.shape), np.nan) if gradient is None else np.array(as_array(gradient))
            for name, (value, gradient) in held.items()
        }

    def rates(self) -> tuple[dict[str, tuple[int, float]], int, int]:
        """Read what was returned as groups of this network's parameters for an optimizer.

        Returns
        -------
        tuple
            For each parameter by name, in how many groups it is and with which learning rate, NaN for none; then the
            number of groups that are empty, and of parameters that are not this network's.

        Raises
        ------
        WrongKindError
            If these are no groups.
        """
        groups = read_groups(self._result)
        own = dict(sorted(self._module.named_parameters()))
        held = {
            name: [rate for values, rate in groups for value in values if value is parameter]
            for name, parameter in own.items()
        }
        known = {id(parameter) for parameter in own.values()}
        foreign = sum(id(value) not in known for values, _ in groups for value in values)
        rates = {name: (len(found), found[-1] if found else float("nan")) for name, found in held.items()}
        return rates, sum(not values for values, _ in groups), foreign

    def load(self, values: Mapping[str, np.ndarray]) -> None:
        """Put values in the place of parameters and buffers.

        Parameters
        ----------
        values : mapping of str to numpy.ndarray
            By name, in the shapes that :meth:`state` tells. What is not among them stays.
        """
        self._module.load_state_dict({name: as_tensor(np.asarray(value)) for name, value in values.items()}, False)

    def train(self, training: bool) -> None:
        """Put it into training or evaluation mode.

        Parameters
        ----------
        training : bool
            As ``net.train(training)``.
        """
        self._module.train(training)

    def forward(self, x: np.ndarray, *, training: bool | None = False) -> np.ndarray:
        """Run it.

        Parameters
        ----------
        x : numpy.ndarray
            The input.
        training : bool, optional
            The mode that it is put into before; None leaves the mode as it is.

        Returns
        -------
        numpy.ndarray
            What comes out.

        Raises
        ------
        WrongKindError
            If that is no tensor of real numbers, or the input was written into.
        """
        if training is not None:
            self._module.train(training)
        self._input = as_tensor(x).requires_grad_(np.asarray(x).dtype.kind == "f")
        entered = self._input.clone()  # what learns may not be written into, and a learner's layer may try to
        self._output = self._module(entered)
        if not is_tensor(self._output) or self._output.is_complex():
            raise WrongKindError(
                f"Your network's forward gives {type(self._output).__name__} back; a tensor of real numbers is asked "
                "for. Does it end with `return`?"
            )
        if not np.array_equal(as_array(entered), x, equal_nan=True):
            raise WrongKindError(
                "Your network writes into its input x. Whoever calls it still needs x as it was: use no in-place "
                "operation (`inplace=True`, `relu_`, `+=`) on it."
            )
        return np.array(as_array(self._output))

    def backward(self, dy: np.ndarray) -> dict[str, np.ndarray]:
        """Run it back from the last output of :meth:`forward`.

        Parameters
        ----------
        dy : numpy.ndarray
            The gradient of the output, of its shape.

        Returns
        -------
        dict of str to numpy.ndarray
            The gradient of each parameter by its name, and of the input under "input". Zeros, where none arrives.

        Raises
        ------
        WrongKindError
            If no gradient can flow, because the output was cut off from the input.
        """
        import torch

        if not self._output.requires_grad:
            raise WrongKindError(
                "No gradient flows through your network. Does it use `.detach()`, `.numpy()` or `torch.no_grad()`?"
            )
        learning = {name: value for name, value in self._module.named_parameters() if value.requires_grad}
        asked = {"input": self._input, **learning}
        gradients = torch.autograd.grad(
            self._output,
            list(asked.values()),
            as_tensor(np.asarray(dy)).to(self._output.dtype),
            retain_graph=True,
            allow_unused=True,
        )
        return {
            name: np.zeros(tuple(value.shape), np.float32) if gradient is None else np.array(as_array(gradient))
            for (name, value), gradient in zip(asked.items(), gradients, strict=True)
        }


def _told(result: Any) -> str:
    if is_tensor(result):
        return "a tensor; a network (an nn.Module) is asked for, which is called on x later."
    if callable(result):
        return "a function; return an nn.Module, so that its weights can be loaded and trained."
    return f"{result!r:.80}; a network (an nn.Module) is asked for."
