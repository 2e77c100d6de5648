"""A latent diffusion model as a diffusers folder, in half precision, and back for measuring it.

What lies in the folder is what diffusers' StableDiffusionPipeline reads. Beside it are this
program's own model.toml, which names it for the library, its card and its preview.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import diffusers
import torch
from safetensors.torch import save
from torch import Tensor, nn

from explorer.formats.safetensors import read_tensors
from explorer.formats.words import read_words, written
from explorer.training.recipe import Recipe
from explorer.training.recipes.emoji_latent import (
    TEXT,
    EmojiLatentDiffusion,
    scheduler_config,
    vae_config,
)

if TYPE_CHECKING:
    from explorer.networks.hub import HubTextUnet

_UNET = "unet/diffusion_pytorch_model.safetensors"
_VAE = "vae/diffusion_pytorch_model.safetensors"
_TEXT = "text_encoder/model.safetensors"
INDEX = {
    "_class_name": "StableDiffusionPipeline",
    "vae": ["diffusers", "AutoencoderKL"],
    "unet": ["diffusers", "UNet2DConditionModel"],
    "scheduler": ["diffusers", "DDIMScheduler"],
    "text_encoder": ["transformers", "CLIPTextModel"],
    "tokenizer": ["transformers", "PreTrainedTokenizerFast"],
    "safety_checker": [None, None],
    "feature_extractor": [None, None],
    "requires_safety_checker": False,
}


def write_pipeline(recipe: Recipe, folder: Path) -> None:
    """Write the folder's parts, whatever was there before."""
    assert isinstance(recipe, EmojiLatentDiffusion)
    denoiser: Any = recipe.shipped("denoiser")
    coder, version = recipe.coder, {"_diffusers_version": _version()}
    configs = {
        "model_index.json": INDEX | version,
        "unet/config.json": _config(denoiser.model),
        "vae/config.json": _config(
            _made("AutoencoderKL", vae_config(recipe.scale)), scaling_factor=recipe.scale
        ),
        "scheduler/scheduler_config.json": _config(_made("DDIMScheduler", scheduler_config())),
        "text_encoder/config.json": _text_config(recipe),
    }
    for name, table in configs.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(table, indent=2, sort_keys=True) + "\n")
    (folder / "tokenizer").mkdir(exist_ok=True)
    for name, text in written(recipe.words).items():
        (folder / "tokenizer" / name).write_text(text, encoding="utf-8")
    halves = {k: v for role in ("encoder", "decoder") for k, v in _state(coder.shipped(role))}
    (folder / _VAE).write_bytes(save(_halved(halves)))
    (folder / _UNET).write_bytes(save(_halved(dict(_state(denoiser.model)))))
    (folder / _TEXT).write_bytes(save(_halved(dict(_state(recipe.shipped("text"))))))


def load_pipeline(recipe: Recipe, folder: Path) -> None:
    """Put a shipped folder's weights and words into the recipe, ready to be measured."""
    assert isinstance(recipe, EmojiLatentDiffusion)
    recipe.averages, recipe.folder = {}, folder
    denoiser: HubTextUnet = recipe.networks["denoiser"]  # type: ignore[assignment]  # its spec says
    for network, name in ((denoiser.model, _UNET), (recipe.networks["text"], _TEXT)):
        held = read_tensors(folder / name)
        network.load_state_dict({k: v.float() for k, v in held.items()})
        network.eval()
    recipe.known = read_words(folder / "tokenizer")
    said = json.loads((folder / "vae/config.json").read_text())
    recipe.carried["scale"] = torch.tensor(float(said["scaling_factor"]))


def _state(network: nn.Module) -> list[tuple[str, Tensor]]:
    return list(network.state_dict().items())


def _halved(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {k: v.detach().cpu().half().contiguous() for k, v in state.items()}


def _made(kind: str, config: Mapping[str, Any]) -> Any:
    kit: Any = diffusers  # it resolves its names at run time
    lists = {k: tuple(v) if isinstance(v, list) else v for k, v in config.items()}
    return getattr(kit, kind)(**lists)


def _version() -> str:
    kit: Any = diffusers
    return str(kit.__version__)


def _config(made: Any, **changes: Any) -> dict[str, Any]:
    """All settings of a part of diffusers, as its own `save_config` writes them."""
    kept = {k: v for k, v in dict(made.config).items() if not k.startswith("_")}
    return {"_class_name": type(made).__name__, "_diffusers_version": _version(), **kept, **changes}


def _text_config(recipe: EmojiLatentDiffusion) -> dict[str, Any]:
    """Of transformers' CLIPTextModel."""
    words = recipe.words
    return {
        "architectures": ["CLIPTextModel"], "model_type": "clip_text_model", **TEXT,
        "projection_dim": TEXT["hidden_size"], "layer_norm_eps": 1e-5, "attention_dropout": 0.0,
        "bos_token_id": words.start, "eos_token_id": words.end, "pad_token_id": words.pad,
        "torch_dtype": "float16", "initializer_factor": 1.0, "initializer_range": 0.02,
    }  # fmt: skip
