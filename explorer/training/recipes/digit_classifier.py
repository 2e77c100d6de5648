"""digit-classifier: the judge of generated digits (training/judge.py uses it)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import cross_entropy

from explorer.training.bent import bent
from explorer.training.data import MNIST, Images, digits
from explorer.training.pictures import grid
from explorer.training.recipe import Facts, Figure, Network, Recipe


class DigitClassifierRecipe(Recipe):
    """Cross entropy on slightly turned, scaled and shifted digits."""

    name = "digit-classifier"
    describes = "judge of generated digits, for the figures of the other cards"
    specs: ClassVar[dict[str, Network]] = {
        "classifier": Network("digit-classifier", {}, average=0.998, outputs=("logits", "features"))
    }
    facts = Facts(
        title="Digit classifier",
        family="judge",
        summary="Says which digit a picture shows; no model to explore.",
        data=MNIST,
        about="The judge behind the figures of the digit models: it says which digit a generator "
        "drew and how surely, and the 64 numbers before its answer are the space in which sets of "
        "digits are compared. Trained with labels smoothed by a twentieth, on digits turned by up "
        "to 12 degrees, scaled by up to a tenth and shifted by up to two pixels.",
        limits="It must answer with a digit whatever it is shown, so a high confidence does not "
        "prove that a picture is a digit. Distances in its features compare with each other only.",
        latent=(),
        size=(32, 32, 1),
        span=(0.0, 1.0),
    )
    is_model = False
    needs_data = True
    minutes = 4.0
    batch = 128
    rates: ClassVar[dict[str, float]] = {"all": 2e-3}
    decay = 0.01

    def load(self) -> Images:
        """MNIST's training set."""
        return digits(self.data, "train")

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Cross entropy with labels smoothed by a twentieth."""
        logits, _ = self.networks["classifier"](bent(batch))
        self.watch = {"accuracy": float((logits.argmax(1) == labels).float().mean())}
        yield "all", cross_entropy(logits.float(), labels, label_smoothing=0.05)

    def sample_grid(self) -> NDArray[np.uint8]:
        """The test digits it gets wrong, at most sixty."""
        held, wrong = self._wrong()
        shown = np.zeros((60, 32, 32, 1), np.float32)
        shown[: len(wrong)] = held.pixels[wrong[:60]] / np.float32(255)
        return grid(shown, 20)

    @torch.inference_mode()
    def _wrong(self) -> tuple[Images, NDArray[np.int64]]:
        held = digits(self.data, "test")
        pixels = torch.from_numpy(held.pixels).permute(0, 3, 1, 2).float().to(self.device) / 255
        network = self.shipped("classifier")
        guessed = torch.cat([network(part)[0] for part in pixels.split(500)]).argmax(1)
        return held, np.flatnonzero(guessed.cpu().numpy() != held.labels)

    def figures(self) -> list[Figure]:
        """Accuracy on MNIST's test set."""
        held, wrong = self._wrong()
        accuracy = 1 - len(wrong) / len(held)
        how = f"share of MNIST's {len(held):,} test digits named rightly, unaugmented"
        return [Figure("test_accuracy", "Test accuracy", round(100 * accuracy, 2), "%", how)]
