"""Patch what drives a network for the judge, so that it tells states, outputs and gradients that cannot be.

Right: they are wrong answers. The judge goes on.
"""

ASSIGNMENT = "networks"
EARNS = {"freeze": 0, "residual_block": 0}
ADDED = {
    "set-up": [
        """
import pathlib
import sys

import numpy as np

driver = sys.modules["autograder.network"].Network
ODD = [None, 5, "x", [], {}, (), ({}, (), ()), ({"a": 5}, "b", None), ({5: np.zeros(3)}, (5,), ()), np.zeros((0, 3))]
ODD += [{"input": None}, {"input": np.zeros(2)}, np.array(["a"]), np.full((2, 2), np.nan), ({}, -1, 10**9), {"": ""}]
ODD += [({"bn1.weight": np.zeros((10**4, 0))}, ("bn1.weight",) * 1000, ("",)), np.broadcast_to(0.0, (10**4, 10**4))]

count = pathlib.Path("count")


def following(things):
    '''Take the next one, also in another process.'''
    with count.open("ab") as file:
        file.write(b".")
    return things[count.stat().st_size % len(things)]


for name in ("state", "gradients", "rates", "load", "train", "forward", "backward"):
    setattr(driver, name, lambda *_, **__: following(ODD))
"""
    ]
}
