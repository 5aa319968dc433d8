"""How fast a class is graded, beside plain nbgrader: ``python benchmarks/grading.py``; it takes about ten minutes.

The same submissions go through stock ``nbgrader autograde`` (a kernel for each, one after another, nothing kept apart)
and through ``python -m autograder.grading run`` (rooms, judged from outside), in turn, in one run. A time goes from the
files that were handed in to a filled gradebook, the start of the command included. Scores must be the same.

The floor is what is left if cells are run in a fork, without rooms, without nbgrader and without a gradebook.
"""

import ast
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from autograder.course import SOURCE, make_course

CLASS = {"02_convolution": 40, "12_transfer": 20}  # numpy, torch
WRONG = {
    "xcorr1d": "def xcorr1d(x, w):\n    return np.convolve(x, w, 'valid')",
    "conv2d_true": "def conv2d_true(x, k):\n    return xcorr2d(x * 1.0, k[::-1])",
    "compose": "def compose(k1, k2):\n    return k1 @ k2",
    "freeze": "def freeze(net, *, upto):\n    return net",
}
ENDLESS = {"02_convolution": "xcorr1d", "12_transfer": "freeze"}
SECONDS = 10  # that a cell, or a check, may take
STOCK = f"c = get_config()\nc.CourseDirectory.course_id = 'stock'\nc.Execute.timeout = {SECONDS}\n"
OURS = f"\nc.Grading.limits = {{'cpu': {SECONDS}}}\n"


def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory(prefix="cnn-benchmark-") as folder:
        course = Path(folder) / "course"
        lay_out(course)
        count = sum(CLASS.values())
        stock = timed("stock nbgrader", course, stock_command, count)
        rows = [
            timed("ours, cold, 1 worker", course, command(1), count, cold=True),
            timed("ours, warm, 1 worker", course, command(1), count),
            timed("ours, warm, 2 workers", course, command(2), count),
        ]
        show(stock, rows, count)
        print(f"a second worker: {rows[1][1] / rows[2][1]:.2f} times; a second core, for a loop: {second_core():.2f}")
        print(f"floor, a fork for each, in turn: {floor(course):.3f} s a submission")
        hand_in_endless(course)
        stock = timed("stock, with two endless", course, stock_command, count + 2)
        show(stock, [timed("ours, warm, 1 worker, same", course, command(1), count + 2)], count + 2)


def show(stock: tuple, rows: list[tuple], count: int) -> None:
    """Print rows, and the ratio of each to the first."""
    print(f"\n{count} submissions{'':15}seconds  a second  to stock  scores as stock's")
    for name, seconds, scores in (stock, *rows):
        same = "-" if scores is stock[2] else differences(stock[2], scores)
        print(f"{name:28}{seconds:10.1f}{count / seconds:10.2f}{stock[1] / seconds:10.1f}  {same}", flush=True)


def lay_out(course: Path) -> None:
    """Make a course, and hand in its class: every fifth has wrong functions, every seventh left one out."""
    make_course(course)
    for assignment, count in CLASS.items():
        run(course, [sys.executable, "-m", "nbgrader", "generate_assignment", assignment])
        for number in range(count):
            changed = WRONG if number % 5 == 4 else {}
            hand_in(course, f"student_{number:02}", assignment, changed, left_out=number % 7 == 6)


def hand_in_endless(course: Path) -> None:
    """Hand in one more for each assignment, with a function that does not end."""
    for assignment, name in ENDLESS.items():
        source = f"def {name}(*args, **options):\n    while True:\n        pass"
        hand_in(course, "endless", assignment, {name: source})


def hand_in(course: Path, student: str, assignment: str, changed: dict[str, str], *, left_out: bool = False) -> None:
    """Write one submission: the master's solutions, or others in their place."""
    master = nbformat.read(SOURCE / assignment / f"{assignment}.ipynb", as_version=4)
    sources = {cell.id: cell.source for cell in master.cells if cell.id.endswith("-solution")}
    if left_out:
        sources.pop(next(iter(sources)))
    notebook = nbformat.read(course / "release" / assignment / f"{assignment}.ipynb", as_version=4)
    for cell in notebook.cells:
        name = cell.id.removesuffix("-solution").replace("-", "_")
        if cell.id in sources:  # a line of its own makes each submission another
            cell.source = changed.get(name, sources[cell.id]) + f"\n# {student}"
    folder = course / "submitted" / student / assignment
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{assignment}.ipynb")


def stock_command(assignment: str) -> list[str]:
    """Return nbgrader's own command, which reads its settings where it is started."""
    return [sys.executable, "-m", "nbgrader", "autograde", assignment]


def command(workers: int) -> object:
    """Return what makes our command."""
    return lambda name: [sys.executable, "-m", "autograder.grading", "run", name, f"--workers={workers}"]


def timed(name: str, course: Path, make: object, count: int, *, cold: bool = False) -> tuple:
    """Grade a copy of the class; return a name, the seconds, and all scores."""
    copy = course.with_name("copy")
    shutil.copytree(course, copy)
    config = copy / "nbgrader_config.py"
    ours = config.read_text(encoding="utf-8") + OURS
    config.write_text(STOCK if make is stock_command else ours, encoding="utf-8")
    if cold:
        end_warm_processes()
    begin = time.perf_counter()
    for assignment in CLASS:
        run(copy, make(assignment))
    seconds = time.perf_counter() - begin
    scores = scores_of(copy)
    assert len(scores) == count, f"{name}: {len(scores)} of {count} were graded"
    shutil.rmtree(copy)
    return name, seconds, scores


def scores_of(course: Path) -> dict[tuple[str, str], tuple[float, ...]]:
    """Return the score of each cell of each submission."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        return {
            (submission.student.id, assignment): tuple(
                grade.score for notebook in submission.notebooks for grade in notebook.grades
            )
            for assignment in CLASS
            for submission in gradebook.assignment_submissions(assignment)
        }


def differences(stock: dict, ours: dict) -> str:
    """Say which submissions have other scores."""
    others = [student for student in stock if stock[student] != ours.get(student)]
    return "yes" if not others else f"no: {others}"


def floor(course: Path) -> float:
    """Run the cells of each submission in a fork of this process; return the seconds for one."""
    import torch  # noqa: F401 - a fork has it

    import autograder  # noqa: F401

    begin, count = time.perf_counter(), 0
    for path in sorted(course.glob("submitted/*/*/*.ipynb")):
        cells = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        child = os.fork()
        if not child:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            execute(cells)
            os._exit(0)
        os.waitpid(child, 0)
        count += 1
    return (time.perf_counter() - begin) / count


def second_core() -> float:
    """Return how much more two processes get done than one: 2 on cores of their own, less on two threads of a core."""
    loop = [sys.executable, "-c", "for _ in range(30_000_000): pass"]
    seconds = []
    for count in (1, 2):
        begin = time.perf_counter()
        for process in [subprocess.Popen(loop) for _ in range(count)]:
            process.wait()
        seconds.append(time.perf_counter() - begin)
    return 2 * seconds[0] / seconds[1]


def execute(cells: list[str]) -> None:
    """Run cells one after another, whatever they raise."""
    names: dict = {"__name__": "__main__"}
    for source in cells:
        try:
            exec(compile(ast.parse(source), "<cell>", "exec"), names)
        except Exception as error:
            print(error)


def end_warm_processes() -> None:
    """End what earlier commands left ready: it ends by itself when its socket is gone."""
    from autograder.grading import warm

    for path in filter(Path.is_socket, warm.folder().iterdir()):
        path.unlink()


def run(folder: Path, words: list[str]) -> None:
    """Run a command in a folder; it must succeed."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        words, cwd=folder, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{words}:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
