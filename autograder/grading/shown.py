"""What a learner's process says that a cell showed, looked through before it gets into a notebook."""

import json
from typing import Any

LINE, LINES = 10_000, 100  # characters, and frames, of an error: what our own side sends is below that


CELLS = 8  # times what one cell may show: so much for all of them together


class Shown:
    """What all cells of a notebook show, kept below a size together.

    Parameters
    ----------
    most : int
        Bytes that one cell may show.
    """

    def __init__(self, most: int) -> None:
        self._most = self._left = CELLS * most

    def clean(self, outputs: Any) -> list[dict[str, Any]]:
        """Take over what looks like the outputs of a cell, and nothing else that was sent in their place.

        Parameters
        ----------
        outputs : object
            What was sent.

        Returns
        -------
        list of dict
            Outputs as nbformat has them.
        """
        found = outputs if isinstance(outputs, list) else ()
        clean = [good for output in found if isinstance(output, dict) and (good := _clean(output))]
        for place, output in enumerate(clean):
            self._left -= len(json.dumps(output))
            if self._left < 0:
                told = f"\n… The rest is left out: no more than {self._most:,} bytes of a notebook are kept here.\n"
                errors = [other for other in clean[place:] if other["output_type"] == "error"]  # one decides on points
                return [*clean[:place], {"output_type": "stream", "name": "stdout", "text": told}, *errors[:1]]
        return clean


def _clean(output: dict[str, Any]) -> dict[str, Any] | None:
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return {"output_type": "stream", "name": name, "text": _text(output.get("text"))}
    if kind == "error":
        traceback = output.get("traceback")
        lines = [_text(line)[:LINE] for line in traceback[:LINES]] if isinstance(traceback, list) else []
        names = {name: _text(output.get(name))[:LINE] for name in ("ename", "evalue")}
        return {"output_type": kind, **names, "traceback": lines}
    data = output.get("data")
    if kind not in ("display_data", "execute_result") or not isinstance(data, dict):
        return None
    count = output.get("execution_count")
    number = {"execution_count": count if isinstance(count, int) else None} if kind == "execute_result" else {}
    shown = {_text(mime): _text(value) for mime, value in data.items() if isinstance(value, str)}
    return {"output_type": kind, "data": shown, "metadata": {}, **number}


def _text(value: Any) -> str:
    return value.encode("utf-8", errors="replace").decode("utf-8") if isinstance(value, str) else str(value)[:200]
