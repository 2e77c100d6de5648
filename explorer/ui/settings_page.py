"""The settings on one page: each takes effect at once, so there is nothing to confirm."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from explorer.runtimes import threads
from explorer.session import places
from explorer.ui import language, theme
from explorer.ui.settings import LEAST_MEMORY, MOST_MEMORY
from explorer.ui.trust_list import TrustList
from explorer.ui.widgets.page import Page

if TYPE_CHECKING:
    from explorer.ui.window import Window


class SettingsPage(Page):
    """A small window that can stay open; it shows the settings as they are when it opens."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.tr("Settings"), window)
        self._window, kept = window, window.settings
        inner = QWidget(self)
        form = QFormLayout(inner)
        form.setContentsMargins(24, 24, 24, 24)
        form.setVerticalSpacing(12)
        system = self.tr("As the system")
        languages = {"system": system, **language.NAMES}
        self.language = self._choice(languages, kept.language, window.preferences.set_language)
        self.language.setToolTip(self.tr("The window is made anew; nothing is lost"))
        form.addRow(self._label(self.tr("Language"), self.language), self.language)
        themes = {"system": system, "dark": self.tr("Dark"), "light": self.tr("Light")}
        self.theme = self._choice(themes, kept.theme, window.preferences.set_theme)
        self.theme.setToolTip(self.tr("Colours of the window"))
        form.addRow(self._label(self.tr("Theme"), self.theme), self.theme)
        self.smooth = QCheckBox(self.tr("Smooth pixels"), self)
        self.smooth.setToolTip(self.tr("Enlarged pictures: smooth, or crisp squares (N)"))
        self.smooth.setChecked(kept.smooth)
        self.smooth.toggled.connect(lambda _: window.menus.smooth.trigger())
        form.addRow("", self.smooth)
        self.memory = self._room(kept.memory)
        form.addRow(self._label(self.tr("Memory of open models"), self.memory), self.memory)
        self.threads = self._processors(kept.threads)
        form.addRow(self._label(self.tr("Processor threads"), self.threads), self.threads)
        self.trusted = TrustList(window.desk.failed.emit, window.preferences.revoked, self)
        form.addRow(self.tr("Trusted programs"), self.trusted)
        for title, place in (
            (self.tr("Settings are in"), kept.place),
            (self.tr("Unsaved sessions are in"), str(places.autosaves())),
        ):
            shown = QLabel(place, self)
            shown.setWordWrap(True)
            shown.setProperty("role", "quiet")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(title, shown)
        theme.inset_numbers(self)
        self.fill(inner, 520)

    def _room(self, size: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(LEAST_MEMORY, MOST_MEMORY)
        box.setSingleStep(256)
        box.setSuffix(self.tr(" MB"))
        box.setGroupSeparatorShown(True)
        box.setKeyboardTracking(False)
        box.setValue(size >> 20)
        box.setToolTip(
            self.tr("The least recently used are put away first, and open again when needed")
        )
        box.valueChanged.connect(lambda n: self._window.preferences.set_memory(n << 20))
        return box

    def _processors(self, count: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(0, threads.available() - 1)
        box.setSpecialValueText(self.tr("All ({count})").format(count=threads.available()))
        box.setKeyboardTracking(False)
        box.setValue(count if count < threads.available() else 0)
        box.setToolTip(
            self.tr("Networks on the CPU run on so many. Fewer leave room for other programs.")
        )
        box.valueChanged.connect(self._window.preferences.set_threads)
        return box

    def _choice(
        self, names: Mapping[str, str], chosen: str, act: Callable[[str], object]
    ) -> QComboBox:
        box = QComboBox(self)
        for name, text in names.items():
            box.addItem(text, name)
        box.setCurrentIndex(box.findData(chosen))
        box.activated.connect(lambda at: act(box.itemData(at)))
        return box

    def _label(self, text: str, of: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(of)
        of.setAccessibleName(text)
        return label
