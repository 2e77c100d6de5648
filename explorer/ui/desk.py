"""What a view is handed: the store, the engine, and the open model's spec. Not the window."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.families import Spec
from explorer.sampling import PREVIEW, Request
from explorer.session import State, Store
from explorer.ui.bridge import Bridge


class Desk(QObject):
    """The window's shared services. Views read `spec` and `state`, and change the state only here.

    Signals:
        said: a sentence for the status bar.
        failed: an ExplorerError to show beside what is open.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, store: Store, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store, self.bridge = store, bridge
        self.spec: Spec | None = None

    @property
    def state(self) -> State:
        """The present state."""
        return self.store.state

    def edit(self, part: str, merge: Hashable = None, record: bool = True, **changes: Any) -> None:
        """Change fields of one part of the state: desk.edit("exploring", point=...)."""
        new = replace(getattr(self.state, part), **changes)
        self.store.edit(replace(self.state, **{part: new}), merge, record)

    def submit(self, request: Request, slot: str, priority: int = PREVIEW) -> int:
        """Ask the engine; the answer comes to the view that owns the slot ("explore.image")."""
        return self.bridge.engine.submit(request, slot, priority)

    def shown(self, slot: str) -> None:
        """Tell the engine that the slot's last frame is painted."""
        self.bridge.engine.shown(slot)
