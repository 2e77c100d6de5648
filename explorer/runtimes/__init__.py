"""Vetted contents to networks that run: ONNX Runtime and torch, on whatever device is there."""

from explorer.runtimes.adaptive import Adaptive, Timing
from explorer.runtimes.network import Arrays, Network

__all__ = ["Adaptive", "Arrays", "Network", "Timing"]
