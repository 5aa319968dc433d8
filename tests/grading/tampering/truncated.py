"""Cut the file in the middle of the last answer, as a full disk does.

Right: the answers before the cut count.
"""

import json

EARNS = {"out_size": 0}


def as_saved(work):
    text = json.dumps(work)
    return text[: text.index("def out_size") + 60]
