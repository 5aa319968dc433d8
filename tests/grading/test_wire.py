"""What crosses: every plain value with its exact type, and nothing that a forger could send in its place."""

import math
import socket
import struct
import threading
from collections import OrderedDict
from fractions import Fraction

import numpy as np
import pytest

from autograder.exercise import Given
from autograder.grading.values import DEPTH_AT_MOST, ITEMS_AT_MOST, Reader, Writer
from autograder.grading.wire import BYTES_AT_MOST, JSON_AT_MOST, Line, WireError


def refuse(value):
    raise WireError(f"not {value!r:.20}")


def across(value):
    """Write a value, send it through a socket, and read it."""
    writer = Writer(refuse)
    tree = {"value": writer.write(value)}
    here, there = (Line(sock) for sock in socket.socketpair())
    threading.Thread(target=here.send, args=(tree, writer.buffers)).start()
    frame = there.receive(lambda: 5.0)
    return Reader(frame.buffers, refuse).read(frame.tree["value"])


PLAIN = [
    None,
    True,
    0,
    -(10**100),
    2**53 + 1,
    1.5,
    -0.0,
    math.inf,
    1e-320,
    1 + 2j,
    "",
    "Größe\n×",
    b"\x00\xff",
    [],
    (1, (2, [3])),
    {1: "a", (1, 2): [None]},
    {1, 2},
    frozenset({3}),
    range(2, 10, 3),
    Fraction(1, 3),
    ...,
    Given("double"),
]


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_plain_values_come_back_with_their_type(value):
    back = across(value)
    assert type(back) is type(value)
    assert back == value
    assert repr(back) == repr(value)


DTYPES = ["?", "i1", "u1", "<i2", ">i4", "i8", "u8", "f2", "f4", "f8", "g", "F", "D"]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 0, 3), (2, 3, 4)])
def test_arrays_come_back_bit_for_bit(dtype, shape):
    value = np.array(np.arange(24)[: int(np.prod(shape))].reshape(shape) - 3, dtype=dtype)
    back = across(value)
    assert (type(back), back.dtype, back.shape) == (np.ndarray, value.dtype, shape)
    np.testing.assert_array_equal(back, value)
    assert back.flags.writeable


def test_an_array_that_is_a_strided_view_comes_back_by_its_values():
    value = np.arange(24).reshape(4, 6)[::-2, 1::2].T
    np.testing.assert_array_equal(across(value), value)


@pytest.mark.parametrize("value", [np.float32(1.5), np.bool_(True), np.int8(-3), np.complex64(1j), np.float64(np.nan)])
def test_numpys_numbers_come_back(value):
    back = across(value)
    assert type(back) is type(value)
    assert repr(back) == repr(value)


def test_objects_in_an_array_come_back_and_texts_only_as_what_they_are():
    back = across(np.array([None, 1, "a"], dtype=object))
    assert back.tolist() == [None, 1, "a"]
    assert across(np.array([["abc", "d"]])).tolist() == [["abc", "d"]]
    assert across(np.array(["abc"] * 200)).dtype == np.dtype("<U3")


def test_an_array_of_another_type_keeps_its_values_and_its_name():
    back = across(np.ma.masked_array([1.0, 2.0]))
    assert type(back).__name__ == "MaskedArray"
    assert type(back) is not np.ma.MaskedArray
    assert np.asarray(back).tolist() == [1, 2]


def test_what_is_a_dict_or_a_tuple_by_another_name_comes_back_plain():
    assert type(across(OrderedDict(a=1))) is dict
    assert across(type("Pair", (tuple,), {})((1, 2))) == (1, 2)


@pytest.mark.full
@pytest.mark.parametrize("dtype", ["float32", "float64", "bfloat16", "int64", "bool", "complex64"])
def test_tensors_come_back(dtype):
    import torch

    value = torch.arange(6).reshape(2, 3).to(getattr(torch, dtype)).requires_grad_(dtype.startswith("float"))
    back = across(value)
    assert back.dtype == value.dtype
    assert torch.equal(back, value.detach())
    assert torch.equal(across(torch.ones(3, 4).t()), torch.ones(4, 3))
    assert across(torch.zeros(0, 2)).shape == (0, 2)


def nested(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return value


REFUSED = {
    "an object": object(),
    "a function": lambda: 0,
    "too deep": nested(DEPTH_AT_MOST + 1),
    "too many": [0] * ITEMS_AT_MOST,
    "too long": 1 << 70_000,
}


@pytest.mark.parametrize("value", REFUSED.values(), ids=REFUSED.keys())
def test_what_must_not_cross_is_refused_where_it_is_written(value):
    with pytest.raises(WireError):
        Writer(refuse).write(value)


def test_a_list_that_holds_itself_is_refused():
    value = []
    value.append(value)
    with pytest.raises(WireError, match="levels"):
        Writer(refuse).write(value)


def node_nested(levels):
    node = ["list", []]
    for _ in range(levels):
        node = ["list", [node]]
    return node


FORGED = [
    ["pickle", "x"],
    ["object", 3],
    [],
    {},
    {"list": 1},
    ["list"],
    ["list", 3],
    ["list", [["pickle"]]],
    ["dict", [[["list", []], 1]]],
    ["int", "zz"],
    ["int", 3],
    ["float", "1.5"],
    ["fraction", "0x1", "0x0"],
    ["range", 1, 2, 0],
    ["array", 0, "f8", [3]],
    ["array", 0, "f8", [1 << 40]],
    ["array", 5, "f8", [1]],
    ["array", 0, "O", [1]],
    ["array", 0, "f8,f8", [1]],
    ["array", 0, "(1000,1000,1000)f8", [1]],
    ["array", -1, "f8", [3]],
    ["array", -1, "V2000000", [1 << 30]],
    ["array", -1, "V1," * 1000 + "V1", [1]],
    ["array", 0, "nonsense", [1]],
    ["array", 0, "u1", [1] * 65],
    ["scalar", 0, "O"],
    ["scalar", 0, "M8[s]"],
    ["tensor", 0, "float32", [7]],
    ["tensor", 0, "nn", [1]],
    ["tensor", 0, "__class__", [1]],
    ["bytes", 9],
    ["like an array", 3, "Mine", ""],
    ["like an array", ["array", 0, "u1", [2]], "Mine"],
    ["objects", [1, 2], [3], "O"],
    node_nested(DEPTH_AT_MOST + 5),
]


@pytest.mark.parametrize("node", FORGED, ids=lambda node: repr(node)[:40])
def test_forged_nodes_are_refused_where_they_are_read(node):
    with pytest.raises(WireError):
        Reader([b"12345678" * 2], refuse).read(node)


def test_half_a_surrogate_is_replaced():
    assert Reader([], refuse).read("a\ud800") == "a?"
    odd = Reader([b"12"], refuse).read(["like an array", ["array", 0, "u1", [2]], "M\ud800", "x\ud800"])
    assert (type(odd).__name__, repr(odd)) == ("M?", "x?")


def raw(*parts):
    here, there = socket.socketpair()
    here.sendall(b"".join(parts))
    here.close()
    return Line(there)


HEAD = struct.Struct("<II")


@pytest.mark.parametrize(
    "parts",
    [
        (HEAD.pack(JSON_AT_MOST + 1, 0),),
        (HEAD.pack(0xFFFFFFFF, 0xFFFFFFFF),),
        (HEAD.pack(2, 1), struct.pack("<Q", BYTES_AT_MOST), b"{}"),
        (HEAD.pack(2, 2), struct.pack("<QQ", 1 << 63, 1 << 63), b"{}"),
        (HEAD.pack(2, 0), b"[]"),
        (HEAD.pack(3, 0), b"abc"),
        (HEAD.pack(200_000, 0), b"[" * 200_000),
        (HEAD.pack(5_000, 0), b"1" * 5_000),
    ],
)
def test_forged_frames_are_refused_without_waiting_for_what_they_promise(parts):
    with pytest.raises((WireError, EOFError)):
        raw(*parts).receive(lambda: 5.0)


def test_a_side_that_hangs_up_is_noticed():
    with pytest.raises(EOFError):
        raw(HEAD.pack(10, 0), b"{").receive(lambda: 5.0)


def test_waiting_ends_and_more_time_is_asked_for_first():
    here, there = socket.socketpair()
    granted = iter([0.05, 0.05, 0.0])
    with pytest.raises(TimeoutError):
        Line(there).receive(lambda: next(granted))
    assert next(granted, None) is None
    here.close()


def test_a_descriptor_crosses_only_where_one_is_expected():
    import os

    here, there = (Line(sock) for sock in socket.socketpair())
    read, write = os.pipe()
    here.send({}, descriptor=write)
    assert there.receive(lambda: 5.0, descriptors=True).descriptor >= 0
    here.send({}, descriptor=read)
    assert there.receive(lambda: 5.0).descriptor == -1
