"""Two learning rates: a small one for what was trained, another for the new head."""

from typing import Any

import numpy as np

from autograder.exercise import Case, Exercise, Given, Part, Trial
from autograder.exercises.ch12_transfer._group_slips import SLIPS
from autograder.exercises.ch12_transfer._grouping import slipped
from autograder.given import resolve
from autograder.show import number
from autograder.trials import Rates, Trainable


def reference(net: Any, *, lr: float, head_lr: float) -> list[dict[str, Any]]:
    """Deal the parameters that learn into two groups."""
    from helpers.transfer import param_groups

    return param_groups(net, lr=lr, head_lr=head_lr)


def _case(net: str, lr: float, head_lr: float, trial: Trial | None = None) -> Case:
    return Case((Given(net),), {"lr": lr, "head_lr": head_lr}, trial=trial or Rates())


def _working(case: Case, index: tuple[int, ...]) -> str:
    net, (row, column) = resolve(case.args[0]), index
    own = dict(sorted(net.named_parameters()))
    if row == len(own):
        return (
            "The last row counts what should not be there: groups without a parameter, and parameters that are not "
            "this network's own."
        )
    name, last = list(own)[row], [name for name, _ in net.named_children()][-1]
    what = "in how many groups it is" if column == 0 else "its learning rate"
    told = f"Row {row} tells of {name}, column {column} {what}."
    if not own[name].requires_grad:
        return f"{told} It is frozen, so it belongs in no group (and has no rate: nan)."
    part = name.split(".")[0]
    rate, whose = ("head_lr", "the last part") if part == last else ("lr", "not the last part")
    return f"{told} It learns, and its part is {part}, {whose}: one group, with {rate} = {number(case.options[rate])}."


def _drawn(*nets: str) -> Any:
    def cases(rng: np.random.Generator) -> tuple[Case, ...]:
        rates = [(0.001 * int(rng.integers(1, 40)), 0.01 * int(rng.integers(5, 90))) for _ in nets]
        return tuple(_case(net, *pair) for net, pair in zip(nets, rates, strict=True))

    return cases


EXERCISE = Exercise(
    name="param_groups",
    chapter=12,
    goal="Return groups for an optimizer: what learns of the body with lr, what learns of the head with head_lr, and "
    "no empty group.",
    reference=reference,
    slipped=slipped,
    working=_working,
    allowed=("torch",),
    parts=(
        Part(
            "two rates",
            points=2,
            probe=(_case("numbered_net", 0.001, 0.1), _case("small_net", 0.02, 0.5), _case("small_net", 0.3, 0.2)),
            cases=_drawn("small_net", "numbered_net"),
        ),
        Part(
            "frozen parameters in no group",
            points=2,
            probe=(
                _case("net_without_biases", 0.001, 0.04),
                _case("used_net", 0.01, 0.3),
                _case("net_with_frozen_pieces", 0.01, 0.3),
                _case("used_net", 0.01, 0.3, Trainable(argument=0)),
            ),
            cases=_drawn("partly_frozen_net", "net_without_biases"),
        ),
        Part(
            "no empty group",
            points=1,
            probe=(_case("frozen_body_net", 0.005, 0.2), _case("frozen_head_net", 0.005, 0.2)),
            cases=_drawn("frozen_body_net", "frozen_head_net"),
        ),
    ),
    slips=SLIPS,
)
