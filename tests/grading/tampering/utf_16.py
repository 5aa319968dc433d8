"""Save as UTF-16, as PowerShell's `>` does.

Right: it is read as that.
"""

import json


def as_saved(work):
    return json.dumps(work, ensure_ascii=False).encode("utf-16")
