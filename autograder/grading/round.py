"""One walk of nbgrader's over an assignment: what it will come to is graded ahead of it."""

from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde

from autograder.grading.ahead import Ahead
from autograder.grading.beside import Beside
from autograder.grading.cache import Cache
from autograder.grading.farm import QuarantinedError
from autograder.grading.job import Job, Record
from autograder.grading.jobs import job_of, not_judged
from autograder.grading.key import read_key
from autograder.grading.progress import Counts
from autograder.grading.settings import Grading, RefusedError
from autograder.grading.walk import Place, beside_of, rebuilt, to_grade


class Round:
    """Records for one walk.

    Parameters
    ----------
    settings : Grading
        The course's.
    converter : nbgrader.converters.Autograde
        nbgrader's, before it walks.

    Attributes
    ----------
    total, written : int
        How many notebooks there are, and how many of them nbgrader has come to.
    ahead : Ahead
        What grades them.
    gradebook : nbgrader.api.Gradebook
        Opened once: each opening takes as long as all that is written about a notebook.
    """

    def __init__(self, settings: Grading, converter: Autograde) -> None:
        self.coursedir, self._settings = converter.coursedir, settings
        self._theirs = converter.exclude_overwriting
        _refuse_to_execute(converter)
        self._tier, self._limits = settings.chosen_tier(), settings.chosen_limits()
        course = Path(self.coursedir.root)
        self._key = read_key(course)
        self._log = converter.log
        self._warn()
        self.gradebook = Gradebook(self.coursedir.db_url, self.coursedir.course_id)
        places = to_grade(converter)
        self.total, self.written = len(places), 0
        self._log.info("Isolation: %s", self._tier)
        self.ahead = Ahead(settings.open_farm(), Cache(course, self._key), self._jobs(places), self._log)
        Round.now = self

    now: "Round | None" = None  # the one that this process is in, for who tells how far it is

    def record(self, notebook: NotebookNode, place: Place) -> Record | None:
        """Return what came of a notebook.

        Parameters
        ----------
        notebook : nbformat.NotebookNode
            As nbgrader hands it over.
        place : Place
            Whose it is.

        Returns
        -------
        Record or None
            The record; None, if no worker could grade it, and a person must look at it.
        """
        try:
            return self.ahead.record(self._job(notebook, place))
        except QuarantinedError as error:
            self._log.error("%s, %s is left open: %s", place.student, place.notebook, error)
            return None
        finally:
            self.written += 1
            if self.written >= self.total:
                self.ahead.close()
                self._settings.close_farm()

    def counts(self) -> Counts:
        """Return how many notebooks there are, are done, are graded ahead, were tried again, and need a person."""
        ahead = max(0, self.ahead.done - self.written)
        return self.total, self.written, ahead, self.ahead.farm.lost, len(self.ahead.quarantined)

    def _job(self, notebook: NotebookNode, place: Place) -> Job:
        return job_of(
            notebook,
            assignment=place.assignment,
            student=place.student,
            key=self._key,
            limits=self._limits,
            tier=self._tier,
            files=self.beside(place).read(),
        )

    def beside(self, place: Place) -> Beside:
        """Return what lies beside a notebook."""
        return beside_of(self.coursedir, place, self._theirs.get(place.assignment, ()))

    def _jobs(self, places: list[Place]) -> Iterator[Job]:
        """Guess what nbgrader will hand over, from the files that it will read."""
        for place in places:
            try:
                yield self._job(rebuilt(self.coursedir, place).notebook, place)
            except Exception as error:  # nbgrader will meet it too, and tell
                self._log.debug("no look ahead at %s: %r", place, error)

    def _warn(self) -> None:
        """Tell of tests that are not kept apart from the learner's code; hidden ones among them are not run at all."""
        folder = Path(self.coursedir.format_path(self.coursedir.source_directory, ".", self.coursedir.assignment_id))
        for path in sorted(folder.glob("*.ipynb")):
            named = ", ".join(not_judged(nbformat.read(path, as_version=4)))
            if named:
                self._log.warning(
                    "%s, %s: more than calls of check(…) stands there. So these cells run among the learner's code, "
                    "which can get around them, and without their hidden tests.", path.stem, named,
                )  # fmt: skip


def _refuse_to_execute(converter: Autograde) -> None:
    """Refuse a configuration that rebuilds, and then lets nbgrader execute what was handed in, as the instructor."""
    if not any(getattr(each, "__name__", each).endswith("Replay") for each in converter.autograde_preprocessors):
        raise RefusedError(
            "Nothing was graded: this nbgrader_config.py lets nbgrader itself execute what was handed in, as you. Take "
            "over what a new course has in it: python -m autograder.course FOLDER makes one to look at."
        )
