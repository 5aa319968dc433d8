"""Make a course folder for nbgrader: ``python -m autograder.course FOLDER``, or ``make course DIR=FOLDER``.

The folder lies outside this repository, since the formgrader wants its course below the server's root, and since
submissions, grades and the course's key have no place in a repository of texts and code.
"""

import argparse
import shutil
from pathlib import Path

from autograder.grading.key import key_file, make_key

SOURCE = Path(__file__).parent / "source"

CONFIG = '''"""nbgrader's settings for this course."""

from pathlib import Path

c = get_config()

c.CourseDirectory.root = str(Path(__file__).parent.resolve())
c.CourseDirectory.course_id = "cnn-by-hand"
c.ClearSolutions.code_stub = {"python": "raise NotImplementedError"}

# Archives that learners hand in are not unpacked: a small one can hold more than a disk.
c.ExtractorPlugin.zip_ext = []
# Links, pipes and floods of files are moved to set_aside/ before anything is copied.
c.Autograde.pre_convert_hook = "autograder.grading.intake.before_grading"
# The notebook that is graded is built from the released one: of what was handed in only the solutions are taken, and
# the cells that the learner added. So nothing of what nbgrader would mend in a notebook needs mending.
c.Autograde.exporter_class = "autograder.grading.plugins.RebuildingExporter"
c.Autograde.sanitize_preprocessors = []
# Learners' code runs in rooms of its own, and is judged from outside. nbgrader gets the records.
c.Autograde.autograde_preprocessors = [
    "autograder.grading.replay.Replay",
    "nbgrader.preprocessors.LimitOutput",
    "autograder.grading.replay.SaveScores",
    "autograder.grading.replay.LatePenalties",
    "autograder.grading.feedback.Inert",
]

# What learners get back holds our reports, and of their own nothing that acts: no scripts, no pictures from elsewhere.
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "autograder.grading.feedback.Inert",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
c.GenerateFeedback.exporter_class = "autograder.grading.page.FeedbackExporter"
# The address of the book, such as "https://example.org/cnn/": with one, reports link to the lessons that they name.
c.Inert.book = ""

# Seconds of processor time for a cell, and for all calls that one test makes together; the other limits are in
# autograder/grading/job.py.
c.Grading.limits = {"cpu": 60}
'''


def make_course(folder: Path) -> list[Path]:
    """Make a course folder, or add what is not yet in it.

    Parameters
    ----------
    folder : pathlib.Path
        Where; it is made if it is not there. Nothing in it is ever overwritten.

    Returns
    -------
    list of pathlib.Path
        The files that were written.

    Raises
    ------
    ValueError
        If the folder lies inside this repository.
    """
    folder = folder.resolve()
    repository = Path(__file__).resolve().parents[1]
    if folder.is_relative_to(repository):
        raise ValueError(
            f"make_course({str(folder)!r}): this is inside the repository, where submissions and grades have no "
            "place; choose a folder outside, such as ~/cnn-course."
        )
    masters = {folder / "source" / path.relative_to(SOURCE): path for path in sorted(SOURCE.rglob("*.ipynb"))}
    written = [target for target in (folder / "nbgrader_config.py", *masters) if not target.exists()]
    made = [key_file(folder)] if make_key(folder) else []
    for target in written:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target in masters:
            shutil.copyfile(masters[target], target)
        else:
            target.write_text(CONFIG, encoding="utf-8")
    return [*made, *written]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m autograder.course", description="Make a course folder.")
    parser.add_argument("folder", type=Path, help="a folder outside this repository")
    folder = parser.parse_args().folder
    try:
        written = make_course(folder)
    except ValueError as error:
        parser.error(str(error))
    for path in written:
        print(f"wrote {path}")
    print(f"Next: cd {folder} && nbgrader generate_assignment 02_convolution")


if __name__ == "__main__":
    main()
