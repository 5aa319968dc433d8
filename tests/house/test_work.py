"""`make lab` copies what is not yet in work/, and never overwrites what a learner has changed there."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_what_a_learner_has_changed_stays_and_what_is_new_arrives(tmp_path):
    shutil.copyfile(ROOT / "Makefile", tmp_path / "Makefile")
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    exercise = Path("exercises/02_convolution/02_convolution.ipynb")

    def make_work():
        subprocess.run(["make", "--silent", "work"], cwd=tmp_path, check=True, capture_output=True)

    make_work()
    assert (tmp_path / "work" / exercise).read_bytes() == (ROOT / "notebooks" / exercise).read_bytes()

    (tmp_path / "work" / exercise).write_text("my own work")
    (tmp_path / "notebooks" / exercise).write_text("a newer release")
    (tmp_path / "notebooks" / "03_1_new.ipynb").write_text("a new lesson")
    make_work()
    assert (tmp_path / "work" / exercise).read_text() == "my own work"
    assert (tmp_path / "work" / "03_1_new.ipynb").read_text() == "a new lesson"
