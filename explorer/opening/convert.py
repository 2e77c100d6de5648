"""A stranger's model as a folder of ours: safetensors, a manifest, and ONNX where it can be made.

What opens afterwards needs no guess, no answer beside it and no reader of foreign formats.
"""

from __future__ import annotations

import importlib.util
import inspect
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.errors import NotSupported, WriteFailed, os_reason
from explorer.families import Model
from explorer.formats.atomic import atomic, write_bytes
from explorer.formats.manifest import FILE, Manifest
from explorer.opening.base import Piece, Understanding
from explorer.opening.build import build
from explorer.opening.toml import dump
from explorer.recognition.load import build_module
from explorer.runtimes.torch_import import load_torch

if TYPE_CHECKING:
    from torch import nn

STYLES = "styles.safetensors"


def convert(found: Understanding, folder: Path, graphs: bool = True) -> Path:
    """Write the model into `folder`, which must not hold one; returns its manifest.

    Args:
        found: what is to be converted.
        folder: made if it does not exist.
        graphs: whether to write ONNX too; it needs the `onnx` package and is left out without.

    Raises:
        NotSupported: it is a graph, which has no weights of a known architecture.
        WriteFailed: the folder holds a model, or cannot be written.
        FileDamaged, RunFailed: as for opening.
    """
    bare = next((piece for piece in found.pieces if not piece.architecture), None)
    if bare is not None:
        cause = f"its {bare.role} is a {bare.title}, which runs as it is"
        remedy = "Convert its state dict, or keep the file with its manifest beside it."
        raise NotSupported(str(found.contents.path), cause, remedy)
    if found.words is not None:
        cause = "it listens to a text, which model.toml has no word for"
        raise NotSupported(str(found.contents.path), cause, "Copy its folder as it is.")
    if (folder / FILE).exists():
        raise WriteFailed(str(folder / FILE), "there is a model already", "Give a new folder.")
    model = build(found, "cpu")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteFailed(str(folder), os_reason(error), "Give another place.") from error
    with_graphs = graphs and importlib.util.find_spec("onnx") is not None
    networks = {piece.role: _write(piece, folder, model, with_graphs) for piece in found.pieces}
    if found.styles:
        _write_styles(found, folder / STYLES)
    text = dump(table_of(model.manifest, networks, folder.name))
    write_bytes(folder / FILE, text.encode())  # last: without it the folder is no model
    return folder / FILE


def table_of(manifest: Manifest, networks: dict[str, Any], name: str) -> dict[str, Any]:
    """The tables of a model.toml."""
    image = manifest.image
    return {
        "format": 1,
        "name": re.sub(r"[^\w.-]+", "-", name).strip("-") or "model",
        "title": manifest.title,
        "family": manifest.family,
        "summary": manifest.summary,
        "licence": manifest.licence,
        "image": {
            "size": [image.height, image.width],
            "channels": image.channels,
            "range": [image.low, image.high],
        },
        "latent": {"shape": list(manifest.latent.shape), "prior": "normal"}
        | ({} if manifest.styles is None else {"styles": STYLES}),
        "conditions": {
            c.name: {"names": list(c.names)} | ({} if c.null is None else {"null": c.null})
            for c in manifest.conditions
        },
        "networks": networks,
        "diffusion": dict(manifest.diffusion),
    }


def _write(piece: Piece, folder: Path, model: Model, graphs: bool) -> dict[str, Any]:
    """One network's files; its table in the manifest."""
    from safetensors.torch import save_file

    module = build_module(piece.architecture, piece.settings, piece.weights)
    tensors = {name: tensor.contiguous() for name, tensor in module.state_dict().items()}
    with atomic(folder / f"{piece.role}.safetensors") as part:
        save_file(tensors, part)
    table: dict[str, Any] = {
        "architecture": piece.architecture,
        "weights": f"{piece.role}.safetensors",
        "settings": _plain(piece.settings),
    }
    if graphs and _export(piece, module, model, folder / f"{piece.role}.onnx"):
        table["onnx"] = f"{piece.role}.onnx"
    return table


def _write_styles(found: Understanding, path: Path) -> None:
    """The mapping's arrays, as they are stored."""
    from safetensors.numpy import save_file

    arrays = {name: weight.float32() for name, weight in found.styles.items()}
    with atomic(path) as part:
        save_file(arrays, part)


def _plain(value: Any) -> Any:
    """Settings as TOML has them: no None, tuples as lists."""
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items() if v is not None}
    return [_plain(v) for v in value] if isinstance(value, list | tuple) else value


def _export(piece: Piece, module: nn.Module, model: Model, path: Path) -> bool:
    """Write the network as ONNX; False where torch cannot (an operator it has no form for)."""
    torch = load_torch()
    from explorer.runtimes.torch_network import outputs_of

    example = model.example(piece.role, 2)
    names = [n for n in inspect.signature(module.forward).parameters if n in example]
    inputs = tuple(torch.from_numpy(example[name].copy()) for name in names)
    outputs = list(outputs_of(piece.role, module))
    try:
        with atomic(path) as part, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the tracing exporter is deprecated, and quick
            torch.onnx.export(
                module, inputs, str(part), input_names=names, output_names=outputs,
                dynamic_axes={name: {0: "batch"} for name in [*names, *outputs]}, dynamo=False,
            )  # fmt: skip
    except (RuntimeError, ValueError, TypeError):
        return False  # it runs by torch alone
    return True
