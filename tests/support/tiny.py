"""Model folders of a few kilobytes, made in about a second, for every test that needs a model.

They are real models of the bundled architectures with random weights, run by the program's own
runtimes, so nothing is mocked. The denoiser is the exact one of a Gaussian whose mean is a
picture of the class: its runs end in that picture, and what a correct sampler must find is known
in closed form.

Longer than other files, since it holds one function a family: a test finds any of them here, and
what they share (a folder, a network, a manifest) stands below them once.
"""

from __future__ import annotations

import math
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch import nn

SIZE = 16
CLASSES = ("square", "cross", "stripes")
TRAIN_TIMESTEPS = 1000
# Standard deviation of the data around its class mean, in the network's range [-1, 1].
DATA_STD = 0.1


def make_models(root: Path) -> Path:
    """The three of them in `root`: tiny-vae, tiny-gan and tiny-ddpm; returns `root`."""
    make_vae(root)
    make_gan(root)
    make_ddpm(root)
    return root


def make_vae(root: Path, name: str = "tiny-vae", latent: int = 6) -> Path:
    """A VAE of `latent` dimensions, 16x16 RGB in [0, 1], torch weights and ONNX; its folder."""
    import torch

    folder = _folder(root, name)
    torch.manual_seed(1)
    decoder = {"latent": latent, "size": SIZE, "channels": [8, 8], "hidden": 16}
    encoder = {"latent": latent, "size": SIZE, "channels": [8, 8], "hidden": 16}
    z, x = torch.zeros(2, latent), torch.zeros(2, 3, SIZE, SIZE)
    networks = _network(folder, "decoder", "conv-decoder", decoder, {"latent": z}, ["image"])
    networks += _network(
        folder, "encoder", "conv-encoder", encoder, {"image": x}, ["mean", "log_variance"]
    )
    importance = [round(2.0 / (1 + i), 3) for i in reversed(range(latent))]
    table = f"""
[latent]
shape = [{latent}]
prior = "normal"
importance = {importance}
importance_kind = "KL, nats"
std = {[0.9] * latent}
"""
    _write(folder, name, "vae", "Tiny scenes", (SIZE, SIZE, 3), (0.0, 1.0), table + networks)
    return folder


def make_autoencoder(root: Path, name: str = "tiny-autoencoder", latent: int = 4) -> Path:
    """A plain autoencoder, 16x16 grey in [0, 1], whose prior is a mixture of two; its folder."""
    from safetensors.numpy import save_file

    settings = {"latent": latent, "size": SIZE, "hidden": [16]}
    folder = _coder(root, name, "autoencoder", ("plain-mlp-encoder", "mlp-generator"), settings)
    parts = {
        "weights": np.array([0.25, 0.75], np.float32),
        "means": np.stack([np.full(latent, -3), np.full(latent, 3)]).astype(np.float32),
        "factors": np.repeat(0.2 * np.eye(latent, dtype=np.float32)[None], 2, axis=0),
    }
    save_file(parts, folder / "prior.safetensors")
    text = (folder / "model.toml").read_text()
    prior = 'prior = "mixture"\nmixture = "prior.safetensors"'
    (folder / "model.toml").write_text(text.replace('prior = "normal"', prior))
    return folder


def make_classical(root: Path, name: str = "tiny-classical", latent: int = 5) -> Path:
    """A linear pair, 16x16 grey in [0, 1]; its folder."""
    settings = {"latent": latent, "size": SIZE}
    return _coder(root, name, "classical", ("linear-encoder", "linear-decoder"), settings)


def _coder(
    root: Path, name: str, family: str, architectures: tuple[str, str], settings: dict[str, Any]
) -> Path:
    import torch

    folder = _folder(root, name)
    torch.manual_seed(4)
    z, x = torch.zeros(2, settings["latent"]), torch.zeros(2, 1, SIZE, SIZE)
    encoder, decoder = architectures
    networks = _network(folder, "decoder", decoder, settings, {"latent": z}, ["image"])
    networks += _network(folder, "encoder", encoder, settings, {"image": x}, ["mean"])
    table = f'\n[latent]\nshape = [{settings["latent"]}]\nprior = "normal"\n'
    _write(folder, name, family, "Tiny codes", (SIZE, SIZE, 1), (0.0, 1.0), table + networks)
    return folder


def make_infogan(root: Path, name: str = "tiny-infogan") -> Path:
    """A GAN with a class, two uniform codes and a recognition head, 16x16 grey; its folder."""
    import torch

    folder = _folder(root, name)
    torch.manual_seed(5)
    count = len(CLASSES)
    generator = {"latent": 6, "classes": count, "size": SIZE, "channels": [16, 8]}
    critic = {"classes": count, "codes": 2, "size": SIZE, "channels": [8, 16], "hidden": 8}
    z, x = torch.zeros(2, 6), torch.zeros(2, 1, SIZE, SIZE)
    told = {"latent": z, "label": torch.zeros(2, dtype=torch.int64)}
    answers = ["score", "category", "codes"]
    networks = _network(folder, "generator", "labelled-generator", generator, told, ["image"])
    networks += _network(folder, "critic", "recognising-critic", critic, {"image": x}, answers)
    names = ["code 1", "code 2", *(f"z{i}" for i in range(4))]
    table = f"""
[latent]
shape = [6]
prior = "uniform"
uniform = ["code 1", "code 2"]
names = {names}

[conditions.category]
names = {[*CLASSES]}
"""
    _write(folder, name, "gan", "Tiny codes", (SIZE, SIZE, 1), (-1.0, 1.0), table + networks)
    return folder


def make_gan(root: Path, name: str = "tiny-gan", latent: int = 8) -> Path:
    """A GAN with its critic, 16x16 grey in [-1, 1], torch weights and ONNX; its folder."""
    import torch

    folder = _folder(root, name)
    torch.manual_seed(2)
    generator = {"latent": latent, "size": SIZE, "channels": [16, 8]}
    critic = {"size": SIZE, "channels": [8, 16]}
    z, x = torch.zeros(2, latent), torch.zeros(2, 1, SIZE, SIZE)
    networks = _network(folder, "generator", "dcgan-generator", generator, {"latent": z}, ["image"])
    networks += _network(folder, "critic", "dcgan-critic", critic, {"image": x}, ["score"])
    table = f'\n[latent]\nshape = [{latent}]\nprior = "normal"\n'
    _write(folder, name, "gan", "Tiny digits", (SIZE, SIZE, 1), (-1.0, 1.0), table + networks)
    return folder


def make_ddpm(
    root: Path,
    name: str = "tiny-ddpm",
    *,
    size: int = SIZE,
    schedule: str = "squaredcos_cap_v2",
    prediction: str = "epsilon",
    conditional: bool = True,
) -> Path:
    """The exact denoiser of a Gaussian a class, `size` squared grey in [-1, 1], ONNX only.

    Class c is N(class_mean(c), DATA_STD^2); the null class is N(0, 1/4).
    """
    folder = _folder(root, name)
    graph = _gaussian_denoiser(size, schedule, prediction, conditional)
    (folder / "denoiser.onnx").write_bytes(graph)
    names = ", ".join(f'"{c}"' for c in CLASSES)
    conditions = f"\n[conditions.label]\nnames = [{names}]\nnull = {len(CLASSES)}\n"
    table = f"""
[latent]
shape = [1, {size}, {size}]
prior = "normal"
{conditions if conditional else ""}
[networks.denoiser]
onnx = "denoiser.onnx"

[diffusion]
train_timesteps = {TRAIN_TIMESTEPS}
schedule = "{schedule}"
prediction = "{prediction}"
"""
    _write(folder, name, "diffusion", "Tiny shapes", (size, size, 1), (-1.0, 1.0), table)
    return folder


def make_unet(root: Path, name: str = "tiny-unet") -> Path:
    """A class-conditional U-Net with random weights, 8x8 grey, torch weights and ONNX.

    Slower to make (diffusers' models are imported): only for tests of the torch denoiser.
    """
    import torch

    folder = _folder(root, name)
    torch.manual_seed(3)
    settings = {
        "size": 8, "channels": [8, 32], "classes": 4, "attention": [False, False], "groups": 4,
    }  # fmt: skip
    inputs = {
        "sample": torch.zeros(2, 1, 8, 8),
        "timestep": torch.zeros(2, dtype=torch.int64),
        "label": torch.zeros(2, dtype=torch.int64),
    }
    networks = _network(folder, "denoiser", "unet", settings, inputs, ["prediction"])
    table = f"""
[latent]
shape = [1, 8, 8]
prior = "normal"

[conditions.label]
names = {[*CLASSES]}
null = {len(CLASSES)}

[diffusion]
train_timesteps = {TRAIN_TIMESTEPS}
schedule = "squaredcos_cap_v2"
prediction = "epsilon"
"""
    _write(folder, name, "diffusion", "Tiny U-Net", (8, 8, 1), (-1.0, 1.0), table + networks)
    return folder


def make_prompted(root: Path, name: str = "tiny-prompted") -> Path:
    """A latent diffusion model told a text, 16x16 RGB, random weights: a diffusers folder.

    As slow to make as `make_unet`.
    """
    import json

    import diffusers
    import torch
    from safetensors.torch import save_file

    from explorer.formats.words import vocabulary, written
    from explorer.networks.clip_text import ClipText

    kit: Any = diffusers  # it resolves its names at run time
    folder = _folder(root, name)
    torch.manual_seed(6)
    unet = kit.UNet2DConditionModel(
        sample_size=8, block_out_channels=(8, 16), norm_num_groups=4, layers_per_block=1,
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"), cross_attention_dim=8,
        attention_head_dim=2,
    )  # fmt: skip
    coder = kit.AutoencoderKL(
        block_out_channels=(8, 16), norm_num_groups=4, layers_per_block=1, sample_size=SIZE,
        down_block_types=("DownEncoderBlock2D",) * 2, up_block_types=("UpDecoderBlock2D",) * 2,
        scaling_factor=0.5,
    )  # fmt: skip
    with torch.no_grad():
        coder.decoder.conv_out.weight *= 4  # pictures with something in them
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        unet.save_pretrained(folder / "unet")
        coder.save_pretrained(folder / "vae")
        kit.DDIMScheduler(clip_sample=False).save_pretrained(folder / "scheduler")
    words = vocabulary(("red square", "blue cross", "flat", "round"), 8)
    text: dict[str, Any] = {
        "vocab_size": 16, "hidden_size": 8, "intermediate_size": 16, "num_hidden_layers": 2,
        "num_attention_heads": 2, "max_position_embeddings": 8,
    }  # fmt: skip
    encoder = ClipText(**text)
    with torch.no_grad():
        encoder.text_model.embeddings.token_embedding.weight *= 50  # words that differ
    (folder / "text_encoder").mkdir()
    (folder / "tokenizer").mkdir()
    save_file(encoder.state_dict(), folder / "text_encoder" / "model.safetensors")
    (folder / "text_encoder" / "config.json").write_text(json.dumps(text))
    for file, content in written(words).items():
        (folder / "tokenizer" / file).write_text(content)
    index = {
        "_class_name": "StableDiffusionPipeline",
        "unet": ["diffusers", "UNet2DConditionModel"], "vae": ["diffusers", "AutoencoderKL"],
        "scheduler": ["diffusers", "DDIMScheduler"],
        "text_encoder": ["transformers", "CLIPTextModel"],
        "tokenizer": ["transformers", "PreTrainedTokenizerFast"],
    }  # fmt: skip
    (folder / "model_index.json").write_text(json.dumps(index))
    _write(folder, name, "diffusion", "Tiny prompted", (SIZE, SIZE, 3), (-1.0, 1.0), """
[latent]
shape = [4, 8, 8]
""")  # fmt: skip
    head = (folder / "model.toml").read_text()
    named = head.replace("format = 1\n", "format = 1\npipeline = 'model_index.json'\n")
    named = named.replace("[image]", 'example = "red square"\n\n[image]')
    (folder / "model.toml").write_text(named)
    return folder


def make_translator(root: Path, name: str = "tiny-translator") -> Path:
    """A residual translator of pictures with random weights, 16x16 RGB in [-1, 1]; its folder."""
    import torch

    folder = _folder(root, name)
    torch.manual_seed(5)
    settings = {"channels": 4, "blocks": 1}
    x = torch.zeros(2, 3, SIZE, SIZE)
    networks = _network(
        folder, "generator", "residual-translator", settings, {"source": x}, ["image"]
    )
    table = f'\n[latent]\nshape = [3, {SIZE}, {SIZE}]\nprior = "normal"\n'
    size = (SIZE, SIZE, 3)
    _write(folder, name, "translator", "Tiny translator", size, (-1.0, 1.0), table + networks)
    return folder


def make_told_translator(root: Path, name: str = "tiny-told-translator") -> Path:
    """A translator told which of three domains to paint in, 16x16 RGB in [-1, 1]; its folder."""
    import torch

    folder = _folder(root, name)
    torch.manual_seed(9)
    settings = {"domains": len(CLASSES), "width": 4, "deep": 8, "blocks": 1}
    inputs = {"source": torch.zeros(2, 3, SIZE, SIZE), "label": torch.zeros(2, dtype=torch.int64)}
    networks = _network(folder, "generator", "translator", settings, inputs, ["image"])
    table = f"""
[latent]
shape = [3, {SIZE}, {SIZE}]
prior = "normal"

[conditions.label]
names = {[*CLASSES]}
"""
    size = (SIZE, SIZE, 3)
    _write(folder, name, "translator", "Tiny domains", size, (-1.0, 1.0), table + networks)
    return folder


def make_shared_latent(root: Path, name: str = "tiny-shared-latent") -> Path:
    """Three domains that share a code of six numbers, 16x16 RGB in [-1, 1]; its folder."""
    import torch

    from explorer.networks.shared_latent import SharedDecoder

    folder = _folder(root, name)
    torch.manual_seed(10)
    settings = {"codes": 6, "width": 4, "deep": 8, "domains": len(CLASSES)}
    told = {"label": torch.zeros(2, dtype=torch.int64)}
    x, z = {"image": torch.zeros(2, 3, SIZE, SIZE), **told}, {"latent": torch.zeros(2, 6), **told}
    decoder = SharedDecoder(**settings, grid=1)
    with torch.no_grad():
        for weight in decoder.parameters():
            weight.mul_(2.0)  # as they begin, all pictures are nearly grey
    networks = _network(
        folder, "decoder", "shared-decoder", {**settings, "grid": 1}, z, ["image"], decoder
    )
    networks += _network(folder, "encoder", "shared-encoder", settings, x, ["mean"])
    table = f"""
[latent]
shape = [6]
prior = "normal"

[conditions.label]
names = {[*CLASSES]}
"""
    size = (SIZE, SIZE, 3)
    _write(folder, name, "shared-latent", "Tiny code", size, (-1.0, 1.0), table + networks)
    return folder


def make_style_transfer(root: Path, name: str = "tiny-style-transfer") -> Path:
    """Style transfer by statistics, 16x16 RGB in [0, 1]; its folder."""
    import torch

    from explorer.networks.translator import StyleTransfer

    folder = _folder(root, name)
    torch.manual_seed(11)
    settings = {"width": 6, "deep": 12}
    x = torch.rand(2, 3, SIZE, SIZE)
    inputs = {"source": x, "style": x.flip(0), "strength": torch.ones(2)}
    network = StyleTransfer(**settings)
    with torch.no_grad():
        for weight in network.parameters():
            weight.mul_(4.0 if weight.ndim > 1 else 1.0)
    networks = _network(folder, "generator", "style-transfer", settings, inputs, ["image"], network)
    table = f'\n[latent]\nshape = [3, {SIZE}, {SIZE}]\nprior = "normal"\n'
    size = (SIZE, SIZE, 3)
    _write(folder, name, "style-transfer", "Tiny styles", size, (0.0, 1.0), table + networks)
    return folder


def make_flow(root: Path, name: str = "tiny-flow") -> Path:
    """A Glow of two levels and its exact inverse, 8x8 grey in [0, 1]; its folder."""
    import torch

    from explorer.networks.glow import Glow, GlowInverse

    folder = _folder(root, name)
    torch.manual_seed(6)
    settings = {"size": 8, "levels": 2, "depth": 2, "hidden": 6}
    flow, inverse = Glow(**settings), GlowInverse(**settings)
    with torch.no_grad():
        for weight in flow.parameters():
            weight.add_(torch.randn_like(weight) * 0.05)
        flow.start(torch.rand(64, 1, 8, 8))
        inverse.fold(flow)
    x = torch.rand(2, 1, 8, 8)
    networks = _network(
        folder, "flow", "glow", settings, {"image": x}, ["latent", "log_density"], flow
    )
    outputs = ["image", "stages", "log_densities"]
    networks += _network(
        folder, "inverse", "glow-inverse", settings, {"latent": x}, outputs, inverse
    )
    table = '\n[latent]\nshape = [1, 8, 8]\nprior = "normal"\n'
    _write(folder, name, "flow", "Tiny flow", (8, 8, 1), (0.0, 1.0), table + networks)
    return folder


def make_autoregressive(root: Path, name: str = "tiny-pixelcnn") -> Path:
    """A gated PixelCNN of three classes and eight grey levels, 8x8 grey in [0, 1]; its folder."""
    import torch

    folder = _folder(root, name)
    torch.manual_seed(7)
    settings = {"width": 4, "dilations": [1, 2], "classes": len(CLASSES) + 1}
    label = torch.zeros(2, dtype=torch.int64)
    networks = _network(
        folder, "above", "pixelcnn-above", settings,
        {"image": torch.rand(2, 1, 8, 8), "label": label}, ["context"],
    )  # fmt: skip
    row = {"row": torch.rand(2, 1, 1, 8), "context": torch.randn(2, 16, 1, 8), "label": label}
    levels = settings | {"levels": 8, "hidden": 6}
    networks += _network(folder, "along", "pixelcnn-along", levels, row, ["logits"])
    table = f"""
[latent]
shape = [1, 8, 8]
prior = "normal"

[conditions.label]
names = {[*CLASSES]}
null = {len(CLASSES)}
"""
    _write(folder, name, "autoregressive", "Tiny pixels", (8, 8, 1), (0.0, 1.0), table + networks)
    return folder


def make_energy(root: Path, name: str = "tiny-rbm") -> Path:
    """A Boltzmann machine of seven hidden units, 8x8 grey in [0, 1]; its folder."""
    import torch

    from explorer.networks.rbm import Rbm

    folder = _folder(root, name)
    torch.manual_seed(8)
    machine = Rbm(hidden=7, size=8)
    with torch.no_grad():
        machine.weight.normal_(0, 0.5)
    inputs = {"image": torch.rand(2, 1, 8, 8).round(), "hidden": torch.rand(2, 7).round()}
    outputs = ["hidden_on", "image_on", "free_energy"]
    settings = {"hidden": 7, "size": 8}
    networks = _network(folder, "energy", "rbm", settings, inputs, outputs, machine)
    table = '\n[latent]\nshape = [1, 8, 8]\nprior = "normal"\n'
    _write(folder, name, "energy", "Tiny machine", (8, 8, 1), (0.0, 1.0), table + networks)
    return folder


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


def _gaussian_denoiser(size: int, schedule: str, prediction: str, conditional: bool) -> bytes:
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


def _folder(root: Path, name: str) -> Path:
    folder = root / name
    folder.mkdir(parents=True)
    return folder


def _network(
    folder: Path,
    role: str,
    architecture: str,
    settings: dict[str, Any],
    inputs: dict[str, Any],
    outputs: list[str],
    made: nn.Module | None = None,
) -> str:
    """Save a network, built with random weights unless `made`; its part of the manifest."""
    import torch
    from safetensors.torch import save_file

    from explorer.networks import build

    module = (made or build(architecture, settings)).eval()
    if made is None:
        _enliven(module)
    state = {name: t.contiguous() for name, t in module.state_dict().items()}
    save_file(state, folder / f"{role}.safetensors")
    names = [*inputs, *outputs]
    with warnings.catch_warnings():
        # The tracing exporter is deprecated and forty times as quick as its successor.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            tuple(inputs.values()),
            str(folder / f"{role}.onnx"),
            input_names=list(inputs),
            output_names=outputs,
            dynamic_axes={name: {0: "batch"} for name in names},
            dynamo=False,
        )
    pairs = ", ".join(f"{k} = {str(v).lower()}" for k, v in settings.items())
    return f"""
[networks.{role}]
architecture = "{architecture}"
settings = {{ {pairs} }}
weights = "{role}.safetensors"
onnx = "{role}.onnx"
"""


def _enliven(module: nn.Module) -> None:
    """Weights wide enough that pictures are not flat grey and every latent changes them."""
    import torch

    for name, weight in module.named_parameters():
        if weight.ndim > 1 and "emb" not in name:
            fan = weight[0].numel()
            torch.nn.init.normal_(weight, 0.0, math.sqrt(2.0 / fan))
        elif name.endswith("bias"):
            torch.nn.init.normal_(weight, 0.0, 0.1)


def _write(
    folder: Path,
    name: str,
    family: str,
    title: str,
    shape: tuple[int, int, int],
    span: tuple[float, float],
    rest: str,
) -> None:
    from PIL import Image

    height, width, channels = shape
    text = f"""format = 1
name = "{name}"
title = "{title}"
family = "{family}"
summary = "Random weights, for tests. Nothing was learned."
licence = "MIT"

[image]
size = [{height}, {width}]
channels = {channels}
range = [{span[0]}, {span[1]}]
{rest}
[training]
recipe = "none"
data = "none"
seed = 0
steps = 0
minutes = 0.0
hardware = "none"
"""
    (folder / "model.toml").write_text(text, encoding="utf-8")
    (folder / "card.md").write_text(f"# {title}\n\nRandom weights.\n", encoding="utf-8")
    ramp = np.linspace(0, 255, 256).astype(np.uint8)
    Image.fromarray(np.broadcast_to(ramp, (256, 256)).copy()).save(folder / "preview.png")
