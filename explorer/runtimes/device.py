"""Which device to use: asked for, or the best that is really there."""

from __future__ import annotations

import ctypes
import sys

from explorer.errors import BadValue
from explorer.runtimes.torch_import import load_torch

DEVICES = ("auto", "cpu", "cuda", "mps")


def resolve(device: str) -> str:
    """ "auto" to a device that works; any other is checked.

    torch is imported only where a GPU's driver is present, as that import takes a second.

    Raises:
        BadValue: no such device, or it is not available here.
    """
    if device not in DEVICES:
        raise BadValue(f"device {device!r}", "no such device", f"Use {', '.join(DEVICES)}.")
    if device == "auto":
        return _best()
    if device != "cpu" and not _works(device):
        raise BadValue(f"device {device!r}", "torch cannot use it here", "Use auto or cpu.")
    return device


def _best() -> str:
    if _has_cuda_driver() and _works("cuda"):
        return "cuda"
    return "mps" if sys.platform == "darwin" and _works("mps") else "cpu"


def _has_cuda_driver() -> bool:
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True


def _works(device: str) -> bool:
    torch = load_torch()
    if device == "cuda":
        return bool(torch.cuda.is_available())
    return bool(torch.backends.mps.is_available())


def has_bfloat16(device: str) -> bool:
    """Whether bfloat16 may be worth measuring: AVX-512 on a CPU, Ampere or later on CUDA."""
    torch = load_torch()
    if device == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    if device == "cpu":
        return "AVX512" in torch.backends.cpu.get_cpu_capability()
    return False
