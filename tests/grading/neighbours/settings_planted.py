"""Leave settings for whoever comes next: of matplotlib, numpy, Jupyter, nbgrader, git.

Right: they are gone with the room.
"""

HOLDS_FROM = "user-namespaces"
ADDED = {
    "set-up": [
        """
import os
import pathlib

NAMES = ("matplotlibrc", ".config/matplotlib/matplotlibrc", "nbgrader_config.py", "jupyter_nbconvert_config.py")
NAMES += (".jupyter/jupyter_config.py", ".gitconfig", ".profile", "ipython_config.py", "pyproject.toml")
for place in (".", os.path.expanduser("~"), "@HOME@", "@COURSE@", "/tmp", "/etc/ipython"):
    for name in NAMES:
        try:
            path = pathlib.Path(place, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a") as file:
                file.write("# planted\\n")
        except OSError:
            pass
"""
    ]
}
