"""Plant a file that IPython runs at the start of the next learner's notebook.

Right: the room's home is gone with the room, and the real one is not there.
"""

HOLDS_FROM = "user-namespaces"
ADDED = {
    "set-up": [
        """
import os
import pathlib

for home in (os.path.expanduser("~"), "@HOME@", "@COURSE@", "."):
    for folder in (".ipython/profile_default/startup", ".jupyter", ".config/ipython/profile_default/startup"):
        try:
            pathlib.Path(home, folder).mkdir(parents=True, exist_ok=True)
            pathlib.Path(home, folder, "00-battery.py").write_text("print('planted')")
        except OSError:
            pass
"""
    ]
}
