"""What the machine can do, and how a card names it."""

from __future__ import annotations

import platform
from pathlib import Path

import torch


def has_bfloat16(device: torch.device) -> bool:
    """Whether the device multiplies in bfloat16 itself; emulated, it is slower than float32."""
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    return device.type == "cpu" and any(f in cpu_flags() for f in ("amx_bf16", "avx512_bf16"))


def describe_hardware(device: torch.device, bfloat16: bool) -> str:
    """What a card says of where a model was trained."""
    numbers = "bfloat16 autocast" if bfloat16 else "float32"
    if device.type == "cuda":
        return f"{torch.cuda.get_device_name()}, {numbers}"
    threads = torch.get_num_threads()
    plural = "" if threads == 1 else "s"
    amx = " (AMX)" if "amx_bf16" in cpu_flags() else ""
    return f"{threads} CPU thread{plural} of {platform.machine()}{amx}, {numbers}"


def cpu_flags() -> str:
    """The processor's own list of abilities; empty where the system does not tell."""
    path = Path("/proc/cpuinfo")
    if not path.is_file():
        return ""
    lines = path.read_text().splitlines()
    return next((line for line in lines if line.startswith("flags")), "")
