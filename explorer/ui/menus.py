"""The menu bar: every command of the window, with its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from explorer.ui import language
from explorer.ui.about import show_about
from explorer.ui.clipboard import copy_latent, copy_python, paste_latent
from explorer.ui.shortcuts import show_shortcuts
from explorer.ui.views import VIEWS
from explorer.ui.views.base import View

if TYPE_CHECKING:
    from explorer.ui.window import Window


class Menus:
    """Builds the menus once and keeps them in step with what is open."""

    def __init__(self, window: Window) -> None:
        self._window = window
        bar = window.menuBar()
        tr = window.tr
        self.file = bar.addMenu(tr("&File"))
        self.edit = bar.addMenu(tr("&Edit"))
        self.look = bar.addMenu(tr("&View"))
        self.commands = bar.addMenu(tr("&Explore"))
        self.help = bar.addMenu(tr("&Help"))
        self._file()
        self._edit()
        self._look()
        self._help()
        self.commands.menuAction().setVisible(False)

    def _add(self, menu: QMenu, text: str, act: Callable[[], object], keys: str = "") -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _=False: act())
        if keys:
            action.setShortcut(QKeySequence(keys))
        return action

    def _file(self) -> None:
        window, tr, menu = self._window, self._window.tr, self.file
        self._add(menu, tr("Open..."), window.ask_to_open, "Ctrl+O")
        self.bundled = menu.addMenu(tr("Open bundled model"))
        self.bundled.aboutToShow.connect(self._fill_bundled)
        self.recent = menu.addMenu(tr("Open recent"))
        self.recent.aboutToShow.connect(self._fill_recent)
        self._add(menu, tr("Open session..."), window.ask_for_session, "Ctrl+Shift+O")
        menu.addSeparator()
        self._add(menu, tr("Save session"), window.sessions.save, "Ctrl+Alt+S")
        self._add(menu, tr("Save session as..."), window.sessions.save_as, "Ctrl+Alt+Shift+S")
        menu.addSeparator()
        self._add(menu, tr("Save picture as..."), lambda: self._on_canvas("save_as"), "Ctrl+S")
        menu.addSeparator()
        self._add(menu, tr("Quit"), window.close, "Ctrl+Q")

    def _fill_bundled(self) -> None:
        """In the order of the library; once, as it stays the same."""
        if self.bundled.isEmpty():
            for name, card in self._window.library.cards.items():
                self._add(self.bundled, card.text(), partial(self._window.open_model, name))

    def _fill_recent(self) -> None:
        self.recent.clear()
        paths = self._window.settings.recent
        for path in paths:
            self._add(self.recent, path, partial(self._window.open_any, path))
        if not paths:
            self.recent.addAction(self._window.tr("Nothing yet")).setEnabled(False)

    def _edit(self) -> None:
        window, tr, menu = self._window, self._window.tr, self.edit
        self.undo = self._add(menu, tr("Undo"), window.desk.undo, "Ctrl+Z")
        self.redo = self._add(menu, tr("Redo"), window.desk.redo, "Ctrl+Shift+Z")
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self._add(menu, tr("Pin this state"), window.history.pin_present, "Ctrl+D")
        menu.addSeparator()
        self._add(menu, tr("Copy picture"), lambda: self._on_canvas("copy"), "Ctrl+C")
        self._add(menu, tr("Copy latent"), partial(copy_latent, window.desk), "Ctrl+Shift+C")
        self._add(menu, tr("Copy as Python"), partial(copy_python, window.desk), "Ctrl+Alt+C")
        self._add(menu, tr("Paste latent"), partial(paste_latent, window.desk), "Ctrl+Shift+V")
        menu.addSeparator()
        self.send = menu.addMenu(tr("Send picture"))
        self.send.aboutToShow.connect(lambda: window.sending.fill_present(self.send))
        self.show_history(False, False)

    def _look(self) -> None:
        window, tr, menu = self._window, self._window.tr, self.look
        self.views: dict[str, QAction] = {}
        group = QActionGroup(menu)
        for number, view in enumerate(VIEWS, 1):
            action = self._add(
                menu, tr(view.title), partial(window.show_view, view.name), f"Ctrl+{number}"
            )
            action.setCheckable(True)
            action.setVisible(False)
            group.addAction(action)
            self.views[view.name] = action
        menu.addSeparator()
        self._add(menu, tr("Zoom in"), lambda: self._zoom(1), "Ctrl++")
        self._add(menu, tr("Zoom out"), lambda: self._zoom(-1), "Ctrl+-")
        self._add(menu, tr("Fit"), lambda: self._on_canvas("fit"), "F")
        self.smooth = self._add(menu, tr("Smooth pixels"), self._toggle_smooth, "N")
        self.smooth.setCheckable(True)
        menu.aboutToShow.connect(self._show_state)
        menu.addSeparator()
        self.full_screen = self._add(menu, tr("Full screen"), window.projector.toggle, "F11")
        self.full_screen.setCheckable(True)
        menu.addSeparator()
        library = window.library_dock.toggleViewAction()
        library.setShortcut(QKeySequence("Ctrl+L"))
        menu.addAction(library)
        self._add(menu, tr("Find a model"), self._find_model, "Ctrl+F")
        history = window.history_dock.toggleViewAction()
        history.setShortcut(QKeySequence("Ctrl+H"))
        menu.addAction(history)
        self._themes(menu.addMenu(tr("Theme")))
        self._languages(menu.addMenu(tr("Language")))
        self._add(menu, tr("Settings..."), window.preferences.show_page, "Ctrl+,")

    def _themes(self, menu: QMenu) -> None:
        tr = self._window.tr
        names = {"system": tr("As the system"), "dark": tr("Dark"), "light": tr("Light")}
        self.themes = self._choices(menu, names, self._window.preferences.set_theme)
        self.show_theme(self._window.settings.theme)

    def _languages(self, menu: QMenu) -> None:
        names = {"system": self._window.tr("As the system"), **language.NAMES}
        self.languages = self._choices(menu, names, self._window.preferences.set_language)
        self.languages[self._window.settings.language].setChecked(True)

    def _choices(
        self, menu: QMenu, names: Mapping[str, str], act: Callable[[str], object]
    ) -> dict[str, QAction]:
        group = QActionGroup(menu)
        made = {name: self._add(menu, text, partial(act, name)) for name, text in names.items()}
        for action in made.values():
            action.setCheckable(True)
            group.addAction(action)
        return made

    def _help(self) -> None:
        window, tr, menu = self._window, self._window.tr, self.help
        self._add(menu, tr("Command palette"), window.show_palette, "Ctrl+Shift+P")
        self._add(menu, tr("Keys and mouse"), lambda: show_shortcuts(window), "F1")
        self._add(menu, tr("About Latent Explorer"), lambda: show_about(window), "Shift+F1")
        dismiss = QAction(tr("Dismiss the message"), window)
        dismiss.setShortcut(QKeySequence("Esc"))
        dismiss.triggered.connect(window.banner.dismiss)
        window.banner.addAction(dismiss)  # heard only while there is one

    # -- acting ---------------------------------------------------------------------------------

    def _on_canvas(self, what: str) -> None:
        canvas = self._window.canvas
        if canvas is not None:
            getattr(canvas, what)()

    def _find_model(self) -> None:
        window = self._window
        window.library_dock.show()
        window.library_dock.raise_()
        window.library.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        window.library.finder.selectAll()

    def _zoom(self, steps: int) -> None:
        if self._window.canvas is not None:
            self._window.canvas.zoom_by(steps)

    def _toggle_smooth(self) -> None:
        canvas, settings = self._window.canvas, self._window.settings
        settings.smooth = not (settings.smooth if canvas is None else canvas.sight.smooth)
        if canvas is not None:
            canvas.set_smooth(settings.smooth)
        self._show_smooth()

    def _show_state(self) -> None:
        self._show_smooth()
        self.full_screen.setChecked(self._window.projector.page is not None)

    def _show_smooth(self) -> None:
        """As the canvas is, whose own menu can change it too."""
        canvas = self._window.canvas
        kept = self._window.settings.smooth
        self.smooth.setChecked(kept if canvas is None else canvas.sight.smooth)

    # -- in step --------------------------------------------------------------------------------

    def show_history(self, can_undo: bool, can_redo: bool) -> None:
        """Whether there is anything to undo or redo."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def show_views(self, suited: Sequence[str]) -> None:
        """The views that make sense for the model."""
        for name, action in self.views.items():
            action.setVisible(name in suited)
            action.setEnabled(name in suited)

    def show_view(self, view: View) -> None:
        """The view on screen, with its own commands."""
        if view.name in self.views:
            self.views[view.name].setChecked(True)
        commands = view.commands()
        self.commands.clear()
        self.commands.setTitle("&" + self._window.tr(view.title))
        self.commands.addActions(commands)
        self.commands.menuAction().setVisible(bool(commands))

    def show_theme(self, choice: str) -> None:
        """The theme that was chosen."""
        self.themes[choice].setChecked(True)
