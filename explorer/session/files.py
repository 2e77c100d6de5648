"""Session files, .lsx: saved whole or not at all, opened without trust, old versions included."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer.errors import FileRefused, WriteFailed
from explorer.formats.atomic import write_bytes
from explorer.phrases import Phrase
from explorer.session import container, models, recipe
from explorer.session.document import ModelRef, Session
from explorer.session.migrations import VERSION, migrate
from explorer.session.state import State

FORMAT = "latent-explorer session"
SUFFIX = ".lsx"
# How many earlier states are saved with the present one.
PAST = 60


@dataclass(frozen=True)
class Stamp:
    """A file as it was when it was opened or saved, to notice that another program changed it."""

    size: int
    modified: int

    @classmethod
    def of(cls, path: Path) -> Stamp | None:
        """The stamp now, or None where there is no file."""
        try:
            status = path.stat()
        except OSError:
            return None
        return cls(status.st_size, status.st_mtime_ns)


def gather(state: State, past: tuple[State, ...] = (), **more: Any) -> Session:
    """A session of the present and earlier states, its models identified.

    Args:
        state: what is on the screen.
        past: earlier states, the oldest first; the last PAST of them are kept.
        more: `layout`, as in Session.
    """
    past = past[-PAST:]
    refs = models.identify_all(models.needed((state, *past)))
    return Session(state, past, refs, **more)


def save(path: Path, session: Session, expected: Stamp | None = None) -> Stamp:
    """Write a session file, whole or not at all; the stamp of what was written.

    Args:
        path: ends in SUFFIX.
        session: everything.
        expected: the file's stamp when it was opened or last saved; None to replace any file.

    Raises:
        WriteFailed: the disk refuses, or the file is no longer as `expected`; it is then as it was.
        BadValue: something in the session cannot be saved.
    """
    if expected is not None and Stamp.of(path) not in {expected, None}:
        cause = "another program has changed it since it was opened here"
        raise WriteFailed(str(path), cause, "Save under another name, or open it again.")
    write_bytes(path, to_bytes(session))
    stamp = Stamp.of(path)
    if stamp is None:
        raise WriteFailed(str(path), "it was taken away as soon as it was saved", "Save again.")
    return stamp


def load(path: Path) -> tuple[Session, Stamp]:
    """The session of a file of any version, and the file's stamp. Nothing in it is run.

    Raises:
        FileMissing: no readable file.
        FileDamaged: truncated, altered, or not what a session holds.
        FileRefused: another kind of file, a later version, or above a cap.
    """
    stamp = Stamp.of(path) or Stamp(0, 0)
    text, arrays = container.unpack(path)
    data = recipe.parse(text, str(path))
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FileRefused(str(path), "it is no session", f"Give a {SUFFIX} file.")
    body = migrate(data.get("version"), data.get("session"), str(path))
    return recipe.decode(Session, body, str(path), arrays), stamp


def to_bytes(session: Session) -> bytes:
    """What `save` writes; the same session gives the same bytes."""
    arrays: recipe.Arrays = {}
    body = recipe.encode(session, arrays)
    text = json.dumps({"format": FORMAT, "version": VERSION, "session": body}, allow_nan=False)
    return container.pack(text, arrays)


def problems(session: Session) -> tuple[Phrase, ...]:
    """Causes of failures: models that are missing or have other weights than were used."""
    found = (models.difference(ref) for ref in session.models)
    return tuple(sentence for sentence in found if sentence is not None)


def lacking(session: Session) -> tuple[ModelRef, ...]:
    """The models behind `problems`."""
    return tuple(ref for ref in session.models if models.difference(ref) is not None)
