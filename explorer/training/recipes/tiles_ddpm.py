"""tiles-ddpm: the diffusion model of the digits, in colour, on pixel art."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import numpy as np
import torch
from torch import Tensor

from explorer.training import metrics
from explorer.training.data import KINDS, TILES, Images, tiles
from explorer.training.recipe import Facts, Figure, Network
from explorer.training.recipes.digits_ddpm import GUIDANCE, SCHEDULE, TIMESTEPS, DigitsDdpm

_JUDGED = 480


class TilesDdpm(DigitsDdpm):
    """As for digits, each picture mirrored half of the time."""

    name = "tiles-ddpm"
    describes = "class-conditional diffusion, pixel-art tiles at 32x32 in colour"
    specs: ClassVar[dict[str, Network]] = {
        "denoiser": Network(
            "unet",
            {
                "colours": 3, "channels": [32, 64, 96], "classes": len(KINDS) + 1, "patch": 2,
                "attention": [False, False, True], "head": 32,
            },
            average=0.999, outputs=("prediction",),
        ),
    }  # fmt: skip
    facts = Facts(
        title="Tiles, diffusion",
        family="diffusion",
        summary="A denoiser that draws dungeon tiles in colour: walls, monsters, weapons. "
        "Choose a kind and guidance, then scrub through the steps.",
        data=TILES,
        about="A denoising diffusion model in colour: 1,000 timesteps, cosine schedule, the "
        "network predicts v, a mixture of noise and picture (Salimans and Ho, 2022), since a short "
        "training leaves less noise in the pictures so. It is told the kind of tile; in a tenth of "
        "the training images the kind was hidden (index 6), which is what classifier-free "
        "guidance needs. Tiles were mirrored at random. The weights shipped are the running "
        "average of the trained ones (decay 0.999 a step).",
        limits="Three thousand tiles and a small network: walls and floors come out well, figures "
        "are shapes and colours more than creatures.",
        latent=(3, 32, 32),
        size=(32, 32, 3),
        span=(-1.0, 1.0),
        conditions={"label": {"names": list(KINDS), "null": len(KINDS)}},
        diffusion={
            "train_timesteps": TIMESTEPS, "schedule": SCHEDULE, "prediction": "v_prediction",
        },
    )  # fmt: skip
    minutes = 45.0
    batch = 32

    def load(self) -> Images:
        """The tiles that are not held out."""
        return tiles(self.data, "train")

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Mirror some, then as for digits."""
        mirrored = torch.rand(len(batch), 1, 1, 1, device=batch.device) < 0.5
        yield from super().losses(
            torch.where(mirrored, batch.flip(3), batch), labels, step, progress
        )

    def figures(self) -> list[Figure]:
        """Error of the predicted v on held-out tiles; how samples' pixels are spread."""
        held = tiles(self.data, "test")
        torch.manual_seed(9)
        batch = torch.from_numpy(held.pixels).permute(0, 3, 1, 2).float() / 255
        labels = torch.from_numpy(held.labels)
        with torch.inference_mode():
            self.networks["denoiser"] = self.shipped("denoiser").to(self.device)
            errors = [
                float(loss)
                for _ in range(4)
                for _, loss in DigitsDdpm.losses(
                    self, batch.to(self.device), labels.to(self.device), 0, 1.0
                )
            ]
        label = torch.arange(_JUDGED) % len(KINDS)
        images = np.concatenate([
            self._drawn(part, seed=100 + i) for i, part in enumerate(label.split(96))
        ])  # fmt: skip
        train = tiles(self.data, "train").pixels
        nearest = _nearest(images, train)
        apart = _nearest(held.pixels / np.float32(255), train)
        small = [_reduced(p) for p in (images, held.pixels / np.float32(255))]
        other = _reduced(train[:: len(train) // len(held)] / np.float32(255))
        how = f"{_JUDGED} samples, 50 DDIM steps, guidance {GUIDANCE:g}, kinds in turn"
        of = "colours at 8x8, which see layout and hue and no detail; not Inception FID"
        return [
            Figure("v_error", "Error of the predicted v, held out",
                   round(float(np.mean(errors)), 4), "",
                   f"mean square over {len(held)} held-out tiles, noise levels spread evenly, "
                   "the kind hidden in a tenth; 1 would be no better than a guess of zero"),
            Figure("fid_colour", "Frechet distance in colour",
                   metrics.frechet_distance(small[0], small[1]), "",
                   f"{how}, against {len(held)} held-out tiles, in {of}"),
            Figure("fid_colour_real", "The same for real tiles",
                   metrics.frechet_distance(other, small[1]), "",
                   f"{len(other)} training tiles of all kinds against the held-out ones"),
            Figure("nearest", "Distance to the nearest training tile", round(nearest, 2),
                   "grey levels", f"root mean square over pixels, median of {how}"),
            Figure("nearest_real", "The same for held-out tiles", round(apart, 2), "grey levels",
                   "far above the samples' would mean that tiles were learned by heart"),
        ]  # fmt: skip


def _reduced(images: np.ndarray) -> np.ndarray:
    """(N, 32, 32, 3) to the colours of 8x8 blocks, (N, 192)."""
    blocks = images.reshape(len(images), 8, 4, 8, 4, 3).mean((2, 4))
    return np.asarray(blocks.reshape(len(images), -1))


def _nearest(images: np.ndarray, train: np.ndarray) -> float:
    """Median distance (N, 32, 32, 3) in [0, 1] to the nearest of uint8 tiles, in grey levels."""
    known = train.reshape(len(train), -1).astype(np.float32) / 255
    found = [np.sqrt(np.square(known - one.reshape(1, -1)).mean(1).min()) * 255 for one in images]
    return float(np.median(found))
