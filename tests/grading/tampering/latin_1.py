"""Save as Latin-1, with an accent in a comment.

Right: the answer does not hang on the comment.
"""

import json

SOLUTIONS = {"relu": "def relu(x):\n    # café, naïve\n    return np.maximum(x, 0)"}


def as_saved(work):
    return json.dumps(work, ensure_ascii=False).encode("latin-1", errors="replace")
