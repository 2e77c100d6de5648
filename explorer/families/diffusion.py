"""Diffusion models (Ho et al., "Denoising diffusion probabilistic models", 2020).

With a decoder, and maybe its encoder, the diffusion runs in an autoencoder's latents (Rombach et
al., "High-resolution image synthesis with latent diffusion models", 2022).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.errors import ManifestError
from explorer.families.base import TEXTS, Family, Images, Model
from explorer.families.prompts import encoded, guided
from explorer.families.schedulers import BETA_SCHEDULES, PREDICTIONS
from explorer.families.trajectory import DenoiseSettings, Trajectory
from explorer.formats.manifest import FILE, Manifest
from explorer.formats.picture import Picture
from explorer.latent import Values
from explorer.phrases import Phrase
from explorer.runtimes import Adaptive, Arrays
from explorer.runtimes.torch_import import load_torch

PREVIEW_STEPS = 12
_MAX_TIMESTEPS = 100_000


class DiffusionModel(Model):
    """A denoiser of noisy pictures, maybe told a class, with the noise schedule it learned."""

    CAN: ClassVar[frozenset[str]] = frozenset({"generate", "step"})

    def __init__(self, manifest: Manifest, networks: Mapping[str, Adaptive]) -> None:
        _check(manifest)
        super().__init__(manifest, networks)

    def trajectory(
        self, settings: DenoiseSettings, picture: Picture | None = None, level: int = 0
    ) -> Trajectory:
        """A run that has not begun; raises as Trajectory.

        Args:
            settings: what decides it.
            picture: what to start from in place of noise, brought to the model's size.
            level: the timestep that the picture is noised to, 0 to T - 1.
        """
        if picture is None:
            return Trajectory(self, settings)
        size = self.spec.image
        image = picture.fitted(size.height, size.width, size.channels)
        return Trajectory.from_picture(self, settings, image, level)

    def denoise(self, **settings: Any) -> Trajectory:
        """A finished run. Fields of DenoiseSettings by name, conditions by theirs (label=3)."""
        for name in settings.keys() - DenoiseSettings.__dataclass_fields__.keys():
            if self.spec.words is None or name not in TEXTS:
                self.class_index(name, settings[name])
        return self.trajectory(DenoiseSettings().changed(**settings)).finish()

    def draw(
        self, latents: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """Pictures that DDIM makes in PREVIEW_STEPS steps of noise (N, C, H, W), guidance 2."""
        base = DenoiseSettings(steps=PREVIEW_STEPS).changed(**conditions)
        starts = (base.changed(start=Values.of(row)) for row in self.latent.check(latents))
        samples = [self.trajectory(settings).finish().sample for settings in starts]
        return self._decoded(np.stack(samples) if samples else self.latent.sample(0, 0))

    def decode(self, arrays: NDArray[np.float32]) -> Images:
        """The denoiser's samples (N, *latent.shape) to pictures (N, H, W, C) in [0, 1]."""
        return self.to_images(self._decoded(arrays))

    def _decoded(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        if "decoder" not in self.networks:
            return samples
        if not len(samples):
            size = self.spec.image
            return np.empty((0, size.channels, size.height, size.width), np.float32)
        return self.networks["decoder"].run({"latent": np.ascontiguousarray(samples)})["image"]

    def to_samples(self, images: NDArray[np.floating]) -> NDArray[np.float32]:
        """The way back: pictures (N, H, W, C) in [0, 1] to clean samples (N, *latent.shape)."""
        arrays = self.to_network(self.check_images(images))
        if "decoder" not in self.networks:
            return arrays
        if "encoder" not in self.networks:
            raise self._lacks(Phrase("start from a picture: its encoder was not kept"))
        return self.networks["encoder"].run({"image": arrays})["mean"]

    def predictor(self, settings: DenoiseSettings) -> Callable[[Any, Any], Any]:
        """A function of (x_t, timestep), torch tensors at batch 1, to the guided output.

        Both halves of classifier-free guidance go through the network as one batch.
        """
        torch = load_torch()
        told, weights = self._told(settings)
        network, count = self.networks["denoiser"], len(weights)

        def predict(x: Any, timestep: Any) -> Any:
            sample = np.repeat(x.numpy().astype(np.float32, copy=False), count, axis=0)
            inputs = {"sample": sample, "timestep": np.full(count, int(timestep), np.int64)}
            out = network.run({**inputs, **told})["prediction"]
            mixed = out if count == 1 else (out * weights).sum(axis=0, keepdims=True)
            return torch.from_numpy(np.ascontiguousarray(mixed, np.float32))

        return predict

    def _told(self, settings: DenoiseSettings) -> tuple[Arrays, NDArray[np.float32]]:
        """What each evaluation is told beside sample and timestep, and how answers are weighted."""
        if self.spec.words is not None:
            prompts, shares = guided(settings.conditions, settings.guidance)
            context = encoded(self.spec.words, self.networks["text"], prompts)
            return {"context": context}, shares.reshape(-1, 1, 1, 1)
        labels, weights = self._labels(settings)
        return ({"label": labels} if len(labels) else {}), weights

    def _labels(self, settings: DenoiseSettings) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The labels to evaluate and how their answers are weighted (they sum to 1)."""
        chosen = [self.class_index(name, value) for name, value in settings.conditions]
        if not self.spec.conditions:
            return np.empty(0, np.int64), np.ones(1, np.float32)
        condition = self.spec.conditions[0]
        label = chosen[0] if chosen else self.class_index(condition.name, None)
        guidance = settings.guidance
        if condition.null is None or label == condition.null or guidance == 1.0:
            return np.array([label], np.int64), np.ones(1, np.float32)
        if guidance == 0.0:
            return np.array([condition.null], np.int64), np.ones(1, np.float32)
        weights = np.array([guidance, 1.0 - guidance], np.float32).reshape(2, 1, 1, 1)
        return np.array([label, condition.null], np.int64), weights

    def example(self, role: str, count: int) -> Arrays:
        """Noise from seed 0 over the whole schedule, from its middle on, each class in turn."""
        if role == "decoder":
            return {"latent": self.latent.sample(count, 0)}
        if role == "encoder":
            return {"image": self.to_network(self.decode(self.latent.sample(count, 0)))}
        if self.spec.words is not None:
            names = (*self.spec.words.known, "")
            prompts = [names[i * 31 % len(names)] for i in range(count)]
            if role == "text":
                return {"tokens": np.stack([self.spec.words.encode(p) for p in prompts])}
        steps = int(self.manifest.diffusion["train_timesteps"])
        inputs: dict[str, NDArray[Any]] = {
            "sample": self.latent.sample(count, 0),
            "timestep": (steps // 2 + np.arange(count, dtype=np.int64) * steps // count) % steps,
        }
        if self.spec.words is not None:
            inputs["context"] = encoded(self.spec.words, self.networks["text"], prompts)
        elif self.spec.conditions:
            condition = self.spec.conditions[0]
            inputs["label"] = np.arange(count, dtype=np.int64) % len(condition.names)
        return inputs


def _check(manifest: Manifest) -> None:
    """Raise ManifestError where the manifest's own rules for this family are not kept."""
    table, image = manifest.diffusion, manifest.image
    steps = table.get("train_timesteps")
    rules = {
        "train_timesteps": (type(steps) is int and 1 <= steps <= _MAX_TIMESTEPS, "1 to 100,000"),
        "schedule": (table.get("schedule") in BETA_SCHEDULES, _any_of(BETA_SCHEDULES)),
        "betas": (table.get("schedule") != "betas" or _are_betas(table), "one for each timestep"),
        "prediction": (table.get("prediction") in PREDICTIONS, _any_of(PREDICTIONS)),
        "beta_start": (_is_beta(table.get("beta_start", 1e-4)), "between 0 and 1"),
        "beta_end": (_is_beta(table.get("beta_end", 0.02)), "between 0 and 1"),
        "clip_sample": (isinstance(table.get("clip_sample", True), bool), "true or false"),
    }
    wrong = [(f"diffusion.{name}", wanted) for name, (right, wanted) in rules.items() if not right]
    own_space = "decoder" in manifest.networks
    if not own_space and manifest.latent.shape != (image.channels, image.height, image.width):
        wrong.append(("latent.shape", f"[{image.channels}, {image.height}, {image.width}]"))
    if ("text" in manifest.networks) != (manifest.words is not None):
        wrong.append(("networks.text", "there with the words that it knows, or absent"))
    if len(manifest.conditions) > 1 or any(c.name != "label" for c in manifest.conditions):
        wrong.append(("conditions", "label alone"))
    for field, wanted in wrong:
        file = str(manifest.folder / FILE)
        raise ManifestError(file, f"{field} is missing or wrong", f"Make it {wanted}.")


def _any_of(names: tuple[str, ...]) -> str:
    return " or ".join(f'"{name}"' for name in names)


def _are_betas(table: Mapping[str, Any]) -> bool:
    betas = table.get("betas")
    if not isinstance(betas, list) or len(betas) != table.get("train_timesteps"):
        return False
    return all(map(_is_beta, betas))


def _is_beta(value: object) -> bool:
    return isinstance(value, float) and 0 < value < 1


DIFFUSION = Family(
    "diffusion", "Diffusion model", ("denoiser",), ("decoder", "encoder", "text"),
    DiffusionModel,
    branch="diffusion",
)  # fmt: skip
