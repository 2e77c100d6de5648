"""What the networks of a model mean. To add a family: one file here, one line in FAMILIES."""

from __future__ import annotations

from explorer.families.autoencoder import AUTOENCODER, CLASSICAL
from explorer.families.base import BRANCHES, Family, Model, Reading, Spec
from explorer.families.diffusion import DIFFUSION
from explorer.families.gan import GAN
from explorer.families.step import Step
from explorer.families.trajectory import DenoiseSettings, Trajectory
from explorer.families.translator import TRANSLATOR
from explorer.families.vae import VAE

FAMILIES: tuple[Family, ...] = (VAE, AUTOENCODER, GAN, CLASSICAL, DIFFUSION, TRANSLATOR)

__all__ = [
    "BRANCHES",
    "FAMILIES",
    "DenoiseSettings",
    "Family",
    "Model",
    "Reading",
    "Spec",
    "Step",
    "Trajectory",
]
