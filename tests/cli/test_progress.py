"""The progress bar: on a terminal only, and gone when the work is done."""

from __future__ import annotations

import io

import pytest

from explorer.cli.progress import Progress


class Terminal(io.StringIO):
    """A stderr that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_bar_that_clears_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    with Progress("sample", 4) as bar:
        bar.advance(4)
    text = stream.getvalue()
    assert text.startswith("\r\x1b[Ksample [")
    assert text.endswith("\r\x1b[K")


def test_the_bar_is_cleared_when_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the error's sentence would stand behind half a bar."""
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    with pytest.raises(KeyboardInterrupt), Progress("sample", 4):
        raise KeyboardInterrupt
    assert stream.getvalue().endswith("\r\x1b[K")


def test_a_pipe_gets_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("sample", 2) as bar:
        bar.advance(2)
    assert capsys.readouterr() == ("", "")


def test_the_time_left_follows_from_the_time_taken() -> None:
    bar = Progress("denoise", 50)
    assert bar.text(0.0) == f"denoise [{' ' * 28}] 0/50"
    bar.advance(25)
    assert bar.text(10.0) == f"denoise [{'#' * 14}{' ' * 14}] 25/50 10 s left"
    bar.advance(25)
    assert bar.text(20.0) == f"denoise [{'#' * 28}] 50/50 0 s left"
