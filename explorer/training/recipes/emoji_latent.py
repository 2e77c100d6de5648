"""emoji-latent-diffusion: latent diffusion told a text, the real thing in small.

Rombach et al., "High-resolution image synthesis with latent diffusion models" (2022): a
UNet2DConditionModel denoises the 16x16x4 latents of emoji-kl, its first stage, and listens by
cross-attention to a text encoder that is trained along with it, on the words of an emoji's name
and its drawing style. A tenth of the prompts are hidden, for classifier-free guidance.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import torch
from diffusers import DDIMScheduler
from numpy.typing import NDArray
from torch import Tensor

from explorer.errors import FileMissing
from explorer.formats.manifest import FILE
from explorer.formats.safetensors import read_tensors
from explorer.formats.words import Words, split, vocabulary
from explorer.training.data import EMOJI, STYLES, Images, emoji
from explorer.training.pictures import grid
from explorer.training.recipe import Facts, Figure, Network, Recipe
from explorer.training.recipes.digits_ddpm import signal_kept
from explorer.training.recipes.emoji_kl import CONFIG, LATENT, SIZE, EmojiKl, by_style

TIMESTEPS, SCHEDULE, PREDICTION = 1000, "squaredcos_cap_v2", "v_prediction"
GUIDANCE = 3.0
ROOM = 1344
"""Words that the text encoder has vectors for; the emoji's names have about 1,320."""
LENGTH = 16
_WIDE = 96
REACH = 4.0
"""Latents, scaled to a spread of 1, are kept as bytes from -REACH to REACH."""
_HIDDEN, _NO_STYLE, _NO_WORD = 0.1, 0.2, 0.1
_DOWN, _TOLD_DOWN = "DownBlock2D", "CrossAttnDownBlock2D"
UNET: dict[str, Any] = {
    "sample_size": LATENT[1], "in_channels": LATENT[0], "out_channels": LATENT[0],
    "block_out_channels": [48, 96, 192], "layers_per_block": 1,
    "down_block_types": [_DOWN, _TOLD_DOWN, _DOWN],
    "up_block_types": ["UpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"],
    "attention_head_dim": 4, "norm_num_groups": 16, "cross_attention_dim": _WIDE,
}  # fmt: skip
"""Of diffusers' UNet2DConditionModel; `attention_head_dim` is its name for how many heads."""
TEXT: dict[str, Any] = {
    "vocab_size": ROOM, "hidden_size": _WIDE, "intermediate_size": 2 * _WIDE,
    "num_hidden_layers": 2, "num_attention_heads": 4, "max_position_embeddings": LENGTH,
    "hidden_act": "quick_gelu",
}  # fmt: skip
PREVIEWED = ("smiling face", "blue square", "bear", "man")
PROMPTS = (
    "red heart", "cat face", "pizza", "rocket", "red apple", "green circle", "rainbow",
    "police car",
)  # fmt: skip


class EmojiLatentDiffusion(Recipe):
    """Mean squared error of the predicted v in the latents of emoji-kl."""

    name = "emoji-latent-diffusion"
    describes = "latent diffusion told a text, emoji at 64x64 (train emoji-kl first)"
    specs: ClassVar[dict[str, Network]] = {
        "denoiser": Network(
            "hub-text-unet", {"config": UNET}, average=0.999, outputs=("prediction",)
        ),
        "text": Network("clip-text", TEXT, average=0.999, outputs=("context",)),
    }
    facts = Facts(
        title="Emoji, latent diffusion",
        family="diffusion",
        summary='Draws an emoji from words, as far as a short training goes: "blue square, noto", '
        '"smiling face". Watch the latents turn into a picture, and see how far guidance pulls.',
        data=EMOJI,
        about="Stable Diffusion's parts in small, kept as a diffusers folder: an AutoencoderKL "
        "makes 16x16x4 latents of 64x64 pictures (recipe emoji-kl), a UNet2DConditionModel "
        "denoises them (1,000 timesteps, cosine schedule, it predicts v), and listens by "
        "cross-attention to a text encoder that was trained with it, CLIPTextModel in small, on "
        "the words of an emoji's name and its drawing style. In a tenth of the steps the whole "
        "prompt was hidden, which is what classifier-free guidance needs; a fifth of the prompts "
        "named no style, and a tenth of the words were left out, so that a single word works. The "
        "weights shipped are the running average of the trained ones (decay 0.999 a step), in "
        "half precision.",
        limits="It was trained far too shortly for a model of its kind, beside other work on the "
        "same processor: words that many emoji share (face, man, square, blue, the styles) are "
        "followed in outline and colour, rarer ones (rocket, pizza) mostly give a blob in the "
        "style asked for, and red and green often come out orange or brown. It knows the words of "
        "the emoji's names and no others. Train it longer with its recipe for more.",
        example="smiling face, noto",
        latent=LATENT,
        size=(SIZE, SIZE, 3),
        span=(-1.0, 1.0),
        diffusion={
            "train_timesteps": TIMESTEPS, "schedule": SCHEDULE, "prediction": PREDICTION,
            "clip_sample": False,
        },
    )  # fmt: skip
    needs_data = True
    as_pipeline = True
    minutes = 45.0
    batch = 32
    rates: ClassVar[dict[str, float]] = {"all": 1e-3}
    clip = 1.0
    warm_steps = 100
    folder: Path | None = None
    """What was shipped, where that is measured."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.known: Words | None = None
        self.prompts: list[str] = []
        self._coder: EmojiKl | None = None

    @property
    def example_shape(self) -> tuple[int, int, int]:
        """A batch holds latents, not pictures."""
        return LATENT

    @property
    def words(self) -> Words:
        """The vocabulary: of the folder that is measured, else of the emoji's names."""
        if self.known is None:
            if self.data is not None and not self.prompts:
                self.prompts = _prompts(emoji(self.data, "train")[1])
            self.known = vocabulary(self.prompts, LENGTH)
        return self.known

    # -- the first stage ------------------------------------------------------------------------

    @property
    def coder(self) -> EmojiKl:
        """The trained autoencoder: of the folder that is measured, else of the run beside."""
        if self._coder is None:
            made = EmojiKl(self.data, self.cache, self.seed)
            made.averages, made.device = {}, self.device
            shipped = self.folder is not None
            place = self.folder or self.cache.parent / made.name / "model"
            for role, network in made.networks.items():
                name = "vae/diffusion_pytorch_model" if shipped else role
                file = place / f"{name}.safetensors"
                if not file.is_file():
                    raise FileMissing(
                        str(file), "the first stage is not there",
                        f"Run train {made.name} first, with the same --cache.",
                    )  # fmt: skip
                held = {k: v.float() for k, v in read_tensors(file).items()}
                wanted = network.state_dict().keys()
                network.load_state_dict({k: v for k, v in held.items() if k in wanted})
                network.eval().to(self.device)
            self._coder = made
        return self._coder

    def before(self) -> str:
        """How long the first stage was trained, as its own model.toml says."""
        file = self.cache.parent / EmojiKl.name / "model" / FILE
        if not file.is_file():
            return EmojiKl.name
        took = tomllib.loads(file.read_text(encoding="utf-8"))["training"]
        return (
            f"{EmojiKl.name}, {took['steps']:,} steps of {EmojiKl.batch} images in "
            f"{took['minutes']:.1f} minutes"
        )

    @property
    def scale(self) -> float:
        """What the latents are multiplied with, so that their spread is 1."""
        return float(self.carried["scale"])

    def coded(self, pixels: NDArray[np.uint8]) -> Tensor:
        """Pictures (N, 64, 64, 3) to latents as the denoiser sees them, (N, 4, 16, 16)."""
        mean, _ = self.coder.encoded(pixels)
        if "scale" not in self.carried:
            self.carried["scale"] = 1 / mean.std().cpu()
        return mean * self.carried["scale"].to(mean.device)

    def load(self) -> Images:
        """Latents of the emoji that are not held out, style after style, as bytes."""
        images, names = emoji(self.data, "train")
        self.prompts = _prompts(names)
        codes = self.coded(np.concatenate(by_style(images.pixels)))
        share = (codes / REACH / 2 + 0.5).clamp(0, 1).permute(0, 2, 3, 1).cpu().numpy()
        pixels = np.rint(share * 255).astype(np.uint8)
        return Images(pixels, np.arange(len(pixels)))

    # -- training -------------------------------------------------------------------------------

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        """Noise latents to stratified timesteps; ask for v, told the words that are left."""
        yield "all", self.error((batch * 2 - 1) * REACH, self._told(labels))

    def error(self, clean: Tensor, tokens: Tensor) -> Tensor:
        """Mean squared error of the predicted v for latents (N, 4, 16, 16) and prompts (N, T)."""
        count, device = len(clean), clean.device
        spread = (torch.rand((), device=device) + torch.arange(count, device=device) / count) % 1
        timestep = (spread * TIMESTEPS).long().clamp(max=TIMESTEPS - 1)
        share = signal_kept(device)[timestep, None, None, None]
        noise = torch.randn_like(clean)
        noisy = share.sqrt() * clean + (1 - share).sqrt() * noise
        context = self.networks["text"](tokens)
        guess = self.networks["denoiser"](noisy, timestep, context).float()
        wanted = share.sqrt() * noise - (1 - share).sqrt() * clean
        error: Tensor = (guess - wanted).square().mean()
        return error

    def _told(self, labels: Tensor) -> Tensor:
        """What each picture's prompt was cut down to, (N, T) int64."""
        told = []
        for label in labels.tolist():
            words = split(self.prompts[label]) if self.prompts else []
            chance = torch.rand(len(words) + 2).tolist()
            kept = [w for w, c in zip(words[:-1], chance, strict=False) if c >= _NO_WORD]
            style = words[-1:] if chance[-2] >= _NO_STYLE else []
            told.append("" if chance[-1] < _HIDDEN else " ".join(kept + style))
        return self.tokens(told)

    def tokens(self, prompts: Sequence[str]) -> Tensor:
        """(N, T) int64."""
        rows = np.stack([self.words.encode(prompt) for prompt in prompts])
        return torch.from_numpy(rows).to(self.device)

    # -- drawing --------------------------------------------------------------------------------

    @torch.inference_mode()
    def drawn(
        self, prompts: Sequence[str], seed: int, steps: int = 25, guidance: float = GUIDANCE
    ) -> Tensor:
        """Sample with DDIM (Song et al., 2021): latents (N, 4, 16, 16)."""
        scheduler: Any = DDIMScheduler(**scheduler_config())
        scheduler.set_timesteps(steps)
        text, denoiser = self.shipped("text"), self.shipped("denoiser")
        context = text(torch.cat([self.tokens(prompts), self.tokens([""] * len(prompts))]))
        noise = torch.Generator().manual_seed(seed)
        sample: Tensor = torch.randn(len(prompts), *LATENT, generator=noise).to(self.device)
        for time in scheduler.timesteps:
            both = denoiser(
                torch.cat([sample, sample]), time.expand(len(context)).to(self.device), context
            )
            given, free = both.float().chunk(2)
            sample = scheduler.step(free + guidance * (given - free), time, sample).prev_sample
        return sample

    def painted(self, latents: Tensor) -> NDArray[np.float32]:
        """Latents (N, 4, 16, 16) to pictures (N, 64, 64, 3) float32 in [0, 1]."""
        return self.coder.decoded(latents / self.scale)

    def sample_grid(self) -> NDArray[np.uint8]:
        """Eight prompts in a style of theirs, without haste: 12 DDIM steps."""
        prompts = [f"{p} {STYLES[i % len(STYLES)]}" for i, p in enumerate(PROMPTS)]
        return grid(self.painted(self.drawn(known(self.words, prompts), 0, steps=12)), 4)

    def preview(self) -> NDArray[np.uint8]:
        """Four prompts, each in every style."""
        prompts = [f"{p} {style}" for style in STYLES for p in PREVIEWED]
        return grid(self.painted(self.drawn(known(self.words, prompts), 2, steps=50)), 4)

    def figures(self) -> list[Figure]:
        """Of the autoencoder, the denoiser and the words."""
        from explorer.training.recipes.emoji_latent_figures import latent_figures

        return latent_figures(self)

    def extra_inputs(self, count: int, noise: torch.Generator) -> dict[str, Tensor]:
        """Words, and what a text encoder might make of some; latents in place of pictures."""
        return {
            "tokens": torch.arange(count * LENGTH).view(count, LENGTH) % ROOM,
            "context": torch.randn(count, LENGTH, _WIDE, generator=noise),
            "sample": torch.randn(count, *LATENT, generator=noise),
        }  # fmt: skip


def _prompts(names: Sequence[str]) -> list[str]:
    return [f"{spoken(name)} {style}" for style in STYLES for name in names]


def spoken(name: str) -> str:
    """A file's name as words: "cat_face" is "cat face"."""
    return name.replace("_", " ")


def known(words: Words, texts: Sequence[str]) -> list[str]:
    """Texts with the words that were learned."""
    return [" ".join(w for w in split(text) if w in words.numbers) for text in texts]


def scheduler_config() -> dict[str, Any]:
    """Of diffusers' DDIMScheduler."""
    return {
        "num_train_timesteps": TIMESTEPS, "beta_schedule": SCHEDULE,
        "prediction_type": PREDICTION, "clip_sample": False, "timestep_spacing": "trailing",
    }  # fmt: skip


def vae_config(scale: float) -> dict[str, Any]:
    """Of diffusers' AutoencoderKL, with the factor that the latents are multiplied with."""
    return {**CONFIG, "scaling_factor": scale}
