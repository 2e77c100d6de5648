"""The window in another language: chosen, loaded, switched while it is open, plural forms kept."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import shiboken6
import torch
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.app import Program, make_window
from explorer.cli.window import LANGUAGES
from explorer.errors import FileMissing
from explorer.families import FAMILIES
from explorer.formats.manifest import Condition
from explorer.latent import Edited, Seed
from explorer.library import bundled
from explorer.opening.card import look
from explorer.phrases import ROLES
from explorer.session import files
from explorer.session.autosave import Autosave
from explorer.session.document import ModelFile, ModelRef
from explorer.session.models import difference
from explorer.training.data import STYLES
from explorer.ui import failures, language
from explorer.ui.failures import said, template
from explorer.ui.settings import Settings
from explorer.ui.widgets.slider_panel import SliderPanel
from explorer.ui.window import Window
from explorer.ui.words import name_of
from tests.opening import exports
from tests.ui.conftest import shows_picture
from tests.ui.drive import explore, picture, settle

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(autouse=True)
def _english_afterwards(qapp: object) -> Iterator[None]:
    yield
    language.apply("en")


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["zh-Hans-CN", "en-US"], "zh_CN"),
        (["zh-CN"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["zh-TW", "en-GB"], "en"),
        (["de-DE", "zh-SG"], "zh_CN"),
        (["de-DE", "fr-FR"], "en"),
        ([], "en"),
    ],
)
def test_the_system_asks_for_the_first_language_there_is(wanted: list[str], spoken: str) -> None:
    assert language.resolve("system", wanted) == spoken


def test_the_command_line_knows_the_same_languages() -> None:
    assert set(LANGUAGES) == set(language.NAMES)


def test_the_choice_is_kept_and_nonsense_is_not(tmp_path: Path) -> None:
    file = tmp_path / "s.ini"
    kept = Settings(QSettings(str(file), QSettings.Format.IniFormat))
    assert kept.language == "system"
    kept.language = "zh_CN"
    kept.sync()
    again = QSettings(str(file), QSettings.Format.IniFormat)
    assert Settings(again).language == "zh_CN"
    again.setValue("language", "tlh")
    assert Settings(again).language == "system"


def test_any_widget_may_ask_and_so_may_what_is_none(qtbot: QtBot) -> None:
    asker = QWidget()
    qtbot.addWidget(asker)
    language.apply("zh_CN")
    assert asker.tr("Undo") == language.tr("Undo") == "撤销"
    assert asker.tr("no such text") == "no such text"
    assert name_of(Edited(Seed(7), ((0, 1.0),))) == "种子 7，已编辑"


def test_numbers_have_their_forms() -> None:
    text = "{device}, %n threads"
    language.apply("en")
    assert language.plural(text, 1) == "{device}, 1 thread"
    assert language.plural(text, 4) == "{device}, 4 threads"
    language.apply("zh_CN")
    assert language.plural(text, 1).format(device="CPU") == "CPU，1 线程"


def test_a_failure_is_recognised_by_its_template_and_said_again() -> None:
    made = template("it has {0} bytes of {1} {{whole}}", "{1} 字节中只有 {0} 字节 {{全部}}")
    found = made.filled("it has 3 bytes of 9 {whole}")
    assert found is not None and made.filled("it has 3 bytes of 9") is None
    assert made.said.format(*found) == "9 字节中只有 3 字节 {全部}"


def test_failures_that_the_program_raises_are_said_in_the_language() -> None:
    """With what was filled in where it belongs, also where one sentence begins like another."""
    language.apply("zh_CN")
    assert said("it is not a picture") == "它不是图片"
    assert said("it has 3 dimensions and a latent has the shape (2,)") == (
        "它有 3 维，而潜变量的形状为 (2,)"
    )
    assert said("ONNX Runtime failed (a: b (c))") == "ONNX Runtime 运行失败 (a: b (c))"
    assert said("Open it again.") == "请重新打开。"


@pytest.mark.usefixtures("bundled_tiny")
def test_a_session_of_other_weights_says_so_in_the_language() -> None:
    language.apply("zh_CN")
    other = ModelRef("tiny-gan", "Rendered scenes", (ModelFile("extra.onnx", "0" * 64),))
    lost = difference(other)
    assert (
        lost is not None
        and said(lost) == "会话使用过模型“渲染场景”的 extra.onnx，而该模型已没有此文件"
    )
    gone = difference(ModelRef("gone", "Rendered scenes"))
    assert gone is not None and said(gone).startswith("需要模型“渲染场景”（gone）")


def test_what_no_template_fits_is_said_as_it_is() -> None:
    language.apply("zh_CN")
    for text in ("the moon is made of cheese", "Permission denied"):
        assert said(text) == text
    language.apply("en")
    assert said("Try again.") == "Try again."


def test_what_is_filled_in_is_said_too_where_it_is_a_phrase() -> None:
    language.apply("zh_CN")
    title = "DCGAN, 64 latents, 32 x 32 grey"
    assert said(title) == "DCGAN，64 个潜变量，32 × 32 灰度"
    assert said(f"The file also holds: {title}.") == f"文件中还有：{said(title)}。"
    tried = "A try gave numbers from 0 to 0.9: pictures in 0 to 1."
    assert said(tried) == "试运行得到的数值在 0 到 0.9 之间：图像取 0 到 1。"
    assert said("code 3: 4 (97 %)") == "编码 3：4 (97 %)"
    assert said("z12") == "z12" and said("noto") == "noto" and said("PC 4") == "PC 4"


def test_english_reads_no_file_of_translations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does another language for what Qt has loaded: the library's texts come at start."""
    monkeypatch.setattr(failures, "templates", lambda _: pytest.fail("a file was read"))
    language.apply("en")
    assert said("no such sentence") == "no such sentence"
    language.apply("zh_CN")
    assert said("floors and walls") == "地板和墙壁"


def test_all_words_of_bundled_models_are_said_in_the_language() -> None:
    """Names of drawing styles are not: twemoji is what it is called."""
    language.apply("zh_CN")
    names = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", *STYLES}
    for entry in bundled():
        one = entry.manifest
        texts = {one.title, one.summary, *one.latent.importance_kind.splitlines()}
        texts |= {n for c in one.conditions for n in c.names} - names
        texts |= {n for n in one.latent.names if not re.match(r"z\d|PC \d|\d,\d", n)}
        assert [text for text in texts if not CHINESE.search(said(text))] == []


def test_networks_are_called_by_words_of_the_language() -> None:
    roles = {role for family in FAMILIES for role in (*family.roles, *family.optional)}
    assert sorted(roles - set(ROLES)) == []


def test_a_class_told_by_its_name_is_chosen_in_any_language(qtbot: QtBot) -> None:
    """Python and older sessions tell a class by name; the box shows it in the language."""
    language.apply("zh_CN")
    panel = SliderPanel()
    qtbot.addWidget(panel)
    panel.set_conditions((Condition("label", ("effect", "monster")),))
    panel.show_conditions({"label": "monster"})
    assert panel.conditions["label"].currentText() == "怪物"


def test_a_card_gives_its_reasons_in_the_language(tmp_path: Path) -> None:
    """Of a file that is recognised, one that is a graph, one whose layers are proposed."""
    state = tmp_path / "a.pth"
    torch.save(exports.generator().state_dict(), state)
    graph = tmp_path / "b.onnx"
    exports.onnx(exports.generator(), graph, torch.zeros(2, exports.LATENT), ["z"], ["image"])
    language.apply("zh_CN")
    for path in (state, graph):
        card, _ = look(path)
        texts = [card.title, *card.because, *card.notes]
        assert len(texts) > 3 and [t for t in texts if not CHINESE.search(said(t))] == []


@pytest.fixture
def program(qtbot: QtBot, bundled_tiny: Path, settings: Settings) -> Iterator[Program]:
    """The program on the tiny VAE, in English."""
    settings.language, settings.theme = "en", "dark"
    made = Program(lambda: make_window("cpu", settings, measures=False))
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.open_first("tiny-vae")
    wait(qtbot, made)
    yield made
    made.window.close()
    made.window.deleteLater()


def wait(bot: QtBot, program: Program) -> None:
    bot.waitUntil(lambda: shows_picture(program.window), timeout=20_000)
    settle(bot, program.window)


def test_another_language_from_the_menu_goes_on_where_the_window_was(
    qtbot: QtBot, program: Program
) -> None:
    """Picture, view, undo and redo, session and docks are as they were; texts are not."""
    old = program.window
    explore(old).sliders.set_value(0, 1.0)
    old.store.settle()
    explore(old).sliders.set_value(0, -1.0)
    old.store.settle()
    settle(qtbot, old)
    old.store.undo()
    settle(qtbot, old)
    old.library_dock.hide()
    before, state, history = picture(old), old.store.state, old.store.history
    assert old.menus.languages["en"].isChecked()
    old.menus.languages["zh_CN"].trigger()
    qtbot.waitUntil(lambda: program.window is not old)
    new = program.window
    wait(qtbot, program)
    assert not shiboken6.isValid(old)
    assert new.menus.undo.text() == "撤销" and new.menus.languages["zh_CN"].isChecked()
    assert new.windowTitle().endswith("[*] - Latent Explorer") and new.isWindowModified()
    assert new.library_dock.isHidden()
    np.testing.assert_array_equal(picture(new), before)
    assert (new.store.state, new.store.history) == (state, history)
    new.store.undo()
    new.store.redo()
    new.store.redo()
    assert new.store.state.exploring == history[-1].exploring


def _has_another(program: Program, window: Window) -> bool:
    return program.window is not window


KILLED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from explorer.app import Program, application, make_window
from explorer.ui.settings import Settings

app = application()
kept = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
kept.language = "en"
program = Program(lambda: make_window("cpu", kept, measures=False, autosaves=Path(sys.argv[2])))
old = program.window
old.show()
old.open_first("tiny-vae")


def wait(done):
    loop, timer = QEventLoop(), QTimer(interval=5)
    timer.timeout.connect(lambda: loop.quit() if done() else None)
    timer.start()
    loop.exec()


wait(lambda: old.canvas is not None and old.canvas.image is not None and old.recovery.saver)
box = old.view("explore").panel.seed
box.setFocus()
box.selectAll()
QTest.keyClicks(box, "77")
QTest.keyClick(box, Qt.Key.Key_Return)
if sys.argv[3] == "before":
    program._made = lambda: os._exit(9)  # nothing is tidied up
old.menus.languages["zh_CN"].trigger()
wait(lambda: program.window is not old)
os._exit(9)
"""


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_kill_as_the_language_is_switched_loses_nothing(
    bundled_tiny: Path, tmp_path: Path, when: str
) -> None:
    """Just before the new window is made, and as soon as it stands; both within a moment of an
    edit that the clock of autosaves has not come to."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "s.ini"), str(tmp_path / "kept"), when],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 9, done.stderr.decode()
    (left,) = Autosave(tmp_path / "kept").left()
    assert files.load(left.path)[0].state.exploring.point == Seed(77)


def test_what_is_unsaved_stays_kept_by_the_new_window_and_goes_when_it_closes(
    qtbot: QtBot, bundled_tiny: Path, settings: Settings, tmp_path: Path
) -> None:
    settings.language, settings.theme = "en", "dark"
    program = Program(lambda: make_window("cpu", settings, measures=False, autosaves=tmp_path))
    old = program.window
    with qtbot.waitExposed(old):
        old.show()
    old.open_first("tiny-vae")
    wait(qtbot, program)
    explore(old).sliders.set_value(0, 1.0)
    for name in ("zh_CN", "en"):  # the second one before anything else is done
        window = program.window
        window.menus.languages[name].trigger()
        qtbot.waitUntil(partial(_has_another, program, window))
        (kept,) = tmp_path.glob("*.lsx")
        assert files.load(kept)[0].state == program.window.store.state
    wait(qtbot, program)
    assert not program.window.offer.isVisible()  # its own is no left one
    program.window.close()
    program.window.deleteLater()
    assert not list(tmp_path.glob("*.lsx")) and not list(tmp_path.glob("*.lock"))


def test_the_page_of_settings_switches_language_and_theme(qtbot: QtBot, program: Program) -> None:
    old = program.window
    page = old.preferences.show_page()
    assert not page.isModal()
    page.theme.setCurrentIndex(page.theme.findData("light"))
    page.theme.activated.emit(page.theme.currentIndex())
    assert old.settings.theme == "light" and old.menus.themes["light"].isChecked()
    page.language.setCurrentIndex(page.language.findData("zh_CN"))
    page.language.activated.emit(page.language.currentIndex())
    qtbot.waitUntil(lambda: program.window is not old)
    assert program.window.menus.file.title() == "文件(&F)"
    wait(qtbot, program)


def test_the_same_language_changes_nothing(qtbot: QtBot, program: Program) -> None:
    window = program.window
    window.menus.languages["en"].trigger()
    settle(qtbot, window)
    assert program.window is window and window.isVisible()


def test_a_failure_is_shown_in_the_language(qtbot: QtBot, program: Program) -> None:
    language.apply("zh_CN")
    error = FileMissing("a.png", "the file does not exist", "Check the path.")
    program.window.desk.failed.emit(error)
    words = program.window.banner.words.text()
    assert words == f"a.png：{said(error.cause)}。\n{said(error.remedy)}"


def test_causes_that_a_function_is_given_are_said_in_the_language() -> None:
    language.apply("zh_CN")
    assert said("it is 90000 x 90000 pixels") == "它有 90000 x 90000 像素"
    lacks = said("a vae model cannot score pictures: it has no critic")
    assert "给图像评分：它没有判别器" in lacks
    remedy = said("The pipelines that can be read: A, B.")
    assert remedy == "可读取的管线：A, B。"
