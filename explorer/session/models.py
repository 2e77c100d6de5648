"""Which models a session was made with, and whether those are the ones that are here now.

A name is not enough: a model that was trained again under its old name makes other pictures from
the same sliders. So the SHA-256 of its weight files is kept beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from explorer.errors import ExplorerError, FileMissing
from explorer.formats.manifest import read_manifest
from explorer.library import find
from explorer.session.document import ModelFile, ModelRef
from explorer.session.state import State

_CHUNK = 1 << 20
_known: dict[tuple[str, int, int], str] = {}


def identify(name: str) -> ModelRef:
    """The model of that name or path, with the digests of its weight files.

    Raises:
        ExplorerError: as explorer.library.find and read_manifest.
    """
    path = Path(name)
    if path.is_file() and path.name != "model.toml":
        return ModelRef(name, path.name, (ModelFile(path.name, digest(path)),))
    manifest = read_manifest(find(name))
    paths = {p for entry in manifest.networks.values() for p in (entry.weights, entry.onnx) if p}
    files = tuple(ModelFile(p.name, digest(p)) for p in sorted(paths) if p.is_file())
    return ModelRef(name, manifest.title, files)


def needed(states: Iterable[State]) -> tuple[str, ...]:
    """The names of all models that some states, and the states pinned to them, show."""
    names: set[str] = set()
    for state in states:
        names.add(state.model)
        names.update(needed(pin.state for pin in state.pins))
    return tuple(sorted(names - {""}))


def identify_all(names: Iterable[str]) -> tuple[ModelRef, ...]:
    """Those that can be identified now; a model that is gone is named without files."""
    found = []
    for name in names:
        try:
            found.append(identify(name))
        except ExplorerError:
            found.append(ModelRef(name, Path(name).name))
    return tuple(found)


def difference(wanted: ModelRef) -> str | None:
    """Why the model of that name here is not the one that was used, as a sentence; None if it is.

    A model that is not here at all: the sentence says which one is needed.
    """
    try:
        here = identify(wanted.name)
    except ExplorerError as error:
        return f"The model {wanted.title!r} ({wanted.name}) is needed: {error.cause}."
    now = {file.name: file.sha256 for file in here.files}
    for file in wanted.files:
        if file.name not in now:
            return f"The model {wanted.title!r} was used with {file.name}, which it no longer has."
        if now[file.name] != file.sha256:
            return f"The model {wanted.title!r} has other weights than were used ({file.name})."
    return None


def digest(path: Path) -> str:
    """The SHA-256 of a file as 64 hexadecimal digits; kept until the file changes.

    Raises:
        FileMissing: it cannot be read.
    """
    try:
        status = path.stat()
        key = (str(path.resolve()), status.st_size, status.st_mtime_ns)
        if key not in _known:
            summed = hashlib.sha256()
            with path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    summed.update(chunk)
            _known[key] = summed.hexdigest()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise FileMissing(str(path), reason, "Restore it beside model.toml.") from error
    return _known[key]
