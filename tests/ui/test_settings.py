"""What is remembered is known at once, and written without the window waiting for the disk."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from explorer.ui import settings as module
from explorer.ui.settings import Settings


def kept(file: Path) -> Settings:
    return Settings(QSettings(str(file), QSettings.Format.IniFormat))


def test_a_value_is_known_before_the_disk_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The saver stands before a locked door; the setter has returned long before."""
    door = threading.Event()

    class Slow(QSettings):
        def sync(self) -> None:
            assert threading.current_thread() is not threading.main_thread()
            assert door.wait(20)
            super().sync()

    settings = kept(tmp_path / "s.ini")
    monkeypatch.setattr(module, "QSettings", Slow)
    settings.model = "first"
    settings.model = "second"
    settings.remember("/a/model.pt")
    assert settings.model == "second" and settings.recent == ["/a/model.pt"]
    door.set()
    settings.sync()
    again = kept(tmp_path / "s.ini")
    assert again.model == "second" and again.recent == ["/a/model.pt"]


def test_sync_returns_when_all_is_written_and_no_thread_is_left(tmp_path: Path) -> None:
    settings = kept(tmp_path / "s.ini")
    for number in range(50):
        settings.set_split(f"part {number}", QByteArray(bytes([number])))
    settings.smooth = True
    settings.sync()
    assert "smooth=yes" in (tmp_path / "s.ini").read_text(encoding="utf-8")
    assert not [t for t in threading.enumerate() if t.name == "explorer-settings"]
    again = kept(tmp_path / "s.ini")
    assert all(again.split(f"part {n}").data() == bytes([n]) for n in range(50))


def test_two_copies_add_to_one_list_of_recent_files(tmp_path: Path) -> None:
    """And each may drop what the other has added."""
    first, second = kept(tmp_path / "s.ini"), kept(tmp_path / "s.ini")
    for settings, path in ((first, "/a"), (second, "/b"), (first, "/c"), (second, "/d")):
        settings.remember(path)
        settings.sync()
    assert second.recent == ["/d", "/c", "/b", "/a"]
    first.forget("/b")
    first.sync()
    assert kept(tmp_path / "s.ini").recent == ["/d", "/c", "/a"]
