"""File dialogs give paths, with the suffix that was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from explorer.export import WRITERS, Writer
from explorer.ui import ask


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("chosen", [True, False])
@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.suffix)
def test_a_name_without_suffix_gets_that_of_its_format(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, writer: Writer, chosen: bool
) -> None:
    offered: list[str] = []

    def answer(*words: object) -> tuple[str, str]:
        offered.append(str(words[3]))
        kind = next(k for k in offered[0].split(";;") if k.startswith(writer.title))
        return "/somewhere/path", kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    found = ask.frames(parent, "Save", "path", writer if chosen else None)
    assert found == Path(f"/somewhere/path{writer.suffix}")
    assert offered[0].count(";;") == (0 if chosen else len(WRITERS) - 1)


def test_a_suffix_that_was_typed_stays(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = ("/somewhere/path.gif", "PNG sheet (*.png)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    assert ask.frames(parent, "Save", "path.png") == Path("/somewhere/path.gif")


def test_a_dot_in_a_name_is_no_suffix(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = ("/somewhere/epoch=9.5", "MP4 film (*.mp4)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    assert ask.frames(parent, "Save", "path") == Path("/somewhere/epoch=9.5.mp4")


def test_no_answer_is_none(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    assert ask.frames(parent, "Save", "path.png") is None
    assert ask.pictures(parent, "Open") == []
