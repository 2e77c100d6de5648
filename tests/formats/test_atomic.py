"""A file is whole or not there, and the old one stays until the new one is complete."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from explorer.errors import RunFailed, WriteFailed
from explorer.export import write
from explorer.export.base import Bytes
from explorer.formats.atomic import atomic


def noise() -> Bytes:
    return np.random.default_rng(0).integers(0, 256, (256, 256, 3), np.uint8)


def test_a_new_file_takes_the_old_one_s_place(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"old")
    with atomic(path) as part:
        part.write_bytes(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_the_old_file_stays_when_the_frames_fail(tmp_path: Path) -> None:
    """A model that fails half way through a film; the failure itself is passed on."""

    def frames() -> Iterator[Bytes]:
        yield noise()
        raise RunFailed("the model", "it failed", "Try again.")

    path = tmp_path / "film.gif"
    path.write_bytes(b"old")
    with pytest.raises(RunFailed):
        write(frames(), path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), atomic(tmp_path / "a.png") as part:
        part.write_bytes(b"half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file sizes to set")
def test_a_disk_that_refuses_half_way_is_a_sentence(tmp_path: Path) -> None:
    """The system itself stops the file at 10 kB, in a process of its own."""
    path = tmp_path / "picture.png"
    path.write_bytes(b"old")
    code = """
import resource, signal, sys
from pathlib import Path
from explorer.errors import WriteFailed
from explorer.export import write
from tests.formats.test_atomic import noise
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    write([noise()], Path(sys.argv[1]))
except WriteFailed as error:
    print(error)
"""
    words = [sys.executable, "-c", code, str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert "picture.png: the file would be too large" in done.stdout
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "not permitted"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "cannot be read or written"),
        (errno.EXDEV, os.strerror(errno.EXDEV)),
    ],
)
def test_every_refusal_names_file_cause_and_remedy(number: int, cause: str, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    with pytest.raises(WriteFailed) as caught, atomic(path):
        raise OSError(number, os.strerror(number))
    assert caught.value.subject == str(path)
    assert cause in caught.value.cause
    assert caught.value.remedy


def test_a_missing_folder_and_a_folder_in_the_way_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match="folder does not exist"):
        write([noise()], tmp_path / "no" / "picture.png")
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(WriteFailed, match="it is a folder"):
        write([noise()], tmp_path / "folder.png")


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links as POSIX has them")
def test_links_and_permissions_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "target.png", tmp_path / "link.png"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write([noise()], link)
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert target.stat().st_size > 1000
