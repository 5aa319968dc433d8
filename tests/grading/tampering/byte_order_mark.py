"""Save with a byte-order mark, as editors on Windows do.

Right: it is no part of the text.
"""

import json


def as_saved(work):
    return json.dumps(work).encode("utf-8-sig")
