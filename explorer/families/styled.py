"""Style-based generators (Karras et al., 2019): three latent spaces, and truncation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue
from explorer.families.base import SPACE, Dial, Model
from explorer.formats.manifest import Condition, Manifest
from explorer.latent import SPACES, Styles
from explorer.runtimes import Adaptive, Arrays

TRUNCATION = Dial("truncation", 0.0, 1.0, 1.0)
"""Psi: 1 leaves a style as it is, 0 is the mean of all (StyleGAN, 2019, appendix B)."""


class StyledGan(Model):
    """A generator whose latents are mapped to styles first, one for each of its layers.

    It is told `space` ("Z", "W" or "W+": what latents are), `truncation` (0 to 1), and its class
    where it has classes. `space(space="W")` is the space of such latents.
    """

    CAN: ClassVar[frozenset[str]] = frozenset({"generate"})

    def __init__(
        self, manifest: Manifest, networks: Mapping[str, Adaptive], styles: Styles
    ) -> None:
        super().__init__(manifest, networks)
        self._styles = styles
        conditions = (*manifest.conditions[:1], Condition(SPACE, SPACES))
        self.spec = replace(self.spec, conditions=conditions, dials=(TRUNCATION,), styles=styles)

    def draw(
        self, latents: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """The generator's pictures of latents (N, *shape of the space they are of)."""
        given = self._given(latents, conditions)
        return self.networks["generator"].run({"latent": given})["image"]

    def _given(
        self, latents: NDArray[np.floating], conditions: Mapping[str, int | str | float]
    ) -> NDArray[np.float32]:
        """(N, layers, width): a style for each layer; raises BadValue, UnknownName."""
        told = dict(conditions)
        psi = told.pop(TRUNCATION.name, TRUNCATION.default)
        if not isinstance(psi, int | float) or not TRUNCATION.low <= psi <= TRUNCATION.high:
            raise BadValue(TRUNCATION.name, f"{psi!r} is out of range", "Use 0 to 1.")
        found = {name: self.class_index(name, value) for name, value in told.items()}
        space = SPACES[found.pop(SPACE, 0)]
        label = next(iter(found.values()), 0)
        checked = self.spec.space(told).check(latents)
        return self._styles.given(checked, space, label, float(psi))

    def example(self, role: str, count: int) -> Arrays:
        """Styles of draws."""
        return {"latent": self._given(self.latent.sample(count, 0), {})}
