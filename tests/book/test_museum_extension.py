"""The museum of bugs is written from the exercises: every mistake hangs there, with what a visitor wants to know."""

import re

import pytest
from bs4 import BeautifulSoup

from autograder.exercises import load, names
from book.extensions.museum import museum, smallest_difference
from tests.book.site import SITE

EXERCISES = [load(name) for name in names()]
BUGS = [pytest.param(ex, slip, id=ex.slug(slip)) for ex in EXERCISES for slip in ex.slips]


@pytest.fixture(scope="module")
def rooms():
    page = BeautifulSoup((SITE / "book/museum_of_bugs.html").read_text(encoding="utf-8"), "html.parser")
    return {room["id"]: room for room in page.select("details.bug > div")}


@pytest.mark.parametrize(("exercise", "slip"), BUGS)
def test_every_mistake_hangs_with_code_example_and_link(rooms, exercise, slip):
    room = rooms[exercise.slug(slip)]
    assert squeezed(room.parent.find("summary").text) == squeezed(slip.does.replace("`", ""))
    assert squeezed(slip.code) == squeezed(room.find("pre").text)
    assert [caption.text for caption in room.find_all("figcaption")] == ["right", "with this mistake"]
    assert room.find_all("a")[-1].text.replace("’", "'") == slip.section.partition("#")[2]
    assert slip.seen.endswith(".")
    assert "Where it is met." in room.text


@pytest.mark.parametrize(("exercise", "slip"), BUGS)
def test_the_two_answers_beside_each_other_differ(rooms, exercise, slip):
    right, wrong = rooms[exercise.slug(slip)].find_all("figure")
    assert str(right.contents[1:]) != str(wrong.contents[1:])


def test_no_mistake_hangs_that_no_exercise_knows(rooms):
    known = {exercise.slug(slip) for exercise in EXERCISES for slip in exercise.slips}
    assert set(rooms) == known


def test_an_example_shows_a_wrong_value_where_there_is_one():
    exercise = load("xcorr2d")
    slip = next(slip for slip in exercise.slips if slip.name == "kernel-flipped")
    answer = smallest_difference(exercise, slip)
    assert answer.got is not None
    assert answer.truth.size > 1


def test_a_text_of_a_mistake_cannot_become_markup():
    exercise = load("xcorr2d")
    slip = exercise.slips[0].__class__(**{**vars(exercise.slips[0]), "does": "You wrote a < b & `c`."})
    text = museum([exercise.__class__(**{**vars(exercise), "slips": (slip,)})], {2: "2 · Title"})
    assert "## 2 · Title" in text
    assert "a &lt; b &amp; <code>c</code>." in text


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()
