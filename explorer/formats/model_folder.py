"""Our own folders, seen as contents: what a manifest's weight files hold.

Opening one is the library's business (it reads the manifest and builds the networks); this is
what the card "what is this" shows.
"""

from __future__ import annotations

from pathlib import Path

from explorer.formats.base import Format
from explorer.formats.budget import Budget
from explorer.formats.checkpoints import read_checkpoint
from explorer.formats.contents import Contents
from explorer.phrases import Phrase

_FILE, _INDEX = "model.toml", "model_index.json"


def _matches(path: Path, head: bytes) -> bool:
    if head or (path / _INDEX).is_file():  # a diffusers folder, which model.toml only names
        return False
    return (path / _FILE).is_file()


def _read(path: Path, budget: Budget) -> Contents:
    from explorer.formats.manifest import read_manifest  # numpy, which other formats do without

    manifest = read_manifest(path)
    parts = {
        role: read_checkpoint(entry.weights, budget)
        for role, entry in manifest.networks.items()
        if entry.weights is not None
    }
    graphs = [e.onnx for e in manifest.networks.values() if e.onnx is not None]
    metadata = {
        "name": manifest.name,
        "family": manifest.family,
        "licence": manifest.licence,
        "image": [manifest.image.height, manifest.image.width, manifest.image.channels],
        "latent": list(manifest.latent.shape),
    }
    files = [path / _FILE, *(f for part in parts.values() for f in part.files), *graphs]
    return Contents(
        path=path,
        format=FORMAT.name,
        title=FORMAT.title,
        files=tuple(files),
        metadata=metadata,
        parts=parts,
    )


FORMAT = Format("model-folder", Phrase("Latent Explorer model"), _matches, _read)
