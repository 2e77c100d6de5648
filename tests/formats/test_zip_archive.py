"""A zip's directory: what is lenient elsewhere is refused here."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from explorer.errors import FileDamaged, FileMissing, FileRefused
from explorer.formats import archive
from explorer.formats.archive import Archive
from explorer.formats.source import read_all
from tests.formats.making import RawZip, deflated, floats, good_zip, table, tensor, torch_zip


def test_names_sizes_and_bytes_are_those_of_the_standard_library(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    data = {"a/x": b"stored" * 9, "a/y": b"deflated" * 1000, "a/empty": b"", "ä/ü": b"1"}
    with zipfile.ZipFile(path, "w") as file:
        for number, (name, raw) in enumerate(data.items()):
            file.writestr(name, raw, zipfile.ZIP_DEFLATED if number == 1 else zipfile.ZIP_STORED)
    found = Archive.of(path)
    assert list(found.entries) == list(data)
    for name, raw in data.items():
        assert found.read(name, 1 << 20) == raw
        assert read_all(found.source(name), 1 << 20) == raw


def test_a_deflated_entry_can_be_read_from_its_middle(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    raw = bytes(range(256)) * 20_000
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("x", raw)
    source = Archive.of(path).source("x").part(3_000_001, 1000)
    assert bytes(read_all(source, 1000)) == raw[3_000_001:3_001_001]


def test_sizes_beyond_32_bits_come_from_the_zip64_field() -> None:
    """torch writes the zip64 end even for small files; only huge ones have the field."""
    field = struct.pack("<2H", 9, 2) + b"??" + struct.pack("<2H2Q", 1, 16, 5 << 32, 7 << 32)
    wide = archive._wide_numbers
    assert wide(field, [0xFFFFFFFF, 3, 0xFFFFFFFF]) == [5 << 32, 3, 7 << 32]
    assert wide(field, [0xFFFFFFFF] * 3) is None
    assert wide(b"", [1, 2, 3]) == [1, 2, 3]


def refuse(path: Path, match: str, kind: type[Exception] = FileRefused) -> None:
    with pytest.raises(kind, match=match):
        found = Archive.of(path)
        for name in found.entries:
            read_all(found.source(name), 1 << 20)


def test_two_entries_of_one_name_are_refused(tmp_path: Path) -> None:
    zipped = RawZip()
    zipped.add("m/data.pkl", b"one")
    zipped.add("m/data.pkl", b"two")
    refuse(zipped.write(tmp_path / "a"), "two of its parts are called 'm/data.pkl'")


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/passwd", "a\\..\\x", "a\0b"])
def test_names_that_point_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    zipped = RawZip()
    zipped.add(name, b"x")
    refuse(zipped.write(tmp_path / "a"), "points outside")


def test_an_entry_whose_own_name_differs_is_damage(tmp_path: Path) -> None:
    zipped = RawZip()
    zipped.add("seen", b"x", local_name="real")
    refuse(zipped.write(tmp_path / "a"), "not where its directory says", FileDamaged)


def test_overlapping_entries_are_refused(tmp_path: Path) -> None:
    """One run of bytes as many entries: how a small zip holds petabytes."""
    zipped = RawZip()
    zipped.add("a", b"x" * 100)
    zipped.add("b", b"x" * 100, at=0)
    refuse(zipped.write(tmp_path / "a"), "overlap")


def test_encrypted_entries_are_refused(tmp_path: Path) -> None:
    zipped = RawZip()
    zipped.add("a", b"x", flags=1)
    refuse(zipped.write(tmp_path / "a"), "encrypted")


def test_a_stored_entry_of_two_sizes_is_damage(tmp_path: Path) -> None:
    zipped = RawZip()
    zipped.add("a", b"x", size=1 << 30)
    refuse(zipped.write(tmp_path / "a"), "sizes", FileDamaged)


def test_one_megabyte_that_inflates_to_a_gigabyte_is_refused(tmp_path: Path) -> None:
    """`weights_only=True` grew by 1.15 GB on such a file."""
    path = tmp_path / "m.pt"
    body = table(w=tensor("0", 6, (6,), (1,)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("m/data.pkl", b"\x80\x02" + body + b".")
        with file.open("m/data/0", "w") as entry:
            for _ in range(300):
                entry.write(bytes(1 << 20))
    assert path.stat().st_size < 2 << 20
    refuse(path, "would inflate to 314,")


def test_an_entry_that_inflates_to_more_than_it_says_stops_there(tmp_path: Path) -> None:
    zipped = RawZip()
    zipped.add("a", b"x" * 5000, packed=deflated(b"x" * 5000), size=10)
    found = Archive.of(zipped.write(tmp_path / "a"))
    assert bytes(read_all(found.source("a"), 100)) == b"x" * 10
    with pytest.raises(FileDamaged, match="checksum"):
        found.read("a", 100)


@pytest.mark.parametrize("packed", [b"", b"\xff\xff\xff", deflated(b"xy")])
def test_an_entry_that_inflates_to_less_is_damage(tmp_path: Path, packed: bytes) -> None:
    zipped = RawZip()
    zipped.add("a", b"x" * 50, packed=packed)
    refuse(zipped.write(tmp_path / "a"), "does not inflate", FileDamaged)


def test_a_deflated_checkpoint_within_reason_reads(tmp_path: Path) -> None:
    """People zip their checkpoints again; weights then shrink by a tenth."""
    from explorer.formats import read

    body = table(w=tensor("0", 6, (2, 3), (3, 1)))
    path = torch_zip(tmp_path / "m.pt", body, {"0": floats(6)}, zipfile.ZIP_DEFLATED)
    assert read(path).tensors["w"].load().tolist() == [[0, 1, 2], [3, 4, 5]]


@pytest.mark.parametrize("keep", [4, 100, -1, -22, -60])
def test_a_zip_cut_short_is_damage(tmp_path: Path, keep: int) -> None:
    path = good_zip(tmp_path / "m.pt")
    path.write_bytes(path.read_bytes()[:keep])
    refuse(path, "end|directory", FileDamaged)


def test_more_entries_than_make_sense_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_ENTRIES", 2)
    refuse(good_zip(tmp_path / "m.pt"), "3 entries")


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    refuse(tmp_path / "none", "no such file", FileMissing)
