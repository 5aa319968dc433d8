"""What an exercise is: one object, told once, used by the checks, the grader, the tests and the book."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Given:
    """A function or network that a check hands to a learner's function, by its name in ``autograder.given``.

    Only the name is part of the exercise, so that the same case can be sent to another process.
    """

    name: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Trial:
    """What is done with a network that a function built or changed; the kinds are in :mod:`autograder.trials`.

    Attributes
    ----------
    argument : int, optional
        The position of the argument that is looked at after the call, where that is not what is returned.
    lacking, foreign : str
        What is told, if names are looked at, of those that should be among them, and of those that should not.
    """

    argument: int | None = None
    lacking = "Missing"
    foreign = "Not asked for"

    @property
    def told(self) -> str:
        """What was done, in words that fit after the call."""
        raise NotImplementedError

    def observe(self, network: Any) -> np.ndarray:
        """Do it.

        Parameters
        ----------
        network : autograder.network.Network
            The learner's.

        Returns
        -------
        numpy.ndarray
            Numbers, or texts.
        """
        raise NotImplementedError


@dataclass(frozen=True, eq=False)
class Case:
    """One call of the learner's function.

    Attributes
    ----------
    args : tuple
        Positional arguments: arrays, numbers, strings, tuples, :class:`Given`, or dicts of these.
    options : mapping
        Keyword arguments.
    trial : Trial, optional
        What is looked at, where a network is built, or changed: one of :mod:`autograder.trials`.
    refused : bool
        Whether right is to refuse the call, by raising ValueError, and not to answer it.
    """

    args: tuple[Any, ...]
    options: Mapping[str, Any] = field(default_factory=dict)
    trial: Trial | None = None
    refused: bool = False


@dataclass(frozen=True)
class Part:
    """A share of an exercise's points, earned if all its calls are answered rightly.

    Attributes
    ----------
    name : str
        What the part asks for, in words that fit after "right for".
    points : int
        What it is worth.
    probe : tuple of Case
        Small designed calls, the same for everybody: the ones that tell mistakes apart.
    cases : callable
        ``cases(rng)`` draws more calls, of growing size, from a ``numpy.random.Generator``.
    """

    name: str
    points: int
    probe: tuple[Case, ...]
    cases: Callable[[np.random.Generator], tuple[Case, ...]] = lambda _: ()


@dataclass(frozen=True)
class Slip:
    """A mistake that learners make: a switch on the exercise's slip-able implementation.

    Attributes
    ----------
    name : str
        The switch, such as ``"kernel-flipped"``. Never renamed: it ends in gradebooks and in links.
    decision : str
        Which decision of the implementation it gets wrong. Two slips of one decision cannot be made at once.
    does : str
        What the learner's code does, as a sentence to "you".
    why : str
        Why that is another thing than what is asked, and when it matters.
    code : str
        A line of code that makes it.
    section : str
        The lesson and the heading, as written, that teach it: ``"02_2_two_dimensions#What K hides"``.
    seen : str
        Where it is met outside this book, as a sentence: a library that does it by default, a text that says it, the
        work in which it slips in.
    """

    name: str
    decision: str
    does: str
    why: str
    code: str
    section: str
    seen: str = ""


@dataclass(frozen=True)
class Exercise:
    """A function to write, with all that is needed to judge it.

    Attributes
    ----------
    name : str
        The function's name.
    chapter : int
        Where it belongs.
    goal : str
        What it must do, in one sentence.
    reference : callable
        The truth.
    slipped : callable
        ``slipped(*args, slips=frozenset_of_names)``: an implementation of its own that makes the mistakes asked for,
        and with none of them agrees with the reference.
    slips : tuple of Slip
        The mistakes that are known.
    parts : tuple of Part
        What is asked, with points.
    working : callable
        ``working(case, index)``: how the right value of one cell of the result comes about, as text. The index of a
        number or a fraction is ``()``; of a tuple it is the place of the first number that is wrong.
    allowed : tuple of str
        The packages that the grader has, besides Python's own. With torch among them, arrays are handed over as
        tensors, and may come back as such.
    observe : callable, optional
        ``observe(result)`` turns a result into the array that is compared, for results that can rightly differ (a
        kernel is judged by its responses) or that are functions. It raises ``ValueError`` on what it cannot use.
    shapes : callable, optional
        ``shapes(case)``: the shapes that a result would have after a known slip of the size formula, each under a
        sentence that tells the slip. They explain a wrong shape where no mistake explains the values.
    """

    name: str
    chapter: int
    goal: str
    reference: Callable[..., Any]
    slipped: Callable[..., Any]
    slips: tuple[Slip, ...]
    parts: tuple[Part, ...]
    working: Callable[[Case, tuple[int, ...]], str]
    allowed: tuple[str, ...] = ("numpy",)
    observe: Callable[[Any], np.ndarray] | None = None
    shapes: Callable[[Case], Mapping[str, tuple[int, ...]]] | None = None

    @property
    def tensors(self) -> bool:
        """Whether arrays are handed over as torch tensors."""
        return "torch" in self.allowed

    @property
    def probe(self) -> tuple[Case, ...]:
        """All designed calls, part by part."""
        return tuple(case for part in self.parts for case in part.probe)

    @property
    def points(self) -> int:
        """The points of all parts together."""
        return sum(part.points for part in self.parts)

    @property
    def slip_pairs(self) -> tuple[tuple[Slip, Slip], ...]:
        """All pairs of slips that can be made at once."""
        return tuple((a, b) for a, b in combinations(self.slips, 2) if a.decision != b.decision)

    def slug(self, slip: Slip) -> str:
        """Return the mistake's name in full, such as ``"xcorr2d/kernel-flipped"``."""
        return f"{self.name}/{slip.name}"
