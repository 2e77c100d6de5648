"""File dialogs give paths, with the suffix that was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from explorer.export import WRITERS
from explorer.ui import ask


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.suffix)
def test_a_name_without_suffix_gets_that_of_its_format(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, writer: object
) -> None:
    suffix, title = getattr(writer, "suffix", ""), getattr(writer, "title", "")
    answer = ("/somewhere/path", f"{title} (*{suffix})")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    assert ask.frames(parent, "Save", "path.png") == Path(f"/somewhere/path{suffix}")


def test_a_suffix_that_was_typed_stays(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = ("/somewhere/path.gif", "PNG (*.png)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    assert ask.frames(parent, "Save", "path.png") == Path("/somewhere/path.gif")


def test_no_answer_is_none(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    assert ask.frames(parent, "Save", "path.png") is None
    assert ask.pictures(parent, "Open") == []
