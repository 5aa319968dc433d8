"""Have null where text should be, in a check and in an answer.

Right: the empty answer earns nothing, the others count.
"""

import json

EARNS = {"relu": 0}


def as_saved(work):
    cells = [{**cell, "source": None} if cell.id in ("relu-solution", "xcorr1d-check") else cell for cell in work.cells]
    return json.dumps({**work, "cells": cells})
