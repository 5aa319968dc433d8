"""Take the life out of what a learner's notebook shows: what is left is text and pictures, and asks nobody anything."""

import re
import struct
from base64 import b64decode
from binascii import Error
from collections.abc import Iterable, Mapping
from typing import Any

# Between these and what follows goes a character that nobody sees: then a tag, a picture, and a link to anything but
# a page are the text that they are written in.
LINK = re.compile(r"\](?=[(:]\s*+(?!https?://|mailto:|#|[\w./#-]+(?:[\s)]|\Z)))")
TAG = re.compile(r"<(?=[A-Za-z/!?])(?!/?(?:details|summary)>)")  # a hint that unfolds may stay
PICTURE = re.compile(r"!(?=\[)")
JOINER = "\N{WORD JOINER}"

TEXT, OUTPUTS = 100_000, 500  # characters of one text; outputs of a cell
COLOURED = 1_000  # escapes in one text: each becomes a tag of its own in a page
ESCAPE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
PICTURE_BYTES, PIXELS = 4 << 20, 50_000_000  # of one picture; a small file can hold more than a browser bears
START_OF_FRAME = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # the parts of a JPEG that tell its size


def inert_markdown(source: str) -> str:
    """Turn HTML, pictures and odd links in Markdown into the text that they are written in; all else stays.

    Parameters
    ----------
    source : str
        Markdown of anybody's.

    Returns
    -------
    str
        Markdown that looks the same where it held none of them.

    Examples
    --------
    >>> inert_markdown("a < b, **c**")
    'a < b, **c**'
    >>> inert_markdown("<script>") == "<script>"
    False
    """
    for written, begin in ((LINK, "]"), (TAG, "<"), (PICTURE, "!")):
        source = written.sub(begin + JOINER, source)
    return source


def inert_outputs(outputs: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Keep of outputs what cannot act: plain text, errors, PNG and JPEG.

    Parameters
    ----------
    outputs : iterable of mapping
        As nbformat has them, or as somebody made them up.

    Returns
    -------
    list of dict
        As nbformat has them: without HTML, scripts, widgets and metadata, and bounded.
    """
    kept = []
    for number, output in enumerate(outputs):
        if number == OUTPUTS:
            kept.append(_stream("stdout", "… The cell shows more, which is left out here.\n"))
            break
        kept += [quiet] if (quiet := _inert(output)) else []
    return kept


def _inert(output: Mapping[str, Any]) -> dict[str, Any] | None:
    kind = output.get("output_type")
    if kind == "stream":
        return _stream("stderr" if output.get("name") == "stderr" else "stdout", output.get("text"))
    if kind == "error":
        lines = output.get("traceback")
        traceback = [_text(line) for line in lines[:OUTPUTS]] if isinstance(lines, list) else []
        names = {name: _text(output.get(name)) for name in ("ename", "evalue")}
        return {"output_type": "error", **names, "traceback": traceback}
    data = output.get("data")
    if kind not in ("display_data", "execute_result") or not isinstance(data, Mapping):
        return None
    count = output.get("execution_count")
    number = {"execution_count": count if isinstance(count, int) else None} if kind == "execute_result" else {}
    kept = {mime: picture for mime in ("image/png", "image/jpeg") if (picture := _picture(mime, data.get(mime)))}
    if "text/plain" in data or not kept:
        kept["text/plain"] = _text(data.get("text/plain", "(shown in a form that is left out here)"))
    return {"output_type": kind, "data": kept, "metadata": {}, **number}


def _stream(name: str, text: Any) -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": _text(text)}


def _whole(value: Any) -> str:
    """Join what nbformat may have as one text or as a list of them."""
    parts = value if isinstance(value, list) else [value]
    return "".join(part for part in parts if isinstance(part, str))


def _text(value: Any) -> str:
    return shortened(_whole(value), TEXT)


def shortened(text: str, most: int) -> str:
    """Cut a text, and take its colours off if there are very many.

    Parameters
    ----------
    text : str
        Anything.
    most : int
        Characters.

    Returns
    -------
    str
        What is left, and how much is not.
    """
    text = ESCAPE.sub("", text) if text.count("\x1b[") > COLOURED else text
    return text if len(text) <= most else f"{text[:most]}\n… {len(text) - most:,} more characters are left out here."


def _picture(mime: str, encoded: Any) -> str | None:
    """Return a picture that is one, and no larger than a browser bears."""
    text = "".join(_whole(encoded).split())
    if not text or len(text) > PICTURE_BYTES:
        return None
    try:
        size = {"image/png": _png_size, "image/jpeg": _jpeg_size}[mime](b64decode(text, validate=True))
    except (Error, ValueError, struct.error, IndexError):
        return None
    return text if 0 < size[0] * size[1] <= PIXELS else None


def _png_size(data: bytes) -> tuple[int, int]:
    if data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR":
        raise ValueError("no PNG")
    return struct.unpack(">II", data[16:24])


def _jpeg_size(data: bytes) -> tuple[int, int]:
    if data[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    place = 2
    while data[place] == 0xFF:
        length = struct.unpack(">H", data[place + 2 : place + 4])[0]
        if data[place + 1] in START_OF_FRAME:
            return struct.unpack(">HH", data[place + 5 : place + 9])
        place += 2 + length
    raise ValueError("a JPEG without a size")
