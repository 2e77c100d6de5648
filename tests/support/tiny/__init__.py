"""Model folders of a few kilobytes, made in about a second, for every test that needs a model.

They are real models of the bundled architectures with random weights, run by the program's own
runtimes, so nothing is mocked. The denoiser is the exact one of a Gaussian whose mean is a
picture of the class: its runs end in that picture, and what a correct sampler must find is known
in closed form.
"""

from __future__ import annotations

from pathlib import Path

from tests.support.tiny.diffusion import make_ddpm, make_prompted, make_unet
from tests.support.tiny.gaussian import (
    DATA_STD,
    TRAIN_TIMESTEPS,
    alphas_cumprod,
    class_mean,
    class_std,
)
from tests.support.tiny.making import CLASSES, SIZE
from tests.support.tiny.stages import make_autoregressive, make_energy, make_flow
from tests.support.tiny.translators import (
    make_shared_latent,
    make_style_transfer,
    make_told_translator,
    make_translator,
)
from tests.support.tiny.vectors import (
    make_autoencoder,
    make_classical,
    make_gan,
    make_infogan,
    make_vae,
)

__all__ = [
    "CLASSES", "DATA_STD", "SIZE", "TRAIN_TIMESTEPS", "alphas_cumprod", "class_mean", "class_std",
    "make_autoencoder", "make_autoregressive", "make_classical", "make_ddpm", "make_energy",
    "make_flow", "make_gan", "make_infogan", "make_models", "make_prompted", "make_shared_latent",
    "make_style_transfer", "make_told_translator", "make_translator", "make_unet", "make_vae",
]  # fmt: skip


def make_models(root: Path) -> Path:
    """The three of them in `root`: tiny-vae, tiny-gan and tiny-ddpm; returns `root`."""
    make_vae(root)
    make_gan(root)
    make_ddpm(root)
    return root
