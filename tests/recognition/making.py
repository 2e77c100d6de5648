"""State dicts of strangers' layouts with random numbers, in files, as a user would have them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from explorer.formats import Budget, read
from explorer.recognition import Recognition, recognise
from explorer.recognition.load import build_module

State = dict[str, torch.Tensor]


class Maker:
    """Layers by name into a state dict; weights scaled so that signals keep their size."""

    def __init__(self, seed: int = 0) -> None:
        self.state: State = {}
        self._random = torch.Generator().manual_seed(seed)

    def tensor(self, name: str, *shape: int, scale: float = 1.0, mean: float = 0.0) -> None:
        self.state[name] = mean + scale * torch.randn(shape, generator=self._random)

    def layer(self, name: str, *shape: int, bias: int = 0) -> None:
        fan = max(1, int(torch.Size(shape[1:]).numel()))
        self.tensor(f"{name}.weight", *shape, scale=(1.6 / fan) ** 0.5)
        if bias:
            self.tensor(f"{name}.bias", bias, scale=0.1)

    def norm(self, name: str, channels: int, running: bool = True, counter: bool = True) -> None:
        self.tensor(f"{name}.weight", channels, scale=0.1, mean=1.0)
        self.tensor(f"{name}.bias", channels, scale=0.1)
        if running:
            self.tensor(f"{name}.running_mean", channels, scale=0.2)
            self.state[f"{name}.running_var"] = 0.5 + torch.rand(channels, generator=self._random)
        if running and counter:
            self.state[f"{name}.num_batches_tracked"] = torch.tensor(7)


def recognised(
    folder: Path, saved: Mapping[str, Any], name: str = "", size: tuple[int, int] | None = None
) -> Recognition:
    """What a new file of `saved` is recognised as; fails where it is not."""
    path = folder / (name or f"{len(list(folder.iterdir()))}.pt")
    torch.save(dict(saved), path)
    found = recognise(read(path, Budget(isolate=False)), size)
    assert found is not None, f"not recognised: {list(saved)[:4]}"
    return found


def module(found: Recognition, role: str) -> torch.nn.Module:
    """The network of a role with the file's weights; loading it is strict."""
    part = found.finding.networks[role]
    return build_module(part.architecture, part.settings, found.weights[role])


def under(prefix: str, state: Mapping[str, torch.Tensor]) -> State:
    return {f"{prefix}{name}": value for name, value in state.items()}
