"""What is on the screen went through `tr`: no word is left that a translator never saw."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QGroupBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from explorer.library import bundled
from explorer.ui.views import VIEWS
from explorer.ui.window import Window
from tests.ui.drive import settle

OPEN, CLOSE = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
# Names that are nobody's language: of the program, solvers, runtimes, formats, keys, signs.
NAMES = re.compile(
    r"Latent Explorer|ONNX Runtime|torch|CPU|DDIM|DDPM|DPM-Solver|Euler|Heun|UniPC|PNDM|LMS|"
    r"English|Ctrl|Shift|Alt|Esc|Del|Space|Enter|Return|Home|End|Left|Right|Up|Down|Pg(Up|Down)|F[0-9]+|"
    r"MB|GIF|PNG|MP4|WebP|RGB|et al|log-SNR|x0|x_t|model.toml|[0-9.]+ ms"
)


class Marking(QTranslator):
    """Translates every text by putting it between marks."""

    def translate(self, context: str, text: str, comment: str | None = None, n: int = -1) -> str:
        if context != "QObject":
            return text
        said = text if n < 0 else text.replace("%n", str(n))
        return f"{OPEN}{said}{CLOSE}"


@pytest.fixture
def marked(qapp: object) -> Iterator[None]:
    marking = Marking()
    QCoreApplication.installTranslator(marking)
    yield
    QCoreApplication.removeTranslator(marking)


def texts(root: QWidget) -> Iterator[str]:
    """Everything that can be read or heard of what is on the screen."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible() and not widget.objectName().startswith("qt_"):
            yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
            if isinstance(widget, QLabel | QAbstractButton):
                yield widget.text()
            if isinstance(widget, QLineEdit):
                yield widget.placeholderText()
            if isinstance(widget, QGroupBox):
                yield widget.title()
            if isinstance(widget, QComboBox):
                yield from (widget.itemText(index) for index in range(widget.count()))
    yield from (action.text() for action in root.findChildren(QAction) if action.isVisible())


def names_of(window: Window) -> set[str]:
    """What the models and their authors are called, and what they say of themselves."""
    assert window.desk.spec is not None
    found = {condition.name for condition in window.desk.spec.conditions}
    found |= {name for c in window.desk.spec.conditions for name in c.names}
    found |= set(window.desk.spec.latent.names)
    for entry in bundled():
        made = entry.manifest
        found |= {made.name, made.title, made.summary, *made.networks}
    return {name for name in found if name}


def foreign(text: str, names: set[str]) -> str:
    """What of a text lies outside the marks, without names; "" for nothing."""
    before = None
    while before != text:
        before = text
        text = re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", " ", text)
    text = re.sub(r"<[^>]*>|&nbsp;", " ", text)
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " ")
    left = NAMES.sub(" ", text)
    return text if re.search(r"[A-Za-z]{2}", left) else ""


@pytest.mark.parametrize("model", ["tiny-vae", "tiny-ddpm"])
@pytest.mark.usefixtures("marked")
def test_every_view_speaks_through_the_translator(
    qtbot: QtBot, open_window: Callable[[str], Window], model: str
) -> None:
    window = open_window("tiny-vae")
    window.open_model(model)
    qtbot.waitUntil(lambda: window.store.state.model == model, timeout=20_000)
    qtbot.waitUntil(lambda: window.bridge.idle, timeout=90_000)
    window.history_dock.show()
    spec = window.desk.spec
    assert spec is not None
    names, left = names_of(window), set()
    for view in VIEWS:
        if view.suits(spec):
            window.show_view(view.name)
            settle(qtbot, window)
            left |= {f"{view.name}: {words}" for t in texts(window) if (words := foreign(t, names))}
    assert sorted(left) == []
