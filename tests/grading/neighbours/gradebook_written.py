"""Open the gradebook and write full marks into it.

Right: it is not there to be opened.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
ADDED = {
    "relu-solution": [
        """
import pathlib
import sqlite3

book = pathlib.Path("@COURSE@/gradebook.db")
print(book.read_bytes()[:16])
with sqlite3.connect(f"file:{book}?mode=rw", uri=True, timeout=1) as base:
    base.execute("update grade set manual_score = 3")
"""
    ]
}
