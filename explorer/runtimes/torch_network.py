"""Networks run by torch: float32 in channels_last, or bfloat16 where the hardware has it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from explorer.errors import FileDamaged, RunFailed
from explorer.formats.manifest import NetworkEntry
from explorer.formats.safetensors import read_tensors
from explorer.runtimes import threads
from explorer.runtimes.network import Arrays
from explorer.runtimes.torch_import import load_torch

if TYPE_CHECKING:
    from torch import nn

# Bytes of a kernel that may always be held twice for a moment.
_FREE = 16 << 20


class TorchNetwork:
    """A module in evaluation mode. Inputs go to its forward by name; its outputs are named.

    Args:
        module: forward takes the named inputs and returns a tensor or a tuple of tensors.
        outputs: names of what forward returns, in order.
        device: "cpu", "cuda" or "mps".
        precision: "float32" or "bfloat16".
    """

    def __init__(
        self,
        module: nn.Module,
        outputs: tuple[str, ...],
        device: str = "cpu",
        precision: str = "float32",
    ) -> None:
        torch = load_torch()
        threads.tell(torch)
        self._dtype = getattr(torch, precision)
        self._device, self._precision, self.outputs = device, precision, outputs
        module = module.eval().requires_grad_(False)
        module = module.to(device=device, dtype=self._dtype)
        self.module = module
        if _may_be_copied(module):
            module.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stubs lack it

    @property
    def runtime(self) -> str:
        """How it runs, as shown to the user."""
        return f"torch {self._precision}, {self._device.upper()}"

    def run(self, inputs: Arrays) -> dict[str, NDArray[np.float32]]:
        """All outputs by name, float32."""
        torch = load_torch()
        try:
            with torch.inference_mode():
                feed = {name: self._tensor(array) for name, array in inputs.items()}
                result = self.module(**feed)
                parts = result if isinstance(result, tuple) else (result,)
                arrays = [part.float().cpu().numpy() for part in parts]
        except RuntimeError as error:  # also torch.OutOfMemoryError
            reason = str(error).split("\n")[0][:160]
            raise RunFailed(
                type(self.module).__name__, f"torch failed ({reason})", "Try a smaller batch."
            ) from error
        return dict(zip(self.outputs, arrays, strict=True))

    def _tensor(self, array: NDArray[Any]) -> Any:
        torch = load_torch()
        # copy: the caller's array may be read-only, which torch warns of
        tensor = torch.from_numpy(np.array(array, order="C")).to(self._device)
        return tensor.to(self._dtype) if tensor.is_floating_point() else tensor


def _may_be_copied(module: nn.Module) -> bool:
    """Whether a second copy of its largest kernel is little beside all its weights.

    Reordering a kernel holds it twice for a moment, and memory is to peak at 1.3 x the weights.
    """
    every = [p.numel() * p.element_size() for p in module.parameters()]
    kernels = [p.numel() * p.element_size() for p in module.parameters() if p.dim() == 4]
    largest = max(kernels, default=0)
    return largest <= _FREE or largest <= sum(every) / 4


_OUTPUTS = {
    "encoder": ("mean", "log_variance"),
    "decoder": ("image",),
    "generator": ("image",),
    "critic": ("score",),
    "denoiser": ("prediction",),
}


def open_module(entry: NetworkEntry, device: str, precision: str) -> TorchNetwork:
    """The network of a manifest's entry, its weights loaded strictly.

    Raises:
        FileMissing, FileRefused, FileDamaged: the weights' file, or what is in it.
        UnknownName, BadValue: the architecture or its settings.
    """
    from explorer.networks import build

    load_torch()
    if entry.weights is None:
        raise FileDamaged(str(entry.onnx), "it has no weights for torch", "Run it as ONNX.")
    module = build(entry.architecture, entry.settings)
    _load(module, entry.weights)
    return TorchNetwork(module, outputs_of(entry.role, module), device, precision)


def outputs_of(role: str, module: nn.Module) -> tuple[str, ...]:
    """Names of what a network in this role gives: its own `OUTPUTS`, or the role's usual ones."""
    own: tuple[str, ...] | None = getattr(module, "OUTPUTS", None)
    return _OUTPUTS[role] if own is None else own


def _load(module: nn.Module, path: Path) -> None:
    try:
        module.load_state_dict(read_tensors(path), strict=True)
    except RuntimeError as error:
        reason = " ".join(str(error).split())[:240]
        raise FileDamaged(
            str(path),
            f"its tensors do not fit the manifest's architecture ({reason})",
            "Correct architecture and settings in model.toml, or restore the file.",
        ) from error
