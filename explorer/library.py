"""The catalogue of bundled models, and the one way to open any."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from explorer.assets import models_dir
from explorer.errors import ExplorerError, FileMissing, ManifestError, UnknownName
from explorer.families import FAMILIES, Family, Model
from explorer.formats.manifest import FILE, Manifest, NetworkEntry, read_manifest
from explorer.runtimes import Adaptive, Network
from explorer.runtimes.device import has_bfloat16, resolve
from explorer.runtimes.onnx import OnnxNetwork
from explorer.runtimes.torch_network import open_module


@dataclass(frozen=True)
class Entry:
    """One bundled model as the library shows it: its manifest, preview picture and size on disk."""

    manifest: Manifest
    preview: Path
    card: Path
    bytes: int


def bundled() -> tuple[Entry, ...]:
    """The bundled models, families in the order of FAMILIES, then by name.

    A folder whose manifest cannot be read is left out here; opening it says what is wrong.
    """
    order = [family.name for family in FAMILIES]
    entries = []
    for file in sorted(models_dir().glob(f"*/{FILE}")):
        try:
            manifest = read_manifest(file.parent)
        except ExplorerError:
            continue
        if manifest.family in order:
            size = sum(part.stat().st_size for part in file.parent.iterdir() if part.is_file())
            folder = file.parent
            entries.append(Entry(manifest, folder / "preview.png", folder / "card.md", size))
    return tuple(sorted(entries, key=lambda e: (order.index(e.manifest.family), e.manifest.name)))


def find(name_or_path: str | Path) -> Path:
    """The folder of a bundled model's name, or of a path to a folder or its model.toml.

    Raises:
        FileMissing: a path that does not exist. UnknownName: neither a path nor a bundled name.
    """
    path = Path(name_or_path)
    if path.name == FILE:
        path = path.parent
    if (path / FILE).is_file():
        return path.resolve()
    inside = models_dir() / str(name_or_path)
    name = str(name_or_path)
    if name and Path(name).name == name and inside.is_dir():
        return inside
    if name and path.is_dir():
        raise FileMissing(str(path / FILE), "there is no such file", "Give a model's folder.")
    if path.is_file():
        raise ManifestError(str(path), "it is no model folder", f"Give a folder with a {FILE}.")
    names = ", ".join(entry.manifest.name for entry in bundled())
    if path.parent != Path() or path.suffix:
        raise FileMissing(str(path), "there is no such file or folder", "Check the name.")
    raise UnknownName(f"model {str(name_or_path)!r}", "no such model", f"Bundled are: {names}.")


def open_model(name_or_path: str | Path, device: str = "auto") -> Model:
    """Open a bundled model by name, or a model folder by path.

    Nothing of the folder is run, and torch is imported only where a network has no ONNX form, a
    GPU is asked for, or a GPU's driver is there.

    Args:
        name_or_path: "scenes-vae", or a folder that holds a model.toml.
        device: "auto", "cpu", "cuda" or "mps".

    Raises:
        ExplorerError: naming the file, the cause and the remedy.
    """
    manifest = read_manifest(find(name_or_path))
    family = _family(manifest)
    device = resolve(device)
    span = manifest.image.high - manifest.image.low
    networks = {}
    for role, entry in manifest.networks.items():
        _check_present(entry)
        networks[role] = Adaptive(_openers(entry, device), {"image": span, "prediction": span})
    return family.open(manifest, networks)


def _family(manifest: Manifest) -> Family:
    file = str(manifest.folder / FILE)
    family = next((f for f in FAMILIES if f.name == manifest.family), None)
    if family is None:
        known = ", ".join(f.name for f in FAMILIES)
        raise ManifestError(file, f"family {manifest.family!r} is unknown", f"Use one of {known}.")
    for role in family.roles:
        if role not in manifest.networks:
            raise ManifestError(file, f"networks.{role} is missing", f"A {family.name} needs it.")
    for role in manifest.networks:
        if role not in family.roles + family.optional:
            raise ManifestError(file, f"networks.{role} is unknown", f"A {family.name} has none.")
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
