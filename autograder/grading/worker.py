"""The process that judges: it takes job after job from the farm, and runs no learner's code itself.

Started by ``python -m autograder.grading.worker DESCRIPTOR FUNCTION``, or forked from a process that is warm already.
"""

import json
import os
import select
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Callable
from importlib import import_module

from autograder.grading.job import Job, Record
from autograder.grading.wire import Line

Grader = Callable[[Job], Record]


def grader_of(name: str) -> Grader:
    """Return a function by its dotted name."""
    module, _, function = name.rpartition(".")
    return getattr(import_module(module), function)


def serve(sock: socket.socket, function: str) -> None:
    """Grade what comes, until the farm closes the connection.

    Parameters
    ----------
    sock : socket.socket
        The connection to the farm.
    function : str
        The dotted name of what makes a record of a job.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the farm, which then closes the connection
    end_with(sock)
    grade, line = grader_of(function), Line(sock)
    while True:
        try:
            frame = line.receive()
        except EOFError:
            return
        line.send(*_answer(grade, Job.from_json(json.loads(frame.buffers[0]))))


def _answer(grade: Grader, job: Job) -> tuple[dict, list[bytes]]:
    """Return a record, and what this process understood the job to be: other packages or exercises are another job."""
    try:
        record = grade(job)
    except Exception:
        return {"failed": traceback.format_exc(limit=-3)}, []
    return {"key": job.key()}, [json.dumps(record.to_json()).encode()]


def end_with(sock: socket.socket) -> None:
    """Let this process end at once when the other end of a connection is gone: nobody would take what it does.

    Parameters
    ----------
    sock : socket.socket
        The connection.
    """
    poll = select.poll()
    poll.register(sock, 0)  # that the other end was closed is told unasked
    threading.Thread(target=lambda: (poll.poll(), os._exit(1)), daemon=True).start()


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])), sys.argv[2])
