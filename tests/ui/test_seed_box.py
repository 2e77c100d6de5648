"""Seeds: the whole range that the library takes, shown and typed to the last digit, everywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox, QStyle, QStyleOptionSpinBox
from pytestqt.qtbot import QtBot

from explorer.families import StageSettings
from explorer.latent import Seed
from explorer.latent.space import MAX_SEED
from explorer.session import Denoising
from explorer.ui.steps.panel import StagePanel
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.views.side import Side
from explorer.ui.widgets.branch_bar import BranchBar
from explorer.ui.widgets.run_panel import RunPanel
from explorer.ui.widgets.seed_box import SeedBox
from explorer.ui.window import Window
from tests.ui.drive import LEFT, explore, settle

# Neither an int of C's nor a double holds it.
LARGE = 2**63 - 12345


def _as_wide(box: SeedBox, width: int) -> bool:
    return box.width() >= width


def typed(box: SeedBox, text: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


@pytest.fixture(params=["", "seed "])
def box(qtbot: QtBot, request: pytest.FixtureRequest) -> SeedBox:
    made = SeedBox(prefix=request.param)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_every_seed_is_typed_and_shown_exactly(box: SeedBox) -> None:
    told: list[int] = []
    box.valueChanged.connect(told.append)
    for seed in (0, 7, 2**31, 2**53 + 1, LARGE, MAX_SEED):
        typed(box, str(seed))
        assert (box.value(), box.text().rpartition(" ")[2]) == (seed, str(seed))
        box.adjustSize()
        line = box.lineEdit()
        assert line.fontMetrics().horizontalAdvance(box.text()) <= line.width()
    assert told == [7, 2**31, 2**53 + 1, LARGE, MAX_SEED]


def test_what_is_no_seed_cannot_be_typed(box: SeedBox) -> None:
    typed(box, "5")
    for key in ("-", "x", ".", " "):
        QTest.keyClicks(box, key)
        assert box.value() == 5
    typed(box, str(MAX_SEED + 1))  # its last digit is not taken
    assert box.value() == (MAX_SEED + 1) // 10
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    QTest.keyClick(box, Qt.Key.Key_Return)  # nothing is no seed: what was there stays
    assert box.text().endswith(str((MAX_SEED + 1) // 10))


def test_it_is_stepped_by_keys_and_arrows_up_to_its_ends(box: SeedBox) -> None:
    box.setValue(MAX_SEED - 1)
    for _ in range(3):
        QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == MAX_SEED
    box.setValue(1)
    option, kind = QStyleOptionSpinBox(), QStyle.ComplexControl.CC_SpinBox
    box.initStyleOption(option)
    for part in (QStyle.SubControl.SC_SpinBoxDown,) * 3:
        place: QPoint = box.style().subControlRect(kind, option, part, box).center()
        QTest.mouseClick(box, LEFT, pos=place)
    assert box.value() == 0
    QTest.keyClicks(box, "9")  # what is stepped to is selected
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == 10


def test_what_is_typed_stays_while_the_same_seed_is_shown_again(box: SeedBox) -> None:
    """A run that comes along shows its settings with every step."""
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "12")
    box.show_seed(0)
    QTest.keyClicks(box, "3")
    assert box.value() == 123
    box.show_seed(None)
    assert not box.text().removeprefix("seed ")


def test_each_view_tells_and_shows_large_seeds(
    qtbot: QtBot, open_window: Callable[[str], Window]
) -> None:
    window = open_window("tiny-vae")
    typed(explore(window).panel.seed, str(LARGE))
    assert window.store.state.exploring.point == Seed(LARGE)
    assert explore(window).panel.seed.text() == str(LARGE)
    window.show_view("interpolate")
    path = window.current
    assert isinstance(path, Interpolate)
    typed(path.panel.seed, str(LARGE))
    QTest.mouseClick(path.panel.seed_button, LEFT)
    assert window.store.state.interpolating.keys[-1] == Seed(LARGE)
    assert path.panel.seed.value() == LARGE + 1
    settle(qtbot, window)
    assert path.panel.seed.width() >= path.panel.seed.minimumSizeHint().width()
    window.show_view("side")
    side = window.current
    assert isinstance(side, Side)
    typed(side.panel.seed, str(LARGE))
    assert window.store.state.side.seed == LARGE
    settle(qtbot, window)
    window.menus.undo.trigger()
    window.menus.redo.trigger()
    assert side.panel.seed.value() == LARGE
    settle(qtbot, window)


def test_no_view_has_another_field_for_seeds(
    qtbot: QtBot, open_window: Callable[[str], Window]
) -> None:
    for model in ("tiny-vae", "tiny-ddpm"):
        window = open_window(model)
        for view in ("explore", "interpolate", "denoise", "side"):
            window.show_view(view)
        settle(qtbot, window)
        for other in window.findChildren(QSpinBox):
            assert "seed" not in (other.accessibleName() + other.prefix()).lower()


def test_a_run_s_seed_has_room_beside_what_stands_there(qtbot: QtBot, tmp_path: Path) -> None:
    """In a line of its own, where the name before it would leave too little."""
    run, stages, bar = RunPanel(), StagePanel(), BranchBar()
    settings = Denoising().settings.changed(seed=LARGE)
    for panel in (run, stages, bar):
        qtbot.addWidget(panel)
        panel.setFixedWidth(760 if panel is bar else 216)
        panel.show()
        qtbot.waitExposed(panel)
    run.show_settings(settings)
    stages.show_settings(replace(StageSettings(), seed=LARGE), None)
    bar.show_settings(settings)
    assert bar.changes() == {}
    for box in (run.seed, stages.seed, bar.seed):
        least = box.minimumSizeHint().width()
        qtbot.waitUntil(partial(_as_wide, box, least))
        assert box.value() == LARGE
        right = box.mapTo(box.window(), box.rect().topRight()).x()
        assert right < box.window().width()
