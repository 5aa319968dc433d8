"""Open what is no file: disks, the memory of the machine, the log of the kernel, a virtual socket to the host.

Right: only the harmless devices are there.
"""

HOLDS_FROM = "user-namespaces"
ADDED = {
    "set-up": [
        """
import contextlib
import os
import socket

opened = []
for folder, _, names in os.walk("/dev"):
    for name in names:
        if name not in ("null", "zero", "full", "random", "urandom", "tty", "ptmx", "stdin", "stdout", "stderr"):
            with contextlib.suppress(OSError):
                file = os.open(f"{folder}/{name}", os.O_RDONLY | os.O_NONBLOCK)
                opened.append(f"{folder}/{name}")
                os.close(file)
with contextlib.suppress(OSError, AttributeError), socket.socket(socket.AF_VSOCK) as line:
    line.settimeout(1)
    line.connect((2, 22))
    opened.append("vsock")
print("opened:", [name for name in opened if "/fd/" not in name])
"""
    ]
}
SHOWN = ("opened: []",)
