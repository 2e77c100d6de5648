"""The list of sliders: 512 rows at the price of those on screen, and what screen readers find."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.slider_face import HEIGHT, Dimension, figure
from explorer.ui.widgets.slider_list import SliderList
from explorer.ui.widgets.slider_row import SliderRow
from tests.ui.drive import LEFT, NONE, place, turn_wheel

COUNT = 512


@pytest.fixture
def sliders(qtbot: QtBot) -> SliderList:
    """512 dimensions in a list that shows about ten."""
    made = SliderList()
    qtbot.addWidget(made)
    made.resize(348, 10 * HEIGHT)
    with qtbot.waitExposed(made):
        made.show()
    made.changed.connect(lambda d, v: made.set_values(with_value(made, d, v)))
    dimensions = [Dimension(i, f"z{i}", i / COUNT, f"dimension {i}") for i in range(COUNT)]
    made.set_dimensions(dimensions, range(COUNT))
    return made


def with_value(sliders: SliderList, dimension: int, value: float) -> NDArray[np.float32]:
    values = sliders.values
    values[dimension] = value
    return values


def shown(sliders: SliderList) -> list[int]:
    rows = [row for row in sliders.findChildren(SliderRow) if row.isVisible()]
    return [row.dimension.index for row in sorted(rows, key=lambda row: row.y())]


def test_only_rows_on_screen_exist(sliders: SliderList) -> None:
    assert len(sliders.findChildren(SliderRow)) <= 12
    assert shown(sliders)[:10] == list(range(10))


def test_scrolling_shows_every_dimension_with_its_own_value(sliders: SliderList) -> None:
    values = np.linspace(-3, 3, COUNT, dtype=np.float32)
    sliders.set_values(values)
    bar = sliders.verticalScrollBar()
    seen = set()
    for at in range(0, bar.maximum() + 1, 5 * HEIGHT):
        bar.setValue(at)
        for index in shown(sliders):
            row = sliders.row(index)
            assert row is not None and row.number == values[index]
            seen.add(index)
    bar.setValue(bar.maximum())
    assert seen | set(shown(sliders)) == set(range(COUNT))


def test_keys_walk_beyond_what_is_on_screen(qtbot: QtBot, sliders: SliderList) -> None:
    first = sliders.row(0)
    assert first is not None
    first.setFocus()
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    row = QApplication.focusWidget()
    assert isinstance(row, SliderRow) and row.dimension.index == 30
    qtbot.keyClick(row, Qt.Key.Key_End)
    row = QApplication.focusWidget()
    assert isinstance(row, SliderRow) and row.dimension.index == COUNT - 1
    qtbot.keyClick(row, Qt.Key.Key_Right)
    assert sliders.values[-1] == np.float32(0.05)


def test_a_row_that_scrolls_away_keeps_its_keys_to_itself(
    qtbot: QtBot, sliders: SliderList
) -> None:
    """The widget serves another dimension then; an arrow key must not change that one."""
    row = sliders.row(3)
    assert row is not None
    row.setFocus()
    sliders.verticalScrollBar().setValue(100 * HEIGHT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert_array_equal(sliders.values, np.zeros(COUNT, np.float32))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert isinstance(focused, SliderRow) and focused.dimension.index == 3


def test_the_wheel_beside_the_track_scrolls_and_goes_on_scrolling(sliders: SliderList) -> None:
    row = sliders.row(2)
    assert row is not None
    turn_wheel(row, QPoint(10, HEIGHT // 2), -1)
    assert sliders.verticalScrollBar().value() > 0
    over_track = sliders.row(shown(sliders)[3])
    assert over_track is not None
    turn_wheel(over_track, place(over_track, 0.0), -1)
    assert not sliders.values.any()


def test_screen_readers_find_sliders_with_values(sliders: SliderList) -> None:
    sliders.set_value(1, 1.25)
    row = sliders.row(1)
    assert row is not None
    found = QAccessible.queryAccessibleInterface(row)
    assert found is not None
    assert found.role() == QAccessible.Role.Slider
    assert found.text(QAccessible.Text.Name) == "z1"
    assert row.value() == 1250
    sliders.set_locked(frozenset({1}))
    assert "locked" in found.text(QAccessible.Text.Description)


def test_the_menu_copies_values(sliders: SliderList) -> None:
    sliders.set_value(1, -0.5)
    by_name = {a.text(): a for a in sliders.menu(1).actions()}
    by_name["Copy value"].trigger()
    assert QGuiApplication.clipboard().text() == "-0.5"
    by_name["Copy all values"].trigger()
    assert QGuiApplication.clipboard().text().startswith("[0, -0.5, 0")


def test_a_number_outside_the_limits_is_not_taken(qtbot: QtBot, sliders: SliderList) -> None:
    row = sliders.row(0)
    assert row is not None
    qtbot.mouseClick(row, LEFT, NONE, row.value_box().center())
    entry = QApplication.focusWidget()
    qtbot.keyClicks(entry, "12345")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert not abs(sliders.values[0]) > 100


def test_figures_are_signed_and_of_one_width() -> None:
    assert figure(-0.42) == "\N{MINUS SIGN}0.420"
    assert figure(1.0) == "+1.000"
    assert figure(-0.0001) == "\N{FIGURE SPACE}0.000"
    assert figure(-0.04, 1) == "\N{FIGURE SPACE}0.0"


def test_a_scrolled_list_takes_a_smaller_latent(sliders: SliderList) -> None:
    """The rows of the old one are gone before the list scrolls back to its top."""
    sliders.verticalScrollBar().setValue(sliders.verticalScrollBar().maximum())
    assert sliders.seen[-1] == 511
    few = [Dimension(index, f"few {index}", None, "") for index in range(3)]
    sliders.set_dimensions(few, (2, 0, 1))
    assert sliders.seen == (2, 0, 1) and sliders.verticalScrollBar().value() == 0
    assert not sliders.row(511)
