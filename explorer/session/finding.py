"""Models that are no longer where a session says: looked for by name, proved by hash.

A session or a picture is handed on with its models, or a folder is renamed, and the path in it is
then of another machine or another day. What has the right name is looked for where it may well be,
and taken only where its bytes are those that were used. Nothing is opened here: files are listed,
asked for their size, and read to be hashed where name and size are right, so that gigabytes of
something else are never read.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath, PureWindowsPath

from explorer.assets import models_dir
from explorer.errors import ExplorerError
from explorer.library import INDEXES, find
from explorer.phrases import Phrase
from explorer.session import files, models, places
from explorer.session.document import ModelFile, ModelRef, Session
from explorer.session.state import State

# How many folders up from the session, and how many of the old path's last names, are tried.
_UP, _TAIL = 3, 4
# How deep below the session's folder is looked, and how many entries are listed in all.
_DEEP, _MOST = 3, 5000
_DIGITS = 8
Telling = Callable[[str], object] | None


@dataclass(frozen=True)
class Sought:
    """What came of looking for a session's models.

    Attributes:
        session: names its models by where they are now.
        found: those that lie elsewhere, as they were named, and where they are.
        missing: the state's own model, where it is nowhere; without it nothing can be shown.
        problems: as files.problems of `session`.
    """

    session: Session
    found: tuple[tuple[ModelRef, Path], ...] = ()
    missing: ModelRef | None = None
    problems: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Judged:
    """What a user says is the model, and whether it is.

    Attributes:
        place: as it is opened.
        proved: whether its files are those that were used.
        other: the first one that is not; None where nothing can be told either.
        digits: the first of that file's own hash; "" where it is not there at all.
    """

    place: Path
    proved: bool = False
    other: ModelFile | None = None
    digits: str = ""


def seek(
    session: Session,
    folder: Path | None,
    recent: Iterable[str] = (),
    telling: Telling = None,
) -> Sought:
    """Look for every model of a session that is not where it was, or is another one by now.

    Args:
        folder: of the file that the session was read from; None for no place of its own.
        recent: paths that were opened lately.
        telling: called with a file's name before it is hashed.
    """
    paths, found = tuple(map(Path, recent)), {}
    for ref in session.models:
        if ref.files and models.difference(ref) is not None:
            here = (p for p in _candidates(ref, folder, paths) if _same(ref, p, telling))
            place = next(here, None)
            if place is not None:
                found[ref] = find(place)
    session = moved(session, found)
    missing = None if _is_here(session.state.model) else _wanted(session)
    return Sought(session, tuple(found.items()), missing, files.problems(session))


def judge(wanted: ModelRef, chosen: Path, telling: Telling = None) -> Judged:
    """Whether a chosen file is the model; of a folder, any file in it stands for the whole.

    Raises:
        ExplorerError: as explorer.library.find.
    """
    place = find(chosen)
    # a file in a part of a diffusers folder stands for the whole as well
    tried = [place] if _is_file(wanted) else [place, *list(chosen.parents)[:2]]
    right = next((p for p in tried if _same(wanted, p, telling)), None)
    if right is not None:
        return Judged(find(right), proved=True)
    whole = next((p for p in tried if any((p / index).is_file() for index in INDEXES)), place)
    for file, path in _pairs(wanted, whole):
        there = path.is_file()
        if not there or not _is(file, path, telling):
            other = replace(file, name=path.name) if path == whole else file
            return Judged(whole, False, other, models.digest(path)[:_DIGITS] if there else "")
    return Judged(whole)  # nothing is known of its files


def is_of(session: Session, name: str) -> bool:
    """Whether a session's own model is the one that is open under a name, moved or not."""
    if session.state.model == name:
        return True
    try:
        return _same(_wanted(session), find(name), None)
    except ExplorerError:
        return False


def moved(session: Session, found: Mapping[ModelRef, Path]) -> Session:
    """The session with models named by other places, wherever it names them."""
    if not found:
        return session
    names = {ref.name: _named(place) for ref, place in found.items()}
    refs = tuple(_at(ref, found[ref]) if ref in found else ref for ref in session.models)
    past = tuple(_renamed(state, names) for state in session.past)
    return replace(session, state=_renamed(session.state, names), past=past, models=refs)


def digits(ref: ModelRef) -> str:
    """The first digits of a model's hash, of a folder's of its first weights; "" for none."""
    plain = models.without_graphs(ref.files)
    weights = [file for file in plain if not file.name.endswith(".json")]
    return first_digits(weights[0]) if weights else ""


def first_digits(file: ModelFile) -> str:
    """So many of a file's hash as tell it from others at a glance."""
    return file.sha256[:_DIGITS]


# -- what is it -----------------------------------------------------------------------------------


def _is_file(ref: ModelRef) -> bool:
    """Whether the model was one file; a folder names its files by where they lie in it."""
    return len(ref.files) == 1 and [ref.files[0].name] == _parts(ref.name)[-1:]


def _same(ref: ModelRef, place: Path, telling: Telling) -> bool:
    """Whether the bytes at a place are those of the model; sizes are compared before anything."""
    pairs = _pairs(ref, place)
    if not pairs or not all(map(_may_be, pairs)):
        return False
    return all(_is(file, path, telling) for file, path in pairs)


def _pairs(ref: ModelRef, place: Path) -> list[tuple[ModelFile, Path]]:
    """What decides a model, and where that would be; none where a name leads out of its folder."""
    wanted = models.without_graphs(ref.files)
    if _is_file(ref):
        return [(wanted[0], place)]
    if not all(_is_inside(file.name) for file in wanted):
        return []
    return [(file, place / file.name) for file in wanted]


def _may_be(pair: tuple[ModelFile, Path]) -> bool:
    file, path = pair
    size = models.size(path)
    return size > 0 and file.size in {0, size}


def _is(file: ModelFile, path: Path, telling: Telling) -> bool:
    if telling is not None:
        telling(path.name)
    try:
        return models.digest(path) == file.sha256
    except ExplorerError:
        return False


def _is_inside(name: str) -> bool:
    """Whether a name is of a file in the model's folder: a session may come from anybody."""
    return _parts(name) == list(PurePosixPath(name).parts)


def _is_here(name: str) -> bool:
    try:
        find(name)
    except ExplorerError:
        return False
    return True


def _wanted(session: Session) -> ModelRef:
    """The state's model, by name alone where the session says nothing more of it."""
    name = session.state.model
    bare = ModelRef(name, (_parts(name) or [name])[-1])
    return next((ref for ref in session.models if ref.name == name), bare)


# -- where may it be ------------------------------------------------------------------------------


def _candidates(ref: ModelRef, folder: Path | None, recent: Sequence[Path]) -> Iterator[Path]:
    """Places that bear the model's name, the likely ones first."""
    parts = _parts(ref.name)
    if not parts:
        return
    tails = [Path(*parts[-count:]) for count in range(min(_TAIL, len(parts)), 0, -1)]
    near = [] if folder is None else [folder, *list(folder.parents)[:_UP]]
    for base in (*near, models_dir(), places.directions(), *(path.parent for path in recent)):
        yield from (base / tail for tail in tails)
    for below in _folders(folder, recent):
        yield below  # a session that was saved inside its model
        yield below / parts[-1]


def _folders(folder: Path | None, recent: Sequence[Path]) -> Iterator[Path]:
    """Folders below the session's own and around the recent files, so many and no more."""
    waiting = [] if folder is None else [(folder, _DEEP)]
    waiting += [(around, 1) for around in dict.fromkeys(path.parent.parent for path in recent)]
    left = _MOST
    for place, deep in waiting:  # grows on the way: what is near comes first
        yield place
        inside, left = _listed(place, left) if deep else ([], left)
        waiting += [(path, deep - 1) for path in inside]


def _listed(folder: Path, left: int) -> tuple[list[Path], int]:
    """The folders in a folder that are not hidden, and how many entries may still be listed."""
    try:
        with os.scandir(folder) as entries:
            seen = list(itertools.islice(entries, left))
            inside = [e.name for e in seen if e.is_dir(follow_symlinks=False)]
    except OSError:
        return [], left
    return [folder / name for name in sorted(inside) if name[0] != "."], left - len(seen)


def _parts(name: str) -> list[str]:
    """The names of a path of any system, without its root and all that lies before a "..".

    So put under a folder they never lead out of it.
    """
    windows = PureWindowsPath(name)
    path = windows if windows.drive or "/" not in name else PurePosixPath(name)
    parts = [part for part in path.parts if part != path.anchor]
    while ".." in parts:
        del parts[: parts.index("..") + 1]
    return parts


# -- under its new name ---------------------------------------------------------------------------


def _named(place: Path) -> str:
    """As a state names it: a bundled model by its name."""
    return place.name if place.parent == models_dir() else str(place)


def _at(ref: ModelRef, place: Path) -> ModelRef:
    """A model at another place; a single file may be called otherwise there."""
    kept = ref.files
    if _is_file(ref) and place.is_file():
        kept = (replace(kept[0], name=place.name),)
    return replace(ref, name=_named(place), files=kept)


def _renamed(state: State, names: Mapping[str, str]) -> State:
    """The state with other names of models in everything that names one."""
    path, pins = state.interpolating, state.pins
    measured = path.retimed
    if measured is not None and measured.model in names:
        path = replace(path, retimed=replace(measured, model=names[measured.model]))
    others = tuple(names.get(other, other) for other in state.side.others)
    return replace(
        state,
        model=names.get(state.model, state.model),
        interpolating=path,
        side=replace(state.side, others=others),
        pins=tuple(replace(pin, state=_renamed(pin.state, names)) for pin in pins),
    )
