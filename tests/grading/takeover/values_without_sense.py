"""Patch what writes answers down, and send values that cannot be: lengths below 0, arrays of nothing, texts of no end.

Right: a value that cannot be read is a wrong answer. The judge needs no more memory for it than for others.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0, "out_size": 0}
ADDED = {
    "set-up": [
        """
import pathlib
import sys

NODES = [
    ["objects", ["x" * 100_000, *[""] * 5_000], [5_001], "U"],
    ["objects", [], [10**9], "O"], ["objects", 5, [1], "U"],
    ["dict", [[["list", []], 1]]], ["dict", [1, 2, 3]], ["set", [["list", []]]], ["list", 5],
    ["int", "z"], ["int", "f" * 100_000], ["int", -1], ["fraction", "1", "0"], ["float", "x"], ["complex", "1", "2"],
    ["range", 0, 10**18, 1], ["range", 0, 1, 0], ["bytes", 10**9], ["scalar", 0, "O"], ["ellipsis", 1],
    ["like an array", None, "\\x00", ""], ["like an array", ["array", -1, "U1", [1]], "ndarray", 5],
    ["given", "small_net"], ["given", {}], {"a": 1}, [], [[]], [None], True, 1e308, "\\ud800", "x" * 1_000_000,
    *(["object", number, {"type": 3, "array": True}] for number in (-1, 0, 10**9, "x", None)),
    *(["array", -1, kind, [10**6, 10**6]] for kind in ("f8", "U1", "O", "V8", "M8[ns]", "U9999999", ["x"], 5)),
    *(["array", number, "f8", shape] for number in (0, 10**9) for shape in ([-1], [2**40], [0] * 40, 3, None)),
    *(["tensor", number, kind, [1]] for number in (0, 10**9) for kind in ("float32", "nn", "__class__", 5)),
]

count = pathlib.Path("count")


def following(things):
    '''Take the next one, also in another process.'''
    with count.open("ab") as file:
        file.write(b".")
    return things[count.stat().st_size % len(things)]


sys.modules["autograder.grading.student"].Writer.write = lambda *_, **__: following(NODES)
"""
    ]
}
