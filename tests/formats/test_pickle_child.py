"""The child process in which pickles are read: what it may not do, measured."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest

from explorer.errors import FileMissing, FileRefused
from explorer.formats import Budget, read
from explorer.formats.inert import guard
from tests.formats.making import (
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

resource = pytest.importorskip("resource", reason="Windows has no limits to set")
ROOT = str(Path(guard.__file__).parents[3])


def limited(code: str, memory: int = 1 << 30) -> str:
    """What `code` prints in a process that has given up its rights as the reader does."""
    start = f"""
        import sys; sys.path.insert(0, {ROOT!r})
        from explorer.formats.inert.child import limit
        limit({memory}, 20.0)
        try:
    """
    body = textwrap.indent(textwrap.dedent(code), " " * 4)
    end = "\nexcept BaseException as error:\n    print(type(error).__name__)\n"
    script = textwrap.dedent(start).rstrip() + "\n" + body + end
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True, check=False
    )
    return done.stdout.strip()


def test_the_child_can_open_nothing_write_nothing_and_reach_nobody(tmp_path: Path) -> None:
    target = tmp_path / "canary"
    assert limited(f"open({str(target)!r}, 'w').write('x'); print('wrote')") == "OSError"
    assert limited("print(open('/etc/hostname').read())") == "OSError"
    assert limited("import _socket; _socket.socket(); print('connected')") in {
        "OSError", "ImportError", "ModuleNotFoundError",
    }  # fmt: skip
    assert limited("import posix; posix.pipe(); print('piped')") == "OSError"
    assert not target.exists()


def test_the_child_cannot_allocate_beyond_its_limit() -> None:
    assert limited("x = bytearray(150 << 20); print(len(x))") == str(150 << 20)
    assert limited("x = bytearray(150 << 20); print(len(x))", 64 << 20) == "MemoryError"


def test_a_pickle_of_a_million_objects_ends_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "m.pkl"
    path.write_bytes(pickled(b"](" + b"}" * 1_000_000 + b"e"))
    with pytest.raises(FileRefused, match=r"memory|early"):
        read(path, Budget(reader=48 << 20))


def test_no_hostile_file_costs_memory(tmp_path: Path) -> None:
    """Peaks of a fresh process and of its children, over files that ask for gigabytes."""
    weights = tensor("0", 6, (6,), (1,))
    asks = {
        "bytes": table(w=weights, x=b"cbuiltins\nbytearray\n" + integer(2 * 10**9) + b"\x85R"),
        "stride": table(w=tensor("0", 6, (10**8, 10**7), (0, 0))),
        "memo": table(w=weights, x=b"Nr\xff\xff\xff\xff"),
        "deep": table(w=weights, x=b"]" * 200_000 + b"a" * 199_999),
        "text": table(w=weights, x=b"X\xff\xff\xff\x7fx"),
    }
    for name, body in asks.items():
        torch_zip(tmp_path / name, body, {"0": floats(6)})
    bomb = bytes(1 << 20) * 100
    torch_zip(
        tmp_path / "bomb", table(w=weights), {"0": floats(6), "1": bomb}, zipfile.ZIP_DEFLATED
    )
    script = f"""
        import resource, sys
        sys.path.insert(0, {ROOT!r})
        from pathlib import Path
        from explorer.errors import ExplorerError
        from explorer.formats import read
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for path in sorted(Path({str(tmp_path)!r}).iterdir()):
            try:
                read(path)
            except ExplorerError:
                pass
        here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        print(here, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True
    )
    here, child = (int(number) for number in done.stdout.split())
    unit = 1 if sys.platform == "darwin" else 1024
    assert here * unit < 40 << 20
    assert child * unit < 160 << 20


def test_reading_changes_nothing_in_this_process(tmp_path: Path) -> None:
    """Not one module is imported for a file, and the limits of this process stay as they are."""
    read(good_zip(tmp_path / "warm.pt"))
    modules = set(sys.modules)
    limits = [resource.getrlimit(kind) for kind in (resource.RLIMIT_DATA, resource.RLIMIT_NOFILE)]
    read(good_zip(tmp_path / "m.pt"))
    assert set(sys.modules) == modules
    assert limits == [
        resource.getrlimit(kind) for kind in (resource.RLIMIT_DATA, resource.RLIMIT_NOFILE)
    ]


def test_the_child_loads_the_standard_library_only() -> None:
    """numpy alone would double its start."""
    code = "import sys, json, explorer.formats.inert.child; print(json.dumps(list(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {ROOT!r}); {code}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = {name.split(".")[0] for name in json.loads(done.stdout)}
    assert not loaded & {"numpy", "torch", "PySide6", "safetensors", "PIL"}


def test_with_and_without_a_child_give_the_same(tmp_path: Path) -> None:
    path = good_zip(tmp_path / "m.pt")
    inside, outside = (read(path, Budget(isolate=flag)) for flag in (False, True))
    assert inside.summary() == outside.summary()


def test_without_a_child_the_machine_alone_stops_an_attack(tmp_path: Path, canary: Path) -> None:
    path = tmp_path / "m.pt"
    path.write_bytes(evil_pickle(canary))
    with pytest.raises(FileRefused, match="system"):
        read(path, Budget(isolate=False))


def test_a_child_that_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is shorter than the time it takes to start."""
    monkeypatch.setattr(guard, "_SLACK", 0.0)
    path = tmp_path / "m.pkl"
    path.write_bytes(pickled(text("x") * 300_000 + b"N"))
    with pytest.raises(FileRefused, match="longer than"):
        guard.read_pickle(path, "bare", Budget(seconds=0.001))


def test_a_child_that_dies_is_a_typed_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_START", "import os; os.kill(os.getpid(), 9)")
    with pytest.raises(FileRefused, match="ended early"):
        read(good_zip(tmp_path / "m.pt"))


def test_no_child_at_all_is_a_typed_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    with pytest.raises(FileRefused, match="no process could be started"):
        read(good_zip(tmp_path / "m.pt"))


def test_a_frozen_program_reads_in_its_own_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its executable is not Python, so there is no child; the machine's limits stay."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    assert read(good_zip(tmp_path / "m.pt")).tensors


def test_a_file_that_goes_away_is_missing(tmp_path: Path) -> None:
    contents = read(good_zip(tmp_path / "m.pt"))
    contents.path.unlink()
    with pytest.raises(FileMissing):
        contents.tensors["w"].load()


def test_a_tensor_can_be_read_after_the_child_is_gone(tmp_path: Path) -> None:
    """What crosses the border are places in the file."""
    contents = read(good_zip(tmp_path / "m.pt"))
    assert contents.tensors["w"].load().tobytes() == floats(6)
