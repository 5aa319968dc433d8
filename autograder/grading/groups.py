"""Control groups: they bound a room as a whole, where the system has them and lets who grades make some.

A room's limits hold without them. They catch what is used between two looks of the watch, and the kernel's own memory.
A group has the name of the room's user, who is nobody else's meanwhile, and stays, empty, for the next of that name.
"""

from functools import cache
from pathlib import Path

from autograder.grading.job import Limits

MOUNTED = Path("/sys/fs/cgroup")
OWN = Path("/proc/self/cgroup")
NAME = "cnn-by-hand"
KINDS = ("memory", "pids")
TIMES = 2  # what the watch lets pass for a moment, and what forks write to that they were forked with
OTHERS = 8  # processes of the room's own


def groups(user: int | None, limits: Limits) -> list[str]:
    """Make the groups of a room.

    Parameters
    ----------
    user : int, optional
        Whose room it is; None, if that is who grades, who may make none.
    limits : Limits
        How much may be used in it.

    Returns
    -------
    list of str
        Files that a process is to write a 0 into, to be in them; none where there are no groups.
    """
    if user is None:
        return []
    memory = TIMES * (limits.memory + limits.disk)
    bounds = {"memory.max": memory, "memory.limit_in_bytes": memory, "pids.max": limits.processes + OTHERS}
    entries = []
    try:
        for above in _above():
            group = above / str(user)
            group.mkdir(parents=True, exist_ok=True)
            for bound in filter(Path.exists, map(group.joinpath, bounds)):
                bound.write_text(str(bounds[bound.name]))
            entries.append(str(group / "cgroup.procs"))
    except OSError:
        return []
    return entries


@cache
def _above() -> tuple[Path, ...]:
    """Find where groups can be made: in one tree for all kinds, or, on older systems, below one's own in each tree."""
    if (MOUNTED / "cgroup.controllers").exists():
        place = MOUNTED / NAME
        place.mkdir(exist_ok=True)
        (place / "cgroup.subtree_control").write_text(" ".join(f"+{kind}" for kind in KINDS))
        return (place,)
    own = {kind: place for _, kind, place in (line.split(":", 2) for line in OWN.read_text().splitlines())}
    return tuple(MOUNTED / kind / own[kind].lstrip("/") / NAME for kind in KINDS if (MOUNTED / kind).is_dir())
