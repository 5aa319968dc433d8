"""What lies beside a notebook: ordinary files stay, all else is moved away unread."""

import os

import pytest

from autograder.grading import intake
from autograder.grading.intake import handed_in_as, set_aside

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
    assert handed_in_as(folder / "work.ipynb").name == used
