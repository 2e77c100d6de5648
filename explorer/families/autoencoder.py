"""Codes without a posterior: plain autoencoders, and principal components.

Hinton and Salakhutdinov (2006); Pearson (1901). What their networks mean is what a VAE's do, the
code being a mean without spread; they stand apart in the tree.
"""

from __future__ import annotations

from explorer.families.base import Family
from explorer.families.vae import VaeModel

_ROLES, _OPTIONAL = ("decoder",), ("encoder",)
AUTOENCODER = Family(
    "autoencoder", "Autoencoder", _ROLES, _OPTIONAL, VaeModel, branch="autoencoders"
)
CLASSICAL = Family(
    "classical", "Linear model", _ROLES, _OPTIONAL, VaeModel, branch="classical"
)  # fmt: skip
