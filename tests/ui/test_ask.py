"""File dialogs give paths, with the suffix that was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from explorer.export import WRITERS, Writer
from explorer.export.png import PNGS
from explorer.export.video import MP4
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


def test_names_of_pictures_keep_their_dots(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {"epoch=9.5": "epoch=9.5.png", "a.PNG": "a.PNG", "b.jpg": "b.png"}
    for typed, wanted in given.items():
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, t=typed: (f"/at/{t}", ""))
        assert ask.picture_to_save(parent, "picture.png") == Path("/at") / wanted


@pytest.mark.parametrize("replace", [True, False])
def test_a_file_that_the_dialog_did_not_ask_about_is_asked_about(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, replace: bool
) -> None:
    """ "mine" was typed, and "mine.lsx" would be written over."""
    asked: list[str] = []

    def answer(_: QWidget, name: str) -> bool:
        asked.append(name)
        return replace

    def typed(name: str) -> None:
        found = (str(tmp_path / name), "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: found)

    monkeypatch.setattr(ask, "may_replace", answer)
    names = ("mine.lsx", "picture.png", "film.mp4", "steps-0001.png")
    for name in names:
        (tmp_path / name).touch()
    typed("mine")
    assert ask.session_to_save(parent, "s.lsx") == (tmp_path / "mine.lsx" if replace else None)
    typed("picture")
    assert ask.picture_to_save(parent, "p.png") == (tmp_path / "picture.png" if replace else None)
    typed("film")
    assert ask.frames(parent, "Save", "f", MP4) == (tmp_path / "film.mp4" if replace else None)
    typed("steps-####.png")
    steps = ask.frames(parent, "Save", "f", PNGS)
    assert steps == (tmp_path / "steps-####.png" if replace else None)
    assert asked == list(names)
    typed("mine.lsx")  # here the dialog itself has asked
    assert ask.session_to_save(parent, "s.lsx") == tmp_path / "mine.lsx"
    typed("new")
    assert ask.session_to_save(parent, "s.lsx") == tmp_path / "new.lsx"
    assert len(asked) == len(names)


def test_the_question_keeps_the_file_unless_replace_is_pressed(
    parent: QWidget, qtbot: QtBot
) -> None:
    def press(name: str) -> None:
        box = parent.findChild(QMessageBox)
        assert box is not None and "a.lsx" in box.text()
        button = next(b for b in box.buttons() if b.text().replace("&", "") == name)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        box.setParent(None)

    for name in ("Replace", "Cancel"):
        QTimer.singleShot(50, lambda name=name: press(name))
        assert ask.may_replace(parent, "a.lsx") is (name == "Replace")
