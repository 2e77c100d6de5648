"""What the networks of a model mean. To add a family: one file here, one line in FAMILIES."""

from __future__ import annotations

from explorer.families.base import Family, Model, Spec
from explorer.families.diffusion import DIFFUSION
from explorer.families.gan import GAN
from explorer.families.step import Step
from explorer.families.trajectory import DenoiseSettings, Trajectory
from explorer.families.translator import TRANSLATOR
from explorer.families.vae import VAE

FAMILIES: tuple[Family, ...] = (VAE, GAN, DIFFUSION, TRANSLATOR)

__all__ = [
    "FAMILIES",
    "DenoiseSettings",
    "Family",
    "Model",
    "Spec",
    "Step",
    "Trajectory",
]
