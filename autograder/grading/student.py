"""The learner's side: runs cells, and answers calls of what they define. Nobody believes what it says.

It runs in a room of its own, in a process that was forked from one in which all packages are imported. The judge asks
for one thing at a time. Before each cell, and for each check, it asks for a fork: what has to be killed is dropped, and
the process that it was forked from goes on.
"""

import contextlib
import math
import os
import random
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from IPython.core.shellapp import InteractiveShellApp

from autograder.call import call
from autograder.compare import WrongKindError
from autograder.exercise import Case
from autograder.grading.shell import Shell
from autograder.grading.stand_ins import furnish, provide
from autograder.grading.values import Reader, Writer
from autograder.grading.wire import Frame, Line, WireError
from autograder.network import Network
from autograder.outcome import Outcome

__all__ = ["furnish", "prepare", "serve"]
NETWORK_METHODS = ("state", "gradients", "rates", "load", "train", "forward", "backward")
REPR_AT_MOST = 200
_READY: list[Shell] = []


def prepare() -> None:
    """Make the shell ready in a process that is to be forked later."""
    _READY.append(Shell())
    InteractiveShellApp().init_path()  # as in a kernel: what lies beside the notebook is found behind Python's own


def serve(sock: socket.socket) -> NoReturn:
    """Answer the judge until it hangs up; the process ends with that.

    Parameters
    ----------
    sock : socket.socket
        A stream socket whose other end the judge has.
    """
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002 - the generator that learners' code draws from
    if torch := sys.modules.get("torch"):
        torch.default_generator.manual_seed(0)
    student = _Student(sock, _READY[0] if _READY else Shell())
    while True:
        try:
            student.answer()
        except (EOFError, OSError, WireError):
            os._exit(0)


class _OwnLine(Line):
    """A connection on which only the process that it belongs to answers: a learner's code may fork, too."""

    def __init__(self, sock: socket.socket) -> None:
        super().__init__(sock)
        self.pid = os.getpid()

    def send(self, tree: dict[str, Any], buffers: Sequence[Any] = (), descriptor: int = -1) -> None:
        """Send a message, or end the process, if it is a learner's fork that came back from its cell."""
        if os.getpid() != self.pid:
            os._exit(0)
        super().send(tree, buffers, descriptor)


class _Student:
    """One process of the learner's, with a connection of its own."""

    def __init__(self, sock: socket.socket, shell: Shell) -> None:
        self.line = _OwnLine(sock)
        self.shell = shell
        self.objects: list[Any] = []
        self.networks: dict[int, Network] = {}
        self.home: Callable[..., Any] | None = None

    def answer(self) -> None:
        """Wait for a request, and do what it asks for."""
        frame = self.line.receive(descriptors=True)
        operation = {
            "write": self._write,
            "fork": self._fork,
            "end": self._end,
            "run": self._run,
            "allow": self._allow,
            "find": self._find,
            "text": self._tell_text,
            "call": self._call,
            "drive": self._drive,
            "given": self._given,
            "breathe": self._breathe,
        }[frame.tree["op"]]
        with np.errstate(all="ignore") if operation != self._run else contextlib.nullcontext():  # as the judge at home
            operation(frame)

    def _write(self, frame: Frame) -> None:
        """Write a file that lies beside the notebook; if that fails, the cell that needs it will tell."""
        path = Path(frame.tree["name"])
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(frame.buffers[0])
        except OSError:
            with contextlib.suppress(OSError):
                path.unlink()  # what is cut off would mislead
        self.line.send({})

    def _fork(self, frame: Frame) -> None:
        there = socket.socket(fileno=frame.descriptor)
        pid = os.fork()
        if pid:
            there.close()
            self.line.send({"pid": pid})
            return
        self.line.sock.close()
        self.line = _OwnLine(there)
        seconds = frame.tree["cpu"]
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))

    def _end(self, frame: Frame) -> None:
        """Kill a fork, and tell how it had ended, or that it had not."""
        pid = frame.tree["pid"]
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        try:
            _, status, used = os.wait4(pid, 0)
        except ChildProcessError:  # a learner can have its children taken away
            self.line.send({"status": None, "cpu": 0.0})
            return
        self.line.send({"status": status, "cpu": used.ru_utime + used.ru_stime})

    def _allow(self, frame: Frame) -> None:
        """Begin anew to count the time that is allowed, and tell how much was used by now."""
        self.objects, self.networks = [], {}  # of a check before, which is over
        self.line.send({"used": _allow(frame.tree["cpu"])})

    def _run(self, frame: Frame) -> None:
        if "cpu" in frame.tree:
            _allow(frame.tree["cpu"])
        outputs = self.shell.run(frame.tree["source"], output_bytes=frame.tree["output"])
        try:
            self.line.send({"outputs": outputs})
        except (WireError, ValueError, TypeError):
            told = _stream("What this cell showed cannot be handed over.\n")
            self.line.send({"outputs": [told]})

    def _find(self, frame: Frame) -> None:
        name = frame.tree["name"]
        found = name in self.shell.user_ns
        value = self.shell.user_ns.get(name)
        self.line.send(
            {"found": found, "callable": found and callable(value), "text": _text(value), "type": type(value).__name__}
        )

    def _tell_text(self, frame: Frame) -> None:
        asked = frame.tree["object"]
        self.line.send({"text": _text(self.shell.user_ns[asked] if isinstance(asked, str) else self.objects[asked])})

    def _breathe(self, frame: Frame) -> None:
        """Tell whether there is memory left."""
        try:
            bytearray(frame.tree["bytes"])
        except MemoryError:
            self.line.send({"breathes": False})
        else:
            self.line.send({"breathes": True})

    def _given(self, frame: Frame) -> None:
        provide(dict(zip(frame.tree["names"], frame.buffers, strict=True)))
        self.line.send({})

    def _call(self, frame: Frame) -> None:
        tree, reader = frame.tree, Reader(frame.buffers, self._object)
        asked = tree["function"]
        function = self.shell.user_ns[asked] if isinstance(asked, str) else self.objects[asked]
        self.home = function
        case = Case(tuple(reader.read(tree["args"])), reader.read(tree["options"]))
        outcome = call(function, case, tensors=tree["tensors"])
        self._tell(outcome, looked_at=tree["looked_at"])

    def _drive(self, frame: Frame) -> None:
        tree, reader = frame.tree, Reader(frame.buffers, self._object)
        module, result, args, options = (reader.read(tree[name]) for name in ("module", "result", "args", "options"))
        place = tree["network"]

        def drive() -> Any:
            if place not in self.networks:
                self.networks[place] = Network(module, result=result)
            return getattr(self.networks[place], tree["method"])(*args, **options)

        if tree["method"] in NETWORK_METHODS:
            self._guarded(drive)

    def _guarded(self, do: Callable[[], Any]) -> None:
        """Do something with a network, and tell of what is of the wrong kind apart from what raises."""
        complaint = ""

        def done() -> Any:
            nonlocal complaint
            try:
                return do()
            except WrongKindError as error:
                complaint = str(error)

        outcome = call(done, Case(()), tensors="torch" in sys.modules, home=self.home)
        self._tell(outcome, complaint=complaint)

    def _tell(self, outcome: Outcome, *, looked_at: int | None = None, complaint: str = "") -> None:
        writer = Writer(self._keep)
        looked = outcome.args[looked_at] if looked_at is not None and not outcome.raised else None
        facts = {name: getattr(outcome, name) for name in ("raised", "refused", "line", "attempted", "printed")}
        self.line.send(
            {
                **facts,
                "changed": list(outcome.changed),
                "shares": bool(outcome.shares),
                "complaint": complaint,
                "result": self._written(writer, outcome.result, stays=looked_at is not None),
                "looked": self._written(writer, looked),
            },
            writer.buffers,
        )

    def _written(self, writer: Writer, value: Any, *, stays: bool = False) -> Any:
        """Write a value down; of one that stays here, or is too large, only what it is."""
        if stays and value is not None:
            return self._keep(value)
        buffers = len(writer.buffers)
        try:
            node = writer.write(value)
        except Exception:  # also what a learner's object raises when it is looked at
            del writer.buffers[buffers:]
            return self._keep(value)
        return node

    def _keep(self, value: Any) -> list[Any]:
        self.objects.append(value)
        kind = type(value)
        about = {
            "type": str(kind.__name__)[:REPR_AT_MOST],
            "module": str(kind.__module__)[:REPR_AT_MOST],
            "callable": callable(value),
            "iterator": hasattr(kind, "__next__"),
        }
        return ["object", len(self.objects) - 1, about]

    def _object(self, node: list[Any]) -> Any:
        if node[0] != "object":
            raise WireError(f"an unknown node: {node[0]}")
        return self.objects[node[1]]


def _allow(seconds: int) -> float:
    """Limit the processor time that this process may use from now on, and return what it has used."""
    used = time.process_time()
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (min(math.ceil(used) + seconds, most), most))
    return used


def _text(value: Any) -> str:
    try:
        return repr(value)[:REPR_AT_MOST]
    except BaseException:  # a learner's object may fail to show itself
        return f"<{type(value).__name__}>"


def _stream(text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stderr", "text": text}
