"""The window: one model, the views it can be seen in, and the frame around them.

It routes and nothing else: results to the view that owns their slot, states to the view on screen,
dropped files to whoever takes them. What a thing looks like is the business of its own file.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from explorer.errors import ExplorerError
from explorer.export.inside import FILMS
from explorer.families import Spec
from explorer.formats.picture import SUFFIXES
from explorer.sampling import Result
from explorer.sampling.sources import ReadPicture
from explorer.session import State, Store
from explorer.ui import ask
from explorer.ui.arrangement import Arrangement
from explorer.ui.aside import Aside
from explorer.ui.banner import Banner
from explorer.ui.bridge import Bridge
from explorer.ui.desk import Desk
from explorer.ui.drawer import Drawer
from explorer.ui.failures import said
from explorer.ui.file_card import LOOK, FileCard
from explorer.ui.full_screen import Projector
from explorer.ui.gallery import Gallery
from explorer.ui.header import Header, main_role
from explorer.ui.history import History
from explorer.ui.intake import Intake
from explorer.ui.library_panel import LibraryPanel
from explorer.ui.menus import Menus
from explorer.ui.offer import Offer
from explorer.ui.opener import Opener
from explorer.ui.palette import Palette
from explorer.ui.preferences import Preferences
from explorer.ui.recent import Recent
from explorer.ui.recovery import Recovery
from explorer.ui.sending import Sending
from explorer.ui.sessions import SUFFIX, Question, Sessions
from explorer.ui.settings import Settings
from explorer.ui.statusbar import StatusBar
from explorer.ui.views import VIEWS, home, suiting
from explorer.ui.views.base import View
from explorer.ui.widgets.canvas import Canvas
from explorer.ui.widgets.focus import in_reading_order
from explorer.ui.widgets.pages import Pages
from explorer.ui.widgets.room import Room


class Window(QMainWindow):
    """The main window.

    Args:
        settings: what is remembered between runs; its own by default.
        device: "auto", "cpu", "cuda" or "mps".
        measures: whether runtimes are measured after the first picture (imports torch).
        question: asks about unsaved changes; where None, they are dropped unasked.
        autosaves: the folder that unsaved sessions are kept in; None keeps none.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        device: str = "auto",
        measures: bool = True,
        question: Question | None = None,
        autosaves: Path | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self.arrangement = Arrangement(self, self.settings)
        self.bridge = Bridge(device, self)
        self.store = Store()
        self.desk = Desk(self.store, self.bridge, self)
        self.opener = Opener(self.desk, measures, self)
        self.aside = Aside(self)
        self.sessions = Sessions(self.desk, self.opener, self.aside, self, question)
        self.offer = Offer(self)
        self.recovery: Recovery | None = None
        if autosaves is not None:
            parts = (self.desk, self.sessions, self.aside, self.offer)
            self.recovery = Recovery(autosaves, *parts)
        self.intake = Intake(self)
        self.sending = Sending(self)
        self.desk.more = self.sending.fill
        self.preferences = Preferences(self)
        self.projector = Projector(self)
        self.setWindowTitle(self.tr("Latent Explorer"))
        self.setAcceptDrops(True)
        self._lay_out()
        self.menus = Menus(self)
        self.recent = Recent(self.settings, self.library, self.desk, self.sessions)
        self._connect()
        self.resize(1280, 720)
        self.arrangement.restore()

    def _lay_out(self) -> None:
        self.header = Header(VIEWS, self)
        self.banner = Banner(self)
        self.stack = Pages(self)
        self._start = Canvas(
            empty=self.tr("Choose a model in the library, or drop a model of any kind here."),
            parent=self,
        )
        self.stack.addWidget(self._start)
        self.views = Gallery(self.desk, self.aside, self.stack, self.arrangement, self)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.offer, self.banner):
            column.addWidget(part)
        column.addWidget(Room(self.stack, parent=self), 1)
        self.setCentralWidget(centre)
        self.library = LibraryPanel(self)
        self.library_dock = self._dock("library", self.tr("Library"), self.library)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.library_dock)
        self.history = History(self.desk, self)
        self.history_dock = self._dock("history", self.tr("History"), self.history)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.history_dock)
        self.history_dock.hide()
        self.file = FileCard(self.desk, self)
        self.file_dock = self._dock("file", self.tr("What is this"), self.file)
        # a page beside the library: at 1280 pixels there is no room for a third column
        self.tabifyDockWidget(self.library_dock, self.file_dock)
        self.file_dock.hide()
        self.drawer = Drawer(self, self.library_dock, self.header.drawer)
        self.arrangement.drawer = self.drawer
        self.status = StatusBar(self.desk, self)
        self.setStatusBar(self.status)

    def _dock(self, name: str, title: str, inner: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(inner)
        return dock

    def _connect(self) -> None:
        self.bridge.arrived.connect(self._arrived)
        self.store.observe(self._changed)
        self.desk.failed.connect(self._failed)
        self.desk.mended.connect(self.banner.forget)
        self.opener.entered.connect(self._entered)
        self.opener.runs_changed.connect(self._show_runs)
        self.header.view_chosen.connect(self.show_view)
        self.library.chosen.connect(self.open_any)
        self.library.chosen.connect(lambda _: self.drawer.chosen())
        arrangement, views = self.arrangement, self.views
        self.sessions.layout = lambda: arrangement.texts(views)
        self.sessions.changed.connect(self._show_session)
        self.sessions.opened.connect(lambda layout: arrangement.take(layout, views))
        self.library.open_asked.connect(self.ask_to_open)
        self.file.shown.connect(self._show_file)
        self.file.opened.connect(self.opener.open)
        self.file.changed.connect(lambda name: self.opener.open(name, fresh=True))

    # -- what others may ask of it --------------------------------------------------------------

    def view(self, name: str) -> View:
        """The view of that name, made on first use; KeyError for none."""
        return self.views.view(name)

    @property
    def current(self) -> View | None:
        """The view on screen, once a model is open."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, View) else None

    @property
    def canvas(self) -> Canvas | None:
        """The picture that copy, save and zoom mean."""
        return self.current.canvas if self.current is not None else None

    def open_model(self, name_or_path: str) -> None:
        """Open a bundled model or a folder; what is open stays until it is there."""
        self.file.look(name_or_path)
        self.opener.open(name_or_path)

    def open_any(self, name_or_path: str) -> None:
        """A session file or a model, by its name."""
        if name_or_path.lower().endswith(SUFFIX):
            self.sessions.open(Path(name_or_path))
        else:
            self.open_model(name_or_path)

    def open_first(self, asked: str | None) -> None:
        """What to show at the start: as asked, else the last one, else the first bundled."""
        first = asked or self.recent.first()
        if self.recovery is not None:
            QTimer.singleShot(0, self.recovery, self.recovery.begin)
        if first:
            self.open_any(first)
            self.view(self.desk.state.view)  # made while the engine reads the model

    def open_path(self, path: Path) -> None:
        """A session, a picture or film made here, another picture; else it should be a model."""
        if path.suffix.lower() in (*SUFFIXES, *FILMS) and not path.is_dir():
            self.sessions.open_picture(path, lambda: self.intake.read(path))
        else:
            self.open_any(str(path))

    def ask_to_open(self) -> None:
        """A file dialog for models, sessions and pictures."""
        path = ask.anything_to_open(self)
        if path is not None:
            self.open_path(path)

    def ask_for_session(self) -> None:
        """A file dialog for sessions alone."""
        path = ask.session_to_open(self)
        if path is not None:
            self.sessions.open(path)

    def show_view(self, name: str) -> None:
        """Bring a view on screen, if it suits the model."""
        if name in suiting(self.desk.spec):
            self.desk.show(name)

    def show_palette(self) -> Palette:
        """Every command, by a few letters of its name."""
        self.palette_box = Palette(self)
        self.palette_box.show_palette()
        return self.palette_box

    @property
    def busy(self) -> bool:
        """Whether a job runs that the status bar follows."""
        return bool(self.status.job.slot)

    def _show_file(self, shown: bool) -> None:
        self.file_dock.setVisible(shown)
        if shown:
            self.file_dock.raise_()

    # -- states ---------------------------------------------------------------------------------

    def _changed(self, new: State, old: State) -> None:
        self.menus.show_history(self.store.can_undo, self.store.can_redo)
        if new.model != old.model:
            spec = self.opener.specs.get(new.model)
            if spec is None:
                self.opener.open(new.model)
            else:
                self._entered(spec)
        elif self.desk.spec is None:
            return
        elif new.view != old.view:
            self._show_suited(new.view)
        elif self.current is not None:
            self.current.refresh(new, old)

    def _entered(self, spec: Spec) -> None:
        """The model of the state is open: every view hears of it, the one on screen draws."""
        state = self.desk.state
        self.desk.spec = spec
        suited = suiting(self.desk.spec)
        self.header.show_model(spec, suited)
        self.menus.show_views(suited)
        self._show_runs()
        self.library.mark(state.model)
        self.file.look(state.model)
        self.recent.model(state.model)
        self._show_session()
        for view in self.views:
            if view.name in suited:
                view.opened(spec)
        self._show_suited(state.view)

    def _show_suited(self, wanted: str) -> None:
        """Bring a view on screen; the model's first in place of one that has no use for it."""
        suited = suiting(self.desk.spec)
        if wanted in suited:
            self._bring(wanted)
        elif suited:
            self.desk.show(home(self.desk.spec))

    def _bring(self, name: str) -> None:
        """Put a view on screen, or draw it anew."""
        before, view = self.current, self.view(name)
        if before is not None and before is not view:
            before.closing()
        self.stack.setCurrentWidget(view)
        in_reading_order(view)
        self.header.show_view(name)
        self.menus.show_view(view)
        if view.canvas is not None:
            if self.focusWidget() in {None, self._start}:
                view.canvas.setFocus()
            view.canvas.set_smooth(self.settings.smooth)
        for canvas in view.findChildren(Canvas):
            canvas.recipe, canvas.more = self.desk.recipe, self.desk.more
        self.history.watch(view.canvas)
        self.projector.watch(view)
        view.refresh(self.desk.state, None)

    def _show_runs(self) -> None:
        name, spec = self.desk.state.model, self.desk.spec
        runtimes = self.opener.runtimes.get(name, {})
        if spec is not None:
            self.header.show_facts(spec, runtimes, self.opener.timings.get(name))
            self.status.set_device(runtimes.get(main_role(spec.family, runtimes), ""))

    # -- the session ----------------------------------------------------------------------------

    def _show_session(self) -> None:
        """The title: the session's name, a mark while it is unsaved, the model."""
        spec, name = self.desk.spec, self.sessions.title
        if spec is not None:
            title = said(spec.title)
            model = self.tr("{model}[*] - Latent Explorer").format(model=title)
            named = self.tr("{session}[*] - {model} - Latent Explorer")
            self.setWindowTitle(named.format(session=name, model=title) if name else model)
            self.setWindowModified(self.sessions.modified)
        self.menus.show_history(self.store.can_undo, self.store.can_redo)

    # -- results --------------------------------------------------------------------------------

    def _arrived(self, result: Result) -> None:
        if result.frame is not None:
            self.desk.meter.landed(result.slot, result.stamp)
        self.status.job.follow(result)
        if result.error is not None and result.slot != LOOK:  # the opening beside it says so
            self._failed(result.error)
        owner = result.slot.partition(".")[0]
        if isinstance(result.request, ReadPicture) and not result.request.use:
            self.intake.receive(result)
        elif owner == "window":
            self.opener.receive(result)
        elif owner == "file":
            self.file.receive(result)
        elif (view := self.views.made(owner)) is not None:
            view.receive(result)
            if result.frame is not None:
                self.opener.shown()
                self.views.begin_ahead()

    def _failed(self, error: ExplorerError) -> None:
        self.banner.show_error(error)
        if self.desk.spec is None and not self.desk.state.model:
            self._open_fallback(error)

    def _open_fallback(self, error: ExplorerError) -> None:
        """The first model did not open: show another one beside the sentence that says why."""
        first = self.recent.after_failure()
        if first and first not in error.subject:
            self.settings.model = first
            self.open_model(first)

    # -- events ---------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Models open, pictures go to the view; two other files are the halves of one model."""
        event.acceptProposedAction()
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        paths = [Path(url.toLocalFile()) for url in urls]
        others = {*SUFFIXES, *FILMS, SUFFIX}
        if len(paths) == 2 and all(p.is_file() and p.suffix.lower() not in others for p in paths):
            self.file.join(*paths)
            return
        for path in paths:
            self.open_path(path)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys go to the picture."""
        super().showEvent(event)
        if self.focusWidget() is None:
            (self.canvas or self._start).setFocus()
        self.arrangement.begin(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, remember where everything was, end all threads."""
        if not self.sessions.may_leave():
            event.ignore()
            return
        self.arrangement.remember(self.views)
        self.views.close()
        self.projector.close()
        if self.current is not None:
            self.current.closing()
        self.opener.close()
        self.file.close_down()
        self.aside.close()
        if self.recovery is not None:
            self.recovery.close()
        self.bridge.close()
        super().closeEvent(event)
