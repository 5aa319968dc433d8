"""Hand in 40 MB of outputs, from a print in a loop.

Right: clumsy and honest; outputs are not read, and the answers count.
"""

import json

from tests.grading.battery import cell_of


def as_saved(work):
    cell_of(work, "relu-solution").outputs = [{"output_type": "stream", "name": "stdout", "text": "spam\n" * 8_000_000}]
    return json.dumps(work)
