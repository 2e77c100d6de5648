"""The Steps view on the stage, for its tests: its runs awaited, its scrubber and keys found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.families import StageSettings
from explorer.session import State, Unfolding
from explorer.session.plan import unfolding
from explorer.ui.views.steps import Steps
from tests.support import tiny
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton


def on_stage(bot: QtBot, folder: Path, settings: StageSettings) -> Iterator[Stage]:
    made = Stage(bot, Steps, str(folder), State(view="steps", unfolding=Unfolding(settings)))
    made.show()
    yield made
    made.close()


def pixel_stage(bot: QtBot, folder: Path) -> Iterator[Stage]:
    settings = StageSettings(3, conditions=(("label", 1),))
    for stage in on_stage(bot, tiny.make_autoregressive(folder), settings):
        for action in stage.view.commands():
            stage.view.addAction(action)  # the view's own keys, which the window gives it
        yield stage


def finished(stage: Stage) -> Steps:
    """The view, once the run of the present settings is complete."""
    view = stage.view
    assert isinstance(view, Steps)

    def there() -> bool:
        record = view.record
        if record is None or view.runs.running() or not record.complete:
            return False
        return record.request == unfolding(stage.store.state)

    stage.bot.waitUntil(there, timeout=60_000)
    return view


def picture(view: Steps) -> np.ndarray:
    assert view.finished.image is not None
    return view.finished.image.copy()


def at(view: Steps, index: int) -> QPoint:
    return QPoint(round(view.scrubber.track.place(index, view.scrubber.count)), 15)


def view_settings(stage: Stage) -> StageSettings:
    return stage.store.state.unfolding.settings


def grown(stage: Stage, view: Steps, index: int) -> None:
    """A branch before a stage by mouse and key, once it is complete."""
    QTest.mouseClick(view.scrubber, LEFT, pos=at(view, index))
    QTest.keyClick(view.scrubber, Qt.Key.Key_B)
    finished(stage)
