"""A learner's function or network as the engine sees it, while it lives in another process."""

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from autograder.compare import WrongKindError
from autograder.elsewhere import Elsewhere, ThereError
from autograder.exercise import Case
from autograder.grading.caller import Caller
from autograder.grading.values import Reader, Writer, clean_text
from autograder.grading.wire import Frame, WireError
from autograder.network import State
from autograder.outcome import Outcome

TEXT_AT_MOST = 2_000
_PLACES = itertools.count()  # a number for each network that is driven


class RemoteObject(Elsewhere):
    """An object that a learner's function returned and that is no plain data; it can be handed back, and looked at.

    Its type has the name of the object's own type, so that what is said of it is the same as at home.
    """

    caller: Caller
    number: int
    handle: int | str

    def __repr__(self) -> str:
        """Ask for it only now: to write down a network takes longer than to hand it back."""
        try:
            tree = self.caller.ask({"op": "text", "object": self.handle}, number=self.number).tree
        except ThereError:
            return f"<{type(self).__name__}>"
        return _text(tree.get("text", ""))[:200]

    def called(self, case: Case, *, tensors: bool) -> Outcome:
        """Call it."""
        return call_there(self.caller, self.handle, case, tensors=tensors, number=self.number)

    def network(self, result: Any) -> Any:
        """Drive it as a network."""
        return RemoteNetwork(self, result)


class RemoteFunction(RemoteObject):
    """The same, of an object that can be called."""

    def __call__(self, *args: Any, **options: Any) -> Any:
        """Call it as any function is called.

        Raises
        ------
        ThereError
            If it raised.
        """
        outcome = self.called(Case(args, options), tensors=False)
        if outcome.raised:
            raise ThereError(outcome)
        return outcome.result


def function_of(caller: Caller, name: str) -> RemoteFunction:
    """Return a learner's function by its name; each copy of the process finds it anew.

    Parameters
    ----------
    caller : Caller
        Who answers.
    name : str
        The name.

    Returns
    -------
    RemoteFunction
        What stands for it.
    """
    function = RemoteFunction()
    function.caller, function.handle, function.number = caller, name, None
    return function


def call_there(caller: Caller, handle: int | str, case: Case, *, tensors: bool, number: int | None) -> Outcome:
    """Call an object of the learner's.

    Parameters
    ----------
    caller : Caller
        Who answers.
    handle : int or str
        Its number, or a function's name.
    case : Case
        What to call it with.
    tensors : bool
        Whether arrays are handed over as torch tensors.
    number : int, optional
        In which copy of the process it lives.

    Returns
    -------
    Outcome
        What happened.
    """
    writer = Writer(_returned)
    place = case.trial.argument if case.trial else None
    tree = {
        "op": "call",
        "function": handle,
        "tensors": tensors,
        "looked_at": place,
        "args": writer.write(tuple(case.args)),
        "options": writer.write(dict(case.options)),
    }
    try:
        frame = caller.ask(tree, writer.buffers, number=number, given=writer.given)
        return _outcome(caller, frame, place, len(case.args))
    except ThereError as error:
        return error.outcome
    except WrongKindError as error:  # forged: only of networks the other side complains
        return Outcome(raised=f"ProcessEnded: what came back is {error}")


def _returned(value: Any) -> Any:
    """Hand an object of the learner's back; others have no business there."""
    if isinstance(value, RemoteObject) and isinstance(value.handle, int):
        return ["object", value.handle]
    raise WireError(f"a {type(value).__name__} cannot be handed to a learner's function")


def _outcome(caller: Caller, frame: Frame, place: int | None, count: int = 0) -> Outcome:
    """Make an outcome of an answer to a call of so many arguments, each fact of the type that it must have."""
    tree = frame.tree
    reader = Reader(frame.buffers, lambda node: _object(caller, node))
    try:
        result, looked = reader.read(tree.get("result")), reader.read(tree.get("looked"))
    except WireError as error:
        return Outcome(raised=f"ProcessEnded: what came back is {error}.")
    if complaint := tree.get("complaint"):
        raise WrongKindError(_text(complaint))
    changed = tree.get("changed") or []
    return Outcome(
        result=result,
        args=() if place is None else (*([None] * place), looked),
        raised=_text(tree.get("raised") or ""),
        refused=tree.get("refused") is True,
        line=_text(tree.get("line") or ""),
        attempted=tree.get("attempted") is not False,
        printed=_text(tree.get("printed") or ""),
        changed=tuple(number for number in range(count) if number in changed) if isinstance(changed, list) else (),
        shares=tree.get("shares") is True,
    )


def _text(value: Any) -> str:
    return clean_text(value, TEXT_AT_MOST)


def _object(caller: Caller, node: list[Any]) -> Any:
    """Make what stands for an object that stayed in the other process."""
    if node[0] != "object" or not isinstance(node[1], int) or not isinstance(node[2], Mapping):
        raise WireError("a value of no known kind")
    about = node[2]
    name, module = _text(about.get("type", "object"))[:80], _text(about.get("module", ""))[:80]
    kind = RemoteFunction if about.get("callable") is True else RemoteObject
    bases = (kind, Iterator) if about.get("iterator") is True else (kind,)
    extra = {"__next__": _stop} if about.get("iterator") is True else {}
    found = type(name, bases, {"__module__": module, **extra})()
    found.caller, found.handle, found.number = caller, node[1], caller.number
    return found


def _stop(_: Any) -> Any:
    raise StopIteration


class RemoteNetwork:
    """Drives a network of the other process, with the methods of :class:`autograder.network.Network`.

    Parameters
    ----------
    module : RemoteObject
        The network.
    result : object
        What the learner's function returned, where the network is one of its arguments.

    Raises
    ------
    ThereError
        If it is none, or its process has ended.
    """

    def __init__(self, module: RemoteObject, result: Any) -> None:
        self._module = module
        self._result = result if isinstance(result, RemoteObject) else None
        self._caller, self._number = module.caller, module.number
        self._place = next(_PLACES)

    def _drive(self, method: str, *args: Any, **options: Any) -> Any:
        writer = Writer(_returned)
        tree = {"op": "drive", "network": self._place, "method": method}
        what = {"module": self._module, "result": self._result, "args": args, "options": options}
        tree |= {name: writer.write(value) for name, value in what.items()}
        outcome = _outcome(self._caller, self._caller.ask(tree, writer.buffers, number=self._number), None)
        if outcome.raised:
            raise ThereError(outcome)
        return outcome.result

    def state(self) -> State:
        """Read all that it holds."""
        values, trainable, training = self._drive("state")
        return State(values, trainable, training)

    def gradients(self) -> dict[str, np.ndarray]:
        """Read the gradients that its parameters hold."""
        return self._drive("gradients")

    def rates(self) -> tuple[dict[str, tuple[int, float]], int, int]:
        """Read groups of its parameters."""
        return self._drive("rates")

    def load(self, values: Mapping[str, np.ndarray]) -> None:
        """Put values in place."""
        self._drive("load", dict(values))

    def train(self, training: bool) -> None:
        """Put it into training or evaluation mode."""
        self._drive("train", training)

    def forward(self, x: np.ndarray, *, training: bool | None = False) -> np.ndarray:
        """Run it."""
        return self._drive("forward", x, training=training)

    def backward(self, dy: np.ndarray) -> dict[str, np.ndarray]:
        """Run it back."""
        return self._drive("backward", dy)
