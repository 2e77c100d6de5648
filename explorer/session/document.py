"""What a session file holds: the state, the way to it, and the models it needs."""

from __future__ import annotations

from dataclasses import dataclass, field

from explorer.session.state import State


@dataclass(frozen=True)
class ModelFile:
    """One file of a model, by name and SHA-256 (64 hexadecimal digits).

    `size` in bytes spares hashing a file that cannot be it; 0 where it was not kept.
    """

    name: str
    sha256: str
    size: int = 0


@dataclass(frozen=True)
class ModelRef:
    """A model by name and by the bytes of its weights, so that another one is noticed.

    Attributes:
        name: as in `State.model`: a bundled name or a path.
        title: for people.
        files: its weight files, sorted by name.
    """

    name: str
    title: str
    files: tuple[ModelFile, ...] = ()


@dataclass(frozen=True)
class Session:
    """All that is saved.

    Attributes:
        state: what is on the screen, pins included.
        past: earlier states, the oldest first, for the history strip and undo.
        models: what the state, the past and the pins were made with.
        layout: the window's own notes by name (docks, sizes), texts that only it reads.
    """

    state: State = field(default_factory=State)
    past: tuple[State, ...] = ()
    models: tuple[ModelRef, ...] = ()
    layout: tuple[tuple[str, str], ...] = ()
