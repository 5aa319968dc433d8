"""Hand in a file with line ends of Windows, around the cells and in them.

Right: the answers count.
"""

import json


def as_saved(work):
    for cell in work.cells:
        cell.source = cell.source.replace("\n", "\r\n")
    return json.dumps(work, indent=1).replace("\n", "\r\n").encode()
