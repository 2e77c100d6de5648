"""Latent spaces, points, paths and the curves between them: numpy only, no torch, no Qt."""

from explorer.latent.curves import MODES, lerp, mix, slerp
from explorer.latent.paths import Path, typicality
from explorer.latent.points import Edited, Mix, Point, Seed, Shift, Values
from explorer.latent.space import LatentSpace

__all__ = [
    "MODES",
    "Edited",
    "LatentSpace",
    "Mix",
    "Path",
    "Point",
    "Seed",
    "Shift",
    "Values",
    "lerp",
    "mix",
    "slerp",
    "typicality",
]
