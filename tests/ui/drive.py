"""Hands for the tests: what a person does, and waiting for what they would see."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.views.explore import Explore
from explorer.ui.widgets.slider_row import SliderRow
from explorer.ui.window import Window

Bytes = NDArray[np.uint8]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def explore(window: Window) -> Explore:
    """The Explore view."""
    view = window.view("explore")
    assert isinstance(view, Explore)
    return view


def picture(window: Window) -> Bytes:
    """A copy of what the canvas on screen shows."""
    assert window.canvas is not None and window.canvas.image is not None
    return window.canvas.image.copy()


def settle(bot: QtBot, window: Window) -> None:
    """Wait until everything that was asked for has come and is painted."""
    bot.waitUntil(lambda: window.bridge.idle, timeout=20_000)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    bot.waitUntil(lambda: window.bridge.idle, timeout=20_000)


def row(window: Window, dimension: int) -> SliderRow:
    """The row of a dimension, which must be on screen."""
    found = explore(window).sliders.row(dimension)
    assert found is not None
    return found


def place(on: SliderRow, value: float) -> QPoint:
    """Where a value lies on a row's track."""
    return QPoint(round(on.track_x(value)), on.track().center().y())


def drag(bot: QtBot, on: QWidget, start: QPoint, end: QPoint, steps: int = 4) -> None:
    """Press, move in steps, release."""
    bot.mouseMove(on, start)
    bot.mousePress(on, LEFT, NONE, start)
    for step in range(1, steps + 1):
        bot.mouseMove(on, start + (end - start) * (step / steps))
    bot.mouseRelease(on, LEFT, NONE, end)


def let_go() -> None:
    """No button is down any more.

    QTest's double click presses twice and lets go once, with the right button too. What rests while
    a button is down, such as Explore's samples, would rest for ever, and a slider takes no press
    beside another button.
    """
    for button in QGuiApplication.mouseButtons():
        QTest.mouseRelease(QWidget(), button)
    assert QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton


def move_with(on: QWidget, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    """A mouse move with a key held, which QTest cannot make."""
    where, screen = QPointF(at), QPointF(on.mapToGlobal(at))
    event = QMouseEvent(QEvent.Type.MouseMove, where, screen, LEFT, LEFT, modifiers)
    QApplication.sendEvent(on, event)


def turn_wheel(
    on: QWidget, at: QPoint, notches: int, modifiers: Qt.KeyboardModifier = NONE
) -> None:
    """Turn the wheel over a point, away from the user where `notches` is above 0."""
    where = QPointF(at)
    event = QWheelEvent(
        where, QPointF(on.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(on, event)


def drop(on: QWidget, *paths: Path) -> None:
    """Drop files in the middle of a widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, copy = on.rect().center(), Qt.DropAction.CopyAction
    QApplication.sendEvent(on, QDragEnterEvent(at, copy, data, LEFT, NONE))
    QApplication.sendEvent(on, QDropEvent(QPointF(at), copy, data, LEFT, NONE))


def save_picture(path: Path, size: int = 16, seed: int = 0) -> Path:
    """A picture file of smooth colours; its path."""
    rng = np.random.default_rng(seed)
    small = Image.fromarray(rng.integers(0, 256, (2, 2, 3), np.uint8))
    small.resize((size, size), Image.Resampling.BICUBIC).save(path)
    return path
