"""A family that the program does not have, as somebody would add it: one file, one entry.

A linear model (principal components; Pearson, 1901): image = clip(mean + W z). Its one network is
an ONNX graph, made here too.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.families.base import Family, Model
from explorer.runtimes import Arrays


class LinearModel(Model):
    """A mean picture and directions around it."""

    CAN: ClassVar[frozenset[str]] = frozenset({"generate"})

    def draw(
        self, latents: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """The linear map of latents (N, z)."""
        for name, value in conditions.items():
            self.class_index(name, value)
        z = self.latent.check(latents)
        return self.networks["map"].run({"latent": z})["image"]

    def example(self, role: str, count: int) -> Arrays:
        """Draws from the prior."""
        return {"latent": self.latent.sample(count, 0)}


LINEAR = Family("linear", "Linear model", ("map",), (), LinearModel)


def make_linear(root: Path, name: str = "tiny-linear", latent: int = 5, size: int = 8) -> Path:
    """A folder of this family: random directions, `size` squared grey in [0, 1]."""
    from onnx import TensorProto, helper, numpy_helper

    folder = root / name
    folder.mkdir(parents=True)
    weights = np.random.default_rng(4).standard_normal((latent, size * size)) * 0.1
    constants = [
        numpy_helper.from_array(weights.astype(np.float32), "weights"),
        numpy_helper.from_array(np.full(size * size, 0.5, np.float32), "mean"),
        numpy_helper.from_array(np.array([-1, 1, size, size], np.int64), "shape"),
    ]
    nodes = [
        helper.make_node("MatMul", ["latent", "weights"], ["offset"]),
        helper.make_node("Add", ["offset", "mean"], ["flat"]),
        helper.make_node("Reshape", ["flat", "shape"], ["image"]),
    ]
    picture: list[str | int | None] = ["batch", 1, size, size]
    graph = helper.make_graph(
        nodes,
        "linear",
        [helper.make_tensor_value_info("latent", TensorProto.FLOAT, ["batch", latent])],
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, picture)],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    (folder / "map.onnx").write_bytes(model.SerializeToString())
    (folder / "model.toml").write_text(
        f"""format = 1
name = "{name}"
title = "Linear"
family = "linear"

[image]
size = [{size}, {size}]
channels = 1
range = [0.0, 1.0]

[latent]
shape = [{latent}]

[networks.map]
onnx = "map.onnx"
"""
    )
    return folder
