"""Saving a path from the window: format and size by hand, progress, cancel, and back by drop."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from explorer import open_model
from explorer.export import recipe_in
from explorer.export.beside import Beside
from explorer.formats.picture import to_bytes
from explorer.latent import Edited, Seed
from explorer.session.plan import film_length, film_places, path
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.window import Window
from tests.export.test_writers import film
from tests.ui.drive import LEFT, drop, picture, settle

MOVING = (".mp4", ".gif", ".webp", "-####.png")


@pytest.fixture
def window(qtbot: QtBot, vae: Window) -> Window:
    """On a path of three keys, ten frames."""
    vae.show_view("interpolate")
    keys = (Seed(1), Edited(Seed(2), ((1, 1.5),)), Seed(3))
    vae.desk.edit("interpolating", keys=keys, frames=10, rate=12.0, position=0.4)
    settle(qtbot, vae)
    return vae


def view(window: Window) -> Interpolate:
    made = window.view("interpolate")
    assert isinstance(made, Interpolate)
    return made


def pick(box: QComboBox, index: int) -> None:
    """Go to an entry by keys."""
    box.setFocus()
    while box.currentIndex() != index:
        QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < index else Qt.Key.Key_Up)


def save(
    bot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, file: Path, suffix: str
) -> Path:
    """Choose the format, press the button, answer the dialog; wait for the file."""
    panel = view(window).panel.film
    wanted = next(i for i in range(5) if panel.formats.itemData(i) == suffix)
    pick(panel.formats, wanted)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: (str(file), words[3]))
    QTest.mouseClick(panel.button, LEFT)
    settle(bot, window)
    return file.with_name(file.name + suffix)


def frames(window: Window) -> np.ndarray:
    state = window.store.state
    model = open_model("tiny-vae")
    latents = path(state).latents(state.interpolating.frames, model.latent)
    return np.stack([to_bytes(image) for image in model.generate(latents)])


@pytest.mark.parametrize("suffix", MOVING)
def test_every_frame_is_in_the_film_at_the_size_chosen(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, suffix: str
) -> None:
    pick(view(window).panel.film.sizes, 1)
    assert view(window).panel.film.sizes.currentText() == "32 × 32  (2×)"
    found = film(save(qtbot, window, monkeypatch, tmp_path / "a", suffix))
    wanted = frames(window).repeat(2, axis=1).repeat(2, axis=2)
    assert len(found) == 10
    for ours, theirs in zip(wanted, found, strict=True):
        assert theirs.shape == (32, 32, 3)
        most = 16 if suffix == ".mp4" else 1  # noise is the worst that a film can be asked to show
        assert np.abs(ours.astype(int) - theirs).mean() <= most


def test_back_and_forth_is_in_the_film_and_its_ends_once(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bounce = view(window).panel.bounce
    QTest.mouseClick(bounce, LEFT, pos=QPoint(8, bounce.height() // 2))
    pick(view(window).panel.film.sizes, 0)
    found = film(save(qtbot, window, monkeypatch, tmp_path / "a", ".webp"))
    assert len(found) == 18
    for index in range(1, 9):
        assert_array_equal(found[index], found[18 - index])


def test_back_and_forth_without_a_loop_ends_where_it_began(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window.desk.edit("interpolating", bounce=True, loop=False)
    pick(view(window).panel.film.sizes, 0)
    found = film(save(qtbot, window, monkeypatch, tmp_path / "a", ".webp"))
    assert len(found) == 19
    assert_array_equal(found[0], found[-1])


def test_the_button_says_how_long_the_film_is(qtbot: QtBot, window: Window) -> None:
    button = view(window).panel.film.button
    assert button.toolTip().startswith("10 frames, as a film 0.8 s\n")
    window.desk.edit("interpolating", bounce=True)
    assert button.toolTip().startswith("18 frames, as a film 1.5 s\n")


def test_a_second_film_does_not_take_the_place_of_the_first(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    """Both were asked for: both are made, and both are told of."""
    said: list[str] = []
    window.desk.said.connect(said.append)
    files = [tmp_path / "one.webp", tmp_path / "two.gif"]
    for file in files:
        view(window).save(file)
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    assert {len(film(file)) for file in files} == {10}
    assert sorted(said) == [f"Saved {file}." for file in files]


def test_a_closed_loop_ends_before_the_frame_it_begins_with(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    closed = view(window).panel.closed
    QTest.mouseClick(closed, LEFT, pos=QPoint(8, closed.height() // 2))
    pick(view(window).panel.film.sizes, 0)
    found = film(save(qtbot, window, monkeypatch, tmp_path / "a", ".webp"))
    assert len(found) == 9
    assert np.abs(frames(window)[8].astype(int) - found[8]).max() <= 1


@pytest.mark.parametrize("suffix", MOVING)
def test_a_film_dropped_on_the_window_opens_as_it_was_saved(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, suffix: str
) -> None:
    even = view(window).panel.even
    QTest.mouseClick(even, LEFT, pos=QPoint(8, even.height() // 2))
    qtbot.waitUntil(lambda: path(window.store.state).retiming is not None, timeout=20_000)
    settle(qtbot, window)
    state, before = window.store.state, picture(window)
    file = save(qtbot, window, monkeypatch, tmp_path / "a", suffix)
    if suffix == "-####.png":  # the third of ten frames: everything as it was, seen from there
        state = replace(state, interpolating=replace(state.interpolating, position=2 / 9))
        file, before = tmp_path / "a-0003.png", frames(window)[2]
    window.desk.edit("interpolating", keys=(Seed(8), Seed(9)), even=False, frames=4)
    window.show_view("explore")
    settle(qtbot, window)
    drop(window, file)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.store.state == state, timeout=10_000)
    settle(qtbot, window)
    assert_array_equal(picture(window), before)


def test_a_film_from_elsewhere_is_refused_with_a_sentence(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    (tmp_path / "holiday.mp4").write_bytes(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom")
    drop(window, tmp_path / "holiday.mp4")
    qtbot.waitUntil(window.banner.isVisible, timeout=10_000)
    assert "holiday.mp4" in window.banner.words.text()
    assert "no recipe" in window.banner.words.text()


class Gate:
    """Holds the packer before its first frame until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = threading.Event()
        run = Beside._run

        def held(beside: Beside) -> None:
            self.go.wait(30)
            run(beside)

        monkeypatch.setattr(Beside, "_run", held)


def test_a_film_shows_its_progress_and_can_be_cancelled(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The window stays live meanwhile: a scrub is answered while the film waits."""
    (tmp_path / "a.mp4").write_bytes(b"old")
    gate = Gate(monkeypatch)
    window.desk.edit("interpolating", frames=200)
    view(window).save(tmp_path / "a.mp4")
    job = window.status.job
    qtbot.waitUntil(lambda: job.bar.isVisible() and job.bar.value() >= 3, timeout=20_000)
    assert "Saving a.mp4" in job.label.text()
    assert "s left" in job.label.text()
    assert job.bar.maximum() == 14
    before = picture(window)
    QTest.keyClick(view(window).strip, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: not np.array_equal(picture(window), before), timeout=20_000)
    QTest.mouseClick(job.stop, LEFT)
    assert window.status.currentMessage() == "Saving a.mp4: cancelled"
    gate.go.set()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not job.bar.isVisible(), timeout=10_000)
    assert (tmp_path / "a.mp4").read_bytes() == b"old"
    assert [file.name for file in tmp_path.glob("*a*")] == ["a.mp4"]


def test_a_window_closed_over_a_film_leaves_no_thread(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gate = Gate(monkeypatch)
    window.desk.edit("interpolating", frames=200)
    view(window).save(tmp_path / "a.mp4")
    job = window.status.job
    qtbot.waitUntil(lambda: job.bar.isVisible() and job.bar.value() >= 3, timeout=20_000)
    gate.go.set()
    window.close()
    left = [t.name for t in threading.enumerate() if t.name == "explorer-export"]
    assert not left
    assert not list(tmp_path.glob("*.mp4"))


def test_a_sheet_holds_all_frames_in_one_row_with_the_recipe(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pick(view(window).panel.film.sizes, 0)
    file = save(qtbot, window, monkeypatch, tmp_path / "a", ".png")
    with Image.open(file) as image:
        assert image.size == (10 * 17 - 1, 16)
    assert recipe_in(file)


def test_a_film_is_the_same_whatever_else_is_asked_meanwhile(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    """A busy engine makes it later, not otherwise."""
    made = []
    for name in ("quiet.mp4", "busy.mp4"):
        view(window).save(tmp_path / name)
        if name == "busy.mp4":
            for step in range(20):
                window.desk.edit("interpolating", record=False, position=step / 20)
                qtbot.wait(1)
            window.desk.edit("interpolating", record=False, position=0.4)
        settle(qtbot, window)
        qtbot.waitUntil((tmp_path / name).exists, timeout=20_000)
        made.append(film(tmp_path / name))
    assert_array_equal(np.stack(made[0]), np.stack(made[1]))


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("bounce", [True, False])
@pytest.mark.parametrize("loop", [True, False])
def test_a_frame_of_a_sequence_reopens_as_that_frame(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    closed: bool, bounce: bool, loop: bool,
) -> None:  # fmt: skip
    """Each file brings the playhead to where its own picture is."""
    window.desk.edit("interpolating", frames=5, closed=closed, bounce=bounce, loop=loop)
    settle(qtbot, window)
    state = window.store.state
    view(window).panel.film.sizes.setCurrentIndex(0)
    save(qtbot, window, monkeypatch, tmp_path / "f", "-####.png")
    files = sorted(tmp_path.glob("f-*.png"))
    assert len(files) == film_length(state) == len(film_places(state))
    for file in (files[1], files[-1]):
        drop(window, file)
        qtbot.waitUntil(lambda: window.aside.idle, timeout=20_000)
        settle(qtbot, window)
        with Image.open(file) as image:
            assert_array_equal(picture(window), np.asarray(image))
        now = window.store.state
        place = now.interpolating.position
        assert place == film_places(state)[files.index(file)]
        assert replace(now, interpolating=replace(now.interpolating, position=0.4)) == state
