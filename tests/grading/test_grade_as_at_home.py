"""What a notebook has besides its cells is there as at home: files beside it."""

import pytest

from autograder.grading.files import File
from tests.grading.test_grade import RELU, added, check, earned, graded, solution

pytestmark = pytest.mark.full


def text(record, name="mine"):
    return record.outputs[name][0]["text"]


def test_files_are_there_and_belong_to_the_learner():
    files = (File("deep/down/data.csv", b"3\n"), File("mine.py", b"from pathlib import Path\nTHREE = 3\n"))
    source = (
        "import os, mine\nfrom pathlib import Path\n"
        "print(Path('deep/down/data.csv').read_text().strip(), mine.THREE, os.stat('mine.py').st_uid == os.getuid())\n"
        "Path('deep/down/data.csv').write_text('4')"
    )
    assert text(graded(added(source), files=files)) == "3 3 True\n"


def test_each_room_has_its_files_as_they_were():
    spoil = added("from pathlib import Path\nprint(Path('a').read_text())\nPath('a').write_text('spoiled')")
    record = graded(
        spoil, added("import os\nos._exit(3)", "ends"), solution(RELU), check("relu"), files=(File("a", b"1"),)
    )
    assert record.log["rooms"] == 2
    assert text(record) == "1\n"
    assert earned(record) == {"relu": 3}


def test_files_without_a_place_are_missed_by_who_needs_them():
    files = (File("a", b"1"), File("a/b", b"2"), File("../up", b"3"), File("x" * 300, b"4"), File("z", bytes(20 << 20)))
    source = "import os\nprint(os.listdir())\nprint(os.path.exists('../up'))"
    record = graded(added(source), solution(RELU), check("relu"), files=files, disk=30 << 20)
    assert text(record) == "['a']\nFalse\n"
    assert earned(record) == {"relu": 3}


def test_a_file_named_as_one_of_pythons_own_modules_comes_after_it():
    record = graded(added("import colorsys\nprint(colorsys.ONE_THIRD)"), files=(File("colorsys.py", b"ONE_THIRD = 3"),))
    assert text(record).startswith("0.33")
