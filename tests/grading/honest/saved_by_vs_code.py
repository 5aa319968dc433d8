"""Hand in what VS Code saves: its metadata, new ids, lists of lines, no execution.

Right: the answers count.
"""

import json


def as_saved(work):
    for number, cell in enumerate(work.cells):
        cell.id = f"{number:08x}"
        cell.metadata = {"vscode": {"languageId": "python"}, **cell.metadata}
    kernel = {"name": "python3", "display_name": ".venv (3.12.1)", "language": "python"}
    work.metadata = {"kernelspec": kernel, "orig_nbformat": 4, "vscode": {"interpreter": {"hash": "0" * 64}}}
    return json.dumps(work, indent=1)
