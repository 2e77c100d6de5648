"""Files made to attack whoever opens them: nothing runs, and the error says what they wanted."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from explorer.errors import ExplorerError, FileDamaged, FileRefused
from explorer.formats import read
from tests.formats.making import (
    FLOATS,
    NO_HOOKS,
    REBUILD,
    evil_pickle,
    floats,
    good_zip,
    integer,
    pickled,
    table,
    tensor,
    text,
    torch_zip,
)  # fmt: skip

SYSTEM = b"cos\nsystem\n"


def weights() -> bytes:
    return tensor("0", 6, (2, 3), (3, 1))


def refused(path: Path, body: bytes) -> ExplorerError:
    """The error of a zip whose pickle is `body`, beside good weights."""
    torch_zip(path, table(w=weights(), x=body), {"0": floats(6)})
    with pytest.raises(ExplorerError) as caught:
        read(path)
    assert caught.value.subject == str(path)
    assert caught.value.cause and caught.value.remedy
    return caught.value


def test_the_attack_is_a_real_one(canary: Path) -> None:
    """What the other tests read does run in Python's own unpickler."""
    pickle.loads(evil_pickle(canary))
    canary.unlink()


@pytest.mark.parametrize(
    "suffix", [".pt", ".pkl", ".ckpt", ".safetensors", ".SafeTensors", ".onnx"]
)
def test_a_call_of_os_system_is_named_and_not_made(
    tmp_path: Path, canary: Path, suffix: str
) -> None:
    """Whatever the suffix says: magic bytes decide."""
    path = tmp_path / f"model{suffix}"
    path.write_bytes(evil_pickle(canary))
    with pytest.raises(FileRefused, match="system") as caught:
        read(path)
    assert "Delete it" in caught.value.remedy


@pytest.mark.parametrize(
    "call",
    [
        lambda c: SYSTEM + text(c) + b"\x85R",
        lambda c: b"(" + text(c) + b"ios\nsystem\n",
        lambda c: b"(" + SYSTEM + text(c) + b"o",
        lambda c: SYSTEM + text(c) + b"\x85\x81",
        lambda c: SYSTEM + text(c) + b"\x85}\x92",
        lambda c: b"\x8c\x05posix\x8c\x06system\x93" + text(c) + b"\x85R",
        lambda c: b"cbuiltins\neval\n" + text(f"open({c!r})") + b"\x85R",
        lambda c: b"c__builtin__\nexec\n" + text(f"open({c!r})") + b"\x85R",
        lambda c: b"csubprocess\nPopen\n" + text(c) + b"\x85R",
        lambda _: b"cimportlib\nimport_module\n" + text("this") + b"\x85R",
    ],
)
def test_every_opcode_that_calls_is_dead(
    tmp_path: Path, canary: Path, call: Callable[[str], bytes]
) -> None:
    error = refused(tmp_path / "m.pt", call(f"touch {canary}"))
    assert isinstance(error, FileRefused)
    assert "asks the program that opens it to run" in error.cause


@pytest.mark.parametrize(
    "call",
    [
        b"cbuiltins\ngetattr\n" + b"cmath\npi\n" + text("x") + b"\x86R",
        b"cnumpy\nload\n" + text("/etc/passwd") + b"\x85R",
        b"ctorch\nload\n" + text("/etc/passwd") + b"\x85R",
        b"ctorch.hub\nload\n" + text("a/b") + text("c") + b"\x86R",
        b"coperator\nattrgetter\n" + text("system") + b"\x85R" + b"cmath\npi\n" + b"\x85R",
        b"cfunctools\npartial\ncmath\npi\n\x85R)R",
        b"cno.such.module\nthing\n)R",
    ],
)
def test_calls_that_no_list_names_are_dead_as_well(tmp_path: Path, call: bytes) -> None:
    """The alarm on `os.system` is not the wall: these are on no list, and are not made either."""
    path = torch_zip(tmp_path / "m.pt", table(w=weights(), x=call), {"0": floats(6)})
    contents = read(path)
    assert contents.tensors["w"].load().tolist() == [[0, 1, 2], [3, 4, 5]]
    assert "class" in contents.metadata["x"]


def test_an_attack_inside_bytes_that_torch_would_load_is_found(
    tmp_path: Path, canary: Path
) -> None:
    """`_load_from_bytes` unpickles its argument without any restriction."""
    inner = evil_pickle(canary)
    magic = pickle.dumps(0x1950A86A20F9469CFC6C, 2) + pickle.dumps(1001, 2) + pickle.dumps({}, 2)
    blob = magic + inner
    body = b"ctorch.storage\n_load_from_bytes\nB" + len(blob).to_bytes(4, "little") + blob
    error = refused(tmp_path / "m.pt", body + b"\x85R")
    assert "system" in error.cause


def test_pickles_inside_pickles_end_somewhere(tmp_path: Path) -> None:
    head = pickle.dumps(0x1950A86A20F9469CFC6C, 2) + pickle.dumps(1001, 2) + pickle.dumps({}, 2)
    body = b"N"
    for _ in range(9):
        blob = head + pickled(body) + pickled(b"]")
        start = b"ctorch.storage\n_load_from_bytes\nB" + len(blob).to_bytes(4, "little")
        body = start + blob + b"\x85R"
    error = refused(tmp_path / "m.pt", body)
    assert "pickles inside pickles" in error.cause


@pytest.mark.parametrize(
    "body",
    [
        REBUILD + b"}" + text("__code__") + b"Nsb",
        b"ccollections\nOrderedDict\n}" + text("__reduce__") + b"Nsb",
        b"ctorch._utils\n_rebuild_tensor_v2\n" + text("x") + b"Ns",
    ],
)
def test_changing_a_known_function_is_refused(tmp_path: Path, body: bytes) -> None:
    """With an allow-list in find_class, BUILD changed torch._utils for the whole process."""
    import torch

    before = dict(vars(torch._utils._rebuild_tensor_v2))
    error = refused(tmp_path / "m.pt", body)
    assert "tries to change" in error.cause
    assert vars(torch._utils._rebuild_tensor_v2) == before


@pytest.mark.parametrize(
    ("shape", "strides", "offset"),
    [((7,), (1,), 0), ((6,), (1,), 1), ((2, 3), (4, 1), 0), ((2,), (6,), 0), ((1,), (1,), 1 << 40)],
)
def test_a_view_beyond_its_storage_is_damage(
    tmp_path: Path, shape: tuple[int, ...], strides: tuple[int, ...], offset: int
) -> None:
    body = table(w=tensor("0", 6, shape, strides, offset))
    path = torch_zip(tmp_path / "m.pt", body, {"0": floats(6)})
    with pytest.raises(FileDamaged, match="beyond its storage"):
        read(path)


@pytest.mark.parametrize(
    ("shape", "strides", "offset"),
    [((-2, 3), (3, 1), 0), ((2, 3), (-3, 1), 0), ((2, 3), (3, 1), -1), ((1 << 63,), (0,), 0),
     ((2, 3), (3,), 0)],
)  # fmt: skip
def test_senseless_shapes_are_damage(
    tmp_path: Path, shape: tuple[int, ...], strides: tuple[int, ...], offset: int
) -> None:
    body = table(w=tensor("0", 6, shape, strides, offset))
    path = torch_zip(tmp_path / "m.pt", body, {"0": floats(6)})
    with pytest.raises(FileDamaged, match="makes no sense"):
        read(path)


def test_a_tensor_of_1e15_numbers_from_one_is_refused(tmp_path: Path) -> None:
    """Stride 0 repeats one number; `weights_only=True` loads it, and its first use kills."""
    body = table(w=tensor("0", 1, (10**9, 10**6), (0, 0)))
    path = torch_zip(tmp_path / "m.pt", body, {"0": floats(1)})
    with pytest.raises(FileRefused, match="1,000,000,000,000,000 numbers"):
        read(path)


def test_many_views_of_one_storage_may_not_exceed_the_budget(tmp_path: Path) -> None:
    from explorer.formats import Budget

    many = {f"w{n}": tensor("0", 1 << 18, (1 << 18,), (1,)) for n in range(40)}
    path = torch_zip(tmp_path / "m.pt", table(**many), {"0": floats(1 << 18)})
    with pytest.raises(FileRefused, match="once loaded"):
        read(path, Budget(weights=32 << 20))


def test_a_tensor_of_200_axes_is_refused(tmp_path: Path) -> None:
    body = table(w=tensor("0", 1, (1,) * 200, (1,) * 200))
    path = torch_zip(tmp_path / "m.pt", body, {"0": floats(1)})
    with pytest.raises(FileRefused, match="200 axes"):
        read(path)


@pytest.mark.parametrize("key", ["../x", "/etc/passwd", "no-such", "", "."])
def test_a_storage_key_that_points_elsewhere_finds_nothing(tmp_path: Path, key: str) -> None:
    path = torch_zip(tmp_path / "m.pt", table(w=tensor(key, 6, (6,), (1,))), {"0": floats(6)})
    with pytest.raises(FileDamaged, match="missing"):
        read(path)


def test_a_short_storage_record_is_damage(tmp_path: Path) -> None:
    path = torch_zip(tmp_path / "m.pt", table(w=weights()), {"0": floats(5)})
    with pytest.raises(FileDamaged, match="20 bytes, not 24"):
        read(path)


def test_a_missing_storage_record_is_damage(tmp_path: Path) -> None:
    path = torch_zip(tmp_path / "m.pt", table(w=weights()))
    with pytest.raises(FileDamaged, match="'m/data/0' is missing"):
        read(path)


def test_a_storage_of_a_senseless_length_is_damage(tmp_path: Path) -> None:
    path = torch_zip(tmp_path / "m.pt", table(w=tensor("0", -6, (6,), (1,))), {"0": floats(6)})
    with pytest.raises(FileDamaged, match="length"):
        read(path)


def test_two_gigabytes_that_a_pickle_asks_for_are_not_allocated(tmp_path: Path) -> None:
    ask = b"cbuiltins\nbytearray\n" + integer(2_000_000_000) + b"\x85R"
    path = torch_zip(tmp_path / "m.pt", table(w=weights(), x=ask), {"0": floats(6)})
    assert read(path).metadata["x"]["args"] == [2_000_000_000]


def test_a_pickle_without_weights_says_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "m.pkl"
    path.write_bytes(pickle.dumps({"vectorizer": "x", "kind": pytest.Class}, 2))
    with pytest.raises(FileDamaged, match="no weights in it; it mentions _pytest"):
        read(path)


def test_names_and_texts_cannot_break_a_terminal(tmp_path: Path) -> None:
    """Lone surrogates raise when printed: they are replaced."""
    name = b"X\x03\0\0\0\xed\xa0\x80"
    path = torch_zip(tmp_path / "m.pt", b"}" + name + weights() + b"s", {"0": floats(6)})
    (found,) = read(path).tensors
    assert found.encode()


def test_a_good_file_beside_all_these_reads(tmp_path: Path) -> None:
    contents = read(good_zip(tmp_path / "m.pt"))
    assert contents.format == "torch-zip"
    assert contents.tensors["w"].load().tolist() == [[0, 1, 2], [3, 4, 5]]
    assert contents.summary()["runs_on_opening"] == "nothing"
    assert FLOATS.split()[0][1:].decode() + ".FloatStorage" in contents.classes
    assert NO_HOOKS.startswith(b"ccollections")
