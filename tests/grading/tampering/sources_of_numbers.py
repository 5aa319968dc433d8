"""Have numbers and lists among the lines of an answer, and cells that are no cells.

Right: what is no text is left out, and the other answers count.
"""

import json

EARNS = {"relu": 0}


def as_saved(work):
    odd = ["def relu(x):\n", 5, None, ["    return x"]]
    cells = [{**cell, "source": odd} if cell.id == "relu-solution" else cell for cell in work.cells]
    return json.dumps({**work, "cells": [None, 7, [], *cells, {}, "cell"]})
