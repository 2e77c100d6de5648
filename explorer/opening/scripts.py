"""TorchScript that is run as the program it is, once the user trusts that exact file."""

from __future__ import annotations

from dataclasses import replace

from explorer.formats.contents import Contents, Port
from explorer.opening import trust
from explorer.opening.answers import Answers
from explorer.opening.base import TORCH, Understanding
from explorer.opening.graphs import understand_graph
from explorer.phrases import Phrase
from explorer.runtimes.network import Network
from explorer.runtimes.programs import open_script


def understand_script(
    contents: Contents, answers: Answers, trusted: frozenset[str]
) -> Understanding:
    """Its roles from names alone, since TorchScript keeps no shapes; a latent from its weights.

    Raises:
        NotTrusted: its SHA-256 is not in `trusted`.
        NotSupported: no family here can use it.
    """
    raw = trust.require(contents.path, trusted)
    seen = _with_shapes(contents)

    def opener(device: str) -> Network:
        return open_script(raw, seen, device)

    found = understand_graph(seen, answers, opener, (TORCH,))
    return replace(found, runs=Phrase("the TorchScript program in it, which you trust"))


def _with_shapes(contents: Contents) -> Contents:
    """Ports with what can be told: one input that the first weights take, named outputs."""
    first = next((t for t in contents.tensors.values() if len(t.shape) in (2, 4)), None)
    inputs = list(contents.inputs) or [Port("input", "Tensor", None)]
    if first is not None and inputs[0].shape is None:
        linear = len(first.shape) == 2
        width = first.shape[1] if linear else first.shape[0]
        opening = linear or (first.shape[0] > first.shape[1] and first.shape[0] > 4)
        if opening:
            shape: tuple[int | str | None, ...] = (
                ("batch", width) if linear else ("batch", width, 1, 1)
            )
            inputs[0] = Port(inputs[0].name, "float32", shape)
        elif first.shape[1] in (1, 3, 4):
            inputs[0] = Port(inputs[0].name, "float32", ("batch", first.shape[1], None, None))
    outputs = [
        Port(port.name or f"output {n + 1}", port.dtype, port.shape)
        for n, port in enumerate(contents.outputs or (Port("", "Tensor", None),))
    ]
    return replace(contents, inputs=tuple(inputs), outputs=tuple(outputs))
