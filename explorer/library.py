"""The catalogue of bundled models, and the one way to open any model, ours or a stranger's."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.assets import models_dir
from explorer.errors import (
    BadValue,
    ExplorerError,
    FileMissing,
    ManifestError,
    UnknownName,
    os_reason,
)
from explorer.families import FAMILIES, Family, Lack, Model
from explorer.formats.manifest import FILE, Manifest, NetworkEntry, read_manifest
from explorer.runtimes import Adaptive, Network
from explorer.runtimes.device import has_bfloat16, resolve
from explorer.runtimes.onnx import OnnxNetwork
from explorer.runtimes.torch_network import open_module

if TYPE_CHECKING:
    from explorer.opening.answers import Answers

INDEXES = (FILE, "model_index.json", "config.json", "model_config.json")
"""Files that stand for the folder they describe."""
WEIGHTS = (".pt", ".pth", ".ckpt", ".bin", ".safetensors", ".onnx", ".pt2", ".pkl")
"""What files of weights are mostly called."""

FIGURES = "figures.json"
LACKS = {"missing_classes": "class_shares", "collapsed": "kl_nats"}
"""What figures may say is lacking, and the figure whose samples that was found from."""


@dataclass(frozen=True)
class Entry:
    """One bundled model as the library shows it: its manifest, preview picture and size on disk.

    `lacks` is what its measured figures say that it does not do.
    """

    manifest: Manifest
    preview: Path
    card: Path
    bytes: int
    lacks: tuple[Lack, ...] = ()


def bundled() -> tuple[Entry, ...]:
    """The bundled models, families in the order of FAMILIES, then by name.

    A folder whose manifest cannot be read is left out here; opening it says what is wrong.
    """
    order = [family.name for family in FAMILIES]
    folders = sorted(file.parent for file in models_dir().glob(f"*/{FILE}"))
    found = (_entry(folder, _stamp(folder)) for folder in folders)
    entries = [e for e in found if e is not None and e.manifest.family in order]
    return tuple(sorted(entries, key=lambda e: (order.index(e.manifest.family), e.manifest.name)))


def _stamp(folder: Path) -> tuple[int, ...]:
    """What tells that a folder has changed since it was read."""
    described = [file for file in (folder / FILE, folder / FIGURES, folder) if file.exists()]
    return tuple(file.stat().st_mtime_ns for file in described)


@lru_cache(maxsize=256)
def _entry(folder: Path, _stamp: tuple[int, ...]) -> Entry | None:
    """A model's entry, read once for each of its states: reading all takes 25 ms."""
    try:
        manifest = read_manifest(folder)
    except ExplorerError:
        return None
    paths = (folder / "preview.png", folder / "card.md")
    return Entry(manifest, *paths, _size(folder), _lacks(folder / FIGURES))


def _lacks(path: Path) -> tuple[Lack, ...]:
    """What measured figures say is missing; nothing where they cannot be read."""
    try:
        figures = json.loads(path.read_text(encoding="utf-8"))
        return tuple(
            Lack(kind, str(figures[kind]["value"]), _how(figures, kind, source))
            for kind, source in LACKS.items()
            if kind in figures and figures[kind]["value"] != "none"
        )
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def _how(figures: Mapping[str, Any], kind: str, source: str) -> str:
    """How a figure was found, and what it was found from."""
    found = (figures[key]["how"] for key in (source, kind) if "how" in figures.get(key, {}))
    return "; ".join(found)


def find(name_or_path: str | Path) -> Path:
    """The folder of a bundled model's name, of a path to it or its model.toml, or another file.

    A folder that nothing describes stands for its model file, where it holds exactly one.

    Raises:
        FileMissing: a path that does not exist, or that this user may not look at.
        UnknownName: neither a path nor a bundled name.
    """
    path = Path(name_or_path)
    try:
        place = _place(path, str(name_or_path))
    except OSError as error:  # the folder of another user, a name beyond what the disk takes
        remedy = "Check the name and permissions."
        raise FileMissing(str(path), os_reason(error), remedy) from error
    if place is not None:
        return place
    names = ", ".join(entry.manifest.name for entry in bundled())
    if path.parent != Path() or path.suffix:
        raise FileMissing(str(path), "there is no such file or folder", "Check the name.")
    raise UnknownName(f"model {str(name_or_path)!r}", "no such model", f"Bundled are: {names}.")


def _place(path: Path, name: str) -> Path | None:
    """Where a model is that was asked for by path or name; None for nowhere."""
    if path.name in INDEXES and (path.name == FILE or path.is_file()):
        path = path.parent
    if (path / FILE).is_file():
        return path.resolve()
    inside = models_dir() / name
    if name and Path(name).name == name and inside.is_dir():
        return inside
    return _only_file(path).absolute() if name and path.exists() else None


def _only_file(path: Path) -> Path:
    """The one model file in a folder that no index describes; else `path` itself."""
    try:
        if not path.is_dir() or any((path / index).exists() for index in INDEXES):
            return path
        inside = [p for p in path.iterdir() if p.suffix.lower() in WEIGHTS and p.is_file()]
    except OSError:
        return path  # whoever reads it says what is wrong
    return inside[0] if len(inside) == 1 else path


def is_ours(place: Path) -> bool:
    """Whether a place that `find` gave is a model folder of this program."""
    return (place / FILE).exists() or place.parent == models_dir()


@dataclass(frozen=True)
class Ready:
    """A model that was looked at and can be opened.

    Attributes:
        needs: modules to import before (torch and what stands on it), slow the first time.
        steps: opens it into the list it is given, telling (bytes read, bytes in all) on the way;
            raises ExplorerError.
        bytes: of its weights, in memory.
        runs: whether it runs a program of a file, which was trusted.
    """

    needs: tuple[str, ...]
    steps: Callable[[list[Model]], Iterator[tuple[int, int]]]
    bytes: int = 0
    runs: bool = False

    def open(self) -> Model:
        """The model; raises ExplorerError."""
        made: list[Model] = []
        for _ in self.steps(made):
            pass
        return made[0]


def prepare(
    name_or_path: str | Path,
    device: str = "auto",
    answers: Answers | None = None,
    trusted: frozenset[str] = frozenset(),
) -> Ready:
    """Look at a model and say what opening it takes; arguments and errors as of `open_model`."""
    place = find(name_or_path)
    if is_ours(place):
        if answers is not None and answers.given:
            raise BadValue(
                str(place / FILE), "it says all there is to say", "Change it there, if it is wrong."
            )
        named = _named(place)
        if named is None:
            return Ready((), lambda made: _steps_of_ours(place, device, made), _size(place))
    else:
        named = None
    from explorer.opening.build import steps
    from explorer.opening.explain import understand

    found = replace(understand(place, answers, trusted), named=named)
    return Ready(
        found.needs,
        lambda made: steps(found, device, made),
        found.weight_bytes,
        bool(found.runs),
    )


def _named(place: Path) -> Manifest | None:
    """The manifest of a folder of ours that is a diffusers folder, opened as any of them is."""
    manifest = read_manifest(place)
    return manifest if manifest.pipeline else None


def open_model(
    name_or_path: str | Path, device: str = "auto", *, trust: Collection[str] = (), **overrides: Any
) -> Model:
    """Open a bundled model by name, or a model in any file or folder by path.

    Nothing of it is run. torch is imported only where a network has no ONNX form, a GPU is asked
    for, or a GPU's driver is there.

    Args:
        name_or_path: "scenes-vae", a folder that holds a model.toml, a checkpoint, an ONNX graph, a
            diffusers folder, ... (docs/formats.md).
        device: "auto", "cpu", "cuda" or "mps".
        trust: SHA-256 of programs that may be run: a TorchScript file, a class of one's own.
        overrides: what the file does not say or says wrongly: `range=(-1, 1)`, `size=(64, 64)`,
            `partner="decoder.pth"`, ...; the names of explorer.opening.answers.Answers.

    Raises:
        ExplorerError: naming the file, the cause and the remedy.
    """
    answers = None
    if overrides:
        from explorer.opening.answers import of

        answers = of(**overrides)
    return prepare(name_or_path, device, answers, frozenset(trust)).open()


def _steps_of_ours(place: Path, device: str, made: list[Model]) -> Iterator[tuple[int, int]]:
    made.append(_open_ours(place, device))
    yield from ()


def _size(folder: Path) -> int:
    return sum(part.stat().st_size for part in folder.rglob("*") if part.is_file())


def _open_ours(folder: Path, device: str) -> Model:
    manifest = read_manifest(folder)
    family = _family(manifest)
    device = resolve(device)
    span = manifest.image.high - manifest.image.low
    networks = {}
    for role, entry in manifest.networks.items():
        _check_present(entry)
        networks[role] = Adaptive(_openers(entry, device), {"image": span, "prediction": span})
    model = family.open(manifest, networks)
    model.spec = replace(model.spec, lacks=_lacks(folder / FIGURES))
    return model


def _family(manifest: Manifest) -> Family:
    file = str(manifest.folder / FILE)
    family = next((f for f in FAMILIES if f.name == manifest.family), None)
    if family is None:
        known = ", ".join(f.name for f in FAMILIES)
        raise ManifestError(file, f"family {manifest.family!r} is unknown", f"Use one of {known}.")
    for role in family.roles:
        if role not in manifest.networks:
            raise ManifestError(file, f"[networks.{role}] is missing", f"A {family.name} needs it.")
    for role in manifest.networks:
        if role not in family.roles + family.optional:
            raise ManifestError(file, f"[networks.{role}] is unknown", f"A {family.name} has none.")
    return family


def _check_present(entry: NetworkEntry) -> None:
    """A missing weight file is reported on opening, not when torch first reaches for it."""
    for path in (entry.weights, entry.onnx):
        if path is not None and not path.is_file():
            raise FileMissing(str(path), "there is no such file", "Restore it beside model.toml.")


def _openers(entry: NetworkEntry, device: str) -> list[_Opener]:
    """Ways to run a network, the reference first: ONNX Runtime on a CPU, torch on a GPU."""
    openers: list[_Opener] = []
    if entry.weights is not None and entry.architecture:
        openers.append(_Opener(entry, device, "float32"))
        openers.append(_Opener(entry, device, "bfloat16"))
    if entry.onnx is not None and device in {"cpu", "cuda"}:
        openers.insert(0 if device == "cpu" else 1, _Opener(entry, device, "onnx"))
    if not openers and entry.onnx is not None:
        openers.append(_Opener(entry, "cpu", "onnx"))
    return openers


@dataclass(frozen=True)
class _Opener:
    """One way to run one network, opened when called."""

    entry: NetworkEntry
    device: str
    way: str

    def __call__(self) -> Network:
        if self.way == "onnx" and self.entry.onnx is not None:
            return OnnxNetwork(self.entry.onnx, self.device)
        if self.way == "bfloat16" and not has_bfloat16(self.device):
            raise UnknownName(
                f"torch bfloat16, {self.device.upper()}", "this processor lacks it", "Use float32."
            )
        return open_module(self.entry, self.device, self.way)
