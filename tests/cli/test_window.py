"""When a window can be shown, and what happens when it cannot."""

from __future__ import annotations

import os
import socket
import sys

import pytest

from explorer.cli.window import has_display


@pytest.fixture(autouse=True)
def _bare_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


def test_a_bare_linux_has_no_display() -> None:
    assert not has_display()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WAYLAND_DISPLAY", "wayland-0"),
        ("QT_QPA_PLATFORM", "offscreen"),
        ("DISPLAY", "elsewhere:10.0"),
    ],
)
def test_whoever_names_a_display_gets_a_window(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert has_display()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="abstract sockets")
def test_a_display_counts_only_while_its_server_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    number = 4000 + os.getpid() % 1000
    monkeypatch.setenv("DISPLAY", f":{number}.0")
    assert not has_display()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0/tmp/.X11-unix/X{number}")
        server.listen()
        assert has_display()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_one(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert has_display()
