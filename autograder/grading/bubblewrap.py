"""What bubblewrap is told to build: an empty room with Python and the allowed packages, and nothing else to read."""

import os
import sys
import sysconfig
from functools import cache
from glob import glob
from pathlib import Path

from autograder.grading import environments
from autograder.grading.entering import WRITABLE
from autograder.grading.job import Limits

PLACE = WRITABLE[0]  # where a learner's code works
SYSTEM = ("/usr/bin", "/usr/lib", "/usr/lib32", "/usr/lib64", "/bin", "/lib", "/lib32", "/lib64")
SETTINGS = ("/etc/ld.so.cache", "/etc/alternatives")


@cache
def command(environment: str, limits: Limits, *, alone: bool) -> tuple[str, ...]:
    """Return the command that makes a room, up to what runs in it.

    Parameters
    ----------
    environment : str
        Which packages there are.
    limits : Limits
        How much may be written.
    alone : bool
        Whether it is made without the superuser's rights, which needs user namespaces.

    Returns
    -------
    tuple of str
        Words.
    """
    apart = ("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try")
    return (
        *("bwrap", "--new-session", "--as-pid-1", "--clearenv", "--cap-drop", "ALL"),
        *(("--unshare-user",) if alone else ()),
        *apart,
        *("--hostname", "room", "--proc", "/proc", "--dev", "/dev"),
        *("--dev-bind", "/dev/null", "/dev/zero"),  # a shared mapping of it is memory that no limit counts
        # First what is empty and can be written, since packages may lie below a place of the same name.
        *(
            word
            for place in WRITABLE
            for word in ("--perms", "1777", "--size", str(limits.disk // 3), "--tmpfs", place)
        ),
        *_read_only(environment),
        *("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", PLACE),
    )


@cache
def _read_only(environment: str) -> tuple[str, ...]:
    """Return what makes the interpreter, the system's programs and the allowed packages readable."""
    python, real = sys.executable, os.path.realpath(sys.executable)
    library = os.path.dirname(sysconfig.get_path("stdlib"))
    system = [place for place in SYSTEM if os.path.isdir(place) and not os.path.islink(place)]
    trees = [*system, *([] if library in system else [library])]
    others = [place for tree in trees for place in glob(f"{tree}/python*/*-packages")]
    files = [*SETTINGS, real, os.path.join(sys.prefix, "pyvenv.cfg"), *map(str, environments.paths(environment))]
    return (
        *_parents([*trees, *files, python]),
        *(word for place in SYSTEM if os.path.islink(place) for word in ("--symlink", os.readlink(place), place)),
        *(word for tree in trees for word in ("--ro-bind", tree, tree)),
        *(word for place in others for word in ("--tmpfs", place)),
        *(word for file in files if not _is_in(file, system) for word in ("--ro-bind-try", file, file)),
        *(() if _is_in(python, system) or python == real else ("--symlink", real, python)),
        *(word for place in others for word in ("--remount-ro", place)),
    )


def _is_in(file: str, trees: list[str]) -> bool:
    return any(file.startswith(f"{tree}/") for tree in trees) and "-packages/" not in file


def _parents(places: list[str]) -> list[str]:
    """Make the folders above, which bubblewrap would close to others."""
    above = {str(parent) for place in places for parent in Path(place).parents} - {"/"}
    return [word for place in sorted(above) for word in ("--perms", "0755", "--dir", place)]
