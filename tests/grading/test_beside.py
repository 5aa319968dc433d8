"""Files beside a notebook: which of them go into the room, and what else hangs on them."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from autograder.grading import beside as module
from autograder.grading.beside import beside
from autograder.grading.files import File
from autograder.grading.job import Job
from autograder.grading.walk import Place, mark
from tests.grading.test_cache import JOB
from tests.grading.test_jobs import RELU, SET_UP, SOLUTION, job

IGNORED = (".ipynb_checkpoints", "*.pyc", "__pycache__")
MINE = File("data.csv", b"1\n\xff")


@pytest.fixture
def folders(tmp_path):
    for name in ("own", "released"):
        (tmp_path / name).mkdir()
    return tmp_path / "own", tmp_path / "released"


def write(folder, **texts):
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def found(own, released, **more):
    return {file.name: file.content.decode() for file in beside(own, released, ignored=IGNORED, **more).read()}


def test_own_files_and_released_ones_are_there_and_the_released_ones_win(folders):
    own, released = folders
    write(own, work_ipynb="{}", mine_py="1", table_csv="own", sub__deep__mine_csv="2")
    write(released, work_ipynb="{}", table_csv="released", sub__other_csv="3")
    others = {"mine.py": "1", "sub/deep/mine.csv": "2", "sub/other.csv": "3"}
    assert found(*folders) == {**others, "table.csv": "released"}
    assert found(*folders, theirs=["table.csv"]) == {**others, "table.csv": "own"}


def test_what_nbgrader_leaves_out_is_left_out(folders):
    write(folders[0], cached_pyc="", timestamp_txt="", folder_ipynb__inside="", kept="")
    write(folders[0] / ".ipynb_checkpoints", old_csv="")
    assert found(*folders) == {"kept": ""}


def test_what_will_be_set_aside_is_not_followed(folders, tmp_path):
    own, released = folders
    write(tmp_path, secret="x")
    (own / "link").symlink_to(tmp_path / "secret")
    (own / "folder").symlink_to(tmp_path)
    (own / "two\nlines").write_text("x")
    write(released, table="released")
    write(own, table__inside="x", mine="x")
    assert found(*folders) == {"table": "released", "mine": "x"}


def test_a_folder_that_is_not_there_has_no_files(folders):
    assert found(folders[0] / "nowhere", folders[1] / "nowhere") == {}


def test_more_than_fits_is_left_out_and_told(folders, monkeypatch):
    monkeypatch.setattr(module, "BYTES_AT_MOST", 10)
    write(folders[1], released="12345678")
    write(folders[0], large="123", small="12")
    assert found(*folders) == {"released": "12345678", "small": "12"}
    (remark,) = beside(*folders, ignored=IGNORED).remarks
    assert remark.startswith("Not used: large.")


def test_files_come_back_from_json_as_they_were():
    made = replace(JOB, files=(MINE,))
    assert Job.from_json(made.to_json()) == made


def test_all_names_of_a_job_hang_on_its_files():
    cell = JOB.cells[1]
    jobs = [JOB, *(replace(JOB, files=(file,)) for file in (MINE, replace(MINE, name="b"), replace(MINE, content=b"")))]
    assert len({job.key() for job in jobs}) == len({job.key_of(cell) for job in jobs}) == len(jobs)
    assert replace(JOB, files=(MINE,)).without({cell.id: None}).files == (MINE,)


def test_seeds_hang_on_files_where_there_are_any():
    without, none, one = job(SOLUTION, RELU), job(SOLUTION, RELU, files=()), job(SOLUTION, RELU, files=(MINE,))
    assert without == none
    assert one.cells[1].checks[0].seed != none.cells[1].checks[0].seed
    assert one == job(SOLUTION, RELU, files=(MINE,))
    assert job(SET_UP, files=(MINE,)).files == (MINE,)


def test_a_file_that_was_changed_is_handed_in_anew(tmp_path):
    folder = tmp_path / "submitted" / "ada" / "tasks"
    write(folder, tasks_ipynb="{}")
    course = SimpleNamespace(
        submitted_directory="submitted",
        ignore=IGNORED,
        format_path=lambda step, *names: tmp_path.joinpath(step, *names),
    )
    marks = [mark(course, Place("ada", "tasks", "tasks"))]
    for text in ("1", "2"):
        write(folder, mine_csv=text, timestamp_txt=text)
        marks.append(mark(course, Place("ada", "tasks", "tasks")))
    assert len(marks[0]) == 2
    assert marks[0] != marks[1] != marks[2] != marks[0]
