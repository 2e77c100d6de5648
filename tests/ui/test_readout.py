"""Numbers under the picture: each in its place, a long one in the room that others do not need."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.plate import from_qimage
from explorer.ui.widgets.readout import Readout

LONG = "−7236.7 nats evidence lower bound, greys as chances"


def made(bot: QtBot) -> Readout:
    readout = Readout(["zoom 16", "M" * 18, "x 999  y 999  255"], long=1, plain=2)
    bot.addWidget(readout)
    readout.resize(420, 24)
    readout.show()
    bot.waitExposed(readout)
    return readout


def painted(readout: Readout) -> NDArray[np.bool_]:
    """In which columns there is anything."""
    image = from_qimage(readout.grab().toImage()).astype(int)
    seen: NDArray[np.bool_] = (abs(image - image[0, 0]).max(axis=2) > 8).any(axis=0)
    return seen


def test_a_long_text_has_the_room_that_an_empty_place_lends(qtbot: QtBot) -> None:
    readout = made(qtbot)
    readout.set_texts("zoom 8", LONG, "")
    alone = painted(readout)
    wide = readout.fontMetrics().horizontalAdvance(LONG)
    assert np.flatnonzero(alone)[-1] > wide, "it was cut although there was room"
    readout.set_texts("zoom 8", LONG, "x 1  y 2  0")
    beside = painted(readout)
    start = np.flatnonzero(alone)[0]
    assert (alone[start:120] == beside[start:120]).all(), "what stands there moved"
    assert not (alone == beside).all()
    readout.set_texts("zoom 8", LONG, "")
    assert (painted(readout) == alone).all()


def test_without_a_long_place_it_is_the_last(qtbot: QtBot) -> None:
    readout = Readout(["frame 1 of 60", ""])
    qtbot.addWidget(readout)
    readout.resize(420, 24)
    readout.show()
    readout.set_texts("frame 1", "somewhere between two key frames")
    assert np.flatnonzero(painted(readout))[-1] > 200
