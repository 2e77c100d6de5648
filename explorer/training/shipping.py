"""From trained networks to the folder that is shipped, and back for measuring it.

An ONNX file is written beside the weights of every network, and the two are compared on the spot:
a folder whose halves disagree is not written.
"""

from __future__ import annotations

import inspect
import json
import logging
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import save
from torch import Tensor, nn

from explorer.errors import BadValue, FileDamaged
from explorer.formats.safetensors import read_tensors
from explorer.latent.priors import Mixture
from explorer.training.card import write_card
from explorer.training.pictures import save_png
from explorer.training.recipe import Network, Recipe
from explorer.training.shared_weights import share_weights

MIXTURE = "prior.safetensors"
PARITY = 1e-4
"""Largest difference allowed between a network's torch and ONNX outputs, where those are within
-1 and 1; above, as a share of the largest, as float32 rounds."""


def ship(recipe: Recipe, folder: Path, history: Mapping[str, Any]) -> None:
    """Write the finished model: weights, ONNX, manifest, preview and card (without figures).

    `history` goes into the manifest's [training] table. Raises BadValue where ONNX disagrees.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for role in recipe.specs:
        recipe.shipped(role).cpu().float().eval()
    if recipe.as_pipeline:
        from explorer.training.pipeline import write_pipeline

        write_pipeline(recipe, folder)
    else:
        _write_networks(recipe, folder)
    if recipe.is_model:
        _write_mixture(recipe, folder)
        (folder / "model.toml").write_text(manifest(recipe, history), encoding="utf-8")
        with torch.inference_mode():
            save_png(recipe.preview(), folder / "preview.png")
    write_card(recipe, folder, history)


def _write_networks(recipe: Recipe, folder: Path) -> None:
    for role, spec in recipe.specs.items():
        network = recipe.shipped(role)
        tensors = {k: v.detach().contiguous() for k, v in network.state_dict().items()}
        weights, graph = folder / f"{role}.safetensors", folder / f"{role}.onnx"
        weights.write_bytes(save(tensors))
        if recipe.is_model:
            inputs = example_inputs(recipe, role)
            export_onnx(network, spec, inputs, graph)
            share_weights(graph, weights)
            check_parity(network, graph, inputs)


def _write_mixture(recipe: Recipe, folder: Path) -> None:
    """The prior that was fitted to the latents, where the recipe fits one."""
    if not recipe.has_mixture:
        return
    mixture = recipe.fitted()
    parts = {"weights": mixture.weights, "means": mixture.means, "factors": mixture.factors}
    tensors = {name: torch.from_numpy(array).contiguous() for name, array in parts.items()}
    (folder / MIXTURE).write_bytes(save(tensors))


def load_shipped(recipe: Recipe, folder: Path) -> None:
    """Put a shipped folder's weights into the recipe's networks, ready to be measured."""
    if recipe.as_pipeline:
        from explorer.training.pipeline import load_pipeline

        load_pipeline(recipe, folder)
        return
    recipe.averages = {}
    for role, network in recipe.networks.items():
        path = folder / f"{role}.safetensors"
        try:
            network.load_state_dict(read_tensors(path), strict=True)
        except RuntimeError as error:
            raise FileDamaged(
                str(path), f"its weights do not fit the recipe ({error})",
                f"Train {recipe.name} again, or restore the file.",
            ) from error  # fmt: skip
        network.eval()
    if recipe.has_mixture:
        parts = read_tensors(folder / MIXTURE)
        held = {name: tensor.numpy() for name, tensor in parts.items()}
        recipe.keep_fitted(Mixture(held["weights"], held["means"], held["factors"]))


def example_inputs(recipe: Recipe, role: str, count: int = 3) -> dict[str, Tensor]:
    """Inputs of a network by name, `count` of each, seeded."""
    facts = recipe.facts
    noise = torch.Generator().manual_seed(7)
    high, wide, colours = facts.size
    low, top = facts.span
    image = torch.rand(count, colours, high, wide, generator=noise) * (top - low) + low
    made = {
        "latent": torch.randn(count, *facts.latent, generator=noise),
        "image": image,
        "sample": torch.randn(count, colours, high, wide, generator=noise),
        "timestep": torch.arange(count) * 300 + 7,
        "label": torch.arange(count) % 5,
        **recipe.extra_inputs(count, noise),
    }
    wanted = inspect.signature(recipe.networks[role].forward).parameters
    return {name: made[name] for name in wanted}


def export_onnx(
    network: nn.Module, spec: Network, inputs: Mapping[str, Tensor], path: Path
) -> None:
    """Write one ONNX file with a free batch axis."""
    batch = torch.export.Dim("batch", min=1)
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)  # it laments an absent torchvision
    with warnings.catch_warnings():  # of the exporter's own doing
        warnings.simplefilter("ignore")
        program = torch.onnx.export(
            network, kwargs=dict(inputs), input_names=list(inputs),
            output_names=list(spec.outputs), opset_version=20, dynamo=True, verbose=False,
            dynamic_shapes={name: {0: batch} for name in inputs},
        )  # fmt: skip
    if program is None:
        raise BadValue(str(path), "the exporter gave nothing back", "Report this with the recipe.")
    for node in program.model.graph.all_nodes():
        node.metadata_props.clear()  # where in the source each came from: a fifth of the file
    program.save(path, external_data=False)


def check_parity(network: nn.Module, path: Path, inputs: Mapping[str, Tensor]) -> float:
    """The largest difference of an ONNX file's answers from torch's.

    Raises BadValue where that is above PARITY at a batch of one or of all `inputs`.
    """
    worst = max(
        _difference(network, path, {k: v[:count] for k, v in inputs.items()})
        for count in (1, len(next(iter(inputs.values()))))
    )
    if worst > PARITY:
        raise BadValue(
            str(path), f"its answers differ from torch's by {worst:.2g}",
            "Export with another version of torch or onnxscript.",
        )  # fmt: skip
    return worst


def _difference(network: nn.Module, path: Path, inputs: Mapping[str, Tensor]) -> float:
    import onnxruntime

    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    answers = session.run(None, {name: value.numpy() for name, value in inputs.items()})
    with torch.inference_mode():
        wanted = network(**inputs)
    wanted = wanted if isinstance(wanted, tuple) else (wanted,)
    return max(_apart(a, w.numpy()) for a, w in zip(answers, wanted, strict=True))


def _apart(answer: Any, wanted: Any) -> float:
    return float(np.abs(answer - wanted).max() / max(1.0, np.abs(wanted).max()))


def manifest(recipe: Recipe, history: Mapping[str, Any]) -> str:
    """The text of model.toml."""
    facts = recipe.facts
    top = {
        "format": 1, "name": recipe.name, "title": facts.title, "family": facts.family,
        "summary": facts.summary, "licence": "MIT",
    }  # fmt: skip
    tables: dict[str, Mapping[str, Any]] = {
        "image": {
            "size": list(facts.size[:2]), "channels": facts.size[2], "range": list(facts.span),
        },
        "latent": {"shape": list(facts.latent), **_prior(recipe), **recipe.measure()},
        **{f"conditions.{name}": table for name, table in recipe.conditions().items()},
    }  # fmt: skip
    if recipe.as_pipeline:
        top |= {"pipeline": "model_index.json", "example": facts.example}
    else:
        tables |= {f"networks.{role}": _entry(role, spec) for role, spec in recipe.specs.items()}
    if facts.score:
        tables["score"] = {"kind": facts.score}
    if facts.diffusion:
        tables["diffusion"] = facts.diffusion
    before = {"before": recipe.before()} if recipe.before() else {}
    tables["training"] = {
        "recipe": recipe.name, "data": facts.data, "seed": recipe.seed, **before, **history
    }  # fmt: skip
    parts = ["\n".join(f"{key} = {_toml(value)}" for key, value in top.items())]
    for name, table in tables.items():
        parts.append(f"[{name}]\n" + "\n".join(f"{k} = {_toml(v)}" for k, v in table.items()))
    return "\n\n".join(parts) + "\n"


def _prior(recipe: Recipe) -> dict[str, Any]:
    if recipe.has_mixture:
        return {"prior": "mixture", "mixture": MIXTURE}
    uniform = recipe.facts.uniform
    if not uniform:
        heat = recipe.facts.temperature
        return {"prior": "normal"} | ({} if heat == 1.0 else {"temperature": heat})
    return {"prior": "uniform"} | ({} if uniform == ("all",) else {"uniform": list(uniform)})


def _entry(role: str, spec: Network) -> dict[str, Any]:
    return {
        "architecture": spec.architecture, "settings": spec.settings,
        "weights": f"{role}.safetensors", "onnx": f"{role}.onnx",
    }  # fmt: skip


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.6g}" if value % 1 else f"{value:.1f}"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {_toml(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(v) for v in value) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return str(int(value))
