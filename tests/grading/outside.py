"""What lies outside of the rooms while the battery runs: servers nobody must reach, files nobody must change."""

import contextlib
import hashlib
import os
import secrets
import socket
import sysconfig
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

MARK = "left-by-battery"  # how submissions call what they try to leave behind


class Servers:
    """A TCP, a UDP and an abstract Unix server on this machine, which put down who comes."""

    def __init__(self) -> None:
        self.visits: list[str] = []
        self._open = True
        name, tcp = f"battery-{secrets.token_hex(4)}", socket.create_server(("127.0.0.1", 0))
        udp, unix = socket.socket(socket.AF_INET, socket.SOCK_DGRAM), socket.socket(socket.AF_UNIX)
        udp.bind(tcp.getsockname())
        unix.bind(f"\0{name}")
        unix.listen()
        self.places = {"PORT": tcp.getsockname()[1], "SOCKET": name}
        self._sockets = {"TCP": tcp, "UDP": udp, "Unix": unix}
        for kind in self._sockets:
            threading.Thread(target=self._serve, args=(kind,), daemon=True).start()

    def _serve(self, kind: str) -> None:
        listening = self._sockets[kind]
        with contextlib.suppress(OSError):
            while True:
                visitor, _ = (None, listening.recv(100)) if kind == "UDP" else listening.accept()
                if not self._open:
                    return
                self.visits.append(kind)
                if visitor:
                    with visitor:
                        visitor.sendall(b"np.maximum(x, 0)")

    def __enter__(self) -> "Servers":
        return self

    def __exit__(self, *_: object) -> None:
        self._open = False
        for listening in self._sockets.values():
            with contextlib.suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            listening.close()


def seen(folder: Path, *kept: Path) -> dict:
    """Look at what must stay as it is: some files, Python's packages, places open to everybody, and who is there."""
    return {"files": files_in(*kept), "packages": packages(), "left": left_behind(folder), "rooms": in_rooms()}


def files_in(*places: Path) -> dict[str, str]:
    """Return a hash of every ordinary file at some places, and below them."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for place in places
        for path in (place, *sorted(place.rglob("*")))
        if path.is_file() and not path.is_symlink()
    }


def packages() -> dict[str, tuple[int, int]]:
    """Return the size and the time of every file of Python's packages and of its own library."""
    found = {}
    for folder in {sysconfig.get_path(name) for name in ("purelib", "platlib", "stdlib")}:
        for path in _below(Path(folder)):
            if path.parent.name != "__pycache__":  # Python writes there by itself
                state = path.lstat()
                found[str(path)] = (state.st_size, state.st_mtime_ns)
    return found


def left_behind(folder: Path) -> list[str]:
    """Return what submissions left in a folder, and where everybody may write."""
    open_to_all = {Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), Path("/run")}
    at_hand = (path for place in open_to_all if place.is_dir() for path in place.iterdir())
    return [str(path) for path in (*at_hand, *_below(folder)) if MARK in path.name]


def in_rooms() -> set[int]:
    """Return the processes that live among other processes than this one, as those of a room do."""
    own, found = os.readlink("/proc/self/ns/pid"), set()
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if os.readlink(path / "ns/pid") != own:
                found.add(int(path.name))
    return found


def _below(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names)
