"""Hold the first parts of a network: their parameters, and the statistics of their norms."""

from typing import Any

import numpy as np

from autograder.exercise import Case, Exercise, Given, Part, Trial
from autograder.exercises.ch12_transfer._freeze_slips import SLIPS
from autograder.exercises.ch12_transfer._freezing import slipped
from autograder.exercises.ch12_transfer._inputs import drawn_values, image, place_of, row
from autograder.given import resolve
from autograder.trials import Output, Statistics, Trainable, Values

IMAGES, ROWS = image(4, 1, 5, 6), row(6, 4)


def reference(net: Any, *, upto: str) -> Any:
    """Freeze the network's parts up to that one, in place."""
    from helpers.transfer import freeze

    return freeze(net, upto=upto)


def _case(net: str, upto: str, trial: Trial | None = None, **options: bool) -> Case:
    return Case((Given(net),), {"upto": upto}, trial=trial, **options)


def _moving(x: np.ndarray, *, training: bool | None = True) -> Statistics:
    return Statistics(x, weights=None, training=training)


def _working(case: Case, index: tuple[int, ...]) -> str:
    net, upto = resolve(case.args[0]), case.options["upto"]
    names = [name for name, _ in net.named_children()]
    if case.refused:
        return (
            f"The network has no part {upto!r}. Refuse it with `raise ValueError(…)`, and tell the names that there "
            f"are: {', '.join(names)}."
        )
    frozen = names[: names.index(upto) + 1]
    if isinstance(case.trial, Statistics):
        name = place_of(index[0], {k: v for k, v in net.state_dict().items() if "running_" in k})
        held = "frozen: it has to stay" if name.split(".")[0] in frozen else "not frozen: it moves with the batch"
        return f"This is {name}. Its part is {held}."
    if isinstance(case.trial, Values):
        return f"This is {place_of(index[0], net.state_dict())}: freezing changes no number."
    return (
        f"The norms of {' and '.join(frozen)} have to normalise by the means and variances that they hold, whatever "
        "mode the network is put into; the others by those of the batch."
    )


def _drawn_names(rng: np.random.Generator) -> tuple[Case, ...]:
    upto = rng.permutation(["stem", "body", "body2"])
    return (
        _case("used_net", str(upto[0]), Trainable()),
        _case("small_net", str(upto[1]), Trainable(argument=0)),
        _case("numbered_net", str(rng.integers(4)), Trainable()),
    )


def _drawn_batches(rng: np.random.Generator) -> tuple[Case, ...]:
    upto = rng.permutation(["stem", "body", "body2"])
    return (
        _case("small_net", str(upto[0]), _moving(drawn_values(rng, 3, 1, 6, 4))),
        _case("numbered_net", "1", Output(drawn_values(rng, 5, 4), weights=None, training=True)),
        _case("small_net", str(upto[1]), Output(drawn_values(rng, 6, 1, 7, 8), weights=None, training=True)),
    )


EXERCISE = Exercise(
    name="freeze",
    chapter=12,
    goal="Let the parameters up to the named part require no gradient, and all others one; keep the frozen norms in "
    "evaluation mode, even after net.train().",
    reference=reference,
    slipped=slipped,
    working=_working,
    allowed=("torch",),
    parts=(
        Part(
            "which parameters learn",
            points=3,
            probe=(
                _case("small_net", "body", Trainable()),
                _case("small_net", "body", Trainable(argument=0)),
                _case("small_net", "stem", Trainable()),
                _case("used_net", "body", Trainable()),
                _case("numbered_net", "1", Trainable()),
                _case("small_net", "body2", Values()),
            ),
            cases=_drawn_names,
        ),
        Part(
            "statistics that stay",
            points=3,
            probe=(
                _case("small_net", "body", _moving(IMAGES)),
                _case("small_net", "body", _moving(IMAGES, training=None)),
                _case("small_net", "body", Output(IMAGES, weights=None, training=True)),
                _case("numbered_net", "1", _moving(ROWS)),
                _case("used_net", "body2", _moving(IMAGES)),
            ),
            cases=_drawn_batches,
        ),
        Part(
            "a name that no part has",
            points=1,
            probe=(_case("small_net", "neck", refused=True), _case("used_net", "stem", Trainable())),
            cases=lambda _: (_case("numbered_net", "5", refused=True), _case("numbered_net", "2", Trainable())),
        ),
    ),
    slips=SLIPS,
)
