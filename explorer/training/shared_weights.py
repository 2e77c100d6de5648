"""Weights stored once: a network's ONNX graph reads them from the safetensors file beside it.

ONNX keeps a tensor outside its file as a file's name, an offset and a length (onnx.proto,
TensorProto.external_data), and safetensors keeps every tensor as its bare bytes, so the one can
point into the other. What the exporter changed, such as convolutions with a normalisation folded
into them, stays in the graph.
"""

from __future__ import annotations

import json
from pathlib import Path

_SMALLEST = 1024
"""Bytes from which a tensor is worth pointing at."""


def share_weights(graph: Path, weights: Path) -> int:
    """Point `graph` (ONNX) at those of its tensors that `weights` (safetensors) holds too.

    Both must lie in one folder, and stay together from then on. Returns the bytes saved.
    """
    import onnx

    model = onnx.load(graph, load_external_data=False)
    places = _places(weights.read_bytes())
    saved = 0
    for tensor in model.graph.initializer:
        place = places.get(tensor.raw_data)
        if place is None or len(tensor.raw_data) < _SMALLEST:
            continue
        length = len(tensor.raw_data)
        tensor.ClearField("raw_data")
        tensor.data_location = onnx.TensorProto.EXTERNAL
        where = {"location": weights.name, "offset": str(place), "length": str(length)}
        for key, value in where.items():
            tensor.external_data.add(key=key, value=value)
        saved += length
    graph.write_bytes(model.SerializeToString(deterministic=True))
    return saved


def _places(raw: bytes) -> dict[bytes, int]:
    """Where in a safetensors file each tensor's bytes begin.

    The format: eight bytes that say how long the header is, the header in JSON with the tensors'
    places counted from its end, the tensors.
    """
    start = 8 + int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8:start])
    spans = [entry["data_offsets"] for name, entry in header.items() if name != "__metadata__"]
    return {raw[start + low : start + high]: start + low for low, high in spans}
