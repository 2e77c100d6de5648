"""A stranger's file in the window: the card at once, the sliders after it, answers put right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.opening import pieces, trust
from explorer.sampling import Result
from explorer.ui.opener import OPEN
from explorer.ui.window import Window
from tests.opening import exports
from tests.opening.exports import LATENT, SIZE
from tests.ui.drive import LEFT, drop, picture, settle


def opened(bot: QtBot, window: Window, path: Path) -> None:
    bot.waitUntil(lambda: window.store.state.model == str(path), timeout=60_000)
    settle(bot, window)


@pytest.fixture
def window(open_window: Callable[[str], Window]) -> Window:
    return open_window("tiny-gan")


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    path = tmp_path / "net.pth"
    torch.save(exports.generator().state_dict(), path)
    return path


def test_a_dropped_graph_has_a_card_and_sliders(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "net.onnx"
    exports.onnx(exports.generator(), path, torch.zeros(2, LATENT), ["z"], ["image"])
    drop(window, path)
    assert window.file_dock.isVisible()  # before anything of it was read
    opened(qtbot, window, path)
    assert picture(window).shape == (SIZE, SIZE, 3)
    assert window.desk.spec is not None and window.desk.spec.latent.shape == (LATENT,)
    words = window.file.facts.accessibleName()
    assert "ONNX" in words and "Opening runs: nothing" in words
    qtbot.waitUntil(lambda: exports.sha256(path)[:12] in window.file.facts.text())
    window.open_model("tiny-gan")
    assert not window.file_dock.isVisible()


def test_a_large_file_tells_how_far_it_is_read(
    qtbot: QtBot, window: Window, weights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every tensor is a step here, as every 32 MB of a large file are; the model comes last."""
    monkeypatch.setattr(pieces, "_STEP", 1)
    seen: list[int | None] = []

    def note(result: Result) -> None:
        if result.slot == OPEN and result.frame is not None:
            seen.append(result.frame.values.get("read"))

    window.bridge.arrived.connect(note)
    drop(window, weights)
    opened(qtbot, window, weights)
    told = [done for done in seen if done is not None]
    assert len(told) > 1 and told == sorted(told) and seen == [*told, None]
    assert picture(window).shape == (SIZE, SIZE, 3)


def test_answers_are_tried_beside_the_model_and_used_when_said(
    qtbot: QtBot, window: Window, weights: Path
) -> None:
    drop(window, weights)
    opened(qtbot, window, weights)
    form = window.file.form
    assert form.range is not None and form.range.currentText() == "-1 to 1"
    before = window.desk.spec
    form.range.setCurrentText("0 to 1")
    form.range.textActivated.emit("0 to 1")
    qtbot.waitUntil(window.file.tried.isVisible, timeout=60_000)
    assert window.desk.spec is before and not window.file.tried.pixmap().isNull()
    window.file.use.ensurePolished()
    qtbot.mouseClick(window.file.use, LEFT)
    qtbot.waitUntil(
        lambda: window.desk.spec is not None and window.desk.spec.image.low == 0.0, timeout=60_000
    )
    settle(qtbot, window)
    assert weights.with_name("net.pth.toml").is_file()


def test_a_file_that_fails_leaves_the_open_model(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    before = picture(window)
    path = tmp_path / "broken.pt"
    path.write_bytes(b"PK\x03\x04 nothing more")
    drop(window, path)
    qtbot.waitUntil(window.banner.isVisible, timeout=60_000)
    settle(qtbot, window)
    assert "broken.pt" in window.banner.words.text()
    assert "times" not in window.banner.words.text(), "said by the card and by the opening"
    assert not window.file_dock.isVisible(), "no card of what cannot be read"
    assert window.store.state.model == "tiny-gan" and (picture(window) == before).all()


def test_weights_that_are_no_numbers_are_said_and_shown_neutral(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    """Training that came apart: one grey, not whatever bytes NaN happens to become."""
    state, path = exports.generator().state_dict(), tmp_path / "nan.pth"
    state["up1.weight"].fill_(float("nan"))
    torch.save(state, path)
    drop(window, path)
    opened(qtbot, window, path)
    qtbot.waitUntil(lambda: picture(window).shape == (SIZE, SIZE, 3))
    assert picture(window).min() == picture(window).max()
    assert window.banner.isVisible() and "mid-grey" in window.banner.words.text()


def test_a_program_asks_once_for_trust(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    from explorer.opening import sidecar
    from explorer.opening.answers import of

    path = exports.script(exports.generator(), tmp_path / "script.pt")
    sidecar.save(path, of(inputs={"z": "latent"}))
    drop(window, path)
    qtbot.waitUntil(window.file.trust.isVisible, timeout=60_000)
    settle(qtbot, window)
    assert window.store.state.model == "tiny-gan" and trust.hashes() == frozenset()
    seen = window.file.trust.visibleRegion().boundingRect()
    assert seen == window.file.trust.rect()  # its hash, which cannot be broken, widened the card
    assert exports.sha256(path) in window.banner.words.text()
    qtbot.mouseClick(window.file.trust, LEFT)
    opened(qtbot, window, path)
    assert trust.hashes() == {exports.sha256(path)}
    assert picture(window).shape == (SIZE, SIZE, 3)


def test_two_files_dropped_together_are_one_model(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    one = tmp_path / "a_enc.onnx"
    two = tmp_path / "a_dec.onnx"
    x, z = torch.zeros(2, 3, SIZE, SIZE), torch.zeros(2, LATENT)
    exports.onnx(exports.encoder(), one, x, ["image"], ["mu", "logvar"])
    exports.onnx(exports.generator(), two, z, ["z"], ["image"])
    drop(window, one, two)
    opened(qtbot, window, one)
    assert window.desk.spec is not None and "encode" in window.desk.spec.capabilities


def test_a_file_that_is_written_again_is_read_again(
    qtbot: QtBot, window: Window, weights: Path
) -> None:
    drop(window, weights)
    opened(qtbot, window, weights)
    before = picture(window)
    torch.save(exports.generator(5).state_dict(), weights)
    qtbot.waitUntil(lambda: bool((picture(window) != before).any()), timeout=60_000)
    QApplication.processEvents()
    settle(qtbot, window)
