"""The whole battery in one class, graded as an instructor does it: nobody gets more, and nobody less, than is right."""

import sys
import time
from collections import Counter

import nbformat
import pytest

from autograder.grading import rooms
from tests.grading.battery import GROUPS, Tried, battery
from tests.grading.battery_class import Class, a_class, can_run, wrong
from tests.grading.outside import in_rooms

TIER = rooms.strongest_tier()
ALL = battery()
VIOLENT = battery("takeover", "resources")
LOWER = rooms.TIERS[rooms.TIERS.index(TIER) + 1 :]


@pytest.fixture(scope="module")
def graded():
    with a_class(TIER, ALL) as done:
        yield done


@pytest.fixture(scope="module", params=LOWER)
def lower(request):
    """The attacks on the interpreter and the machine once more, in each kind of room that protects less."""
    with a_class(request.param, VIOLENT, cpu=1) as done:
        yield done


def runs(tried: Tried, tier: str) -> Tried:
    """Skip what cannot be run here, and say why."""
    if reason := can_run(tried, tier):
        pytest.skip(reason)
    return tried


@pytest.mark.parametrize("tried", ALL, ids=lambda tried: tried.student)
def test_everybody_gets_what_the_honest_part_earns(graded, tried):
    assert wrong(graded, runs(tried, TIER)) == {}


@pytest.mark.parametrize("tried", VIOLENT, ids=lambda tried: tried.student)
def test_the_same_where_rooms_protect_less(lower, tried):
    assert wrong(lower, runs(tried, lower.tier)) == {}


@pytest.mark.parametrize("tried", ALL, ids=lambda tried: tried.student)
def test_what_has_to_be_told_and_shown_is_in_the_graded_notebook(graded, tried):
    notebook = graded.graded(runs(tried, TIER))
    shown = str([cell.get("outputs") for cell in notebook.cells])
    assert tried.declared("TOLD", "") in nbformat.writes(notebook)
    assert [words for words in tried.declared("SHOWN", ()) if words not in shown] == []
    assert [words for words in tried.declared("NEVER_SHOWN", ()) if words in shown] == []


def test_no_secret_is_shown_to_anybody_but_its_keeper(graded):
    texts = {path: path.read_text() for path in (graded.course / "autograded").glob("*/*/*.ipynb")}
    told = {path.parts[-3] for path, text in texts.items() if any(secret in text for secret in graded.secrets)}
    assert told == {"neighbours-keeps_a_secret"}


@pytest.mark.parametrize("what", ["files", "packages", "left"])
def test_nothing_outside_of_the_rooms_is_changed(graded, what):
    assert graded.after[what] == graded.before[what]


def test_no_server_is_reached(graded):
    assert graded.visits == []


def test_no_process_of_a_room_is_left(graded):
    """Other tests may have rooms at the same time; these end by themselves, and what ran away does not."""
    end = time.monotonic() + 60
    while left := (graded.after["rooms"] - graded.before["rooms"]) & in_rooms():
        assert time.monotonic() < end, left
        time.sleep(1)


def test_a_forged_grade_would_be_noticed(graded):
    """So that the tests above can fail: a learner whose points are not those that are right."""
    tried = next(one for one in graded.tried if one.student == "honest-all_right")
    forged = Class(graded.course, TIER, (tried,), scores={tried.student: {**tried.earns, "relu": 2}})
    assert wrong(forged, tried) == {"relu": (2, 3)}


def test_the_tally_is_told(graded, capsys):
    with capsys.disabled():
        print(f"\n{tally(graded, ALL)}", file=sys.stderr)  # what workers of pytest print elsewhere is not shown


def test_the_tally_of_a_lower_tier_is_told(lower, capsys):
    with capsys.disabled():
        print(f"\n{tally(lower, VIOLENT)}", file=sys.stderr)


def tally(done: Class, everything: tuple[Tried, ...]) -> str:
    """Count by group what was given beyond and below what is right, and name what could not be run."""
    names = ("submissions", "undeserved points", "honest points lost", "not run here")
    rows = [f"{done.tier:16}" + "".join(f"{name:>20}" for name in names)]
    for group in GROUPS:
        counts = Counter()
        for tried in (one for one in everything if one.group == group):
            differ = () if can_run(tried, done.tier) else wrong(done, tried).values()
            counts["submissions"] += 1
            counts["not run here"] += bool(can_run(tried, done.tier))
            counts["undeserved points"] += any((got or 0) > right for got, right in differ)
            counts["honest points lost"] += any((got or 0) < right for got, right in differ)
        rows += [f"{group:16}" + "".join(f"{counts[name]:20}" for name in names)]
    not_run = [f"{tried.student}: {can_run(tried, done.tier)}" for tried in everything if can_run(tried, done.tier)]
    return "\n".join([*rows, *not_run])
