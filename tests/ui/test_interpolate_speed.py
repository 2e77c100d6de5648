"""Constant visual speed, its plot, and the marks where a path leaves the shell."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from explorer import open_model
from explorer.formats.picture import to_bytes
from explorer.latent import Seed, Values, changes, typicality, unevenness
from explorer.session.plan import is_measured, path
from explorer.ui import theme
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.widgets.path_curves import SHELL, PathCurves, Profile
from tests.ui.drive import LEFT
from tests.ui.stage import Stage
from tests.ui.test_interpolate import settled, shown, stage, view

__all__ = ["stage", "view"]


@pytest.fixture
def uneven(stage: Stage, view: Interpolate) -> Interpolate:
    """A path of uneven times, measured."""
    view.add(Seed(3))
    stage.desk.edit("interpolating", times=(0.0, 0.15, 1.0), frames=24)
    measured(stage, view)
    return view


def curves(view: Interpolate) -> PathCurves:
    return view.track.curves


def measured(stage: Stage, view: Interpolate) -> None:
    """Wait for the curves of the path that is shown."""
    frames = stage.store.state.interpolating.frames
    stage.bot.waitUntil(lambda: len(curves(view).profile.typicality) == frames, timeout=20_000)
    settled(stage)


def click_even(view: Interpolate) -> None:
    QTest.mouseClick(view.panel.even, LEFT, pos=QPoint(8, view.panel.even.height() // 2))


def frames_of(stage: Stage) -> np.ndarray:
    model, now = open_model(stage.store.state.model), stage.store.state.interpolating
    images: np.ndarray = model.generate(path(stage.store.state).latents(now.frames, model.latent))
    return images


def test_the_speed_of_the_path_is_plotted(stage: Stage, uneven: Interpolate) -> None:
    wanted = 255 * changes(frames_of(stage))
    assert np.allclose(curves(uneven).profile.changes, wanted, atol=0.01)
    assert len(curves(uneven).profile.before) == 0
    low, high = f"{wanted.min():.1f}", f"{wanted.max():.1f}"
    assert curves(uneven).titles[0] == f"Change per frame: {low} – {high} grey levels"
    assert curves(uneven).accessibleDescription().startswith("Change per frame")


def test_at_constant_speed_every_frame_changes_the_picture_by_the_same_amount(
    stage: Stage, uneven: Interpolate
) -> None:
    before = 255 * changes(frames_of(stage))
    click_even(uneven)
    stage.bot.waitUntil(lambda: is_measured(stage.store.state), timeout=20_000)
    measured(stage, uneven)
    after = 255 * changes(frames_of(stage))
    assert unevenness(after) < 0.05 < unevenness(before)
    profile = curves(uneven).profile
    assert np.allclose(profile.changes, after, atol=0.01)
    assert np.allclose(profile.before, before, atol=0.01)
    assert ", before " in curves(uneven).titles[0]
    position = uneven.timeline.times[1]
    assert position == pytest.approx(path(stage.store.state).when(1))
    assert abs(position - 0.15) > 0.05  # the thumbnail stands where the key is reached now


def test_what_is_played_is_the_re_timed_path(stage: Stage, uneven: Interpolate) -> None:
    click_even(uneven)
    stage.bot.waitUntil(lambda: is_measured(stage.store.state), timeout=20_000)
    measured(stage, uneven)
    frames = frames_of(stage)
    QTest.keyClick(uneven.strip, Qt.Key.Key_Home)
    for _ in range(7):
        QTest.keyClick(uneven.strip, Qt.Key.Key_Right)
    settled(stage)
    assert uneven.frame == 7
    assert np.abs(shown(uneven).astype(int) - to_bytes(frames[7]).astype(int)).max() <= 1


def test_the_measurement_is_no_entry_of_the_history(stage: Stage, uneven: Interpolate) -> None:
    click_even(uneven)
    stage.bot.waitUntil(lambda: is_measured(stage.store.state), timeout=20_000)
    measured(stage, uneven)
    on = stage.store.state
    stage.store.undo()
    assert stage.store.state.interpolating.even is False
    stage.store.redo()
    measured(stage, uneven)
    assert stage.store.state == on


def test_another_path_is_measured_anew(stage: Stage, uneven: Interpolate) -> None:
    click_even(uneven)
    stage.bot.waitUntil(lambda: is_measured(stage.store.state), timeout=20_000)
    uneven.add(Seed(9))
    assert not is_measured(stage.store.state)
    assert len(curves(uneven).profile.changes) == 0  # what was drawn is not true of it
    stage.bot.waitUntil(lambda: is_measured(stage.store.state), timeout=20_000)
    measured(stage, uneven)
    assert unevenness(curves(uneven).profile.changes) < 0.05


def test_eases_rest_at_constant_speed_and_say_why(stage: Stage, uneven: Interpolate) -> None:
    """The re-timing takes back whatever an ease does."""
    ease, chips = uneven.panel.ease, uneven.timeline.chips
    assert ease.isEnabled() and "Constant visual speed" not in ease.toolTip()
    QTest.mouseClick(uneven.panel.even, LEFT, pos=QPoint(8, uneven.panel.even.height() // 2))
    settled(stage)
    assert not ease.isEnabled() and "Constant visual speed" in ease.toolTip()
    entries = {action.text(): action for action in chips.menu(0).actions()}
    assert entries["Linear"].isEnabled() and not entries["Slow start"].isEnabled()


def test_keys_are_not_retimed_by_hand_at_constant_speed(stage: Stage, uneven: Interpolate) -> None:
    click_even(uneven)
    stage.bot.waitUntil(lambda: is_measured(stage.store.state), timeout=20_000)
    settled(stage)
    QTest.mouseClick(uneven.timeline, LEFT, pos=uneven.timeline.thumb_rect(1).center())
    QTest.keyClick(uneven.timeline, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert stage.store.state.interpolating.times == (0.0, 0.15, 1.0)
    assert "Constant visual speed" in stage.said[-1]
    assert not uneven.panel.ease.isEnabled()


# -- the shell ------------------------------------------------------------------------------------


def test_a_mark_stands_where_the_path_leaves_the_shell(stage: Stage, view: Interpolate) -> None:
    """A straight line between opposite points goes through the middle, where nothing is typical."""
    model = open_model(stage.store.state.model)
    point = model.latent.draw(5)
    keys = (Values.of(point, "a"), Values.of(-point, "b"))
    stage.desk.edit("interpolating", keys=keys, mode="linear", frames=41)
    measured(stage, view)
    latents = path(stage.store.state).latents(41, model.latent)
    wanted = typicality(latents)
    profile = curves(view).profile
    assert np.allclose(profile.typicality, wanted)
    ((start, end),) = profile.outside
    inside = np.abs(wanted) <= SHELL
    first = int(np.argmin(inside))
    assert (first - 1) / 40 < start < first / 40
    assert start == pytest.approx(1 - end, abs=1e-6)
    assert "σ inside, left in frames" in curves(view).titles[1]
    # the mark itself, in its own colour, at its place on the strip's track
    image = curves(view).grab().toImage()
    x, top = round(view.strip.track.x(start)), curves(view)._lane(1).top()
    ratio = image.devicePixelRatio()
    found = image.pixelColor(round(x * ratio), round((top + 2) * ratio))
    assert found == theme.current().caution


def test_a_path_on_the_shell_has_no_mark(stage: Stage, view: Interpolate) -> None:
    stage.desk.edit("interpolating", frames=30)
    measured(stage, view)
    assert curves(view).profile.outside == ()
    assert curves(view).titles[1].endswith("never left")


def test_stretches_off_the_shell_may_begin_and_end_anywhere() -> None:
    values = np.array([3.0, 1.0, 1.0, -3.0, -3.0, 1.0, 5.0])
    stretches = Profile(typicality=values).outside
    wanted = [(0, 0.5 / 6), (2.5 / 6, 4.5 / 6), (5.25 / 6, 1)]
    assert np.allclose(stretches, wanted)
    assert Profile().outside == ()
