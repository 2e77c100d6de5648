"""Recognised weights into a network of ours: strictly, one tensor at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from explorer.errors import FileDamaged
from explorer.networks import build
from explorer.recognition.find import Recognition
from explorer.recognition.weights import Weight
from explorer.runtimes.torch_import import load_torch
from explorer.runtimes.torch_network import TorchNetwork, outputs_of

if TYPE_CHECKING:
    from torch import nn


def open_recognised(
    found: Recognition, role: str, device: str = "cpu", precision: str = "float32"
) -> TorchNetwork:
    """The network that plays `role`, with its weights, ready to run.

    Raises:
        FileMissing, FileDamaged: the file changed since it was read.
    """
    part = found.finding.networks[role]
    module = build_module(part.architecture, part.settings, found.weights[role])
    return TorchNetwork(module, outputs_of(role, module), device, precision)


def build_module(
    architecture: str, settings: Mapping[str, Any], weights: Mapping[str, Weight]
) -> nn.Module:
    """A module of a known architecture with exactly these weights, float32, in evaluation mode.

    It is laid out without memory first, so that a file's numbers are held once. Axes of size one
    may be more or fewer in the file.

    Raises:
        FileMissing, FileDamaged: the file is gone, or its tensors are not all the module's.
    """
    torch = load_torch()
    with torch.device("meta"):
        module = build(architecture, settings)
    shapes = {name: tuple(tensor.shape) for name, tensor in module.state_dict().items()}
    state = {
        name: torch.from_numpy(_fitted(weight.float32(), shapes.get(name)))
        for name, weight in weights.items()
    }
    for name in shapes:
        if name.endswith("num_batches_tracked"):
            state[name] = torch.zeros((), dtype=torch.int64)
    try:
        module.load_state_dict(state, strict=True, assign=True)
    except RuntimeError as error:
        reason = " ".join(str(error).split())[:240]
        raise FileDamaged(
            architecture, f"its tensors do not fit ({reason})", "Report this with the file's name."
        ) from error
    return module.eval()


def _fitted(array: NDArray[np.float32], shape: tuple[int, ...] | None) -> NDArray[np.float32]:
    if shape is None or [n for n in array.shape if n != 1] != [n for n in shape if n != 1]:
        return array
    return array.reshape(shape)
