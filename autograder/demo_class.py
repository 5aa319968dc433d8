"""Grade a sample class as an instructor does, and compare every score with the one that is right.

``python -m autograder.demo_class``, or ``make demo-class``. All of it happens in a temporary folder.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import nbformat

from autograder.course import SOURCE, make_course
from autograder.exercises import load

ASSIGNMENT = "02_convolution"
EXERCISES = ("xcorr1d", "xcorr2d", "conv2d_true", "edge_kernel", "conv_as_matrix", "compose")

# The right answer, and what it is worth, come from the master; the others are what each learner wrote instead.
RIGHT = "right"
UNTOUCHED = "untouched"

CUTS_FRACTIONS = """def xcorr2d(x, k):
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1), dtype=x.dtype)
    for i, j in np.ndindex(*y.shape):
        y[i, j] = np.sum(x[i : i + k.shape[0], j : j + k.shape[1]] * k)
    return y"""

CLASS: dict[str, dict[str, tuple[str, int]]] = {
    "perfect": {},
    "partly_right": {
        "xcorr2d": (CUTS_FRACTIONS, 3),
        "conv2d_true": (UNTOUCHED, 0),
        "edge_kernel": ("def edge_kernel(direction):\n    return np.array([[-1, 0, 1]] * 3)", 0),
        "conv_as_matrix": (UNTOUCHED, 0),
        "compose": (UNTOUCHED, 0),
    },
    "known_mistakes": {
        "xcorr1d": ("def xcorr1d(x, w):\n    return np.convolve(x, w, 'valid')", 0),
        "xcorr2d": (CUTS_FRACTIONS, 3),
        "conv2d_true": ("def conv2d_true(x, k):\n    return xcorr2d(x * 1.0, k[::-1])", 0),
        "edge_kernel": ("def edge_kernel(direction):\n    return np.array([[-1, 0, 1]] * 3)", 0),
        "conv_as_matrix": ("def conv_as_matrix(k, in_shape):\n    return np.kron(k, np.eye(2))", 0),
        "compose": ("def compose(k1, k2):\n    return k1 @ k2", 0),
    },
    "empty": dict.fromkeys(EXERCISES, (UNTOUCHED, 0)),
    "crashing": {
        "xcorr1d": ("def xcorr1d(x, w)\n    return x", 0),
        "xcorr2d": ("def xcorr2d(x, k):\n    return x[10_000]", 0),
        "conv2d_true": ("def conv2d_true(x, k):\n    import sys\n    sys.exit()", 0),
        "edge_kernel": ("1 / 0", 0),
    },
    "endless": {"xcorr1d": ("def xcorr1d(x, w):\n    while True:\n        pass", 0)},
}
SECONDS_A_CELL = 10
MUST_READ = {
    "known_mistakes": "xcorr1d/kernel-flipped",
    "endless": "did not return in time",
    "empty": "not attempted yet",
}


def points(name: str, answers: Mapping[str, tuple[str, int]]) -> int:
    """Return what an exercise must earn: as told with the answer, or all if the answer is the right one."""
    return answers[name][1] if name in answers else load(name).points


def hand_in(released: Path, exchange: Path) -> None:
    """Write everybody's notebook where ``nbgrader collect`` looks for it.

    Parameters
    ----------
    released : pathlib.Path
        The folder with the released notebook.
    exchange : pathlib.Path
        Where hand-ins go.
    """
    master = _solutions(nbformat.read(SOURCE / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", as_version=4))
    for number, (student, answers) in enumerate(CLASS.items()):
        notebook = nbformat.read(released / f"{ASSIGNMENT}.ipynb", as_version=4)
        for cell in notebook.cells:
            name = cell.id.removesuffix("-solution").replace("-", "_")
            source = answers.get(name, (RIGHT, 0))[0]
            if cell.id.endswith("-solution") and source != UNTOUCHED:
                cell.source = master[cell.id] if source == RIGHT else source
        when = f"2026-01-01 00:00:{number:02} UTC"
        folder = exchange / "cnn-by-hand" / "inbound" / f"{student}+{ASSIGNMENT}+{when}+{number:06}"
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{ASSIGNMENT}.ipynb")
        (folder / "timestamp.txt").write_text(when)


def grade(course: Path, exchange: Path) -> None:
    """Do as an instructor does, from release to feedback.

    Parameters
    ----------
    course : pathlib.Path
        The course's folder.
    exchange : pathlib.Path
        Where hand-ins go.
    """
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(
            f"\nc.Exchange.root = {str(exchange)!r}\nc.ExchangeCollect.check_owner = False\n"
            f'c.Grading.limits = {{"cpu": {SECONDS_A_CELL}}}\nc.Grading.trust_students = True\n'
        )
    for step in ("generate_assignment", "release_assignment"):
        _run(course, "nbgrader", step)
    hand_in(course / "release" / ASSIGNMENT, exchange)
    _run(course, "nbgrader", "collect")
    print(_run(course, "autograder.grading", "run"), end="")
    _run(course, "nbgrader", "generate_feedback")


def compare(course: Path) -> list[str]:
    """Print expected and given scores side by side.

    Parameters
    ----------
    course : pathlib.Path
        The course's folder, graded.

    Returns
    -------
    list of str
        A line for each difference, also in what the feedback says.
    """
    from nbgrader.api import Gradebook

    differences = []
    print("Points given, and in brackets expected:")
    print(f"{'':16}" + "".join(f"{name:>16}" for name in EXERCISES))
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        for student, answers in CLASS.items():
            notebook = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, student)
            got = {grade.name.removesuffix("-check").replace("-", "_"): grade.score for grade in notebook.grades}
            expected = {name: points(name, answers) for name in EXERCISES}
            print(f"{student:16}" + "".join(f"{got[name]:>12g} ({expected[name]})" for name in EXERCISES))
            differences += [
                f"{student}, {name}: {expected[name]} expected, {got[name]:g} given"
                for name in EXERCISES
                if got[name] != expected[name]
            ]
    for student, words in MUST_READ.items():
        page = course / "feedback" / student / ASSIGNMENT / f"{ASSIGNMENT}.html"
        if not page.is_file() or words not in page.read_text(encoding="utf-8"):
            differences.append(f"{student}: the feedback does not say {words!r}")
    return differences


def main() -> None:
    """Run the command; exit with 1 if a score or a page of feedback is not as expected."""
    with tempfile.TemporaryDirectory(prefix="cnn-demo-class-") as folder:
        course, exchange = Path(folder) / "course", Path(folder) / "exchange"
        make_course(course)
        exchange.mkdir()
        exchange.chmod(0o777)
        grade(course, exchange)
        differences = compare(course)
    print("\n".join(differences) if differences else "No difference.")
    sys.exit(bool(differences))


def _solutions(master: nbformat.NotebookNode) -> dict[str, str]:
    return {cell.id: cell.source for cell in master.cells if cell.id.endswith("-solution")}


def _run(course: Path, module: str, step: str) -> str:
    """Run a command in the course's folder; nbgrader looks for ``alembic`` beside its own Python."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    command = [sys.executable, "-m", module, step, ASSIGNMENT]
    environment = os.environ | {"PATH": path}
    done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{module} {step} {ASSIGNMENT} failed:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


if __name__ == "__main__":
    main()
