"""Add 100,000 empty cells behind the answers, as a loop gone wrong in a script does.

Right: the first cells are read, and the answers are among them.
"""

import json


def as_saved(work):
    empty = {"cell_type": "code", "source": "", "metadata": {}, "outputs": [], "execution_count": None}
    return json.dumps({**work, "cells": [*work.cells, *[empty] * 100_000]})
