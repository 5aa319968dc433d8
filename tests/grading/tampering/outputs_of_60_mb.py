"""Hand in 60 MB of outputs, more than is opened.

Right: nothing, and the reason says what to do: clear the outputs, and hand in again.
"""

import json

from tests.grading.battery import cell_of

EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0, "out_size": 0}
TOLD = "clear its outputs, save it, and hand it in again"


def as_saved(work):
    cell_of(work, "relu-check").outputs = [{"output_type": "stream", "name": "stdout", "text": "spam\n" * 12_000_000}]
    return json.dumps(work)
