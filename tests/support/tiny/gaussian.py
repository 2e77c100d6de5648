"""The exact denoiser of a Gaussian whose mean is a picture of the class, in closed form."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from tests.support.tiny.making import CLASSES, SIZE

TRAIN_TIMESTEPS = 1000
# Standard deviation of the data around its class mean, in the network's range [-1, 1].
DATA_STD = 0.1


def class_mean(label: int, size: int = SIZE) -> NDArray[np.float32]:
    """The mean picture of a class, (1, size, size) in [-1, 1]; zeros for the null class."""
    rows, columns = np.mgrid[:size, :size] / (size - 1) - 0.5
    inside = {
        0: np.maximum(abs(rows), abs(columns)) < 0.3,
        1: np.minimum(abs(rows), abs(columns)) < 0.12,
        2: np.arange(size)[None, :].repeat(size, axis=0) // max(size // 8, 1) % 2 == 0,
    }
    if label not in inside:
        return np.zeros((1, size, size), np.float32)
    return np.where(inside[label], 0.7, -0.7).astype(np.float32)[None]


def class_std(label: int) -> float:
    """The standard deviation of a class around its mean."""
    return DATA_STD if label < len(CLASSES) else 0.5


def alphas_cumprod(schedule: str) -> NDArray[np.float64]:
    """Products of 1 - beta, (TRAIN_TIMESTEPS,): linear, or cosine (Nichol and Dhariwal, 2021)."""
    steps = TRAIN_TIMESTEPS
    if schedule == "linear":
        betas = np.linspace(1e-4, 0.02, steps)
    else:
        bar = [math.cos((i / steps + 0.008) / 1.008 * math.pi / 2) ** 2 for i in range(steps + 1)]
        betas = np.array([min(1 - bar[i + 1] / bar[i], 0.999) for i in range(steps)])
    return np.asarray(np.cumprod(1 - betas), np.float64)


def gaussian_denoiser(size: int, schedule: str, prediction: str, conditional: bool) -> bytes:
    """E[noise | x_t] for Gaussian data, x0 or v, as an ONNX graph over tables of t and class.

    noise = sigma (x - alpha mu) / (alpha^2 s^2 + sigma^2), s the data's standard deviation.
    """
    from onnx import TensorProto, helper, numpy_helper

    square = alphas_cumprod(schedule)
    alpha, sigma = np.sqrt(square), np.sqrt(1 - square)
    labels = range(len(CLASSES) + 1) if conditional else range(1)
    means = np.stack([class_mean(label, size) for label in labels])
    spread = np.array([class_std(label) ** 2 for label in labels])
    tables = {
        "alphas": alpha.reshape(-1, 1, 1, 1),
        "sigmas": sigma.reshape(-1, 1, 1, 1),
        "means": means,
        # (class, t) flattened: what x - alpha mu is multiplied by to give the noise
        "gains": (sigma / (square * spread[:, None] + sigma**2)).reshape(-1, 1, 1, 1),
    }
    constants = [numpy_helper.from_array(v.astype(np.float32), k) for k, v in tables.items()]
    constants.append(numpy_helper.from_array(np.array(TRAIN_TIMESTEPS, np.int64), "length"))
    constants.append(numpy_helper.from_array(np.array(0, np.int64), "zero"))
    if not conditional:
        constants.append(numpy_helper.from_array(np.array(0, np.int64), "no_label"))
    node = helper.make_node
    nodes = [
        node("Mul", ["timestep", "zero"], ["zeros"]),
        node("Add", ["zeros", "label" if conditional else "no_label"], ["class"]),
        node("Mul", ["class", "length"], ["row"]),
        node("Add", ["row", "timestep"], ["place"]),
        node("Gather", ["alphas", "timestep"], ["alpha"]),
        node("Gather", ["sigmas", "timestep"], ["sigma"]),
        node("Gather", ["means", "class"], ["mean"]),
        node("Gather", ["gains", "place"], ["gain"]),
        node("Mul", ["alpha", "mean"], ["centre"]),
        node("Sub", ["sample", "centre"], ["offset"]),
        node("Mul", ["gain", "offset"], ["noise"]),
        node("Mul", ["sigma", "noise"], ["part"]),
        node("Sub", ["sample", "part"], ["scaled"]),
        node("Div", ["scaled", "alpha"], ["clean"]),
        node("Mul", ["alpha", "noise"], ["v_noise"]),
        node("Mul", ["sigma", "clean"], ["v_clean"]),
        node("Sub", ["v_noise", "v_clean"], ["velocity"]),
        node(
            "Identity",
            [{"epsilon": "noise", "sample": "clean", "v_prediction": "velocity"}[prediction]],
            ["prediction"],
        ),
    ]
    picture: list[str | int | None] = ["batch", 1, size, size]
    inputs = [
        helper.make_tensor_value_info("sample", TensorProto.FLOAT, picture),
        helper.make_tensor_value_info("timestep", TensorProto.INT64, ["batch"]),
    ]
    if conditional:
        inputs.append(helper.make_tensor_value_info("label", TensorProto.INT64, ["batch"]))
    outputs = [helper.make_tensor_value_info("prediction", TensorProto.FLOAT, picture)]
    graph = helper.make_graph(nodes, "gaussian", inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    raw: bytes = model.SerializeToString()
    return raw
