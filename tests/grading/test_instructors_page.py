"""The instructor's page: every command on it is run as it is written, and what it says will come is compared."""

import os
import re
import subprocess
import zipfile
from collections import Counter
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path

import nbformat
import pytest

from autograder.course import SOURCE
from autograder.demo_class import ASSIGNMENT, CUTS_FRACTIONS
from autograder.grading.__main__ import main
from autograder.grading.job import Limits
from autograder.grading.jobs import checks_in
from autograder.grading.rooms import STOPS, TIERS, strongest_tier
from autograder.judge import evaluate
from tests.grading.battery import battery, cells_by_id, without_markers

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "book" / "instructors.md").read_text(encoding="utf-8")
FENCE = re.compile(r"(?:^% not run: ([^\n]+)\n)?^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NOT_RUN = {
    "installs programs, as the superuser": 1,
    "changes the system, as the superuser": 1,
    "needs the accounts of learners on one machine": 3,
    "opens a browser": 1,
    "needs other machines": 3,
}
ANYTHING = "…"
OTHERS = {"--protocol", "--exporter"}  # options of Dask's and nbgrader's
SECONDS = 400
# What is installed is not the test's to change, and a test waits for nobody's keys.
BEFORE = 'set -e\nmake() { command make -o .venv/.installed "$@"; }\n'
# Found by each Python that is started: without a grammar that takes more than half of the time of nbgrader's imports.
SOONER = 'import sys\n\nsys.modules["rfc3987_syntax"] = None\n'
UNTOUCHED = "untouched"
ENDS_PYTHON = "import os\n\n\ndef xcorr1d(x, w):\n    os._exit(0)"
CLASS = {
    "ada": {},
    "ben": {"xcorr2d": CUTS_FRACTIONS},
    "cleo": UNTOUCHED,
    "dan": {"xcorr1d": ENDS_PYTHON},
}


@dataclass(frozen=True)
class Block:
    """A fenced block of the page."""

    language: str
    text: str
    reason: str

    @property
    def is_run(self):
        return self.language == "sh" and not self.reason

    @property
    def is_setting(self):
        return self.language == "python" and self.text.startswith("c.")


BLOCKS = [Block(language, text, reason) for reason, language, text in FENCE.findall(PAGE)]


def rows(first):
    """Return the rows of the table whose head begins with that word, as lists of plain text."""
    table = PAGE[PAGE.index(f"| {first} |") :].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


def hand_in(path, everybody):
    """Write what a learning platform gives: one zip, the files named as the page says."""
    right = cells_by_id(nbformat.read(SOURCE / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", as_version=4))
    with zipfile.ZipFile(path, "w") as archive:
        for number, (student, answers) in enumerate(everybody.items()):
            work = nbformat.read(ROOT / "notebooks" / "exercises" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", as_version=4)
            for cell in work.cells:
                if cell.id.endswith("-solution") and answers != UNTOUCHED:
                    name = cell.id.removesuffix("-solution").replace("-", "_")
                    cell.source = answers.get(name, without_markers(right[cell.id].source))
            archive.writestr(f"{student}_{4711 + number}_{90210 + number}_{ASSIGNMENT}.ipynb", nbformat.writes(work))


def script(folder):
    """Put the page's commands into one, so that each finds what those before it left; note what each of them says."""
    lines = [BEFORE]
    for number, block in enumerate(BLOCKS):
        if block.is_run:
            lines.append(f"exec >{folder}/{number}.out 2>{folder}/{number}.err\n{block.text}")
        elif block.is_setting:
            lines.append(f"cat >>nbgrader_config.py <<'END'\n{block.text}END\n")
    return "".join(lines)


@dataclass(frozen=True)
class Walked:
    """What came of the page."""

    done: subprocess.CompletedProcess
    said: dict[int, tuple[str, str]]
    course: Path


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    if strongest_tier() == TIERS[-1]:
        pytest.skip("learners' code cannot be kept apart here, so nothing is graded as the page tells")
    home, told = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("told")
    hand_in(home / "submissions.zip", CLASS)
    hand_in(home / "submissions-2.zip", {**CLASS, "cleo": {}})
    (home / "sitecustomize.py").write_text(SOONER)
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": str(home)}
    done = subprocess.run(
        ["bash", "-c", script(told)], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False, timeout=SECONDS
    )
    said = {
        int(path.stem): (path.read_text(encoding="utf-8"), path.with_suffix(".err").read_text(encoding="utf-8"))
        for path in told.glob("*.out")
    }
    return Walked(done, said, home / "cnn-course")


def test_every_command_runs(walked):
    last = max(walked.said)
    assert walked.done.returncode == 0, f"{BLOCKS[last].text}\n{''.join(walked.said[last])}"
    assert sorted(walked.said) == [number for number, block in enumerate(BLOCKS) if block.is_run]


def expected():
    """Return the blocks that tell what comes, with the number of the command before each."""
    return [
        pytest.param(number - 1, block.text, id=f"{number}")
        for number, block in enumerate(BLOCKS)
        if block.language == "text"
    ]


@pytest.mark.parametrize(("number", "text"), expected())
def test_what_is_told_comes(walked, number, text):
    out, err = walked.said[number]
    if ANYTHING not in text:
        assert out == text
        return
    lines = [".*".join(map(re.escape, line.split(ANYTHING))) for line in text.splitlines()]
    assert re.search("^" + r"$(?:.*?)^".join(lines), out + err, re.DOTALL | re.MULTILINE), out + err


def test_each_told_output_stands_behind_a_command():
    assert all(BLOCKS[number - 1].is_run for number, block in enumerate(BLOCKS) if block.language == "text")


def test_commands_that_are_not_run_say_why():
    assert Counter(block.reason for block in BLOCKS if block.reason) == NOT_RUN


def test_every_block_is_of_a_kind_that_is_looked_at():
    assert {block.language for block in BLOCKS} == {"sh", "python", "text"}


def test_feedback_tells_what_the_page_begins_with(walked):
    html = (walked.course / "feedback" / "ben" / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text(encoding="utf-8")
    page = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    quoted = [line.removeprefix("> ") for line in PAGE.splitlines() if line.startswith("> ")]
    assert quoted
    assert [line for line in quoted if line.removeprefix("xcorr2d: ").rstrip(".") not in page] == []
    assert "example.org/cnn/" in html


def test_seed_of_the_feedback_repeats_the_failure(walked):
    html = (walked.course / "feedback" / "ben" / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text(encoding="utf-8")
    seed = int(re.search(r'check\("xcorr2d", xcorr2d, seed=(\d+)\)', unescape(html))[1])
    names = {}
    exec(f"import numpy as np\n{CUTS_FRACTIONS}", names)
    report = evaluate("xcorr2d", names["xcorr2d"], seed=seed)
    assert report.points == 3
    assert report.headline in html


def test_who_hands_in_again_gets_the_new_grade_and_only_that_work_is_run(walked):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{walked.course}/gradebook.db") as gradebook:
        scores = {each.student.id: each.score for each in gradebook.assignment_submissions(ASSIGNMENT)}
    assert scores == {"ada": 19, "ben": 17, "cleo": 19, "dan": 15}
    assert len(list((walked.course / ".grading" / "records").glob("*/*.json"))) == len(CLASS) + 1


def test_table_of_tiers_says_what_the_code_says():
    stopped = {what: weakest for what, _, weakest in rows("what")}
    said = {
        tier: {what for what, weakest in stopped.items() if TIERS.index(tier) <= TIERS.index(weakest)} for tier in TIERS
    }
    assert said == {tier: set(stops) for tier, stops in STOPS.items()}


def test_table_of_limits_says_what_the_code_says():
    units = {"s": 1, "MiB": 1 << 20, "GiB": 1 << 30}
    told = {}
    for name, most, _ in rows("limit"):
        number, _, unit = most.partition(" ")
        told[name.strip("`")] = int(number.replace(",", "")) * units.get(unit, 1)
    assert told == asdict(Limits())


def test_cells_of_the_page_are_judged_as_it_tells():
    cells = [block.text for block in BLOCKS if block.language == "python" and not block.is_setting]
    judged = {cell: checks_in(cell) for cell in cells}
    assert {cell.startswith("check(") for cell in cells} == {True, False}
    assert all(bool(asked) == cell.startswith("check(") for cell, asked in judged.items())


def test_options_of_the_page_are_those_of_the_command(capsys):
    with pytest.raises(SystemExit):
        main(["run", "--help"])
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    named = {option for option in re.findall(r"`(--[a-z-]+)[^`]*`", PAGE) if option not in OTHERS}
    assert named
    assert named - known == set()


def test_exporters_of_the_page_are_there():
    from nbgrader.plugins import ExportPlugin

    from autograder.grading import exports

    names = [name.strip("`") for name, _ in rows("exporter")]
    assert [name for name in names if not issubclass(getattr(exports, name), ExportPlugin)] == []


def test_messages_of_the_page_are_those_of_the_code():
    import nbgrader.converters.base

    files = [*(ROOT / "autograder" / "grading").glob("*.py"), Path(nbgrader.converters.base.__file__)]
    code = "".join(path.read_text(encoding="utf-8") for path in files)
    quoted = [words for cell, _ in rows("what you see") for words in re.findall(r"`([^`]+)`", cell)]
    parts = [part.strip() for words in quoted for part in words.split(ANYTHING) if len(part.strip()) > 6]
    assert len(parts) > 6
    assert [part for part in parts if part not in code] == []


def test_the_class_that_attacks_is_as_large_as_told():
    assert "more than two hundred submissions" in PAGE
    assert len(battery()) > 200
