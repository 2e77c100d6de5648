"""The pickle machine against Python's own, over data, protocols and limits."""

from __future__ import annotations

import argparse
import collections
import datetime
import pathlib
import pickle
import pickletools
import struct
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.errors import FileDamaged, FileRefused
from explorer.formats.inert import walk
from explorer.formats.inert.machine import Machine, Meter
from explorer.formats.inert.opcodes import OPCODES
from explorer.formats.inert.records import Array, Blob, Name, Record, Table
from explorer.formats.inert.walk import Walk
from explorer.formats.source import Inline
from tests.formats.making import integer, pickled, text


def machine(data: bytes) -> Machine:
    return Machine(Meter("file"), data, Inline(data), 0, len(data))


def run(data: bytes) -> Any:
    return machine(data).run()


def plain(data: bytes) -> Any:
    found = machine(data)
    return Walk(found.meter).plain(found.run())


def listed(value: Any) -> Any:
    """What the machine makes of plain data: tuples and sets listed, bytes as their length."""
    if isinstance(value, bytes):
        return f"<{len(value)} bytes>"
    if isinstance(value, list | tuple):
        return [listed(item) for item in value]
    if isinstance(value, dict):
        return {key: listed(item) for key, item in value.items()}
    return value


TEXTS = st.text("abcxyz _-.0123äöü€\n\0𝄞", max_size=40)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(1 << 62), 1 << 62),
    st.floats(allow_nan=False),
    TEXTS,
    st.binary(max_size=40),
)
DATA = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(TEXTS, inner, max_size=4),
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(data=DATA, protocol=st.integers(1, 5))
def test_plain_data_come_out_as_python_reads_them(data: Any, protocol: int) -> None:
    """Protocol 0 writes bytes and long texts with escapes that only Python 2 needs."""
    assert plain(pickle.dumps({"x": data}, protocol)) == {"x": listed(data)}


@pytest.mark.parametrize("protocol", range(6))
def test_every_protocol_of_common_things(protocol: int) -> None:
    value = {"a": [1, -2.5, True, None, "ü"], "b": (1, (2, 3)), "c": {"d": 10**30}}
    assert plain(pickle.dumps(value, protocol)) == {
        "a": [1, -2.5, True, None, "ü"], "b": [1, [2, 3]], "c": {"d": hex(10**30)},
    }  # fmt: skip


def test_every_opcode_of_the_standard_is_known_or_refused() -> None:
    """Only buffers outside the pickle are not taken: no file has them."""
    unknown = {op.name for op in pickletools.opcodes if OPCODES[ord(op.code)] is None}
    assert unknown == {"STOP", "NEXT_BUFFER", "READONLY_BUFFER"}


def test_shared_and_circular_objects_are_read() -> None:
    inner = [1]
    circle: list[Any] = [inner, inner]
    circle.append(circle)
    assert plain(pickle.dumps({"x": circle}, 4)) == {"x": [[1], [1]]}


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_python_containers_become_plain(protocol: int) -> None:
    value = {
        "ordered": collections.OrderedDict(a=1, b=2),
        "default": collections.defaultdict(list, {"k": [1]}),
        "count": collections.Counter("aab"),
        "queue": collections.deque([1, 2], maxlen=5),
        "set": {7},
        "path": pathlib.PurePosixPath("/data/runs/x"),
        "bytes": bytearray(b"abc"),
    }
    assert plain(pickle.dumps(value, protocol)) == {
        "ordered": {"a": 1, "b": 2}, "default": {"k": [1]}, "count": {"a": 2, "b": 1},
        "queue": [1, 2], "set": [7], "path": "/data/runs/x", "bytes": "<3 bytes>",
    }  # fmt: skip


@pytest.mark.parametrize("protocol", [0, 2, 4])
def test_a_namespace_shows_its_attributes(protocol: int) -> None:
    """Lightning and argparse keep hyper-parameters in objects; only their contents matter."""
    given_ = argparse.Namespace(lr=0.1, name="x")
    assert plain(pickle.dumps({"args": given_}, protocol)) == {"args": {"lr": 0.1, "name": "x"}}


def test_an_unknown_object_becomes_a_dead_record() -> None:
    found = run(pickle.dumps(datetime.timedelta(days=3), 4))
    assert isinstance(found, Record)
    assert found.kind == "datetime.timedelta"
    assert found.args == (3, 0, 0)


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
@pytest.mark.parametrize("dtype", ["f4", "f8", "f2", "i8", "u1", "?", "c8"])
def test_numpy_arrays_are_described_not_built(protocol: int, dtype: str) -> None:
    array = np.arange(6).reshape(2, 3).astype(dtype)
    found = machine(pickle.dumps({"a": array, "t": array.T}, protocol))
    walk = Walk(found.meter)
    walk.plain(found.run())
    for name, wanted in (("a", array), ("t", array.T)):
        got = walk.tensors[name]
        assert got.storage is not None and got.storage.source is not None
        raw = bytearray(got.storage.source.length)
        got.storage.source.read(0, memoryview(raw))
        flat = np.frombuffer(raw, dtype)
        steps = [s * flat.itemsize for s in got.strides]
        assert (np.lib.stride_tricks.as_strided(flat, got.shape, steps) == wanted).all()


@pytest.mark.parametrize("protocol", [2, 4])
def test_numpy_scalars_become_numbers(protocol: int) -> None:
    value = {"f": np.float32(0.5), "i": np.int64(-3), "h": np.float16(2.0)}
    assert plain(pickle.dumps(value, protocol)) == {"f": 0.5, "i": -3, "h": 2.0}


def test_foreign_arrays_are_left_out_with_a_note() -> None:
    found = machine(pickle.dumps({"o": np.array([{}, None], object), "b": np.zeros(2, ">f4")}, 4))
    walk = Walk(found.meter)
    walk.plain(found.run())
    assert not walk.tensors
    assert "left out" in next(iter(found.meter.notes))


def test_keys_that_cost_or_collide_are_replaced() -> None:
    """A tuple nested in itself hashes in exponential time; Python would hang here."""
    nest = b"K\x01"
    for _ in range(60):
        nest = nest + b"2\x86"
    found = run(pickled(b"}" + nest + b"K\x02s"))
    assert isinstance(found, Table)
    assert list(found.values()) == [2]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"c__main__\nX\n)R", Record),
        (b"c__main__\nX\n", Name),
        (b"(c__main__\nX\nK\x01o", Record),
        (b"(K\x01i__main__\nX\n", Record),
        (b"c__main__\nX\n)\x81}b", Record),
        (b"c__main__\nX\n)}\x92", Record),
        (b"\x8c\x08__main__\x8c\x01X\x93)R", Record),
        (b"c__main__\nX\n)R)R", Record),
        (b"B\x02\0\0\0ab", Blob),
        (b"cnumpy.core.multiarray\n_reconstruct\n)R", Array),
    ],
)
def test_every_way_to_name_or_call_gives_something_dead(body: bytes, kind: type) -> None:
    assert isinstance(run(pickled(body)), kind)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\x80", b"\x80\x02", b"\x80\x09N.", b".", b"\x80\x02R.", b"\x80\x02}b.",
        b"\x80\x02t.",
        b"\x80\x02h\x05.", b"\x80\x02K.", b"\x80\x02X\xff\xff\xff\xffa.", b"\x80\x02u.",
        b"\x80\x02X\x01\0\0\0\xff.", b"\x80\x02cx\n", b"\x80\x02\xff.", b"\x80\x02Nb.",
        b"\x80\x02NNR.", b"\x80\x02N)R.", b"\x80\x02N(K\x01e.", b"\x80\x02}(K\x01u.",
        b"\x80\x02\x95\xff\xff\xff\xff\xff\xff\xff\x7fN.", b"\x80\x02Fx\n.", b"\x80\x02Ix\n.",
        b"\x80\x02K\x01K\x02\x93.", b"\x80\x02\x8d\xff\xff\xff\xff\xff\xff\xff\xff.",
        b"\x80\x02Q.", b"\x80\x02\x97.", b"\x80\x022.", b"\x80\x020.", b"\x80\x02\x86.",
    ],
)  # fmt: skip
def test_a_broken_pickle_is_a_typed_error(data: bytes) -> None:
    with pytest.raises(FileDamaged):
        run(data)


def test_nesting_of_any_depth_is_read_but_not_walked() -> None:
    """200,000 lists in lists overflow the stack of Python's unpickler's callers, not ours."""
    data = b"\x80\x02" + b"]" * 200_000 + b"a" * 199_999 + b"."
    with pytest.raises(FileRefused, match="nested more than"):
        plain(data)


def test_tuples_nested_deep_are_refused_too() -> None:
    with pytest.raises(FileRefused, match="nested more than"):
        plain(b"\x80\x02N" + b"\x85" * 200_000 + b".")


def test_a_web_of_references_is_refused_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty tuples of two references each are 2^40 paths."""
    monkeypatch.setattr(walk, "MAX_VISITS", 10_000)
    body = b"]" + b"2\x862\x86" * 20
    with pytest.raises(FileRefused, match="refers to more than"):
        plain(pickled(text("x") + body + b"\x86"))


def test_a_memo_of_giant_numbers_costs_nothing() -> None:
    """Python's unpickler allocates an array as long as the largest memo number."""
    body = b"Nr\xff\xff\xff\xff0" + b"Np999999999999999999\n0" + b"j\xff\xff\xff\xff"
    assert run(pickled(body)) is None


def test_more_steps_than_any_checkpoint_are_refused() -> None:
    found = machine(b"\x80\x02" + b"N0" * 1000 + b"N.")
    found.meter.opcodes = 1500
    with pytest.raises(FileRefused, match="steps"):
        found.run()


def test_copying_a_long_list_again_and_again_counts() -> None:
    """Each call of set(list) copies; a thousand calls of a long list must not be free."""
    many = b"](" + b"K\x01" * 20_000 + b"eq\0"
    body = many + b"0" + b"cbuiltins\nset\nh\0\x85R0" * 400 + b"N"
    with pytest.raises(FileRefused, match="steps"):
        run(pickled(body))


@pytest.mark.parametrize(
    "body",
    [
        b"\x8b" + struct.pack("<I", 1 << 30) + b"\xff" * 8,
        b"L" + b"9" * 2000 + b"L\n",
        b"\x8a\xff" + b"\xff" * 255 + b"\x8b" + struct.pack("<I", 2000) + b"\1" * 2000,
    ],
)
def test_endless_integers_are_refused(body: bytes) -> None:
    with pytest.raises(FileRefused, match="integer"):
        run(pickled(body))


def test_numbers_by_registry_are_refused() -> None:
    with pytest.raises(FileRefused, match="by number"):
        run(pickled(b"\x82\x05"))


@pytest.mark.parametrize("name", ["bytes", "bytearray"])
def test_bytes_of_a_number_are_never_made(name: str) -> None:
    """`bytearray(2e9)` is 1.9 GB with any unpickler that allows the name."""
    found = run(pickled(f"cbuiltins\n{name}\n".encode() + integer(2_000_000_000) + b"\x85R"))
    assert isinstance(found, Record)
