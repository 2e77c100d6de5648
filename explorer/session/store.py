"""The one place where the state changes, and the states before and after it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable

from explorer.session.state import State, carried

LIMIT = 1000
Observer = Callable[[State, State], object]


class Store:
    """Holds the state, tells its observers (new, old), and undoes.

    One drag is one entry: edits that share a `merge` key replace each other until `settle`. One
    that comes back to where it began is none: undo always changes something.
    """

    def __init__(self, state: State | None = None) -> None:
        self._state = state or State()
        self._past: list[State] = []
        self._future: list[State] = []
        self._merge: Hashable = None
        self._observers: list[Observer] = []
        self._changes: deque[tuple[State, State]] = deque()

    @property
    def state(self) -> State:
        """The present state."""
        return self._state

    def observe(self, observer: Observer) -> None:
        """Call `observer(new, old)` after every change, on the thread that made it."""
        self._observers.append(observer)

    def edit(self, state: State, merge: Hashable = None, record: bool = True) -> None:
        """Make `state` the present one.

        Args:
            state: the new state; equal to the present one, nothing happens.
            merge: edits in a row with the same key are one entry of the history.
            record: False for what undo should skip (the playhead while playing).
        """
        if state == self._state:
            return
        merged = merge is not None and merge == self._merge
        if record and not merged:
            self._past.append(self._state)
            del self._past[:-LIMIT]
        if record:
            self._future.clear()
            self._merge = merge
        if record and merged and state == self._past[-1]:
            self._past.pop()
            self._merge = None
        self._become(state)

    def settle(self) -> None:
        """End a drag: the next edit is an entry of its own."""
        self._merge = None

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier state."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone state."""
        return bool(self._future)

    def undo(self) -> None:
        """Go back one entry, if there is one. What `carried` names stays."""
        self.go(-1)

    def redo(self) -> None:
        """Go forward one undone entry, if there is one. The same stays."""
        self.go(1)

    @property
    def history(self) -> tuple[State, ...]:
        """All entries in order, for the history strip; the present one is at `place`."""
        return (*self._past, self._state, *reversed(self._future))

    @property
    def place(self) -> int:
        """Where the present state is in `history`."""
        return len(self._past)

    def go(self, entries: int) -> None:
        """Go back (below zero) or forward that many entries, or as many as there are, at once."""
        state = self._state
        for _ in range(abs(entries)):
            source, target = (
                (self._past, self._future) if entries < 0 else (self._future, self._past)
            )
            if source:
                target.append(state)
                state = source.pop()
        if state is not self._state:
            self.settle()
            self._become(carried(state, self._state))

    def restart(self, state: State, past: tuple[State, ...] = ()) -> None:
        """Begin anew from an opened session; `past` can be gone back to."""
        self._past, self._future = list(past[-LIMIT:]), []
        self.settle()
        if state != self._state:
            self._become(state)

    def go_on_from(self, other: Store) -> None:
        """Take over the history and the present state of another, whose observers stay with it."""
        self._past, self._future = list(other._past), list(other._future)
        self.settle()
        if other.state != self._state:
            self._become(other.state)

    def _become(self, state: State) -> None:
        """Tell everybody of every change in its order, also of one that an observer makes."""
        self._changes.append((state, self._state))
        self._state = state
        if len(self._changes) > 1:
            return  # an observer's own edit: the loop below comes to it
        try:
            while self._changes:
                for observer in tuple(self._observers):
                    observer(*self._changes[0])
                self._changes.popleft()
        finally:
            self._changes.clear()
