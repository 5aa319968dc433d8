"""How a warm process gets warm: it imports what its forks will need, and does once what takes longer the first time."""

import contextlib
import gc
import importlib.util
import io
import os
import sys
import threading
from pathlib import Path
from typing import NoReturn

from autograder.grading import environments, warm
from autograder.grading.linux import adopt_orphans, use_large_pages

STUDENT = ("numpy", "matplotlib.pyplot", "autograder.grading.student")
CELLS = (
    "import numpy as np\nimport matplotlib.pyplot as plt",
    "fig, ax = plt.subplots()\nax.imshow(np.ones((8, 8)))\nax.set_title('t')\nax.plot([1, 2])\nplt.show()",
    "%%time\nnp.testing.assert_allclose(np.ones(3), 2)",
    "import warnings\nwarnings.warn('w')\nprint(np.random.default_rng(0).normal(size=3))\n1.0",
)
TORCH_CELLS = (
    "import torch, torch.nn as nn, torch.nn.functional as F",
    "net = nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),\n"
    "                    nn.Dropout(0.1), nn.Linear(36, 3))\n"
    "data = torch.utils.data.TensorDataset(torch.zeros(6, 1, 8, 8), torch.zeros(6, dtype=torch.long))\n"
    "for optimizer in torch.optim.SGD(net.parameters(), lr=0.1), torch.optim.Adam(net.parameters()):\n"
    "    for x, y in torch.utils.data.DataLoader(data, batch_size=3, shuffle=True):\n"
    "        optimizer.zero_grad()\n        F.cross_entropy(net(x), y).backward()\n        optimizer.step()",
    "torch.testing.assert_close(torch.ones(3), torch.zeros(3))",
)


def main(kind: str, path: str) -> NoReturn:
    """Get warm, then fork on request.

    Parameters
    ----------
    kind : str
        "numpy", "torch", "judge" or "desk".
    path : str
        Where to listen.

    Raises
    ------
    RuntimeError
        If there is more than one thread: a fork would have only one of them, and wait for the others for ever.
    """
    if sys.platform == "linux":
        adopt_orphans()
    if kind == "judge":
        _prepare_judge()
    elif kind == "desk":
        _prepare_desk()
    else:
        _prepare_student(kind)
    tasks = Path("/proc/self/task")
    threads = len(os.listdir(tasks)) if tasks.is_dir() else threading.active_count()
    if threads > 1:
        raise RuntimeError(f"The warm process {kind!r} has {threads} threads; only a process with one can be forked.")
    gc.collect()
    gc.freeze()
    if sys.platform == "linux":
        use_large_pages()
    warm.serve(path)


def _prepare_judge() -> None:
    """Ask all references what they answer to the cases that are the same for everybody: it is remembered."""
    from autograder import exercises  # not in a learner's process
    from autograder.answer import ask

    importlib.import_module("autograder.grading.worker")
    importlib.import_module("autograder.grading.spare")
    here = {"numpy", *(["torch"] if importlib.util.find_spec("torch") else [])}
    for exercise in map(exercises.load, exercises.names()):
        if here.issuperset(exercise.allowed):
            for case in exercise.probe:
                ask(exercise, exercise.reference, case)
    for environment in environments.ROOTS:
        environments.paths(environment)


def _prepare_desk() -> None:
    """Import nbgrader."""
    from autograder.grading import desk  # not in a learner's process

    desk.prepare()
    desk.rehearse()


def _prepare_student(kind: str) -> None:
    """Import all that a notebook uses, and make a shell ready; then close the book's own package."""
    environments.restrict(kind)
    for name in (*STUDENT, *(["torch"] if kind == "torch" else [])):
        importlib.import_module(name)
    student = sys.modules["autograder.grading.student"]
    student.prepare()
    for name in _rehearse((*CELLS, *(TORCH_CELLS if kind == "torch" else ()))):
        with contextlib.suppress(Exception):  # it was imported there by a way of its own
            importlib.import_module(name)
    _draw()
    student.furnish()
    for name in sorted(sys.modules):
        if name.partition(".")[0] == "autograder" and hasattr(sys.modules[name], "__path__"):
            sys.modules[name].__path__ = []


def _rehearse(cells: tuple[str, ...]) -> list[str]:
    """Return what a notebook imports while it runs: in a fork, so that nothing else of it stays."""
    here, there = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            known = set(sys.modules)
            shell = sys.modules["autograder.grading.shell"].Shell()
            for cell in cells:
                shell.run(cell, output_bytes=1 << 20)
            os.write(there, "\n".join(name for name in sys.modules if name not in known).encode())
        finally:
            os._exit(0)
    os.close(there)
    with open(here) as answer:
        names = answer.read().split()
    os.waitpid(pid, 0)
    return names


def _draw() -> None:
    """Have fonts read and the like."""
    figure = sys.modules["matplotlib.figure"].Figure()
    figure.subplots().imshow([[0, 1]])
    figure.savefig(io.BytesIO(), format="png")
