"""Style transfer (Huang and Belongie, 2017): a picture painted in the style of another.

What stands for the latent is the picture that goes in, as a translator's. `strength` is a dial: 0
gives the picture back as the network draws it, 1 all of the style.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue
from explorer.families.base import Dial, Family, Images, Model
from explorer.formats.manifest import Manifest
from explorer.formats.patterns import FIRST, pattern
from explorer.runtimes import Adaptive, Arrays

STRENGTH = Dial("strength", 0.0, 1.0, 1.0)
"""The share of the way from the content's own statistics to the style's (alpha, equation 14)."""


class StyleTransferModel(Model):
    """A network told two pictures and how far the first shall go towards the second."""

    CAN: ClassVar[frozenset[str]] = frozenset({"generate", "translate", "restyle"})

    def __init__(self, manifest: Manifest, networks: Mapping[str, Adaptive]) -> None:
        super().__init__(manifest, networks)
        self.spec = replace(self.spec, dials=(STRENGTH,))

    def draw(
        self, latents: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """What becomes of pictures (N, *latent.shape) in the network's range, by `style()`."""
        return self._painted(self.latent.check(latents), self.to_network(self.style()), conditions)

    def translate(self, images: NDArray[np.floating], **conditions: int | str | float) -> Images:
        """Pictures (N, H, W, C) in [0, 1] in the style of the program's own pattern."""
        return self.restyle(images, self.style(), **conditions)

    def restyle(
        self,
        images: NDArray[np.floating],
        styles: NDArray[np.floating],
        **conditions: int | str | float,
    ) -> Images:
        """Pictures (N, H, W, C) in [0, 1] in the styles of as many others, or of one for all."""
        content = self.to_network(self.check_images(images))
        style = self.to_network(self.check_images(styles))
        if len(style) not in {1, len(content)}:
            raise BadValue(
                "styles", f"{len(style)} for {len(content)} pictures", "Give one, or one for each."
            )
        return self.to_images(self._painted(content, style, conditions))

    def style(self) -> Images:
        """The pattern that stands for a style picture where none is given, (1, H, W, C)."""
        size = self.spec.image
        drawn = pattern(FIRST, size.height, size.width, size.channels)
        return np.asarray(drawn.array[None] / np.float32(255), np.float32)

    def _painted(
        self,
        content: NDArray[np.float32],
        style: NDArray[np.float32],
        conditions: Mapping[str, int | str | float],
    ) -> NDArray[np.float32]:
        told = dict(conditions)
        strength = told.pop(STRENGTH.name, STRENGTH.default)
        if not isinstance(strength, int | float) or not STRENGTH.low <= strength <= STRENGTH.high:
            raise BadValue(STRENGTH.name, f"{strength!r} is out of range", "Use 0 to 1.")
        for name, value in told.items():
            self.class_index(name, value)
        count = len(content)
        inputs = {
            "source": content,
            "style": np.ascontiguousarray(np.broadcast_to(style, (count, *style.shape[1:]))),
            "strength": np.full(count, strength, np.float32),
        }
        return self.networks["generator"].run(inputs)["image"]

    def example(self, role: str, count: int) -> Arrays:
        """Pictures of noise, each styled by another, a little more each time."""
        source = self.latent.sample(count, 0)
        strength = np.linspace(0, 1, count, dtype=np.float32)
        return {"source": source, "style": source[::-1].copy(), "strength": strength}


STYLE_TRANSFER = Family(
    "style-transfer", "Style transfer", ("generator",), (), StyleTransferModel,
    branch="translation",
)  # fmt: skip
