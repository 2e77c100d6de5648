"""Critics of several domains: is it real, and of which (StarGAN; Choi et al., 2018, 2020)?"""

from __future__ import annotations

from torch import Tensor, nn

from explorer.networks.beginnings import even_in


class DomainCritic(nn.Module):
    """Strided convolutions over a picture folded to half its side, and two heads.

    One head judges overlapping patches, for each of `judged` domains apart (as the branches of
    StarGAN v2, section 2.1); the other names one of `domains` from the whole picture (as the first
    StarGAN's, section 3.1). With `domains` of 0 there is no other head.
    """

    def __init__(
        self,
        colours: int = 3,
        domains: int = 4,
        width: int = 32,
        size: int = 64,
        judged: int = 1,
    ) -> None:
        super().__init__()
        self.OUTPUTS = ("score", "category") if domains else ("score",)
        self.trunk = nn.Sequential(
            nn.PixelUnshuffle(2), even_in(nn.Conv2d(4 * colours, width, 4, 2, 1)),
            nn.LeakyReLU(0.2),
            nn.Conv2d(width, 2 * width, 4, 2, 1), nn.LeakyReLU(0.2),
        )  # fmt: skip
        self.patches = nn.Conv2d(2 * width, judged, 3, 1, 1)
        self.deep: nn.Module | None = None
        if domains:
            self.deep = nn.Sequential(
                nn.Conv2d(2 * width, 2 * width, 4, 2, 1), nn.LeakyReLU(0.2),
                nn.Conv2d(2 * width, domains, size // 16),
            )  # fmt: skip

    def forward(self, image: Tensor) -> Tensor | tuple[Tensor, Tensor]:
        """(N, C, size, size) in [-1, 1] -> logits of patches (N, judged, size / 8, size / 8), and
        with domains their logits (N, domains)."""
        held = self.trunk(image)
        patches: Tensor = self.patches(held)
        if self.deep is None:
            return patches
        return patches, self.deep(held).flatten(1)
