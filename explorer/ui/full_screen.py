"""The picture alone on a whole screen, live: on the second one, where there is one.

The window stays where it is and keeps the keys, so that one can work on one screen and show on the
other. With a single screen the picture lies over the window and takes the window's keys along.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from explorer.ui.palette import leaves
from explorer.ui.views.base import View
from explorer.ui.widgets.canvas import Canvas


def screen_for(screens: Sequence[QScreen], own: QScreen) -> QScreen:
    """The first screen that the window is not on, or the only one."""
    return next((screen for screen in screens if screen is not own), own)


class FullScreen(QWidget):
    """Shows what a canvas of the window shows, without a copy of its zoom.

    Signals:
        left: it was closed.
    """

    left = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Picture on the whole screen"))
        self._window = window
        self._source: Canvas | None = None
        self.canvas = Canvas(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)

    def show_on(self, screen: QScreen) -> None:
        """Cover a screen; the window keeps the keys where that is another one."""
        beside = screen is not self._window.screen()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, beside)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        if not beside:
            self.canvas.setFocus()

    def watch(self, source: Canvas | None, commands: Sequence[QAction]) -> None:
        """Follow another canvas, and hear the keys of these actions beside the menus' own."""
        if self._source is not None:
            self._source.painted.disconnect(self._follow)
        self._source = source
        if source is not None:
            source.painted.connect(self._follow)
            self._follow()
        for action in self.actions():
            self.removeAction(action)
        self.addActions([*_menu_actions(self._window), *leaves(commands)])

    def _follow(self) -> None:
        if self._source is not None:
            self.canvas.recipe = self._source.recipe
            self.canvas.set_smooth(self._source.sight.smooth)
            self.canvas.set_image(self._source.image)
            self.canvas.set_overlay(self._source.overlay)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Follow no more."""
        self.watch(None, ())
        super().closeEvent(event)
        self.left.emit()


class Projector(QObject):
    """Puts the picture of the view on screen onto a whole screen, and takes it away again."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._view: View | None = None
        self.page: FullScreen | None = None

    def toggle(self) -> None:
        """On, or off; nothing before there is a view."""
        if self.page is not None:
            self.page.close()
        elif self._view is not None:
            self.page = FullScreen(self._window)
            self.page.left.connect(self._left)
            self.watch(self._view)
            screen = screen_for(QGuiApplication.screens(), self._window.screen())
            self.page.show_on(screen)

    def watch(self, view: View) -> None:
        """Another view is on screen."""
        self._view = view
        if self.page is not None:
            self.page.watch(view.canvas, view.commands())

    def close(self) -> None:
        """Away with it."""
        if self.page is not None:
            self.page.close()

    def _left(self) -> None:
        if self.page is not None:
            self.page.deleteLater()
        self.page = None


def _menu_actions(window: QMainWindow) -> list[QAction]:
    """Every action of the menus with a key."""
    menus = [m for top in window.menuBar().actions() if isinstance(m := top.menu(), QMenu)]
    return [action for menu in menus for action in menu.actions() if action.shortcuts()]
