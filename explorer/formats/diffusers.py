"""diffusers folders: a `model_index.json` over components, or one component's `config.json`.

diffusers itself would import whatever class a folder names, and may fetch what is missing. Here
configurations are plain data, classes come from a list, weights are read by our own readers, and
a folder that needs code or another library is refused with its name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from explorer.errors import FileDamaged, FileMissing, FileRefused, os_reason
from explorer.formats.base import Format
from explorer.formats.budget import Budget
from explorer.formats.checkpoints import read_checkpoint
from explorer.formats.contents import Contents
from explorer.formats.jsons import plain_file, read_table
from explorer.formats.words import FILE, SETTINGS, read_words
from explorer.phrases import Phrase

NETWORKS = frozenset({
    "UNet2DModel", "UNet2DConditionModel", "AutoencoderKL", "VQModel", "AutoencoderTiny",
})  # fmt: skip
"""Classes of networks that a family here knows how to run."""
TEXT_ENCODER, TOKENIZER = "CLIPTextModel", "PreTrainedTokenizerFast"
TEXTS = frozenset({TEXT_ENCODER, TOKENIZER})
"""What is read of the transformers library's: a text encoder, and a tokenizer of whole words."""
SCHEDULERS = frozenset({
    "DDPMScheduler", "DDIMScheduler", "PNDMScheduler", "LMSDiscreteScheduler",
    "EulerDiscreteScheduler", "EulerAncestralDiscreteScheduler", "HeunDiscreteScheduler",
    "DPMSolverMultistepScheduler", "DPMSolverSinglestepScheduler", "DEISMultistepScheduler",
    "UniPCMultistepScheduler", "KDPM2DiscreteScheduler", "KDPM2AncestralDiscreteScheduler",
    "ScoreSdeVeScheduler", "FlowMatchEulerDiscreteScheduler", "EDMEulerScheduler",
})  # fmt: skip
PIPELINES = frozenset({
    "DDPMPipeline", "DDIMPipeline", "LDMPipeline", "LDMSuperResolutionPipeline", "PNDMPipeline",
    "ScoreSdeVePipeline", "KarrasVePipeline", "DiffusionPipeline", "StableDiffusionPipeline",
    "LatentDiffusionUncondPipeline",
})  # fmt: skip
_WEIGHTS = ("diffusion_pytorch_model.safetensors", "diffusion_pytorch_model.fp16.safetensors",
            "diffusion_pytorch_model.bin", "diffusion_pytorch_model.fp16.bin")  # fmt: skip
_TEXT_WEIGHTS = ("model.safetensors", "model.fp16.safetensors", "pytorch_model.bin",
                 "pytorch_model.fp16.bin")  # fmt: skip
EMBEDDINGS = "embeddings.safetensors"
"""What a UNet2DConditionModel is told, a tensor for each choice, kept beside the configuration."""
_MAX_NUMBER = 1 << 16
_LONG = frozenset({"num_train_timesteps", "sample_max_value", "num_vq_embeddings"})
_MAX_LONG = 1 << 24
_MAX_LIST = 64
_LISTS_OF_ANY_LENGTH = frozenset({"trained_betas"})


def _matches(path: Path, head: bytes) -> bool:
    if head or not path.is_dir():
        return False
    if (path / "model_index.json").is_file():
        return True
    config = path / "config.json"
    try:
        with config.open("rb") as file:
            return b'"_class_name"' in file.read(1 << 20)
    except OSError:
        return False


def _read(path: Path, budget: Budget) -> Contents:
    _refuse_programs(path)
    return _with_embeddings(_folder(path, budget), budget)


def _with_embeddings(found: Contents, budget: Budget) -> Contents:
    """With the embeddings that lie in the folder, for a network that listens to some."""
    file = plain_file(found.path, EMBEDDINGS)
    if file is None:
        return found
    part = read_checkpoint(file, budget)
    parts, tensors = dict(found.parts), found.tensors
    if not parts:  # a network alone becomes one of two parts, and its numbers that part's
        parts, tensors = {"model": found}, {}
    files = (*found.files, *part.files)
    return replace(found, parts=parts | {EMBEDDINGS: part}, tensors=tensors, files=files)


def _folder(path: Path, budget: Budget) -> Contents:
    index = plain_file(path, "model_index.json")
    if index is None:
        return _component(path, budget, None)
    table = read_table(index)
    pipeline = str(table.get("_class_name"))[:80]
    if pipeline not in PIPELINES:
        raise FileRefused(
            str(index), f"its pipeline is {pipeline!r}", _known(PIPELINES, Phrase("pipelines"))
        )
    parts = dict(_components(path, index, table, budget))
    files = (index, *(file for part in parts.values() for file in part.files))
    settings = {k: v for k, v in table.items() if k not in parts and _is_plain(v)}
    return Contents(
        path, FORMAT.name, FORMAT.title, files, metadata=settings, parts=parts,
        classes=(pipeline,),
    )  # fmt: skip


def _components(
    path: Path, index: Path, table: dict[str, Any], budget: Budget
) -> Iterator[tuple[str, Contents]]:
    for name, value in table.items():
        if not isinstance(value, list) or len(value) != 2 or not _is_class(value):
            continue
        library, kind = value
        if library is None or kind is None:
            continue  # the folder says that it has none (a safety checker)
        if Path(name).name != name or name in {".", ".."} or "\\" in name:
            raise FileRefused(str(index), f"its part {name[:40]!r} is no name", "Do not trust it.")
        if library == "transformers" and kind in TEXTS:
            yield name, _text_part(path / name, budget, str(kind))
            continue
        if library != "diffusers":
            raise FileRefused(
                str(index),
                f"its {name[:40]!r} is a {str(kind)[:60]} of {str(library)[:60]!r}",
                "Only diffusers' own networks are read, CLIPTextModel and tokenizers of whole "
                "words; open its unet or vae folder alone.",
            )
        yield name, _component(path / name, budget, str(kind))


def _component(folder: Path, budget: Budget, kind: str | None) -> Contents:
    """A network or scheduler by its configuration, and the weights of a network.

    Args:
        kind: the class that model_index.json names; None takes the configuration's word.
    """
    _refuse_programs(folder)
    config = plain_file(folder, "scheduler_config.json") or plain_file(folder, "config.json")
    if config is None:
        raise FileMissing(str(folder / "config.json"), "it is not there", "Copy the whole folder.")
    table = read_table(config)
    said = str(table.get("_class_name"))[:80]
    known = NETWORKS | SCHEDULERS
    if said not in known or (kind is not None and said != kind):
        cause = f"its class is {said!r}"
        if kind is not None and said != kind:
            cause = f"its class is {said!r}, and model_index.json says {kind[:80]!r}"
        raise FileRefused(str(config), cause, _known(NETWORKS, Phrase("networks")))
    _check_numbers(config, table)
    base = Contents(folder, FORMAT.name, FORMAT.title, (config,), metadata=table)
    base = replace(base, classes=(said,))
    if said in SCHEDULERS:
        return base
    weights = _weights(folder, budget)
    return replace(
        base,
        tensors={name: tensor for part in weights for name, tensor in part.tensors.items()},
        files=(config, *(file for part in weights for file in part.files)),
        notes=tuple(note for part in weights for note in part.notes),
    )


def _text_part(folder: Path, budget: Budget, kind: str) -> Contents:
    """A text encoder with its weights, or a tokenizer, which is read again when it is used."""
    _refuse_programs(folder)
    if kind == TOKENIZER:
        read_words(folder)
        files = (plain_file(folder, name) for name in (FILE, SETTINGS))
        there = tuple(file for file in files if file is not None)
        return Contents(folder, FORMAT.name, FORMAT.title, there, classes=(kind,))
    config = plain_file(folder, "config.json")
    if config is None:
        raise FileMissing(str(folder / "config.json"), "it is not there", "Copy the whole folder.")
    table = read_table(config)
    _check_numbers(config, table)
    weights = _weights(folder, budget, _TEXT_WEIGHTS)
    return Contents(
        folder, FORMAT.name, FORMAT.title, (config, *(f for part in weights for f in part.files)),
        tensors={name: tensor for part in weights for name, tensor in part.tensors.items()},
        metadata=table, classes=(kind,), notes=tuple(n for part in weights for n in part.notes),
    )  # fmt: skip


def _weights(folder: Path, budget: Budget, names: tuple[str, ...] = _WEIGHTS) -> list[Contents]:
    """The weights in one file, or in those that an index lists."""
    for name in names:
        file = plain_file(folder, name)
        if file is not None:
            return [read_checkpoint(file, budget)]
        index = plain_file(folder, f"{name}.index.json")
        if index is not None:
            return [read_checkpoint(file, budget) for file in _shards(folder, index)]
    raise FileMissing(
        str(folder / names[0]), "there are no weights there", "Copy the whole folder."
    )


def _shards(folder: Path, index: Path) -> list[Path]:
    names = read_table(index).get("weight_map")
    if not isinstance(names, dict) or not all(isinstance(n, str) for n in names.values()):
        raise FileDamaged(str(index), "it lists no files", "Download it again.")
    shards = []
    for name in sorted(set(names.values())):
        if Path(name).name != name or "\\" in name:
            raise FileRefused(
                str(index), f"it points outside its folder, to {name[:80]!r}", "Do not trust it."
            )
        file = plain_file(folder, name)
        if file is None:
            raise FileMissing(str(folder / name), "it is not there", "Copy the whole folder.")
        shards.append(file)
    return shards


def _refuse_programs(folder: Path) -> None:
    """A folder with Python in it wants to be run; diffusers would, when told to."""
    try:
        programs = sorted(file.name for file in folder.iterdir() if file.suffix == ".py")
    except OSError as error:
        raise FileMissing(str(folder), os_reason(error), "Copy the whole folder.") from error
    if programs:
        raise FileRefused(
            str(folder / programs[0]),
            "the folder brings a program of its own",
            "Only diffusers' own networks are read. Remove the file if the model works without.",
        )


def _check_numbers(config: Path, table: dict[str, Any]) -> None:
    """Sizes that no network has are refused before anything is built from them."""
    for key, value in table.items():
        if not _is_sane(key, value, 0):
            raise FileRefused(
                str(config),
                f"its {key[:40]} is {json.dumps(value)[:60]}",
                "No real network is that large: do not trust it.",
            )


def _is_sane(key: str, value: Any, depth: int) -> bool:
    if isinstance(value, bool | float | str | None):
        return True
    if isinstance(value, int):
        return abs(value) <= (_MAX_LONG if key in _LONG else _MAX_NUMBER)
    if depth > 4 or (len(value) > _MAX_LIST and key not in _LISTS_OF_ANY_LENGTH):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return all(_is_sane(key, item, depth + 1) for item in inner)


def _is_class(value: list[Any]) -> bool:
    return all(part is None or isinstance(part, str) for part in value)


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, str | int | float | bool | list | dict)


def _known(names: frozenset[str], what: Phrase) -> Phrase:
    return Phrase(f"The {what} that can be read: {', '.join(sorted(names))}.")


FORMAT = Format("diffusers", Phrase("diffusers folder"), _matches, _read)
