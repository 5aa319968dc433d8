"""What a learner's process says that a cell showed, looked through before it gets into a notebook."""

from typing import Any


def clean_outputs(outputs: Any) -> list[dict[str, Any]]:
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
    if not isinstance(outputs, list):
        return []
    return [clean for output in outputs if isinstance(output, dict) and (clean := _clean(output))]


def _clean(output: dict[str, Any]) -> dict[str, Any] | None:
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return {"output_type": "stream", "name": name, "text": _text(output.get("text"))}
    if kind == "error":
        traceback = output.get("traceback")
        lines = [_text(line) for line in traceback] if isinstance(traceback, list) else []
        return {"output_type": kind, "ename": _text(output.get("ename")), "evalue": _text(output.get("evalue"))} | {
            "traceback": lines
        }
    data = output.get("data")
    if kind not in ("display_data", "execute_result") or not isinstance(data, dict):
        return None
    count = output.get("execution_count")
    number = {"execution_count": count if isinstance(count, int) else None} if kind == "execute_result" else {}
    shown = {_text(mime): value if _text(mime).endswith("json") else _text(value) for mime, value in data.items()}
    return {"output_type": kind, "data": shown, "metadata": {}, **number}


def _text(value: Any) -> str:
    return value.encode("utf-8", errors="replace").decode("utf-8") if isinstance(value, str) else str(value)[:200]
