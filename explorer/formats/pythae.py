"""Folders that pythae saves: `model_config.json`, `model.pt`, and for networks of the user's own
`encoder.pkl` and `decoder.pkl`, which are programs and refused.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from explorer.errors import FileMissing, FileRefused
from explorer.formats.base import Format
from explorer.formats.budget import Budget
from explorer.formats.checkpoints import read_checkpoint
from explorer.formats.contents import Contents
from explorer.formats.jsons import plain_file, read_table
from explorer.phrases import Phrase

_CONFIG, _WEIGHTS = "model_config.json", "model.pt"
_PROGRAMS = ("encoder.pkl", "decoder.pkl", "critic.pkl", "metric.pkl", "discriminator.pkl")


def _matches(path: Path, head: bytes) -> bool:
    return not head and (path / _CONFIG).is_file() and not (path / "model_index.json").exists()


def _read(path: Path, budget: Budget) -> Contents:
    for name in _PROGRAMS:
        if (path / name).exists():
            raise FileRefused(
                str(path / name),
                "it is a pickled program: this model has networks of its author's own",
                "Save their state dict from the program that trained them, and open that.",
            )
    config, weights = plain_file(path, _CONFIG), plain_file(path, _WEIGHTS)
    if config is None or weights is None:
        missing = _CONFIG if config is None else _WEIGHTS
        raise FileMissing(str(path / missing), "there is no such file", "Copy the whole folder.")
    metadata = {"config": read_table(config)}
    environment = plain_file(path, "environment.json")
    if environment is not None:
        metadata["environment"] = read_table(environment)
    found = read_checkpoint(weights, budget)
    files = tuple(file for file in (config, environment, *found.files) if file is not None)
    return replace(
        found,
        path=path,
        format=FORMAT.name,
        title=FORMAT.title,
        files=files,
        metadata={**found.metadata, **metadata},
    )


FORMAT = Format("pythae", Phrase("pythae folder"), _matches, _read)
