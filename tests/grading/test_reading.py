"""Whatever is handed in under a notebook's name is read, or refused in a sentence, and nothing is raised."""

import json
import os

import pytest

from autograder.grading import reading
from autograder.grading.reading import Cell, read_submission

CELLS = [
    {"cell_type": "markdown", "id": "title", "metadata": {}, "source": ["# Title\n", "and text"]},
    {
        "cell_type": "code",
        "id": "one",
        "metadata": {"nbgrader": {"grade_id": "one", "solution": True}},
        "source": "x = 1  # é",
        "outputs": [],
        "execution_count": 3,
    },
    {"cell_type": "code", "id": "two", "metadata": {}, "source": "y = 2", "outputs": [], "execution_count": None},
]
READ = (
    Cell("markdown", "# Title\nand text", "title"),
    Cell("code", "x = 1  # é", "one", "one"),
    Cell("code", "y = 2", "two"),
)
TEXT = json.dumps({"cells": CELLS, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, ensure_ascii=False, indent=1)


@pytest.fixture
def handed_in(tmp_path):
    """Write bytes or text as a notebook, and read it."""

    def read(content):
        path = tmp_path / "work.ipynb"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_submission(path)

    return read


def test_a_sound_notebook_is_read_without_remarks(handed_in):
    submission = handed_in(TEXT)
    assert submission.cells == READ
    assert submission.remarks == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1", "utf-16"])
def test_other_encodings_are_read(handed_in, encoding):
    assert handed_in(TEXT.encode(encoding)).cells == READ


def test_another_encoding_is_told(handed_in):
    assert "it was read as Latin-1" in handed_in(TEXT.encode("latin-1")).remarks[0]


def test_lone_surrogates_are_replaced(handed_in):
    (cell,) = handed_in('{"cells": [{"cell_type": "code", "source": "x = \'\\ud800\'"}]}').cells
    assert cell.source == "x = '?'"


@pytest.mark.parametrize("kept", [len(TEXT) - 3, TEXT.index('"two"') + 40])
def test_whole_cells_of_a_truncated_file_are_saved(handed_in, kept):
    submission = handed_in(TEXT[:kept])
    assert submission.cells == READ[: len(submission.cells)]
    assert len(submission.cells) >= 2
    assert "is damaged" in submission.remarks[0]


def test_cells_around_a_broken_one_are_saved(handed_in):
    broken = TEXT.replace('"x = 1  # é"', '"x = 1  # é')
    submission = handed_in(broken)
    assert {cell.id for cell in submission.cells} >= {"title", "two"}


def test_the_first_side_of_a_merge_conflict_is_read(handed_in):
    conflict = TEXT.replace(
        '"source": "y = 2",', '\n<<<<<<< HEAD\n"source": "y = 2",\n=======\n"source": "y = 3",\n>>>>>>> other\n'
    )
    submission = handed_in(conflict)
    assert submission.cells == READ
    assert "merge conflict" in submission.remarks[0]


def test_format_3_is_read(handed_in):
    old = {
        "nbformat": 3,
        "worksheets": [{"cells": [{"cell_type": "code", "input": ["a = 1\n", "b = 2"], "outputs": []}]}],
    }
    submission = handed_in(json.dumps(old))
    assert submission.cells == (Cell("code", "a = 1\nb = 2"),)
    assert "old format" in submission.remarks[0]


@pytest.mark.parametrize("version", [2, 4.5, 99, None, "four"])
def test_a_wrong_version_number_does_not_matter(handed_in, version):
    assert handed_in(json.dumps({"cells": CELLS, "nbformat": version})).cells == READ


@pytest.mark.parametrize(
    "content",
    ["", "\n", "no json", "null", "3", "[]", "{}", '{"cells": 7}', '{"cells": {}}', "[" * 200_000, '{"a":' * 200_000,
     b"\x00" * 999, b"\xff\xfe\x00\xd8", "PK\x03\x04"],
    ids=["empty", "blank", "text", "null", "number", "list", "dict", "no list", "a dict of cells", "deep lists",
         "deep dicts", "zeros", "half a surrogate", "zip"],
)  # fmt: skip
def test_what_is_no_notebook_gives_no_cells_and_a_reason(handed_in, content):
    submission = handed_in(content)
    assert submission.cells == ()
    assert "graded" in submission.remarks[-1]


@pytest.mark.parametrize(
    "cell",
    [None, 3, [], {}, {"cell_type": 5, "source": ""}, {"cell_type": "code", "source": 7},
     {"cell_type": "code", "source": ["a", 1]}],
    ids=str,
)  # fmt: skip
def test_cells_that_are_none_are_left_out_and_told(handed_in, cell):
    submission = handed_in(json.dumps({"cells": [CELLS[1], cell, CELLS[2]]}))
    assert submission.cells == READ[1:]
    assert "1 of its cells are no cells" in submission.remarks[0]


@pytest.mark.parametrize(
    "metadata", [None, [], "x", {"nbgrader": None}, {"nbgrader": []}, {"nbgrader": {"grade_id": 5}}], ids=str
)
def test_odd_metadata_is_no_name(handed_in, metadata):
    (cell,) = handed_in(
        json.dumps({"cells": [{"cell_type": "code", "source": None, "metadata": metadata, "id": 4}]})
    ).cells
    assert cell == Cell("code", "")


def test_many_cells_are_cut_and_told(handed_in, monkeypatch):
    monkeypatch.setattr(reading, "CELLS_AT_MOST", 2)
    submission = handed_in(TEXT)
    assert submission.cells == READ[:2]
    assert "has 3 cells. The first 2 were read" in submission.remarks[0]


def test_endless_cells_are_left_out_and_told(handed_in, monkeypatch):
    monkeypatch.setattr(reading, "SOURCE_AT_MOST", 8)
    assert [cell.id for cell in handed_in(TEXT).cells] == ["two"]


def test_large_files_are_not_opened(handed_in, monkeypatch):
    monkeypatch.setattr(reading, "BYTES_AT_MOST", 100)
    submission = handed_in(TEXT)
    assert submission.cells == ()
    assert "are the most; clear its outputs" in submission.remarks[0]


def test_a_missing_file_is_told(tmp_path):
    assert "no such file" in read_submission(tmp_path / "none.ipynb").remarks[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with pipes in the file system")
@pytest.mark.parametrize("kind", ["symbolic link", "hard link", "pipe", "folder"])
def test_links_pipes_and_folders_are_not_read(tmp_path, kind):
    secret, path = tmp_path / "secret.ipynb", tmp_path / "work.ipynb"
    secret.write_text(TEXT)
    {
        "symbolic link": lambda: path.symlink_to(secret),
        "hard link": lambda: path.hardlink_to(secret),
        "pipe": lambda: os.mkfifo(path),
        "folder": path.mkdir,
    }[kind]()
    submission = read_submission(path)
    assert submission.cells == ()
    assert "could not be read" in submission.remarks[0]
