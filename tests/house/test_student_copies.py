"""The student copies are what nbgrader makes of the masters today, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MASTERS = sorted(path.name for path in (ROOT / "autograder" / "source").iterdir() if path.is_dir())


def generate(assignment: str, folder: Path) -> Path:
    """Make the student copy of an assignment below a folder."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    command = [
        *(sys.executable, "-m", "nbgrader", "generate_assignment", assignment),
        *(f"--CourseDirectory.release_directory={folder}", f"--CourseDirectory.db_url=sqlite:///{folder}/release.db"),
    ]
    environment = os.environ | {"PATH": path, "JUPYTER_CONFIG_PATH": str(ROOT / "autograder")}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return folder / assignment


@pytest.mark.parametrize("assignment", MASTERS)
def test_student_copies_are_up_to_date(assignment, tmp_path):
    made = generate(assignment, tmp_path)
    committed = ROOT / "notebooks" / "exercises" / assignment
    for name in {path.name for path in (*made.glob("*.ipynb"), *committed.glob("*.ipynb"))}:
        assert (committed / name).is_file(), f"{name} is missing; run: make release ASSIGNMENT={assignment}"
        same = (committed / name).read_bytes() == (made / name).read_bytes()
        assert same, f"{name} is not what its master gives; run: make release ASSIGNMENT={assignment}"


@pytest.mark.parametrize("assignment", MASTERS)
def test_student_copies_hold_no_solution(assignment, tmp_path):
    for path in generate(assignment, tmp_path).glob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        assert "SOLUTION" not in text
        assert "HIDDEN" not in text
        assert "raise NotImplementedError" in text
