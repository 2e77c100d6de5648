"""Known architectures told by the names and shapes of their weights, without a manifest.

To add one: a file with a `RECOGNISER`, a line in RECOGNISERS. The particular stands before the
general, since the first that knows all names and shapes is believed.
"""

from __future__ import annotations

from explorer.recognition import (
    burgess,
    dcgan,
    lucidrains,
    papers_unet,
    phlippe,
    rosinality_glow,
    stylegan2,
    taesd,
    translators,
)
from explorer.recognition.base import Finding, Hints, Part, Recogniser
from explorer.recognition.find import Recognition, pair, recognise

RECOGNISERS: tuple[Recogniser, ...] = (
    burgess.RECOGNISER,
    phlippe.RECOGNISER,
    papers_unet.RECOGNISER,
    lucidrains.RECOGNISER,
    taesd.RECOGNISER,
    dcgan.RECOGNISER,
    stylegan2.RECOGNISER,
    rosinality_glow.RECOGNISER,
    translators.RESIDUAL,
    translators.UNET,
)

__all__ = [
    "RECOGNISERS",
    "Finding",
    "Hints",
    "Part",
    "Recogniser",
    "Recognition",
    "pair",
    "recognise",
]
