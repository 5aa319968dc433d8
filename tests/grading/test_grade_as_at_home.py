"""What a notebook has besides its cells is there as at home: files beside it, and threads that a cell started."""

import pytest

from autograder.grading.files import File
from autograder.grading.job import JobCell
from tests.grading.test_grade import RELU, XCORR, added, check, earned, graded, report, solution

pytestmark = pytest.mark.full

POOL = "from concurrent.futures import ThreadPoolExecutor\npool = ThreadPoolExecutor(2)\nlist(pool.map(abs, range(4)))"
POOLED = "import numpy as np\ndef relu(x):\n    return pool.submit(np.maximum, x, 0).result()"
ENDLESS = "def xcorr1d(x, w):\n    while True:\n        pass"
OWN = JobCell("own", "check", "assert relu(np.array([-1.0]))[0] == 0")


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


def test_threads_of_a_cell_are_there_for_checks_of_both_kinds():
    record = graded(added(POOL), solution(POOLED), check("relu"), OWN, solution(XCORR, "xcorr1d"), check("xcorr1d"))
    assert earned(record) == {"relu": 3, "own": 1, "xcorr1d": 4}
    assert record.log["rooms"] == 1
    assert record.log["cpu"]["relu-check"] >= 0


@pytest.mark.parametrize("source", [ENDLESS, "import os\ndef xcorr1d(x, w):\n    os._exit(1)"])
def test_what_ends_the_process_with_threads_costs_its_own_points_only(source):
    cells = (solution(source, "xcorr1d"), check("xcorr1d"), solution(POOLED), check("relu"), OWN)
    record = graded(added(POOL), *cells)
    assert earned(record) == {"xcorr1d": 0, "relu": 3, "own": 1}
    assert record.log["rooms"] == 2
    assert ("TimeoutError" if source == ENDLESS else "ProcessEnded") in str(report(record, "xcorr1d"))


def test_what_ends_it_twice_is_told_and_ends_the_threads():
    ends = JobCell("ends", "check", "import os\nos._exit(1)")
    record = graded(added(POOL), solution(ENDLESS, "xcorr1d"), check("xcorr1d"), ends, solution(RELU), check("relu"))
    assert earned(record) == {"xcorr1d": 0, "ends": 0, "relu": 3}
    assert record.log["rooms"] == 3


def test_objects_of_a_check_are_gone_for_the_next_in_the_same_process():
    own = "import numpy as np\nclass Mine:\n    pass\ndef relu(x):\n    return Mine()"
    record = graded(added(POOL), solution(own), check("relu"), solution(XCORR, "xcorr1d"), check("xcorr1d"))
    assert earned(record) == {"relu": 0, "xcorr1d": 4}
