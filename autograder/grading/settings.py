"""How a course is graded: ``c.Grading`` in its ``nbgrader_config.py``."""

from pathlib import Path

from traitlets import Bool, Dict, Integer, Unicode
from traitlets.config import LoggingConfigurable

from autograder.grading import rooms
from autograder.grading.farm import GRADE, Farm, Local
from autograder.grading.job import Limits


class RefusedError(Exception):
    """Nothing is graded, and why."""


class Grading(LoggingConfigurable):
    """The settings."""

    workers = Integer(0, help="How many notebooks are graded at a time; 0: one for each core.").tag(config=True)
    scheduler = Unicode("", help="The address of a Dask scheduler; empty: this machine.").tag(config=True)
    tier = Unicode("", help="How learners' code is kept apart; empty: the strongest that can be had.").tag(config=True)
    trust_students = Bool(False, help="Whether to grade where learners' code cannot be kept apart.").tag(config=True)
    limits = Dict(help='What a notebook may use, such as {"cpu": 30}; the rest is as usual.').tag(config=True)
    function = Unicode(GRADE, help="The dotted name of what makes a record of a job.").tag(config=True)

    def chosen_limits(self) -> Limits:
        """Return the limits: those that are set, and the usual ones for the rest."""
        return Limits(**self.limits)

    def chosen_tier(self) -> str:
        """Return the tier that is in force.

        Returns
        -------
        str
            One of :data:`autograder.grading.rooms.TIERS`.

        Raises
        ------
        RefusedError
            If that tier does not protect, and nobody said that it need not; or if there is none of that name.
        """
        tier = self.tier or rooms.strongest_tier()
        if tier not in rooms.TIERS:
            raise RefusedError(f"There is no tier {tier!r}; use one of {', '.join(rooms.TIERS)}.")
        if tier == rooms.TIERS[-1] and not self.trust_students:
            raise RefusedError(
                f"Nothing was graded: in the tier {tier!r} learners' code runs as you, and can read and change what "
                "you can, the gradebook and everybody's work included. It is not kept apart because "
                f"{rooms.why_weak()}. Mend that, or grade in a virtual machine that can. If you trust all who handed "
                "in: --trust-students, or c.Grading.trust_students = True in nbgrader_config.py."
            )
        return tier

    def open_farm(self) -> Farm:
        """Return the farm: the one that was opened before with the same settings, if it is still open."""
        settings = (self.function, self.workers, self.scheduler)
        if _open.get("settings") != settings:
            self.close_farm()
            _open.update(settings=settings, farm=self._new_farm())
        return _open["farm"]

    def close_farm(self) -> None:
        """End the workers, if there are any."""
        if _open:
            _open.pop("farm").close()
            _open.clear()

    def _new_farm(self) -> Farm:
        if not self.scheduler:
            return Local(self.function, self.workers)
        from autograder.grading.cluster import Cluster

        return Cluster(self.scheduler, self.function)


_open: dict = {}  # the farm of this process: the command opens it before nbgrader is imported


def settings_of(course: Path) -> Grading:
    """Read the settings of a course.

    Parameters
    ----------
    course : pathlib.Path
        Its folder.

    Returns
    -------
    Grading
        What its ``nbgrader_config.py`` says.

    Raises
    ------
    RefusedError
        If there is no such file.
    """
    from traitlets.config.loader import ConfigFileNotFound, PyFileConfigLoader

    try:
        return Grading(config=PyFileConfigLoader("nbgrader_config.py", path=str(course)).load_config())
    except ConfigFileNotFound:
        raise RefusedError(
            f"{course} has no nbgrader_config.py: it is no course's folder. Go to it with cd, or make one: "
            "python -m autograder.course FOLDER"
        ) from None
