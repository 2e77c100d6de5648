"""A system without Qt's libraries gets a sentence, not a traceback or an abort."""

from __future__ import annotations

import sys

import pytest

from explorer.cli import libraries, main
from explorer.errors import NotSupported

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")


def test_what_is_there_is_not_missing() -> None:
    """Else these very tests would not run."""
    assert libraries.missing(libraries.ALWAYS) == {}


def test_what_is_absent_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = {"libnowhere.so.1": "libnowhere1", "libnothing.so.2": "libnothing2"}
    monkeypatch.setattr(libraries, "ALWAYS", absent)
    with pytest.raises(NotSupported, match=r"lacks libnowhere\.so\.1 and 1 more") as caught:
        libraries.check()
    assert "apt-get install libnowhere1 libnothing2" in caught.value.remedy


@pytest.mark.parametrize(
    ("variables", "looked_for"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_x11_libraries_count_for_windows_on_x11_alone(
    variables: dict[str, str], looked_for: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(libraries, "X11", {"libnowhere.so.1": "libnowhere1"})
    if looked_for:
        with pytest.raises(NotSupported):
            libraries.check()
    else:
        libraries.check()


def test_what_draws_off_the_screen_needs_no_x11(monkeypatch: pytest.MonkeyPatch) -> None:
    """The benchmark does so itself, whatever display the machine has."""
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(libraries, "X11", {"libnowhere.so.1": "libnowhere1"})
    libraries.check("offscreen")
    monkeypatch.setattr("explorer.bench.main", lambda _: 7)
    assert main(["bench"]) == 7


def test_the_command_says_it_and_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(libraries, "ALWAYS", {"libnowhere.so.1": "libnowhere1"})
    assert main([]) == 1
    assert "sudo apt-get install libnowhere1" in capsys.readouterr().err
