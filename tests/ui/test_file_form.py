"""What a card leaves to the user, corrected by mouse and keys, with pictures of a try."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from explorer.sampling.frames import pixels
from explorer.ui.window import Window
from tests.opening import exports
from tests.opening.exports import SIZE
from tests.ui.drive import LEFT, drop, picture, settle

BY = " \N{MULTIPLICATION SIGN} "


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[[str], Window], tmp_path: Path) -> Window:
    """The window on weights that nobody knows the architecture of."""
    path = tmp_path / "net.pth"
    torch.save(exports.generator().state_dict(), path)
    window = open_window("tiny-gan")
    drop(window, path)
    qtbot.waitUntil(lambda: window.store.state.model == str(path), timeout=60_000)
    settle(qtbot, window)
    return window


def choose(bot: QtBot, box: QComboBox, text: str) -> None:
    """By the arrow keys; each step is an answer."""
    box.setFocus()
    steps = box.findText(text) - box.currentIndex()
    assert box.findText(text) >= 0, [box.itemText(i) for i in range(box.count())]
    for _ in range(abs(steps)):
        bot.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert box.currentText() == text


def use(bot: QtBot, window: Window) -> None:
    """See the pictures of a try, then press the button that keeps the answers."""
    bot.waitUntil(window.file.tried.isVisible, timeout=60_000)
    settle(bot, window)
    before = window.desk.spec
    bot.mouseClick(window.file.use, LEFT)
    bot.waitUntil(lambda: window.desk.spec is not before, timeout=60_000)
    settle(bot, window)


def test_where_a_vector_becomes_maps_is_chosen_among_what_fits(
    qtbot: QtBot, window: Window
) -> None:
    """The picture, and its size, are those of the other reshape."""
    box = next(
        box
        for box in window.file.form.findChildren(QComboBox)
        if box.currentText() == BY.join("844")
    )
    choose(qtbot, box, BY.join("828"))
    use(qtbot, window)
    assert window.desk.spec is not None
    image = window.desk.spec.image
    assert (image.height, image.width) == (SIZE // 2, SIZE * 2)
    net = exports.generator()
    z = torch.from_numpy(window.desk.spec.latent.draw(0)[None])
    with torch.inference_mode():
        maps = torch.relu(net.fit(z)).reshape(-1, 8, 2, 8)
        wanted = torch.tanh(net.up2(torch.relu(net.up1(maps))))
    shown = pixels(wanted.permute(0, 2, 3, 1).numpy() / 2 + 0.5)[0]
    assert np.abs(picture(window).astype(int) - shown).max() <= 1


def test_a_range_of_ones_own_is_typed(qtbot: QtBot, window: Window) -> None:
    form = window.file.form
    assert form.range is not None and form.bounds is not None
    assert not form.bounds[0].isVisible()
    choose(qtbot, form.range, "other")
    low, high = form.bounds
    assert low.isVisible() and (low.value(), high.value()) == (-1.0, 1.0)
    assert form.minimumSizeHint().width() <= window.file.minimumWidth() - 16, "nothing is cut off"
    for box, text in ((low, "-0.5"), (high, "2.25")):
        box.setFocus()
        box.selectAll()
        qtbot.keyClicks(box, text)
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert form.answers().span == (-0.5, 2.25)
    qtbot.waitUntil(window.file.tried.isVisible, timeout=60_000)
    wide = window.file.tried.minimumSizeHint().width()
    assert wide <= window.file.minimumWidth() - 16, "nor the pictures"
    use(qtbot, window)
    assert window.desk.spec is not None
    assert (window.desk.spec.image.low, window.desk.spec.image.high) == (-0.5, 2.25)
    assert form.bounds is not None and form.bounds[0].isVisible(), "the card shows what counts"
    assert form.bounds[0].value() == -0.5
