"""One small generator, saved in every way that people save theirs."""

from __future__ import annotations

import hashlib
import warnings
from collections import OrderedDict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

LATENT, SIZE = 6, 16


class Generator(nn.Module):
    """(N, 6) -> (N, 3, 16, 16) in [0, 1]; wide enough that its range is plain to see."""

    def __init__(self, channels: int = 3) -> None:
        super().__init__()
        self.fit = nn.Linear(LATENT, 8 * 4 * 4)
        self.up1 = nn.ConvTranspose2d(8, 8, 4, 2, 1)
        self.up2 = nn.ConvTranspose2d(8, channels, 4, 2, 1)

    def forward(self, z: Tensor) -> Tensor:
        h = torch.relu(self.fit(z)).reshape(-1, 8, 4, 4)
        return torch.sigmoid(6 * self.up2(torch.relu(self.up1(h))))


class Encoder(nn.Module):
    """(N, 3, 16, 16) -> mean and log variance, (N, 6) each."""

    def __init__(self) -> None:
        super().__init__()
        self.down1 = nn.Conv2d(3, 8, 4, 2, 1)
        self.down2 = nn.Conv2d(8, 8, 4, 2, 1)
        self.fc_mu, self.fc_logvar = nn.Linear(128, LATENT), nn.Linear(128, LATENT)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        h = torch.relu(self.down2(torch.relu(self.down1(image)))).flatten(1)
        return self.fc_mu(h), self.fc_logvar(h)


class ChannelsLast(nn.Module):
    """The same with pictures of (N, H, W, C)."""

    def __init__(self, inside: nn.Module) -> None:
        super().__init__()
        self.inside = inside

    def forward(self, z: Tensor) -> Tensor:
        picture: Tensor = self.inside(z)
        return picture.permute(0, 2, 3, 1)


class Bytes(nn.Module):
    """The same with pictures of bytes, RGBA, channels last, without a batch."""

    def __init__(self, inside: nn.Module) -> None:
        super().__init__()
        self.inside = inside

    def forward(self, z: Tensor) -> Tensor:
        picture: Tensor = self.inside(z[None])[0]
        opaque = torch.cat((picture, torch.ones_like(picture[:1])))
        return (opaque * 255).round().to(torch.uint8).permute(1, 2, 0)


def generator(seed: int = 0, channels: int = 3) -> Generator:
    torch.manual_seed(seed)
    made = Generator(channels).eval()
    for weight in made.parameters():
        torch.nn.init.normal_(weight, 0.0, 0.35)
    return made


def encoder(seed: int = 1) -> Encoder:
    torch.manual_seed(seed)
    return Encoder().eval()


def pictures(module: nn.Module, latents: NDArray[np.float32]) -> NDArray[np.float32]:
    """What the plain network gives, (N, H, W, C)."""
    with torch.inference_mode():
        array: NDArray[np.float32] = module(torch.from_numpy(latents)).numpy()
    return array.transpose(0, 2, 3, 1)


def onnx(
    module: nn.Module, path: Path, example: Tensor, inputs: list[str], outputs: list[str],
    dynamic: bool = True,
) -> Path:  # fmt: skip
    names = [*inputs, *outputs]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracing exporter is deprecated and much quicker
        torch.onnx.export(
            module, (example,), str(path), input_names=inputs, output_names=outputs, dynamo=False,
            dynamic_axes={name: {0: "batch"} for name in names} if dynamic else None,
        )  # fmt: skip
    return path


def external(path: Path) -> Path:
    """The same graph with its weights in a file beside it."""
    import onnx as package

    model = package.load(path)
    target = path.with_name("external.onnx")
    package.save_model(
        model, target, save_as_external_data=True, all_tensors_to_one_file=True,
        location="external.data", size_threshold=0,
    )  # fmt: skip
    return target


def pt2(module: nn.Module, path: Path, dynamic: bool = True) -> Path:
    example = torch.zeros(2 if dynamic else 1, LATENT)
    shapes = ({0: torch.export.Dim.AUTO},) if dynamic else None
    torch.export.save(torch.export.export(module, (example,), dynamic_shapes=shapes), path)
    return path


def script(module: nn.Module, path: Path) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.jit.trace(module, torch.zeros(2, LATENT)).save(str(path))
    return path


def lightning(module: nn.Module, path: Path, prefix: str, **settings: Any) -> Path:
    state = OrderedDict((f"{prefix}{n}", t) for n, t in module.state_dict().items())
    saved = {"epoch": 3, "state_dict": state, "hyper_parameters": settings, "optimizer_states": []}
    torch.save(saved, path)
    return path


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
