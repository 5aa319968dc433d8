"""What one cell shows, as nbformat outputs, kept below a size however much is written."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import StringIO
from numbers import Integral, Real
from typing import Any

STREAM_FRAME, SEPARATOR = 64, 2  # bytes around the text of a stream; between two outputs
LONGEST_ESCAPE = 6  # bytes that JSON needs for one character, at most
ERROR_VALUE = 4_000  # characters
FRAME_TEXT, FRAMES_FIRST, FRAMES_LAST = 4_000, 8, 12  # characters of one frame of a traceback; frames kept


@dataclass
class _Item:
    """One output; a stream's text is gathered beside it."""

    output: dict[str, Any]
    size: int
    display_id: str | None = None
    text: StringIO = field(default_factory=StringIO)


class Outputs:
    """Gather a cell's outputs the way a notebook does.

    Parameters
    ----------
    limit : int
        Bytes of JSON. What comes after is dropped where it is made, so that a cell that prints for ever needs no
        memory; one line says so. An error is told all the same.
    """

    def __init__(self, limit: int) -> None:
        self._limit = self._left = limit
        self._items: list[_Item] = []
        self._dropped = self._clear_before_next = False

    def stream(self, name: str, text: str) -> None:
        """Add to "stdout" or "stderr"; what is written to one of them in a row is one output.

        Parameters
        ----------
        name : str
            Which of the two.
        text : str
            What is written.
        """
        if not text:
            return
        self._begin()
        if self._dropped:
            return
        goes_on = bool(self._items) and self._items[-1].output.get("name") == name
        room = self._left - (0 if goes_on else STREAM_FRAME)
        size = _size(text) if len(text) <= room else room + 1
        if size > room:
            self._dropped = True
            text = text[: max(room, 0) // LONGEST_ESCAPE]
            size = _size(text)
        if not text:
            return
        if not goes_on:
            self._add(_Item({"output_type": "stream", "name": name}, STREAM_FRAME))
        self._items[-1].text.write(text)
        self._grow(self._items[-1], size)

    def show(self, output: Mapping[str, Any], *, display_id: str | None = None) -> None:
        """Add a display_data or an execute_result.

        Parameters
        ----------
        output : mapping
            As nbformat has it; bytes become base64.
        display_id : str, optional
            A name by which it can be updated. What is shown under that name already is updated, too.

        Raises
        ------
        TypeError, ValueError
            If JSON cannot hold it.
        """
        self._begin()
        if display_id is not None:
            self.update(display_id, output["data"], output["metadata"])
        if self._dropped or (plain := self._fitting(output, self._left)) is None:
            self._dropped = True
            return
        self._add(_Item(*plain, display_id))

    def update(self, display_id: str, data: Mapping[str, Any], metadata: Mapping[str, Any]) -> None:
        """Put something else in the place of what is shown under a name.

        Parameters
        ----------
        display_id : str
            The name.
        data, metadata : mapping
            As nbformat has them.
        """
        for item in self._items:
            if item.display_id == display_id:
                plain = self._fitting({**item.output, "data": data, "metadata": metadata}, self._left + item.size)
                if plain is None:
                    self._dropped = True
                    return
                self._grow(item, plain[1] - item.size)
                item.output = plain[0]

    def error(self, name: str, value: str, traceback: Iterable[str]) -> None:
        """Add an error, shortened where it is very long; the first one is kept however much came before.

        Parameters
        ----------
        name, value : str
            The exception's class and text.
        traceback : iterable of str
            A text for each frame.
        """
        self._begin()
        frames = [_short(frame, FRAME_TEXT) for frame in traceback]
        if len(frames) > FRAMES_FIRST + FRAMES_LAST:
            frames = [*frames[:FRAMES_FIRST], "…", *frames[-FRAMES_LAST:]]
        error = {"output_type": "error", "ename": name, "evalue": _short(value, ERROR_VALUE), "traceback": frames}
        encoded = _encoded(error)
        if len(encoded) > self._left and self.errors():
            self._dropped = True
        else:
            self._add(_Item(json.loads(encoded), len(encoded)))

    def errors(self) -> list[str]:
        """Return the names of the errors that are told."""
        return [item.output["ename"] for item in self._items if item.output["output_type"] == "error"]

    def clear(self, *, wait: bool = False) -> None:
        """Forget all.

        Parameters
        ----------
        wait : bool
            Only when something else is shown.
        """
        if wait:
            self._clear_before_next = True
        else:
            self._items, self._left = [], self._limit
            self._dropped = self._clear_before_next = False

    def told(self) -> list[dict[str, Any]]:
        """Return all outputs.

        Returns
        -------
        list of dict
            As nbformat has them.
        """
        outputs = [
            {**item.output, "text": _plain(item.text.getvalue())} if "name" in item.output else item.output
            for item in self._items
        ]
        if self._dropped:
            told = f"\n… The rest is left out: no more than {self._limit:,} bytes are kept here.\n"
            outputs.append({"output_type": "stream", "name": "stdout", "text": told})
        return outputs

    def _begin(self) -> None:
        if self._clear_before_next:
            self.clear()

    def _add(self, item: _Item) -> None:
        self._items.append(item)
        self._left -= item.size + SEPARATOR

    def _grow(self, item: _Item, size: int) -> None:
        item.size += size
        self._left -= size

    @staticmethod
    def _fitting(output: Mapping[str, Any], room: int) -> tuple[dict[str, Any], int] | None:
        """Return it as plain data with its size, or None if it is too large; very large texts are not even tried."""
        if sum(len(value) for value in output["data"].values() if isinstance(value, (str, bytes))) > room:
            return None
        encoded = _encoded(output)
        return (json.loads(encoded), len(encoded)) if len(encoded) <= room else None


def _encoded(data: Any) -> bytes:
    """Write as JSON; a lone surrogate, which no file can hold, becomes a question mark."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, default=_other).encode("utf-8", "replace")


def _other(value: Any) -> Any:
    """Turn what JSON does not know into what it knows, as a kernel does."""
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real):
        return float(value)
    if isinstance(value, (set, frozenset, range)):
        return list(value)
    raise TypeError(
        f"A notebook cannot hold {type(value).__name__} in an output; it needs text, numbers, lists, dicts."
    )


def _size(text: str) -> int:
    return len(_encoded(text)) - 2


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most // 2]} … {text[-most // 2 :]}"
