"""Grade a class: ``python -m autograder.grading run ASSIGNMENT`` in a course's folder, or ``cnn-grade run ASSIGNMENT``.

It does what ``nbgrader autograde`` does with the same configuration, in the same process, and tells how far it is.
"""

import argparse
import contextlib
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

from traitlets.config import Config

from autograder.grading import desk, rooms, warm
from autograder.grading.key import FOLDER, KeyFileError, read_key
from autograder.grading.progress import Progress
from autograder.grading.settings import Grading, RefusedError, settings_of

AGAIN = "Stopped. What was graded is kept: run the same command again, and it goes on from here."
INTERRUPTED = 130  # what a shell tells of a command that Ctrl-C ended


def main(arguments: list[str] | None = None) -> int:
    """Run a command.

    Parameters
    ----------
    arguments : list of str, optional
        What stands behind the command's name.

    Returns
    -------
    int
        0; or 1, if something was not graded.
    """
    chosen = _parser().parse_args(arguments)
    try:
        return chosen.do(chosen)
    except (RefusedError, KeyFileError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\n{AGAIN}", file=sys.stderr)
        return INTERRUPTED


def command() -> int:
    """Run the command that was typed, in a process that is warm, or in this one where there can be none.

    Returns
    -------
    int
        As :func:`main`.
    """
    words = sys.argv[1:]
    if _parser().parse_args(words).do is not _run:
        return main(words)
    warm.start("judge")  # while the other gets warm
    try:
        return desk.hand_over("autograder.grading.__main__.main", words)
    except desk.LostError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\n{AGAIN}", file=sys.stderr)
        return INTERRUPTED
    except OSError:
        return main(words)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cnn-grade", description="Grade a class. Work in the course's folder.")
    commands = parser.add_subparsers(required=True)
    run = commands.add_parser("run", help="grade what was handed in for an assignment")
    run.set_defaults(do=_run)
    run.add_argument("assignment")
    run.add_argument("--workers", type=int, metavar="N", help="how many notebooks at a time; usually one a core")
    run.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask scheduler, such as tcp://10.0.0.1:8786")
    run.add_argument("--tier", choices=rooms.TIERS, help="how learners' code is kept apart; usually the strongest")
    run.add_argument("--trust-students", action="store_true", default=None, help="grade also if it is not kept apart")
    run.add_argument("--force", action="store_true", help="also what was graded already")
    run.add_argument("--student", metavar="S", help="only this one's")
    tier = commands.add_parser("tier", help="tell how learners' code is kept apart on this machine")
    tier.set_defaults(do=lambda _: print(told(rooms.strongest_tier())) or 0)
    return parser


def told(tier: str) -> str:
    """Tell what a tier stops, and what it does not.

    Parameters
    ----------
    tier : str
        One of :data:`autograder.grading.rooms.TIERS`.

    Returns
    -------
    str
        Two or three lines.
    """
    stops, open_to = rooms.STOPS[tier], rooms.STOPS[rooms.TIERS[0]] - rooms.STOPS[tier]
    lines = [f"Isolation: {tier}.", f"Kept from learners' code or limited: {', '.join(sorted(stops))}."]
    return "\n".join([*lines, f"Not: {', '.join(sorted(open_to))}."] if open_to else lines)


def _run(chosen: argparse.Namespace) -> int:
    course = Path.cwd()
    settings = settings_of(course)
    for name in ("workers", "scheduler", "tier", "trust_students"):
        if getattr(chosen, name) is not None:
            setattr(settings, name, getattr(chosen, name))
    read_key(course)
    settings.tier = settings.chosen_tier()
    with _alone(course):
        print(told(settings.tier), flush=True)
        settings.open_farm()  # where this process is cold, its workers start while nbgrader is imported
        try:
            return _walk(chosen, settings)
        finally:
            settings.close_farm()


@contextlib.contextmanager
def _alone(course: Path) -> Iterator[None]:
    """Let no second command grade the same course meanwhile: each would clear away what the other has begun."""
    import fcntl  # not everywhere

    with (course / FOLDER / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RefusedError(
                "Nothing was graded: another command is grading this course just now. Wait until it has ended, and run "
                "this again."
            ) from None
        except OSError:  # a file system that knows no locks
            pass
        yield


def _walk(chosen: argparse.Namespace, settings: Grading) -> int:
    """Let nbgrader walk over the submissions, as its own command does."""
    warnings.filterwarnings("ignore", module=r"nbgrader\.")  # SQLAlchemy warns of how nbgrader fills its gradebook
    desk.prepare()
    from nbgrader.apps import AutogradeApp

    from autograder.grading.round import Round

    app = AutogradeApp()
    only = [f"--student={chosen.student}"] if chosen.student else []
    app.initialize([chosen.assignment, "--log-level=WARN", *only, *["--force"] * chosen.force])
    app.update_config(Config(Grading={name: getattr(settings, name) for name in settings.trait_names(config=True)}))
    app.log.addFilter(lambda said: not said.getMessage().startswith("Removing existing"))  # with --force, for each
    with Progress(lambda: Round.now and Round.now.counts()):
        try:
            app.start()
        except SystemExit as end:
            return int(bool(end.code))
    total, *_, person = Round.now.counts()
    if not total:
        print("Nothing new was handed in. With --force all of it is graded again.", file=sys.stderr)
    if person:
        print(f"{person} need a person; why is told above. Run this again to have them tried again.", file=sys.stderr)
    return int(person > 0)


if __name__ == "__main__":
    sys.exit(command())
