"""Write other people's grades and notebooks, in the folders where nbgrader will look for them.

Right: these folders are not there.
"""

HOLDS_FROM = "user-namespaces"
ADDED = {
    "set-up": [
        """
import pathlib

for name in ("autograded", "feedback", "submitted", "release", "source"):
    for path in [pathlib.Path("@COURSE@", name), *pathlib.Path("@COURSE@", name).glob("*/*")]:
        try:
            path.mkdir(parents=True, exist_ok=True)
            (path / "left-by-battery").write_text("here")
        except OSError:
            pass
"""
    ]
}
