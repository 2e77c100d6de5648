"""digits-pixelcnn: a gated PixelCNN (van den Oord et al., 2016) on MNIST."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import cross_entropy

from explorer.training import metrics
from explorer.training.data import MNIST, Images, digits
from explorer.training.judge import Judge, distance_figures
from explorer.training.pictures import grid
from explorer.training.recipe import Facts, Figure, Network, Recipe

SIZE, LEVELS, CLASSES, NO_CLASS = 28, 256, 10, 10
WIDTH, DILATIONS = 16, [1, 2, 4, 1, 2, 4]
_HIDDEN = 0.1
_SHAPE: dict[str, Any] = {"width": WIDTH, "dilations": DILATIONS, "classes": CLASSES + 1}
_SAMPLES = 2_000


class DigitsPixelCnn(Recipe):
    """Cross-entropy of each pixel's grey level given the pixels before it."""

    name = "digits-pixelcnn"
    describes = "gated PixelCNN, handwritten digits at 28x28, class-conditional"
    specs: ClassVar[dict[str, Network]] = {
        "above": Network("pixelcnn-above", _SHAPE, average=0.998, outputs=("context",)),
        "along": Network(
            "pixelcnn-along", _SHAPE | {"levels": LEVELS}, average=0.998, outputs=("logits",)
        ),
    }
    facts = Facts(
        title="Digits, pixel by pixel",
        family="autoregressive",
        summary="Pixels drawn one after another, each from what the ones before it make likely. "
        "Watch a digit appear in raster order, or give it the upper half of one to finish.",
        data=MNIST,
        about="A gated PixelCNN: a vertical stack of convolutions sees the rows above a pixel, a "
        "horizontal one what lies left of it, and together they give the probability of each of "
        "256 grey levels. The product over all pixels is the exact probability of a picture. Told "
        "the class; in a tenth of the training images it was hidden (index 10). The weights "
        "shipped are the running average of the trained ones (decay 0.998 a step).",
        limits="Six layers that reach 15 rows up: a stroke can forget how it began, and a digit "
        "may come out as none. A pixel once drawn is never taken back.",
        latent=(1, SIZE, SIZE),
        size=(SIZE, SIZE, 1),
        span=(0.0, 1.0),
        conditions={"label": {"names": [str(n) for n in range(CLASSES)], "null": NO_CLASS}},
    )
    needs_data = True
    minutes = 15.0
    batch = 16
    rates: ClassVar[dict[str, float]] = {"all": 2e-3}
    clip = 1.0

    def load(self) -> Images:
        """MNIST's training set, at its own size."""
        return _unpadded(digits(self.data, "train"))

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Bits per dimension of the batch."""
        hidden = torch.rand(len(batch), device=batch.device) < _HIDDEN
        label = torch.where(hidden, NO_CLASS, labels)
        yield "all", self._bits(self.networks, batch, label).mean()

    def _bits(self, networks: Any, batch: Tensor, label: Tensor) -> Tensor:
        """Of (N, 1, 28, 28) in [0, 1], bits per dimension (N,)."""
        context = networks["above"](batch, label)
        logits = networks["along"](batch, context, label).float()
        level = (batch[:, 0] * (LEVELS - 1)).round().long()
        nats = cross_entropy(logits, level, reduction="none")
        return nats.mean((1, 2)) / math.log(2)

    def extra_inputs(self, count: int, noise: torch.Generator) -> dict[str, Tensor]:
        """One row, and what it is told of those above."""
        channels = 2 * WIDTH * len(DILATIONS)
        return {
            "row": torch.rand(count, 1, 1, SIZE, generator=noise),
            "context": torch.randn(count, channels, 1, SIZE, generator=noise),
        }

    @torch.inference_mode()
    def draw(
        self, label: Tensor, seed: int, known: Tensor | None = None, rows: int = 0
    ) -> NDArray[np.float32]:
        """Samples of labels (N,), the first `rows` rows taken from `known`: (N, 28, 28, 1)."""
        above, along = self.shipped("above"), self.shipped("along")
        noise = torch.Generator().manual_seed(seed)
        image = torch.zeros(len(label), 1, SIZE, SIZE) if known is None else known.clone()
        image[:, :, rows:] = 0
        for y in range(rows, SIZE):
            context = above(image[:, :, : y + 1], label)[:, :, -1:]
            for x in range(SIZE):
                logits = along(image[:, :, y : y + 1], context, label)[:, :, 0, x].float()
                level = logits.softmax(1).multinomial(1, generator=noise)
                image[:, :, y, x] = level / (LEVELS - 1)
        return np.asarray(image.permute(0, 2, 3, 1).numpy())

    def sample_grid(self) -> NDArray[np.uint8]:
        """Two of each digit."""
        return grid(self.draw(torch.arange(20) % CLASSES, 0), 10)

    def preview(self) -> NDArray[np.uint8]:
        """Sixty-four digits in counting order."""
        return grid(self.draw(torch.arange(64) % CLASSES, 3), 8)

    def figures(self) -> list[Figure]:
        """Bits per dimension on test digits, accuracy and distance of samples."""
        test, train = digits(self.data, "test"), digits(self.data, "train")
        bits, free = self._likelihood(_unpadded(test))
        label = torch.arange(_SAMPLES) % CLASSES
        images = np.concatenate([
            self.draw(part, 100 + i) for i, part in enumerate(label.split(500))
        ])  # fmt: skip
        logits, features = Judge().look(np.pad(images, ((0, 0), (2, 2), (2, 2), (0, 0))))
        right = float((logits.argmax(1) == label.numpy()).mean()) * 100
        of = f"of {_SAMPLES:,} samples at temperature 1, {_SAMPLES // CLASSES} a class"
        return [
            Figure("bits_per_dimension", "Bits per dimension", round(bits, 4), "bits",
                   f"mean over {len(test):,} test digits told their class; exact, of the bytes "
                   "themselves (no dequantisation); 28 x 28 dimensions"),
            Figure("bits_unconditional", "Bits per dimension, class hidden", round(free, 4),
                   "bits", f"the same {len(test):,} digits without their class"),
            Figure("accuracy", "Classifier accuracy", round(right, 2), "%",
                   f"share {of}, that the digit classifier names as the class asked for"),
            Figure("confidence", "Confidence", round(metrics.confidence(logits) * 100, 2), "%",
                   f"mean probability the classifier gives its answer, {of}"),
            *distance_figures(features, test, train, self.cache),
        ]  # fmt: skip

    @torch.inference_mode()
    def _likelihood(self, test: Images) -> tuple[float, float]:
        shipped = {role: self.shipped(role) for role in self.specs}
        told, free = [], []
        for start in range(0, len(test), 250):
            part = slice(start, start + 250)
            batch = torch.from_numpy(test.pixels[part]).permute(0, 3, 1, 2).float() / 255
            label = torch.from_numpy(test.labels[part])
            told.append(self._bits(shipped, batch, label))
            free.append(self._bits(shipped, batch, torch.full_like(label, NO_CLASS)))
        return float(torch.cat(told).mean()), float(torch.cat(free).mean())


def _unpadded(images: Images) -> Images:
    return Images(images.pixels[:, 2:-2, 2:-2], images.labels)
