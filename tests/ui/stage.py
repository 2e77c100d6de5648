"""One view with everything the window would hand it: store, engine, desk and an open model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot

from explorer.errors import ExplorerError
from explorer.families import Spec
from explorer.sampling import Result
from explorer.sampling.requests import Open
from explorer.session import State, Store
from explorer.ui.bridge import Bridge
from explorer.ui.desk import Desk
from explorer.ui.views.base import View


class Stage:
    """Shows a view and passes on what the window would; `results` keeps all that arrived."""

    def __init__(self, bot: QtBot, view: Callable[[Desk], View], model: str, state: State) -> None:
        self.bot = bot
        self.store = Store(replace(state, model=model))
        self.bridge = Bridge("cpu")
        self.desk = Desk(self.store, self.bridge)
        self.results: list[Result] = []
        self.failures: list[ExplorerError] = []
        self.said: list[str] = []
        self.desk.failed.connect(self.failures.append)
        self.desk.said.connect(self.said.append)
        self.bridge.arrived.connect(self._arrived)
        self.view = view(self.desk)
        bot.addWidget(self.view)
        self.store.observe(self.view.refresh)
        self.desk.submit(Open(model), "window.open")
        bot.waitUntil(lambda: self.desk.spec is not None, timeout=20_000)

    def _arrived(self, result: Result) -> None:
        self.results.append(result)
        if result.error is not None:
            self.failures.append(result.error)
        if result.slot == "window.open" and result.frame is not None:
            spec: Spec = result.frame.values["spec"]
            self.desk.spec = spec
            self.view.opened(spec)
        else:
            self.view.receive(result)

    def show(self, width: int = 1040, height: int = 620) -> None:
        """Bring the view on screen and wait until it is."""
        self.view.resize(width, height)
        self.view.show()
        self.bot.waitExposed(self.view)
        self.view.refresh(self.store.state, None)

    def close(self) -> None:
        """As the window does at its end."""
        self.view.closing()
        self.bridge.close()
