"""The card "what is this": all that is known of a file without running anything of it.

It says so also where a file cannot be opened yet: what it is, what is missing, and what would be
run. The window and `inspect` show the same card.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from explorer.errors import ExplorerError, NotTrusted
from explorer.formats import read
from explorer.formats.budget import Budget
from explorer.formats.contents import Contents
from explorer.opening import sidecar
from explorer.opening.answers import Answers
from explorer.opening.partners import likely_partner
from explorer.phrases import Phrase

NOTHING = "nothing"


@dataclass(frozen=True)
class Card:
    """What a file is.

    Attributes:
        path: it. format: its format for people. bytes: on disk. parameters: numbers in it.
        title: what it was recognised as, or "". how: of Understanding.how, or "".
        family: of families.FAMILIES. size: (height, width, channels). span: range of pictures.
        latent: its shape.
        because: reasons. notes: what the reader left out. guesses: names of answers to look at.
        runs: what opening it would run: NOTHING, or a sentence.
        programs: (path, SHA-256) of the programs that it needs to be trusted.
        partner: a file beside it that might be its other half.
        answers: those in force. layers: by role, tables. ports: (side, name, shape, role).
        networks: (role, what runs it). missing: roles that another file would bring.
        trouble: why it does not open, or None.
        classes: names of the classes that it is told, where they can be given. class_room: how few
            and how many names fit.
        multiple: what sides of pictures must be multiples of, where any size is taken; else 0.
    """

    path: Path
    format: str
    bytes: int
    parameters: int
    title: str = ""
    how: str = ""
    family: str = ""
    size: tuple[int, int, int] | None = None
    span: tuple[float, float] | None = None
    latent: tuple[int, ...] | None = None
    because: tuple[Phrase, ...] = ()
    notes: tuple[Phrase, ...] = ()
    guesses: tuple[str, ...] = ()
    runs: str = NOTHING
    programs: tuple[tuple[str, str], ...] = ()
    partner: str = ""
    answers: Answers = field(default_factory=Answers)
    layers: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = ()
    ports: tuple[tuple[str, str, str, str], ...] = ()
    networks: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    trouble: ExplorerError | None = None
    multiple: int = 0
    classes: tuple[str, ...] = ()
    class_room: tuple[int, int] = (0, 0)

    def summary(self) -> dict[str, Any]:
        """As plain data for `inspect --json`."""
        return {
            "path": str(self.path),
            "format": self.format,
            "bytes": self.bytes,
            "parameters": self.parameters,
            "recognised": self.title or None,
            "how": self.how or None,
            "family": self.family or None,
            "networks": dict(self.networks),
            "image": list(self.size) if self.size else None,
            "range": list(self.span) if self.span else None,
            "latent": list(self.latent) if self.latent else None,
            "because": list(self.because),
            "notes": list(self.notes),
            "guesses": list(self.guesses),
            "classes": list(self.classes),
            "missing": list(self.missing),
            "partner": self.partner or None,
            "runs_on_opening": self.runs,
            "programs": dict(self.programs),
            "ports": [list(port) for port in self.ports],
            "layers": {role: [dict(row) for row in rows] for role, rows in self.layers},
            "answers": self.answers.table(),
            "trouble": None if self.trouble is None else str(self.trouble),
        }


def look(
    path: Path,
    answers: Answers | None = None,
    trusted: frozenset[str] = frozenset(),
    budget: Budget | None = None,
) -> tuple[Card, Contents]:
    """The card of a file, and what was read of it. torch is not imported.

    Raises:
        FileMissing, FileDamaged, FileRefused: it cannot be read at all.
    """
    from explorer.opening.explain import understand

    contents = read(path, budget)
    card = Card(
        path, contents.title, contents.file_bytes, contents.count, notes=contents.notes,
        partner=_partner(path),
    )  # fmt: skip
    try:
        said = sidecar.load(path)
        said = said if answers is None else answers.over(said)
        found = understand(path, answers, trusted, budget)
    except NotTrusted as error:
        return replace(card, runs=error.cause, programs=(_program(error),), trouble=error), contents
    except ExplorerError as error:
        return replace(card, trouble=error), contents
    return replace(
        card,
        title=found.title,
        how=found.how,
        family=found.family,
        size=(s.height, s.width, s.channels) if (s := found.size) else None,
        span=found.span,
        latent=found.latent,
        because=found.because,
        guesses=found.guesses,
        runs=found.runs or NOTHING,
        answers=said,
        layers=tuple((r, tuple(x.table() for x in rows)) for r, rows in found.layers.items()),
        ports=found.ports,
        networks=tuple((piece.role, piece.title) for piece in found.pieces),
        missing=found.missing,
        multiple=found.multiple,
        classes=found.conditions[0].names if found.class_room[1] else (),
        class_room=found.class_room,
        parameters=contents.count + sum(more.count for more in found.more),
        bytes=contents.file_bytes + sum(more.file_bytes for more in found.more),
    ), contents


def _partner(path: Path) -> str:
    partner = likely_partner(path)
    return partner.name if partner is not None else ""


def _program(error: NotTrusted) -> tuple[str, str]:
    """The file that wants to be trusted, and the hash of the bytes it has now."""
    return error.subject, digest(Path(error.subject))


def digest(path: Path) -> str:
    """SHA-256 of a file, "" where it cannot be read."""
    summed = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                summed.update(chunk)
    except OSError:
        return ""
    return summed.hexdigest()
