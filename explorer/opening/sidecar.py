"""Answers kept with their file: NAME.toml beside it, or in the user's folder where that is closed.

In the user's folder a file is known by a short fingerprint (its size and both ends), so that the
answers follow it when it is moved, and finding them does not read gigabytes.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from explorer.errors import ExplorerError, ManifestError, WriteFailed, os_reason
from explorer.formats.atomic import write_bytes
from explorer.opening import places
from explorer.opening.answers import MAX_BYTES, Answers, parse

_END = 1 << 16


def beside(path: Path) -> Path:
    """The manifest's place beside a file: "model.pt.toml"; in a folder "answers.toml" inside."""
    return path / "answers.toml" if path.is_dir() else path.with_name(path.name + ".toml")


def apart(path: Path) -> Path:
    """Its place in the user's own folder."""
    return places.folder() / "answers" / f"{fingerprint(path)}.toml"


def load(path: Path) -> Answers:
    """The kept answers about a file; the user's own folder first, none if there are none.

    Raises:
        ManifestError: a manifest is there and cannot be used.
    """
    for place, local in ((apart(path), False), (beside(path), True)):
        if place.is_file():
            return parse(_text(place), str(place), local)
    return Answers()


def save(path: Path, answers: Answers) -> Path:
    """Keep answers about a file; returns where. Raises WriteFailed where neither place takes it.

    Answers that name another file by its path go to the user's folder: beside the file they would
    speak for whoever gets it next.
    """
    text = answers.text().encode()
    bare = Path(answers.partner).name == answers.partner
    if bare:
        try:
            write_bytes(beside(path), text)
        except WriteFailed:
            pass  # a read-only place: the user's folder takes it
        else:
            apart(path).unlink(missing_ok=True)
            return beside(path)
    place = apart(path)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteFailed(str(place.parent), os_reason(error), "Check its permissions.") from error
    write_bytes(place, text)
    return place


def forget(path: Path) -> None:
    """Drop the kept answers about a file, where that can be done."""
    for place in (apart(path), beside(path)):
        try:
            place.unlink(missing_ok=True)
        except OSError as error:
            raise WriteFailed(str(place), os_reason(error), "Remove it by hand.") from error


def fingerprint(path: Path) -> str:
    """32 hex digits of a file's size and ends; of a folder, of its files' names and sizes."""
    digest = hashlib.sha256()
    try:
        if path.is_dir():
            for file in sorted(path.iterdir()):
                digest.update(f"{file.name}\0{file.stat().st_size}\n".encode())
        else:
            size = path.stat().st_size
            digest.update(str(size).encode())
            with path.open("rb") as file_:
                digest.update(file_.read(_END))
                file_.seek(max(0, size - _END))
                digest.update(file_.read(_END))
    except OSError:
        digest.update(str(path).encode())  # it is gone: whoever reads it says so
    return digest.hexdigest()[:32]


def _text(place: Path) -> str:
    try:
        if place.stat().st_size > MAX_BYTES:
            raise ManifestError(str(place), "it is above 1 MB", "A manifest is a short text.")
        return place.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ManifestError(str(place), f"it cannot be read ({error})", "Remove it.") from error


def trouble(path: Path) -> ExplorerError | None:
    """What is wrong with the kept answers, or None."""
    try:
        load(path)
    except ExplorerError as error:
        return error
    return None
