"""What the networks of a model mean. To add a family: one file here, one line in FAMILIES."""

from __future__ import annotations

from explorer.families.autoencoder import AUTOENCODER, CLASSICAL
from explorer.families.autoregressive import AUTOREGRESSIVE
from explorer.families.base import BRANCHES, SPACE, Dial, Family, Lack, Model, Reading, Spec
from explorer.families.diffusion import DIFFUSION
from explorer.families.energy import ENERGY
from explorer.families.flow import FLOW
from explorer.families.gan import GAN
from explorer.families.shared_latent import SHARED_LATENT
from explorer.families.stages import Number, Stage, StageControls, Stages, StageSettings
from explorer.families.step import Step
from explorer.families.style_transfer import STYLE_TRANSFER
from explorer.families.trajectory import DenoiseSettings, Trajectory
from explorer.families.translator import TRANSLATOR
from explorer.families.vae import VAE

FAMILIES: tuple[Family, ...] = (
    AUTOENCODER, VAE, GAN, FLOW, AUTOREGRESSIVE, ENERGY, CLASSICAL, DIFFUSION, TRANSLATOR,
    SHARED_LATENT, STYLE_TRANSFER,
)  # fmt: skip

__all__ = [
    "BRANCHES",
    "FAMILIES",
    "SPACE",
    "DenoiseSettings",
    "Dial",
    "Family",
    "Lack",
    "Model",
    "Number",
    "Reading",
    "Spec",
    "Stage",
    "StageControls",
    "StageSettings",
    "Stages",
    "Step",
    "Trajectory",
]
