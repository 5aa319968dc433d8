"""What crosses between the judge and a learner's process: frames of JSON and the bytes of arrays, and never a pickle.

A frame is the length of the JSON, the number of buffers, the length of each, the JSON, the buffers.
"""

import json
import os
import select
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any

JSON_AT_MOST = 8 << 20
BYTES_AT_MOST = 64 << 20
BUFFERS_AT_MOST = 10_000


class WireError(Exception):
    """What came is no frame, or holds what must not cross."""


@dataclass
class Frame:
    """A message.

    Attributes
    ----------
    tree : dict
        What JSON holds.
    buffers : list of bytes
        What the tree refers to by number.
    descriptor : int
        A file descriptor that came along, or −1.
    """

    tree: dict[str, Any]
    buffers: list[Any] = field(default_factory=list)
    descriptor: int = -1


class Line:
    """One end of a connection.

    Parameters
    ----------
    sock : socket.socket
        A connected stream socket.

    Attributes
    ----------
    patience : float or None
        How many seconds a message may take to be sent, each part of it; None for ever.
    """

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.patience: float | None = None

    def send(self, tree: dict[str, Any], buffers: list[Any] = (), descriptor: int = -1) -> None:  # type: ignore[assignment]
        """Send a message.

        Parameters
        ----------
        tree : dict
            What JSON can hold.
        buffers : list of bytes-like
            What it refers to.
        descriptor : int
            A file descriptor to hand over, or −1 for none.

        Raises
        ------
        WireError
            If it is larger than what may cross.
        OSError
            If the other side is gone.
        """
        text = json.dumps(tree).encode()
        views = [memoryview(buffer).cast("B") if len(buffer) else memoryview(b"") for buffer in buffers]
        _check_sizes(len(text), [len(view) for view in views])
        head = struct.pack(f"<II{len(views)}Q", len(text), len(views), *(len(view) for view in views))
        self.sock.settimeout(self.patience)
        if descriptor >= 0:
            socket.send_fds(self.sock, [head[:1]], [descriptor])
            head = head[1:]
        self.sock.sendall(b"".join([head, text, *views]))  # a call for each of many small arrays takes far longer

    def receive(self, left: Callable[[], float] | None = None, *, descriptors: bool = False) -> Frame:
        """Wait for a message.

        Parameters
        ----------
        left : callable, optional
            Tells how many seconds are left to wait.
        descriptors : bool
            Whether a file descriptor may come along.

        Returns
        -------
        Frame
            The message.

        Raises
        ------
        TimeoutError
            If none are left before it has come.
        EOFError
            If the other side is gone.
        WireError
            If what comes is no message, or too large a one.
        """
        self.sock.setblocking(False)
        first, found = self._first(left, descriptors)
        try:
            return Frame(*self._rest(first, left), found)
        except BaseException:
            if found >= 0:
                os.close(found)
            raise

    def _rest(self, first: bytes, left: Callable[[], float] | None) -> tuple[dict[str, Any], list[bytes]]:
        size, count = struct.unpack("<II", first + self._exactly(7, left))
        if count > BUFFERS_AT_MOST:
            raise WireError(f"{count} buffers in a message; {BUFFERS_AT_MOST} are the most.")
        lengths = struct.unpack(f"<{count}Q", self._exactly(8 * count, left))
        _check_sizes(size, lengths)
        body = self._exactly(size + sum(lengths), left)
        try:
            tree = json.loads(body[:size])
        except (ValueError, RecursionError) as error:
            raise WireError(f"A message is no JSON: {error}.") from None
        if not isinstance(tree, dict):
            raise WireError("A message is no JSON object.")
        ends = [*accumulate(lengths, initial=size)]
        return tree, [body[begin:end] for begin, end in pairwise(ends)]

    def _first(self, left: Callable[[], float] | None, descriptors: bool) -> tuple[bytes, int]:
        if not descriptors:
            return self._exactly(1, left), -1
        self._wait(left)
        data, found, _, _ = socket.recv_fds(self.sock, 1, 1)
        if not data:
            raise EOFError("The other side is gone.")
        return data, found[0] if found else -1

    def _exactly(self, count: int, left: Callable[[], float] | None) -> bytes:
        data = bytearray(count)
        view = memoryview(data)
        while len(view):
            try:
                got = self.sock.recv_into(view)
            except BlockingIOError:
                self._wait(left)
                continue
            if not got:
                raise EOFError("The other side is gone.")
            view = view[got:]
        return bytes(data)

    def _wait(self, left: Callable[[], float] | None) -> None:
        """Wait until something can be read; `left` is asked again at the end, since it may grant more time."""
        ready = select.poll()
        ready.register(self.sock, select.POLLIN)
        while not ready.poll(None if left is None else 1000 * _positive(left())):
            pass


def _positive(seconds: float) -> float:
    if seconds <= 0:
        raise TimeoutError
    return seconds


def _check_sizes(size: int, lengths: Any) -> None:
    if size > JSON_AT_MOST or sum(lengths) > BYTES_AT_MOST:
        raise WireError(
            f"A message of {size + sum(lengths):,} bytes; {JSON_AT_MOST:,} of JSON and {BYTES_AT_MOST:,} of arrays are "
            "the most."
        )
