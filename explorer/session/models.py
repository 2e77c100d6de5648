"""Which models a session was made with, and whether those are the ones that are here now.

A name is not enough: a model that was trained again under its old name makes other pictures from
the same sliders. So the SHA-256 of its weight files is kept beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from explorer.errors import ExplorerError, FileMissing, os_reason
from explorer.formats.manifest import FILE, read_manifest
from explorer.library import WEIGHTS, find
from explorer.phrases import Phrase
from explorer.session.document import ModelFile, ModelRef
from explorer.session.state import State

_CHUNK = 1 << 20
_known: dict[tuple[str, int, int], str] = {}


def identify(name: str) -> ModelRef:
    """The model of that name or path, with the digests of the files that decide its pictures.

    Of a folder those are named by their paths in it, since two of its parts may be called alike.

    Raises:
        ExplorerError: as explorer.library.find and read_manifest.
    """
    place = find(name)
    if place.is_file():
        return ModelRef(name, place.name, (_file(place.name, place),))
    title = read_manifest(place).title if (place / FILE).is_file() else place.name
    found = ((p.relative_to(place).as_posix(), p) for p in _deciding_files(place))
    return ModelRef(name, title, tuple(_file(n, p) for n, p in sorted(found)))


def _file(name: str, path: Path) -> ModelFile:
    return ModelFile(name, digest(path), size(path))


def size(path: Path) -> int:
    """Bytes of a file; 0 where it is none."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _deciding_files(folder: Path) -> list[Path]:
    """Weights, and what a diffusers folder says of its parts; each part has a folder of its own."""
    weights = [
        path
        for depth in ("*", "*/*")
        for path in folder.glob(depth)
        if path.suffix in WEIGHTS and path.is_file()
    ]
    # Where a part is there in several forms, that is the one that is read.
    plain = {path.parent for path in weights if path.suffix == ".safetensors"}
    read = (".safetensors", ".onnx")
    weights = [p for p in weights if p.suffix in read or p.parent not in plain]
    return weights + [path for path in folder.glob("*/*.json") if path.is_file()]


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


def difference(wanted: ModelRef) -> Phrase | None:
    """Why the model of that name here is not the one that was used, as a failure's cause, or None.

    A model that is not here at all: the sentence says which one is needed.
    """
    try:
        here = identify(wanted.name)
    except ExplorerError as error:
        return Phrase(f'the model "{wanted.title}" ({wanted.name}) is needed: {error.cause}')
    now = {file.name: file.sha256 for file in here.files}
    for file in without_graphs(wanted.files):
        if file.name not in now:
            return Phrase(
                f'the model "{wanted.title}" was used with {file.name}, which it no longer has'
            )
        if now[file.name] != file.sha256:
            return Phrase(
                f'the model "{wanted.title}" has other weights than were used ({file.name})'
            )
    return None


def without_graphs(files: tuple[ModelFile, ...]) -> list[ModelFile]:
    """Without ONNX forms whose weights are named beside them: packed anew, they draw the same."""
    ends = (".safetensors", ".onnx")
    plain, graphs = ({f.name.removesuffix(e) for f in files if f.name.endswith(e)} for e in ends)
    passed = {f"{name}.onnx" for name in plain & graphs}
    return [file for file in files if file.name not in passed]


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
        raise FileMissing(str(path), os_reason(error), "Restore it beside model.toml.") from error
    return _known[key]
