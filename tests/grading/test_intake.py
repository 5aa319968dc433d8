"""What lies beside a notebook: ordinary files stay, all else is moved away unread."""

import os
import subprocess

import pytest

from autograder.grading import intake
from autograder.grading.intake import handed_in_as, not_graded, set_aside

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with pipes in the file system")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def names(folder):
    return sorted(str(path.relative_to(folder)) for path in intake.contents(folder))


def test_ordinary_files_stay(folder, tmp_path):
    (folder / "sub").mkdir()
    (folder / "sub" / "data.csv").write_text("1")
    (folder / "work.ipynb").write_text("{}")
    assert set_aside(folder, tmp_path / "aside") == ()
    assert names(folder) == ["sub/data.csv", "work.ipynb"]
    assert not (tmp_path / "aside").exists()


def test_links_pipes_and_second_names_are_moved_unread(folder, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("x")
    (folder / "link").symlink_to(secret)
    (folder / "home").symlink_to(tmp_path)
    (folder / "twin").hardlink_to(secret)
    (folder / "sub").mkdir()
    os.mkfifo(folder / "sub" / "pipe")
    remarks = set_aside(folder, tmp_path / "aside")
    assert names(folder) == []
    assert names(tmp_path / "aside") == ["home", "link", "sub/pipe", "twin"]
    assert remarks[0] == "home was set aside and not used: it is a link to another file."
    assert secret.read_text() == "x"


def test_floods_of_files_are_moved(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "FILES_AT_MOST", 2)
    for name in "abcd":
        (folder / name).write_text(name)
    assert len(set_aside(folder, tmp_path / "aside")) == 2
    assert names(folder) == ["a", "b"]


def test_large_files_are_moved(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "BYTES_AT_MOST", 10)
    (folder / "small").write_text("x")
    (folder / "zlarge").write_text("x" * 20)
    (remark,) = set_aside(folder, tmp_path / "aside")
    assert remark.startswith("zlarge was set aside")


def test_names_that_are_no_text_are_moved_and_told_as_text(folder, tmp_path):
    for name in ("two\nlines", os.fsdecode(b"raw\xff"), "größe …", "<b>", "..dots"):
        (folder / name).write_text("x")
    remarks = set_aside(folder, tmp_path / "aside")
    assert names(folder) == ["..dots", "<b>", "größe …"]
    assert [remark.partition(" was")[0] for remark in remarks] == ["raw?", "two?lines"]


def test_what_stands_in_the_way_of_a_file_that_was_given_out_is_moved(folder, tmp_path):
    (folder / "table.csv").mkdir()
    (folder / "table.csv" / "inside").write_text("x")
    (folder / "data").write_text("x")
    (folder / "same.csv").write_text("x")
    assert len(set_aside(folder, tmp_path / "aside", {"table.csv", "data/a.csv", "same.csv"})) == 2
    assert names(folder) == ["same.csv"]


def test_what_was_set_aside_before_leads_nothing_elsewhere(folder, tmp_path):
    (tmp_path / "home").mkdir()
    (folder / "data").symlink_to(tmp_path / "home")
    set_aside(folder, tmp_path / "aside")
    (folder / "data").mkdir()
    (folder / "data" / "link").symlink_to(tmp_path)
    set_aside(folder, tmp_path / "aside")
    assert names(tmp_path / "home") == []
    assert names(tmp_path / "aside") == ["data/link"]
    assert names(tmp_path / "aside.before-1") == ["data"]


def test_folders_of_any_depth_are_looked_through(folder, tmp_path):
    deepest = folder
    for _ in range(1200):
        deepest /= "a"
        deepest.mkdir()
    (deepest / "link").symlink_to(tmp_path)
    found = [path.name for path in intake.contents(folder)]
    subprocess.run(["rm", "-r", folder], check=True)  # pytest itself could not
    assert found == ["link"]


@pytest.mark.parametrize(
    ("found", "used"),
    [
        (["work.ipynb", "work (1).ipynb"], "work.ipynb"),
        (["work (1).ipynb"], "work (1).ipynb"),
        (["Work-Copy1.ipynb", "other.ipynb"], "Work-Copy1.ipynb"),
        (["workk.ipynb"], "workk.ipynb"),
        (["my homework.ipynb"], "my homework.ipynb"),
        (["unlike.ipynb", "another.ipynb"], "work.ipynb"),
        ([], "work.ipynb"),
    ],
)
def test_a_renamed_notebook_is_found(folder, found, used):
    for name in found:
        (folder / name).write_text("{}")
    path = folder / "work.ipynb"
    assert handed_in_as(path).name == used
    assert not_graded(path, folder / used) == sorted({*found} - {used})


@pytest.mark.parametrize(
    ("written", "stays"),
    [
        ("2030-05-01 12:00:00 UTC", True),
        ("2030-05-01T115900Z", True),
        ("", True),
        ("yesterday, I think", False),
        ("\0", False),
        ("1" * 101, False),
    ],
)
def test_a_time_that_nbgrader_cannot_read_is_set_aside(folder, tmp_path, written, stays):
    (folder / "timestamp.txt").write_text(written)
    remarks = set_aside(folder, tmp_path / "aside")
    assert (folder / "timestamp.txt").exists() == stays
    assert bool(remarks) != stays
