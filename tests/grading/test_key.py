"""The course's key: made once, closed to others, and what hidden cases are drawn from."""

import stat

import pytest

from autograder.course import make_course
from autograder.grading.job import JobCell
from autograder.grading.key import KeyFileError, attempt_of, key_file, make_key, read_key, seal, seed_for

KEY = bytes(range(32))


def test_a_course_has_a_key_that_only_its_owner_may_read(tmp_path):
    make_course(tmp_path / "course")
    path = key_file(tmp_path / "course")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert len(read_key(tmp_path / "course")) == 32


def test_a_key_is_never_made_anew(tmp_path):
    assert make_key(tmp_path)
    before = read_key(tmp_path)
    assert not make_key(tmp_path)
    assert read_key(tmp_path) == before


def test_two_courses_have_two_keys(tmp_path):
    make_key(tmp_path / "one")
    make_key(tmp_path / "other")
    assert read_key(tmp_path / "one") != read_key(tmp_path / "other")


def test_a_key_that_others_can_read_is_refused_with_the_remedy(tmp_path):
    make_key(tmp_path)
    key_file(tmp_path).chmod(0o640)
    with pytest.raises(KeyFileError, match=r"mode 640.*chmod 600 .*key"):
        read_key(tmp_path)


def test_a_missing_or_damaged_key_is_told(tmp_path):
    with pytest.raises(KeyFileError, match=r"is missing.*python -m autograder\.course"):
        read_key(tmp_path)
    make_key(tmp_path)
    for damaged in ("abc", "", "ü" * 64):
        key_file(tmp_path).write_text(damaged, encoding="utf-8")
        with pytest.raises(KeyFileError, match="from a copy"):
            read_key(tmp_path)


@pytest.mark.parametrize("changed", range(5))
def test_each_of_five_things_changes_the_seed(changed):
    asked = [KEY, "02_convolution", "xcorr2d", "ada", "a1"]
    other = [*asked]
    other[changed] = bytes(32) if changed == 0 else other[changed] + "x"
    assert seed_for(*asked) == seed_for(*asked)
    assert seed_for(*asked) != seed_for(*other)


def test_names_that_run_together_are_told_apart():
    assert seed_for(KEY, "a", "bc", "d", "") != seed_for(KEY, "ab", "c", "d", "")


def test_a_seed_can_be_typed():
    assert 0 <= seed_for(KEY, "a", "b", "c", "d") < 10**13


def test_a_seal_for_one_purpose_is_none_for_another():
    assert seal(KEY, "seed", b"x") != seal(KEY, "record", b"x")


def test_an_attempt_is_what_the_learner_wrote_and_nothing_else():
    def attempt(solution="a", added="b", given="c", check="d"):
        sources = {"solution": solution, "added": added, "given": given, "check": check}
        return attempt_of(JobCell(role, role, source) for role, source in sources.items())

    assert attempt() == attempt(given="other", check="other")
    assert attempt() != attempt(solution="other")
    assert attempt() != attempt(added="other")
