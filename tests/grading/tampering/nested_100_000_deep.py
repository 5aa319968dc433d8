"""Nest lists 100,000 deep in the metadata of a check, deeper than JSON is read.

Right: that cell cannot be read, and is not needed. The answers count.
"""

import json

from tests.grading.battery import cell_of


def as_saved(work):
    cell_of(work, "max-pool2d-check").metadata["deep"] = "HERE"
    return json.dumps(work).replace('"HERE"', "[" * 100_000 + "]" * 100_000)
