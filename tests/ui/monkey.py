"""A user without a plan: random actions, each repeatable from a seed, on the real window."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import isValid

from explorer.ui.views import VIEWS
from explorer.ui.window import Window
from tests.ui import drive

KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Tab, Qt.Key.Key_Return,
    Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_5,
)  # fmt: skip
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)  # fmt: skip
BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
# Seeds that a user might draw; more would only fill the cache.
_PICTURES = 4


class Monkey:
    """Acts on a window. `log` tells what was done.

    Args:
        window: shown, with a model open.
        models: what to open.
        folder: for files that are saved and dropped.
        seed: decides everything but the moments at which answers come.
        patch: answers file dialogs, which would wait for a person.
    """

    def __init__(
        self,
        window: Window,
        models: Sequence[str],
        folder: Path,
        seed: int,
        patch: pytest.MonkeyPatch,
    ) -> None:
        self.window, self.models, self.folder = window, models, folder
        self.draw = random.Random(seed)
        self.log: list[str] = []
        self.files = [drive.save_picture(folder / f"{n}.png", seed=n) for n in range(_PICTURES)]
        self._kinds: tuple[tuple[int, Callable[[], str]], ...] = (
            (4, self.press_action), (6, self.click), (4, self.drag), (4, self.key),
            (2, self.wheel), (3, self.undo_or_redo), (1, self.open_model), (2, self.show_view),
            (1, self.drop), (1, self.resize), (2, self.move_slider), (1, self.go_back_far),
        )  # fmt: skip
        patch.setattr(QFileDialog, "getSaveFileName", self._save_dialog)
        patch.setattr(QFileDialog, "getOpenFileName", self._open_dialog)
        patch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([self._old_file()], ""))
        patch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))
        for action in window.findChildren(QAction):
            if action.shortcut() == QKeySequence("Ctrl+Q"):
                action.setEnabled(False)  # the run would be over
        # Whatever would wait for an answer gets none.
        self._rescue = QTimer(window, interval=20)
        self._rescue.timeout.connect(self._close_modal)
        self._rescue.start()

    def act(self) -> str:
        """One action; what it was."""
        weights, kinds = zip(*self._kinds, strict=True)
        kind: Callable[[], str] = self.draw.choices(kinds, weights)[0]
        done = kind()
        self.log.append(done)
        drive.let_go()
        QApplication.processEvents()
        self._tidy()
        return done

    def rest(self) -> None:
        """No more rescuing."""
        self._rescue.stop()
        self._tidy(every=True)

    # -- actions --------------------------------------------------------------------------------

    def press_action(self) -> str:
        """Any command of the menus and of the view."""
        able = [
            action for action in self.window.findChildren(QAction)
            if action.isEnabled() and action.text() and action.menu() is None
        ]  # fmt: skip
        action = self.draw.choice(able)
        text = action.text()  # a menu may delete it as it acts
        action.trigger()
        return f"command {text!r}"

    def click(self) -> str:
        """Somewhere, with any button, once or twice."""
        on, at = self._somewhere()
        button, modifier = self.draw.choice(BUTTONS), self.draw.choice(MODIFIERS)
        twice = self.draw.random() < 0.15
        (QTest.mouseDClick if twice else QTest.mouseClick)(on, button, modifier, at)
        return f"{'double ' * twice}click {button.name} {modifier.name} {_name(on)} {at.toTuple()}"

    def drag(self) -> str:
        """From somewhere to somewhere else."""
        on, start = self._somewhere()
        name = _name(on)
        end = QPoint(
            self.draw.randrange(max(1, on.width())), self.draw.randrange(max(1, on.height()))
        )
        modifier = self.draw.choice(MODIFIERS)
        QTest.mousePress(on, drive.LEFT, modifier, start)
        for step in range(1, 4):
            if isValid(on):  # a dock's tabs go when it is dragged out of them
                drive.move_with(on, start + (end - start) * (step / 3), modifier)
                QApplication.processEvents()
        if isValid(on):
            QTest.mouseRelease(on, drive.LEFT, modifier, end)
        return f"drag {modifier.name} {name} {start.toTuple()} to {end.toTuple()}"

    def key(self) -> str:
        """To whatever has the focus."""
        on = QApplication.focusWidget() or self.window
        key, modifier = self.draw.choice(KEYS), self.draw.choice(MODIFIERS)
        QTest.keyClick(on, key, modifier)
        return f"key {modifier.name} {key.name} {_name(on)}"

    def wheel(self) -> str:
        """Over something."""
        on, at = self._somewhere()
        notches = self.draw.choice((-2, -1, 1, 2))
        drive.turn_wheel(on, at, notches, self.draw.choice(MODIFIERS))
        return f"wheel {notches} {_name(on)}"

    def undo_or_redo(self) -> str:
        """By the menus."""
        menus = self.window.menus
        action = self.draw.choice((menus.undo, menus.undo, menus.redo))
        action.trigger()
        return action.text()

    def go_back_far(self) -> str:
        """As a click in the history strip does."""
        store = self.window.store
        entries = self.draw.randrange(len(store.history)) - store.place
        store.go(entries)
        return f"history {entries}"

    def open_model(self) -> str:
        """One of several kinds."""
        name = self.draw.choice(self.models)
        self.window.open_model(name)
        return f"open {Path(name).name}"

    def show_view(self) -> str:
        """Whether it suits or not."""
        name = self.draw.choice(VIEWS).name
        self.window.show_view(name)
        return f"view {name}"

    def drop(self) -> str:
        """A picture, or something that was saved here."""
        path = self._old_file()
        drive.drop(self.window, Path(path))
        return f"drop {Path(path).name}"

    def resize(self) -> str:
        """The window, small to large."""
        width, height = self.draw.randrange(700, 1600), self.draw.randrange(500, 1000)
        self.window.resize(width, height)
        return f"resize {width} {height}"

    def move_slider(self) -> str:
        """To a value of few, so that pictures repeat."""
        sliders = drive.explore(self.window).sliders
        if not len(sliders.values):
            return "no slider"
        dimension = self.draw.randrange(len(sliders.values))
        value = self.draw.choice((-2.0, -1.0, 0.0, 1.0, 2.0))
        sliders.set_value(dimension, value)
        if self.draw.random() < 0.5:
            sliders.settled.emit()
        return f"slider {dimension} to {value}"

    # -- helping --------------------------------------------------------------------------------

    def _somewhere(self) -> tuple[QWidget, QPoint]:
        popup = QApplication.activePopupWidget()
        root: QWidget = popup if popup is not None else self.window
        seen = [w for w in root.findChildren(QWidget) if w.isVisible() and w.width() > 4]
        on = self.draw.choice(seen) if seen else root
        at = QPoint(
            self.draw.randrange(max(1, on.width())), self.draw.randrange(max(1, on.height()))
        )
        return on, at

    def _save_dialog(self, *args: Any, **_: Any) -> tuple[str, str]:
        suffixes = re.findall(r"\*(\.[\w.]+)", " ".join(str(a) for a in args[3:]))
        if not suffixes or self.draw.random() < 0.3:
            return "", ""
        path = self.folder / f"saved{self.draw.randrange(3)}{self.draw.choice(suffixes)}"
        return str(path), ""

    def _open_dialog(self, *args: Any, **_: Any) -> tuple[str, str]:
        return (self._old_file() if self.draw.random() < 0.7 else "", "")

    def _old_file(self) -> str:
        """A session begins a history anew, so it is seldom chosen."""
        every = sorted(path for path in self.folder.iterdir() if path.is_file())
        others = [path for path in every if path.suffix != ".lsx"]
        return str(self.draw.choice(every if self.draw.random() < 0.05 else others))

    def _tidy(self, every: bool = False) -> None:
        """Menus are closed; of other windows some are, and all of them if there are many."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        others = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        others = [w for w in others if w is not self.window and w.isWindow()]
        for other in others:
            if every or len(others) > 3 or self.draw.random() < 0.2:
                other.close()

    def _close_modal(self) -> None:
        modal = QApplication.activeModalWidget()
        if modal is not None:
            modal.close()


def _name(widget: QWidget) -> str:
    return widget.objectName() or widget.accessibleName() or type(widget).__name__
