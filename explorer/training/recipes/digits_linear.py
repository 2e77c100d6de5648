"""digits-pca and digits-gmm: solved in closed form, or nearly, and no gradient anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from explorer.latent.priors import Mixture
from explorer.phrases import Phrase
from explorer.training import metrics
from explorer.training.data import MNIST, Images, digits
from explorer.training.digit_figures import sample_figures
from explorer.training.mixture import fit_mixture, log_densities
from explorer.training.recipe import Facts, Figure, Network
from explorer.training.recipes.autoencoding import Array, Autoencoding


class DigitsPca(Autoencoding):
    """Principal components (Pearson, 1901; Hotelling, 1933) of all training digits."""

    name = "digits-pca"
    describes = "principal components, 48 eigen-images"
    latents = 48
    settings: ClassVar[dict[str, Any]] = {"latent": 48, "size": 32, "colours": 1}
    specs: ClassVar[dict[str, Network]] = {
        "encoder": Network("linear-encoder", settings, outputs=("mean",)),
        "decoder": Network("linear-decoder", settings),
    }
    facts = Facts(
        title="Digits, eigen-images",
        family="classical",
        summary="Principal components: the mean digit plus forty-eight weighted eigen-images, and "
        "nothing else. Drag the first sliders to see the directions in which digits vary most, and "
        "compare with what a network makes of as many numbers.",
        data=MNIST,
        about="Principal component analysis (Pearson, 1901; Hotelling, 1933) of the 60,000 "
        "training digits: the eigenvectors of their covariance matrix with the largest "
        "eigenvalues. A slider counts standard deviations along one eigen-image; the importance "
        "is the share of the variance that it explains. Seeds draw from a standard normal, the "
        "Gaussian with the data's own mean and covariance in these directions.",
        limits="Digits are not Gaussian: random draws are clouds of strokes, seldom a digit. "
        "Pictures are clipped to black and white where the sum leaves that range.",
        latent=(48,),
        size=(32, 32, 1),
        span=(0.0, 1.0),
    )
    closed_form = True
    rates: ClassVar[dict[str, float]] = {}
    minutes = 1.0

    def code(self, batch: Tensor) -> tuple[Tensor, Tensor]:
        """Coordinates, at no price."""
        return self.networks["encoder"](batch), torch.zeros(())

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """None: nothing is descended."""
        yield from ()

    def solve(self, images: Images) -> None:
        """Set both matrices from the covariance of the pixels."""
        flat = images.pixels.reshape(len(images), -1).astype(np.float32) / 255
        mean = flat.mean(0, dtype=np.float64)
        covariance = np.cov(flat.T)
        values, vectors = np.linalg.eigh(covariance)
        values, vectors = values[::-1][: self.latents], vectors[:, ::-1][:, : self.latents]
        vectors = vectors * np.sign(vectors.sum(0))  # ink, rather than its absence, for plus
        spread = np.sqrt(values)
        self._put("encoder", mean, vectors / spread)
        self._put("decoder", mean, (vectors * spread).T)

    def _put(self, role: str, mean: NDArray[np.float64], matrix: NDArray[np.float64]) -> None:
        held = {"centre": mean, "matrix": matrix}
        tensors = {k: torch.from_numpy(np.ascontiguousarray(v)).float() for k, v in held.items()}
        self.networks[role].load_state_dict(tensors)

    def explained(self) -> NDArray[np.float64]:
        """Share of the training digits' variance along each eigen-image, in %."""
        flat = digits(self.data, "train").pixels.astype(np.float32) / 255
        whole = float(flat.reshape(len(flat), -1).var(0, dtype=np.float64).sum())
        rows = self.networks["decoder"].state_dict()["matrix"].numpy().astype(np.float64)
        return np.asarray(100 * np.square(rows).sum(1) / whole)

    def measure(self) -> dict[str, Any]:
        """Names and explained variance of the components."""
        return super().measure() | {
            "names": [f"PC {i + 1}" for i in range(self.latents)],
            "importance": self.explained().round(3).tolist(),
            "importance_kind": Phrase("explained variance, %"),
        }

    def figures(self) -> list[Figure]:
        """Explained variance, PSNR on test digits, and what draws are worth."""
        share = self.explained()
        held = digits(self.data, "test")
        again = self.images(self.encoded(held.pixels)[0])
        return [
            Figure("explained", "Explained variance", round(float(share.sum()), 2), "%",
                   f"of the training digits, by all {self.latents} eigen-images"),
            Figure("explained_first", "By the first ten", share[:10].round(2).tolist(), "%",
                   "each on its own"),
            Figure("psnr_db", "Reconstruction PSNR",
                   metrics.psnr(again, held.pixels / 255.0), "dB",
                   f"mean over {len(held):,} test digits"),
            *sample_figures(self.images(self.draws(10_000, 1)), self.data, self.cache),
        ]  # fmt: skip


class DigitsGmm(DigitsPca):
    """The same eigen-images under a mixture of Gaussians."""

    name = "digits-gmm"
    describes = "mixture of 60 Gaussians over 48 principal components"
    components = 60
    facts = Facts(
        title="Digits, Gaussians",
        family="classical",
        summary="Sixty Gaussians in the space of the eigen-images, each a way to write a digit. "
        "Draw seeds and compare with the eigen-images alone: the same pictures can be made, but "
        "now the likely ones are digits.",
        data=MNIST,
        about="A mixture of 60 Gaussians with full covariances, fitted by expectation and "
        "maximisation (Dempster, Laird and Rubin, 1977) to the coordinates of 30,000 training "
        "digits on their 48 first eigen-images. A seed chooses a Gaussian by its weight and then "
        "a point of it.",
        limits="Within one Gaussian, strokes fade into each other instead of moving; what 48 "
        "eigen-images cannot draw stays undrawn.",
        latent=(48,),
        size=(32, 32, 1),
        span=(0.0, 1.0),
    )
    has_mixture = True
    minutes = 3.0

    def mixture(self) -> Mixture:
        """The mixture of the training digits' coordinates."""
        codes, _ = self.encoded(digits(self.data, "train").pixels[:30_000])
        return fit_mixture(codes, self.components, seed=self.seed, rounds=30)

    def draws(self, count: int, seed: int) -> Array:
        """Draws from the mixture."""
        return self.fitted().sample(count, seed)

    def figures(self) -> list[Figure]:
        """What the eigen-images explain, the mixture's likelihood, and what draws are worth."""
        held, mixture = digits(self.data, "test"), self.fitted()
        codes = self.encoded(held.pixels)[0].astype(np.float64)
        logs = log_densities(codes, mixture.weights, mixture.means, mixture.factors)
        top = logs.max(1)
        nats = float((top + np.log(np.exp(logs - top[:, None]).sum(1))).mean())
        normal = float((-np.square(codes).sum(1) / 2).mean() - 24 * np.log(2 * np.pi))
        return [
            Figure("log_density", "Log density of test digits", nats, "nats",
                   f"of their {self.latents} coordinates under the mixture, mean over "
                   f"{len(held):,}; higher is better"),
            Figure("log_density_normal", "The same under one Gaussian", normal, "nats",
                   "of the eigen-images alone, the prior of digits-pca"),
            *super().figures(),
        ]  # fmt: skip
