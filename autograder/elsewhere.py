"""A learner's function or network that lives in another process: what the engine needs to know of it."""

from typing import Any

from autograder.exercise import Case
from autograder.outcome import Outcome


class Elsewhere:
    """What stands for an object of another process; whoever makes one says how it is reached."""

    def called(self, case: Case, *, tensors: bool) -> Outcome:
        """Call it there, as :func:`autograder.call.call` would call it here.

        Parameters
        ----------
        case : Case
            What to call it with.
        tensors : bool
            Whether arrays are handed over as torch tensors.

        Returns
        -------
        Outcome
            What happened; nothing is raised for what the learner did.
        """
        raise NotImplementedError

    def network(self, result: Any) -> Any:
        """Return what drives it as a network, with the methods of :class:`autograder.network.Network`.

        Parameters
        ----------
        result : object
            What the learner's function returned, where the network is one of its arguments.

        Returns
        -------
        object
            A :class:`autograder.network.Network`, or what behaves as one.
        """
        raise NotImplementedError


class ThereError(Exception):
    """Something that was done elsewhere failed, with all that is known of it."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.raised)
        self.outcome = outcome
