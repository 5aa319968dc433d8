"""Values as they cross between the judge and a learner's process: plain data with its exact type, and nothing else.

Any other object stays where it is, and a node with its number goes in its place.
"""

import math
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np

from autograder.exercise import Given
from autograder.grading.wire import BYTES_AT_MOST, WireError
from autograder.tensors import is_tensor

ITEMS_AT_MOST = 100_000
DEPTH_AT_MOST = 30
AXES_AT_MOST = 64
TEXT_AT_MOST = 200  # characters of what only tells of a value
OBJECTS_AT_MOST = 100  # of an array of objects or texts
NUMBERS = "biufc"  # the kinds of dtypes whose values cross; of others only dtype and shape do
_PLAIN_KINDS = (dict, list, tuple, str, int)  # an OrderedDict, a Size, an IntEnum are taken as these
_SEQUENCES = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}


@dataclass
class Writer:
    """Turns values into a tree and buffers.

    Attributes
    ----------
    keep : callable
        ``keep(value)`` returns the node for an object that stays here. It raises :class:`WireError` if none may.
    buffers : list
        What the tree refers to.
    items : int
        How many values were written.
    given : bool
        Whether something is among them that is handed over by its name.
    """

    keep: Callable[[Any], Any]
    buffers: list[Any] = field(default_factory=list)
    items: int = 0
    given: bool = False

    def write(self, value: Any, depth: int = 0) -> Any:
        """Return the node of a value.

        Parameters
        ----------
        value : object
            Plain data, or what `keep` takes.
        depth : int
            How deep it lies.

        Returns
        -------
        object
            What JSON can hold.

        Raises
        ------
        WireError
            If it is too deep or has too many items.
        """
        self.items += 1
        if depth > DEPTH_AT_MOST or self.items > ITEMS_AT_MOST:
            raise WireError(
                f"a value with more than {DEPTH_AT_MOST} levels or {ITEMS_AT_MOST:,} items, which cannot be handed over"
            )
        kind = type(value)
        if value is None or kind is bool or kind is str:
            return value
        if kind is int:
            return value if abs(value) < 1 << 53 else ["int", _hex(value)]
        if kind is float:
            return value if math.isfinite(value) else ["float", repr(value)]
        if kind in (list, tuple, set, frozenset):
            return [kind.__name__, [self.write(item, depth + 1) for item in value]]
        if kind is dict:
            pairs = value.items()
            return ["dict", [[self.write(key, depth + 1), self.write(item, depth + 1)] for key, item in pairs]]
        return self._other(value, kind, depth)

    def _other(self, value: Any, kind: type, depth: int) -> Any:
        if kind in _NODES:
            return _NODES[kind](value)
        if kind is Given:
            self.given = True
            return ["given", value.name]
        if kind is bytes:
            return ["bytes", self._buffer(value)]
        if isinstance(value, np.ndarray):
            return self._array(value, kind, depth)
        if isinstance(value, np.generic) and value.dtype.kind in NUMBERS:
            return ["scalar", self._buffer(value.tobytes()), value.dtype.str]
        if is_tensor(value):
            return self._tensor(value)
        for plain in _PLAIN_KINDS:
            if isinstance(value, plain):
                return self.write(plain(value))
        return self.keep(value)

    def _buffer(self, data: Any) -> int:
        self.buffers.append(data)
        return len(self.buffers) - 1

    def _array(self, value: np.ndarray, kind: type, depth: int) -> Any:
        if kind is not np.ndarray:
            plain = self.write(np.array(value, subok=False), depth + 1)
            return ["like an array", plain, kind.__name__, repr(value)[:200]]
        if value.dtype.kind in "OU" and value.size <= OBJECTS_AT_MOST:
            items = [self.write(item, depth + 1) for item in value.ravel().tolist()]
            return ["objects", items, list(value.shape), value.dtype.kind]
        if value.dtype.kind not in NUMBERS:
            return ["array", -1, value.dtype.str if value.dtype.names is None else "O", list(value.shape)]
        return ["array", self._buffer(np.ascontiguousarray(value).tobytes()), value.dtype.str, list(value.shape)]

    def _tensor(self, value: Any) -> Any:
        torch = sys.modules["torch"]
        plain = value.detach().to("cpu").resolve_conj().resolve_neg().contiguous()
        data = plain.reshape(-1).view(torch.uint8).numpy().tobytes() if plain.numel() else b""
        return ["tensor", self._buffer(data), str(plain.dtype).removeprefix("torch."), list(plain.shape)]


def _hex(value: int) -> str:
    if value.bit_length() > 1 << 16:
        raise WireError("a whole number of more than 65,536 bits, which cannot be handed over")
    return hex(value)


_NODES: dict[type, Callable[[Any], list[Any]]] = {
    complex: lambda value: ["complex", value.real.hex(), value.imag.hex()],
    Fraction: lambda value: ["fraction", _hex(value.numerator), _hex(value.denominator)],
    type(Ellipsis): lambda _: ["ellipsis"],
    range: lambda value: ["range", value.start, value.stop, value.step],
}


@dataclass
class Reader:
    """Turns a tree and buffers into values, each of the exact type that its node names.

    Attributes
    ----------
    buffers : list
        What the tree refers to.
    find : callable
        ``find(node)`` returns what stands for an object of the other side. It raises :class:`WireError` if none may
        come.
    items : int
        How many values were read.
    """

    buffers: list[Any]
    find: Callable[[list[Any]], Any]
    items: int = 0

    def read(self, node: Any, depth: int = 0) -> Any:
        """Return the value of a node.

        Parameters
        ----------
        node : object
            What :meth:`Writer.write` returned, or what somebody forged.
        depth : int
            How deep it lies.

        Returns
        -------
        object
            The value.

        Raises
        ------
        WireError
            If it is not the node of a value.
        """
        self.items += 1
        if depth > DEPTH_AT_MOST + 1 or self.items > 2 * ITEMS_AT_MOST:
            raise WireError("a value with too many levels or items")
        if node is None or isinstance(node, bool | int | float):
            return node
        if isinstance(node, str):
            return node.encode("utf-8", errors="replace").decode("utf-8")
        try:
            return self._read(node[0], node, depth)
        except WireError:
            raise
        except Exception as error:
            raise WireError(f"a value that cannot be read: {type(error).__name__}") from None

    def _read(self, tag: Any, node: list[Any], depth: int) -> Any:
        if tag in _SEQUENCES:
            return _SEQUENCES[tag]([self.read(item, depth + 1) for item in node[1]])
        if tag == "dict":
            return {self.read(key, depth + 1): self.read(item, depth + 1) for key, item in node[1]}
        if tag == "objects":
            return self._objects(*node[1:], depth=depth)
        if tag == "array":
            return self._array(*node[1:])
        if tag == "scalar":
            return np.frombuffer(self.buffers[node[1]], _number_type(node[2]))[0]
        if tag == "tensor":
            return self._tensor(*node[1:])
        if tag == "like an array":
            return self._like_an_array(*node[1:], depth=depth)
        if tag == "bytes":
            return self.buffers[node[1]]
        if tag == "given":
            return Given(str(node[1]))
        return _PLAIN[tag](*node[1:]) if tag in _PLAIN else self.find(node)

    def _objects(self, nodes: list[Any], shape: list[int], kind: str, *, depth: int) -> np.ndarray:
        array = np.empty(len(nodes), object)
        for place, node in enumerate(nodes):
            array[place] = self.read(node, depth + 1)
        if kind == "U" and len(array) * max(map(len, array), default=0) > BYTES_AT_MOST // 4:
            raise WireError("an array of texts that is too large")  # each takes as much as the longest
        return (array.astype("U") if kind == "U" else array).reshape(shape)

    def _array(self, number: int, dtype: str, shape: list[int]) -> np.ndarray:
        if len(shape) > AXES_AT_MOST:
            raise WireError("an array with too many axes")
        if number < 0:
            return _hollow(_type(dtype), shape)
        return np.frombuffer(self.buffers[number], _number_type(dtype)).reshape(shape).copy()

    def _like_an_array(self, node: Any, name: str, text: str, *, depth: int) -> np.ndarray:
        """Make an array of another type, which has nothing of that type but its name and what it looked like."""
        array, told = self.read(node, depth + 1), clean_text(text, TEXT_AT_MOST)
        return array.view(type(clean_text(name, TEXT_AT_MOST), (np.ndarray,), {"__repr__": lambda _: told}))

    def _tensor(self, number: int, dtype: str, shape: list[int]) -> Any:
        torch = sys.modules["torch"]  # who asks for a tensor has it
        kind = getattr(torch, dtype)
        if not isinstance(kind, torch.dtype) or len(shape) > AXES_AT_MOST:
            raise WireError("a tensor of no dtype")
        data = self.buffers[number]
        flat = torch.frombuffer(bytearray(data), dtype=kind) if data else torch.empty(0, dtype=kind)
        return flat.reshape([int(length) for length in shape])


def clean_text(text: Any, most: int) -> str:
    """Return a text of the other side, cut, and without what no file can hold.

    Parameters
    ----------
    text : object
        What was sent.
    most : int
        Characters.

    Returns
    -------
    str
        Valid Unicode.
    """
    return str(text)[:most].encode("utf-8", errors="replace").decode("utf-8")


def _type(dtype: str) -> np.dtype:
    """Return a dtype without fields: to read, and to write, what has a million of them takes long."""
    if not isinstance(dtype, str) or "," in dtype or len(dtype) > TEXT_AT_MOST:
        raise WireError("an array of no plain dtype")
    return np.dtype(dtype)


def _number_type(dtype: str) -> np.dtype:
    kind = _type(dtype)
    if kind.kind not in NUMBERS:
        raise WireError("an array of no numbers")
    return kind


def _hollow(dtype: np.dtype, shape: list[int]) -> np.ndarray:
    """Make an array of a dtype that does not cross, whose cells nobody reads: one cell, seen as many."""
    if dtype.kind in NUMBERS or dtype.itemsize > 1 << 20:
        raise WireError("an array without its values")
    if math.prod(shape) * max(1, dtype.itemsize) > BYTES_AT_MOST:  # whoever copies it needs that much
        raise WireError("an array that is too large")
    return np.broadcast_to(np.zeros((), dtype), shape)


_PLAIN: dict[str, Callable[..., Any]] = {
    "int": lambda text: int(text, 16),
    "float": lambda text: {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}[text],
    "complex": lambda real, imag: complex(float.fromhex(real), float.fromhex(imag)),
    "fraction": lambda n, d: Fraction(int(n, 16), int(d, 16)),
    "ellipsis": lambda: Ellipsis,
    "range": lambda start, stop, step: range(start, stop, step),
}
