"""A room without walls: a fork of this process. It serves to test what is said between judge and learner."""

import contextlib
import os
import signal
import socket
from pathlib import Path

from autograder.grading import student

PAGE = os.sysconf("SC_PAGE_SIZE")


class PlainRoom:
    def __init__(self, *_):
        self.socket, there = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                self.socket.close()
                os.setsid()
                student.furnish()
                student.serve(there)
            finally:
                os._exit(1)
        there.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()
        self.socket.close()

    def cpu_seconds(self):
        return 0.0

    def allow(self, seconds):
        """Let it run: nobody watches."""

    def memory_bytes(self):
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * PAGE

    def killed_for(self):
        return ""

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
