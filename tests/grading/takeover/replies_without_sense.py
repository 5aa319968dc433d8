"""Patch what sends replies, and send some that lack words, have others, or have the wrong kinds of them.

Right: a reply that cannot be understood is no answer. The judge goes on.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0, "out_size": 0}
ADDED = {
    "set-up": [
        """
import pathlib
import sys

server = sys.modules["autograder.grading.student"]._Student
GOOD = {"raised": "", "refused": False, "line": "", "attempted": True, "printed": "", "changed": [], "shares": False}
GOOD |= {"complaint": "", "result": None, "looked": None}
ODD = (None, -1, 10**400, "x" * 10**6, [], [[]], {}, {"a": []}, True, float("nan"), [10**9], ["object", 0, {}])
REPLIES = [{}, *({**GOOD, name: odd} for odd in ODD for name in GOOD)]

count = pathlib.Path("count")


def following(things):
    '''Take the next one, also in another process.'''
    with count.open("ab") as file:
        file.write(b".")
    return things[count.stat().st_size % len(things)]


server._tell = lambda self, *_, **__: self.line.send(following(REPLIES), [b""] * 50)
"""
    ]
}
