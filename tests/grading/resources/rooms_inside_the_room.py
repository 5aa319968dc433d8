"""Make namespaces of one's own, to be root there, to mount, and to get out.

Right: nothing is gained by it, and the answers count.
"""

HOLDS_FROM = "user-namespaces"
ADDED = {
    "set-up": [
        """
import contextlib
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
USER, MOUNTS, PIDS, NET = 0x10000000, 0x00020000, 0x20000000, 0x40000000
if os.fork() == 0:
    for flags in (USER, MOUNTS, PIDS, NET, USER | MOUNTS | PIDS | NET):
        libc.unshare(flags)
    libc.mount(b"/", b"/mnt", None, 4096, None)
    libc.mount(b"proc", b"/proc", b"proc", 0, None)
    libc.umount2(b"/proc", 2)
    for target in ("..", "../../../../..", "/proc/1/root"):
        with contextlib.suppress(OSError):
            os.chroot(target)
            os.chdir("/")
    with contextlib.suppress(OSError):
        os.mknod("/tmp/disk", 0o60666, os.makedev(254, 0))
    os._exit(0)
os.wait()
"""
    ]
}
