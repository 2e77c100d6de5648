"""The prompt box of Denoise, with real keys: words completed, strange ones named, runs undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer import open_model
from explorer.families import DenoiseSettings
from explorer.session import Denoising, State
from explorer.ui.branching import branch_row
from explorer.ui.opener import first_state
from explorer.ui.views.denoise import Denoise
from explorer.ui.widgets.prompt_box import PromptBox
from tests.support import tiny
from tests.ui.stage import Stage


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.make_prompted(tmp_path_factory.mktemp("prompted"))


@pytest.fixture
def stage(qtbot: QtBot, folder: Path) -> Iterator[Stage]:
    settings = DenoiseSettings(seed=3, steps=2, conditions=(("prompt", "red square"),))
    state = State(view="denoise", denoising=Denoising(settings))
    made = Stage(qtbot, Denoise, str(folder), state)
    made.show()
    yield made
    made.close()


@pytest.fixture
def view(stage: Stage) -> Denoise:
    assert isinstance(stage.view, Denoise)
    finished(stage)
    return stage.view


def finished(stage: Stage) -> None:
    view = stage.view
    assert isinstance(view, Denoise)

    def there() -> bool:
        record = view.record
        wanted = stage.store.state.denoising.settings
        if record is None or not record.complete or view.running:
            return False
        return getattr(record.request, "settings", None) == wanted

    stage.bot.waitUntil(there, timeout=60_000)


def told(stage: Stage) -> dict[str, object]:
    return dict(stage.store.state.denoising.settings.conditions)


def retype(box: PromptBox, text: str) -> None:
    box.line.setFocus()
    box.line.selectAll()
    QTest.keyClicks(box.line, text)


def test_the_box_stands_where_a_model_listens_to_a_text(view: Denoise) -> None:
    panel = view.panel
    assert panel.prompt.isVisible() and panel.negative.isVisible()
    assert panel.prompt.prompt == "red square" and not panel.prompt.note.isVisible()
    assert not panel.label.isVisible() and panel.guidance.isVisible()
    assert panel.guidance.isEnabled()


def test_another_prompt_runs_and_is_one_entry_of_the_history(stage: Stage, view: Denoise) -> None:
    before = view.finished.image
    retype(view.panel.prompt, "blue cross")
    stage.bot.waitUntil(lambda: told(stage)["prompt"] == "blue cross", timeout=20_000)
    QTest.keyClick(view.panel.prompt.line, Qt.Key.Key_Return)
    finished(stage)
    after = view.finished.image
    assert before is not None and after is not None and (before != after).any()
    stage.store.undo()
    assert told(stage)["prompt"] == "red square"
    assert view.panel.prompt.prompt == "red square"
    finished(stage)
    again = view.finished.image
    assert again is not None and (again == before).all()
    assert not stage.store.can_undo


def test_strange_words_are_named_and_nothing_is_lost(stage: Stage, view: Denoise) -> None:
    """The run stays, the text stays, and a setting changed meanwhile does not take it away."""
    box, was = view.panel.prompt, view.record
    retype(box, "green square")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert box.note.isVisible() and box.note.text() == "Not known: green"
    assert told(stage)["prompt"] == "red square" and view.record is was
    view.panel.steps.setValue(3)
    finished(stage)
    assert box.prompt == "green square" and box.note.isVisible()
    assert not stage.failures
    retype(box, "flat square")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert told(stage)["prompt"] == "flat square" and not box.note.isVisible()
    retype(box, "red " * 7)
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert box.note.text() == "At most 6 words"


def test_a_word_is_completed_from_its_beginning(stage: Stage, view: Denoise) -> None:
    box = view.panel.prompt
    retype(box, "red s")
    assert not box.note.isVisible(), "a word that is begun is no strange one"
    stage.bot.waitUntil(box.popup.isVisible)
    QTest.keyClick(box.popup, Qt.Key.Key_Down)
    QTest.keyClick(box.popup, Qt.Key.Key_Return)
    assert box.line.text() == "red square "
    retype(box, "ro")
    QTest.keyClick(box.popup, Qt.Key.Key_Down)
    QTest.keyClick(box.popup, Qt.Key.Key_Return)
    stage.bot.waitUntil(lambda: told(stage)["prompt"] == "round", timeout=20_000)


def test_an_empty_prompt_asks_for_nothing(stage: Stage, view: Denoise) -> None:
    retype(view.panel.prompt, " ")
    QTest.keyClick(view.panel.prompt.line, Qt.Key.Key_Return)
    assert told(stage)["prompt"] == ""
    finished(stage)
    assert not view.panel.guidance.isEnabled()
    assert "prompt" in view.panel.guidance.toolTip()


def test_a_negative_prompt_leads_away(stage: Stage, view: Denoise) -> None:
    before = view.finished.image
    retype(view.panel.negative, "flat")
    QTest.keyClick(view.panel.negative.line, Qt.Key.Key_Return)
    assert told(stage) == {"negative": "flat", "prompt": "red square"}
    finished(stage)
    after = view.finished.image
    assert before is not None and after is not None and (before != after).any()


def test_a_branch_may_go_on_with_another_prompt(stage: Stage, view: Denoise) -> None:
    view.pages.tabs.choose("branches")
    bar = view.pages.parts["branches"].bar  # type: ignore[attr-defined]  # of that page
    assert bar.prompt.isVisible() and bar.prompt.prompt == "red square"
    retype(bar.prompt, "green")
    assert not bar.button.isEnabled() and bar.prompt.line.toolTip() == "Not known: green"
    retype(bar.prompt, "blue cross")
    assert bar.button.isEnabled()
    QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    branch = stage.store.state.denoising.branches[-1]
    assert dict(branch.changes)["prompt"] == "blue cross"
    row = branch_row(1, branch, (0.0, 1.0), (), "{n}{p}{i} {changed}")
    assert row.title == '"blue cross"'


def test_a_model_with_an_example_begins_with_it(folder: Path) -> None:
    spec = open_model(folder, "cpu").spec
    state = first_state(str(folder), spec, State())
    assert state.denoising.settings.conditions == (("prompt", "red square"),)
    assert state.exploring.conditions == (("prompt", "red square"),)
