"""Tiny diffusion models: of the exact denoiser, of a network, of a text."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

from tests.support.tiny.gaussian import TRAIN_TIMESTEPS, gaussian_denoiser
from tests.support.tiny.making import CLASSES, SIZE, folder_for, network, write_model


def make_ddpm(
    root: Path,
    name: str = "tiny-ddpm",
    *,
    size: int = SIZE,
    schedule: str = "squaredcos_cap_v2",
    prediction: str = "epsilon",
    conditional: bool = True,
) -> Path:
    """The exact denoiser of a Gaussian a class, `size` squared grey in [-1, 1], ONNX only.

    Class c is N(class_mean(c), DATA_STD^2); the null class is N(0, 1/4).
    """
    folder = folder_for(root, name)
    graph = gaussian_denoiser(size, schedule, prediction, conditional)
    (folder / "denoiser.onnx").write_bytes(graph)
    names = ", ".join(f'"{c}"' for c in CLASSES)
    conditions = f"\n[conditions.label]\nnames = [{names}]\nnull = {len(CLASSES)}\n"
    table = f"""
[latent]
shape = [1, {size}, {size}]
prior = "normal"
{conditions if conditional else ""}
[networks.denoiser]
onnx = "denoiser.onnx"

[diffusion]
train_timesteps = {TRAIN_TIMESTEPS}
schedule = "{schedule}"
prediction = "{prediction}"
"""
    write_model(folder, name, "diffusion", "Tiny shapes", (size, size, 1), (-1.0, 1.0), table)
    return folder


def make_unet(root: Path, name: str = "tiny-unet") -> Path:
    """A class-conditional U-Net with random weights, 8x8 grey, torch weights and ONNX.

    Slower to make (diffusers' models are imported): only for tests of the torch denoiser.
    """
    import torch

    folder = folder_for(root, name)
    torch.manual_seed(3)
    settings = {
        "size": 8, "channels": [8, 32], "classes": 4, "attention": [False, False], "groups": 4,
    }  # fmt: skip
    inputs = {
        "sample": torch.zeros(2, 1, 8, 8),
        "timestep": torch.zeros(2, dtype=torch.int64),
        "label": torch.zeros(2, dtype=torch.int64),
    }
    networks = network(folder, "denoiser", "unet", settings, inputs, ["prediction"])
    table = f"""
[latent]
shape = [1, 8, 8]
prior = "normal"

[conditions.label]
names = {[*CLASSES]}
null = {len(CLASSES)}

[diffusion]
train_timesteps = {TRAIN_TIMESTEPS}
schedule = "squaredcos_cap_v2"
prediction = "epsilon"
"""
    write_model(folder, name, "diffusion", "Tiny U-Net", (8, 8, 1), (-1.0, 1.0), table + networks)
    return folder


def make_prompted(root: Path, name: str = "tiny-prompted") -> Path:
    """A latent diffusion model told a text, 16x16 RGB, random weights: a diffusers folder.

    As slow to make as `make_unet`.
    """
    import json

    import diffusers
    import torch
    from safetensors.torch import save_file

    from explorer.formats.words import vocabulary, written
    from explorer.networks.clip_text import ClipText

    kit: Any = diffusers  # it resolves its names at run time
    folder = folder_for(root, name)
    torch.manual_seed(6)
    unet = kit.UNet2DConditionModel(
        sample_size=8, block_out_channels=(8, 16), norm_num_groups=4, layers_per_block=1,
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"), cross_attention_dim=8,
        attention_head_dim=2,
    )  # fmt: skip
    coder = kit.AutoencoderKL(
        block_out_channels=(8, 16), norm_num_groups=4, layers_per_block=1, sample_size=SIZE,
        down_block_types=("DownEncoderBlock2D",) * 2, up_block_types=("UpDecoderBlock2D",) * 2,
        scaling_factor=0.5,
    )  # fmt: skip
    with torch.no_grad():
        coder.decoder.conv_out.weight *= 4  # pictures with something in them
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        unet.save_pretrained(folder / "unet")
        coder.save_pretrained(folder / "vae")
        kit.DDIMScheduler(clip_sample=False).save_pretrained(folder / "scheduler")
    words = vocabulary(("red square", "blue cross", "flat", "round"), 8)
    text: dict[str, Any] = {
        "vocab_size": 16, "hidden_size": 8, "intermediate_size": 16, "num_hidden_layers": 2,
        "num_attention_heads": 2, "max_position_embeddings": 8,
    }  # fmt: skip
    encoder = ClipText(**text)
    with torch.no_grad():
        encoder.text_model.embeddings.token_embedding.weight *= 50  # words that differ
    (folder / "text_encoder").mkdir()
    (folder / "tokenizer").mkdir()
    save_file(encoder.state_dict(), folder / "text_encoder" / "model.safetensors")
    (folder / "text_encoder" / "config.json").write_text(json.dumps(text))
    for file, content in written(words).items():
        (folder / "tokenizer" / file).write_text(content)
    index = {
        "_class_name": "StableDiffusionPipeline",
        "unet": ["diffusers", "UNet2DConditionModel"], "vae": ["diffusers", "AutoencoderKL"],
        "scheduler": ["diffusers", "DDIMScheduler"],
        "text_encoder": ["transformers", "CLIPTextModel"],
        "tokenizer": ["transformers", "PreTrainedTokenizerFast"],
    }  # fmt: skip
    (folder / "model_index.json").write_text(json.dumps(index))
    write_model(folder, name, "diffusion", "Tiny prompted", (SIZE, SIZE, 3), (-1.0, 1.0), """
[latent]
shape = [4, 8, 8]
""")  # fmt: skip
    head = (folder / "model.toml").read_text()
    named = head.replace("format = 1\n", "format = 1\npipeline = 'model_index.json'\n")
    named = named.replace("[image]", 'example = "red square"\n\n[image]')
    (folder / "model.toml").write_text(named)
    return folder
