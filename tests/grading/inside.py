"""What tests of rooms share: learners' code that looks around, and tells what it found."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from autograder.grading.job import Limits
from autograder.grading.processes import Process
from autograder.grading.rooms import TIERS, Room

ROOT = Path(__file__).parents[2]
OTHER_USER = 64_242
SMALL = Limits(memory=300 << 20, processes=20, file_size=8 << 20, disk=30 << 20)
POSSIBLE = [
    tier
    for tier, possible in zip(
        TIERS,
        (
            sys.platform == "linux" and bool(shutil.which("bwrap")) and os.geteuid() == 0,
            sys.platform == "linux" and bool(shutil.which("bwrap")) and os.geteuid() != 0,
            sys.platform != "win32",
        ),
        strict=True,
    )
    if possible
]
WALLED = [tier for tier in POSSIBLE if tier != "limits"]


def shown(room: Room, source: str, *, seconds: float = 60) -> str:
    """Return all that a cell shows in a room."""
    outputs = Process(room.socket).ask({"op": "run", "source": source, "output": 1 << 20}, seconds=seconds).tree
    return "".join(output.get("text", "") or "\n".join(output.get("traceback", ())) for output in outputs["outputs"])


def found(room: Room, source: str, *, seconds: float = 60) -> object:
    """Return what a cell calls `found`."""
    text = shown(room, f"{source}\nimport json\nprint('<<<', json.dumps(found))", seconds=seconds)
    assert "<<< " in text, text
    return json.loads(text.partition("<<< ")[2])


class Looking(Room):
    """A room with no shell in it: a script that has the socket's descriptor, 3, and nothing else."""

    def __init__(self, script: str, tier: str, limits: Limits | None = None, environment: str = "numpy") -> None:
        self._script = script
        super().__init__(environment, limits or Limits(), tier)

    def _request(self, room: dict) -> dict:
        return {"call": "builtins.exec", "arguments": [self._script, {}], "room": room}

    def told(self) -> object:
        """Return what the script sent as JSON before it ended."""
        self.socket.settimeout(60)
        text = b""
        while part := self.socket.recv(1 << 16):
            text += part
        return json.loads(text)


def as_another_user(*command: str, **options: object) -> subprocess.CompletedProcess:
    """Run a command as a user without rights, who can read Python even if it lies in the superuser's home.

    Parameters
    ----------
    *command : str
        The command.
    **options : object
        As of ``subprocess.run``.

    Returns
    -------
    subprocess.CompletedProcess
        What came of it.
    """
    real = Path(os.path.realpath(sys.executable)).parents[1]
    opened = (
        f"mount --bind {real} /mnt && mount -t tmpfs -o mode=0755 tmpfs /root && mkdir -p {real} &&"
        f" mount --move /mnt {real} && "
        if real.is_relative_to("/root")
        else ""
    )
    who = f"exec setpriv --reuid={OTHER_USER} --regid={OTHER_USER} --clear-groups"
    script = f'{opened}{who} "$@"'
    return subprocess.run(["unshare", "--mount", "bash", "-c", script, "bash", *command], text=True, **options)


def everywhere() -> dict[str, str]:
    """Return the command line of each process of this machine, by its number."""
    lines = {}
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            lines[place.name] = (place / "cmdline").read_text(errors="replace")
    return lines


def listening(kind: int, address: object) -> socket.socket:
    """Open a service of this machine."""
    server = socket.socket(kind, socket.SOCK_STREAM)
    server.bind(address)
    server.listen()
    return server
