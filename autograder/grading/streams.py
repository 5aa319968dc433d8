"""Where a cell's output comes in: Python's streams, and the descriptors below them."""

import ctypes
import io
import os
import sys
from contextlib import suppress
from tempfile import TemporaryFile
from typing import Any

NAMES = {1: "stdout", 2: "stderr"}


class Stream(io.TextIOBase):
    """What a cell finds as ``sys.stdout`` or ``sys.stderr``.

    Parameters
    ----------
    shell : autograder.grading.shell.Shell
        Whose cells write to it.
    number : int
        The descriptor that it stands for: 1 or 2.
    """

    encoding = "UTF-8"

    def __init__(self, shell: Any, number: int) -> None:
        self._shell, self._number, self.name = shell, number, NAMES[number]

    def write(self, text: str) -> int:
        """Show a text.

        Parameters
        ----------
        text : str
            What is written.

        Returns
        -------
        int
            Its length.

        Raises
        ------
        TypeError
            If it is no text.
        """
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        if os.getpid() == self._shell.runs_in:
            self._shell.outputs.stream(self.name, text)
        else:  # a process that the cell started has a copy of the outputs, and the same descriptors
            os.write(self._number, text.encode("utf-8", "replace"))
        return len(text)

    def writable(self) -> bool:
        """Say yes."""
        return True

    def fileno(self) -> int:
        """Return the descriptor, for programs that are to write there."""
        return self._number

    def close(self) -> None:
        """Stay open: who closes this stream by mistake still wants to see the next cell."""


class Descriptor:
    """A descriptor that leads into a file while a cell runs, also if the disk is full or the cell closes it.

    Parameters
    ----------
    number : int
        1 or 2.
    """

    def __init__(self, number: int) -> None:
        self._number, self._saved, self._file = number, -1, io.BytesIO()

    def __enter__(self) -> "Descriptor":
        _flush()
        with suppress(OSError):
            self._saved = os.dup(self._number)
            self._file = TemporaryFile(buffering=0)
            os.dup2(self._file.fileno(), self._number)
        return self

    def __exit__(self, *_: object) -> None:
        for end in (lambda: os.dup2(self._saved, self._number), lambda: os.close(self._saved), self._file.close):
            with suppress(OSError):
                end()

    def written(self, most: int) -> str:
        """Return what was written, and of that no more than is asked for."""
        _flush()
        with suppress(OSError):
            return os.pread(self._file.fileno(), most, 0).decode("utf-8", "replace")
        return ""


def _flush() -> None:
    """Write out what Python's first streams and the C library hold back."""
    for stream in (sys.__stdout__, sys.__stderr__):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    with suppress(OSError, TypeError, AttributeError):
        ctypes.CDLL(None).fflush(None)
