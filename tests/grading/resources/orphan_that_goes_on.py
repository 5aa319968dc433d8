"""Start a process in a session of its own, which outlives the notebook and writes wherever it can.

Right: it ends with the room; the answers count.
"""

ADDED = {
    "set-up": [
        """
import subprocess
import sys

WRITE = '''
import pathlib, time
while True:
    for place in ("/tmp", "/var/tmp", "/dev/shm", "@COURSE@", "."):
        try:
            (pathlib.Path(place) / "left-by-battery-orphan").write_text(str(time.time()))
        except OSError:
            pass
    time.sleep(0.1)
'''
subprocess.Popen([sys.executable, "-c", WRITE], start_new_session=True)
"""
    ]
}
HOLDS_FROM = "user-namespaces"
