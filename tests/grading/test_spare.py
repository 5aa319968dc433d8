"""Rooms in advance: each is used once, one that has ended is not given away, and none is left behind."""

import os
import time

import pytest

from autograder.grading.spare import Spare

ASKED = ("numpy", "limits", "namespaces")


class Room:
    """Stands for a room, and knows what was done with it."""

    def __init__(self, *asked):
        self.asked, self.killed, self.ended = asked, 0, False

    def is_there(self):
        return not self.ended

    def stay_on(self, core):
        assert os.sched_getaffinity(0) == {core}

    def kill(self):
        self.killed += 1


@pytest.fixture
def made(monkeypatch):
    monkeypatch.setattr("autograder.grading.spare.UNUSED", 0.2)
    return []


@pytest.fixture
def spare(made):
    def make(*asked):
        made.append(Room(*asked))
        return made[-1]

    return Spare(make)


def settled(spare):
    """Wait until all that was put off is done."""
    spare._others.submit(lambda: None).result()


def test_the_next_is_made_while_one_is_used_and_each_is_used_once(spare, made):
    used = []
    for _ in range(3):
        with spare(*ASKED) as room:
            used.append(room)
            settled(spare)
            assert len(made) == len(used) + 1
    assert used == made[:3]
    settled(spare)
    assert [room.killed for room in made] == [1, 1, 1, 0]


def test_one_that_nobody_asks_for_is_torn_down(spare, made):
    with spare(*ASKED):
        pass
    time.sleep(0.6)
    settled(spare)
    assert [room.killed for room in made] == [1, 1]


def test_another_kind_is_made_when_it_is_asked_for(spare, made):
    with spare(*ASKED):
        settled(spare)
    with spare("torch", *ASKED[1:]) as room:
        assert room.asked[0] == "torch"
    settled(spare)
    assert [(room.asked[0], room.killed) for room in made[:3]] == [("numpy", 1), ("numpy", 1), ("torch", 1)]


def test_one_that_has_ended_is_not_given_away(spare, made):
    with spare(*ASKED):
        settled(spare)
    made[1].ended = True
    with spare(*ASKED) as room:
        assert room is made[2]
    assert made[1].killed == 1


def test_what_could_not_be_made_in_advance_is_tried_again():
    tries = iter([None, OSError("no memory now"), None, None, OSError("none at all"), OSError("none at all")])

    def make(*asked):
        if error := next(tries):
            raise error
        return Room(*asked)

    spare = Spare(make)
    for _ in range(2):
        with spare(*ASKED) as room:
            assert isinstance(room, Room)
            settled(spare)
    with spare(*ASKED):
        settled(spare)
    with pytest.raises(OSError, match="none at all"), spare(*ASKED):
        pass


def test_a_room_is_torn_down_also_if_grading_in_it_fails(spare, made):
    with pytest.raises(ValueError, match="no notebook"), spare(*ASKED):
        raise ValueError("no notebook")
    settled(spare)
    assert made[0].killed == 1
    spare.drop()
