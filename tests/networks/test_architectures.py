"""Every architecture builds from settings as a manifest holds them, and keeps its shapes."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

from explorer.errors import BadValue, UnknownName
from explorer.networks import ARCHITECTURES, architecture, build
from explorer.training.recipe import Network
from explorer.training.shipping import PARITY, check_parity, export_onnx

_WIDTHS = {"block_out_channels": [8, 8], "layers_per_block": 1, "norm_num_groups": 4}
_HUB = _WIDTHS | {
    "in_channels": 1, "out_channels": 1, "down_block_types": ["DownBlock2D", "AttnDownBlock2D"],
    "up_block_types": ["AttnUpBlock2D", "UpBlock2D"], "attention_head_dim": 4,
}  # fmt: skip
_CONDITIONED = _HUB | {
    "down_block_types": ["DownBlock2D", "CrossAttnDownBlock2D"],
    "up_block_types": ["CrossAttnUpBlock2D", "UpBlock2D"],
}
_CODER = _WIDTHS | {
    "down_block_types": ["DownEncoderBlock2D"] * 2, "up_block_types": ["UpDecoderBlock2D"] * 2,
    "latent_channels": 4,
}  # fmt: skip

TINY: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "conv-encoder": (
        {"latent": 3, "size": 16, "channels": [4, 8], "hidden": 8},
        ("mean", "log_variance"),
    ),
    "conv-decoder": ({"latent": 3, "size": 16, "channels": [8, 8], "hidden": 8}, ("image",)),
    "dcgan-generator": ({"latent": 5, "size": 16, "channels": [8, 4]}, ("image",)),
    "dcgan-critic": ({"size": 16, "channels": [4, 8]}, ("score",)),
    "unet": (
        {
            "size": 8, "channels": [8, 8], "classes": 3, "attention": [False, True], "groups": 4,
            "head": 4,
        },
        ("prediction",),
    ),
    "glow": (
        {"size": 16, "levels": 2, "depth": 2, "hidden": 6}, ("latent", "log_density"),
    ),
    "glow-inverse": (
        {"size": 16, "levels": 2, "depth": 2, "hidden": 6}, ("image", "stages", "log_densities"),
    ),
    "pixelcnn-above": ({"width": 4, "dilations": [1, 2], "classes": 3}, ("context",)),
    "pixelcnn-along": (
        {"width": 4, "dilations": [1, 2], "classes": 3, "levels": 8, "hidden": 6}, ("logits",),
    ),
    "translator": (
        {"colours": 1, "domains": 3, "width": 4, "deep": 6, "blocks": 1}, ("image",),
    ),
    "patch-critic": ({"colours": 1, "domains": 3, "width": 4}, ("score",)),
    "style-transfer": ({"colours": 1, "width": 4, "deep": 6}, ("image",)),
    "rbm": ({"hidden": 7, "size": 16}, ("hidden_on", "image_on", "free_energy")),
    "mlp-encoder": ({"latent": 3, "size": 16, "hidden": [8, 8]}, ("mean", "log_variance")),
    "plain-mlp-encoder": ({"latent": 3, "size": 16, "hidden": [8, 8]}, ("mean",)),
    "linear-encoder": ({"latent": 3, "size": 16}, ("mean",)),
    "linear-decoder": ({"latent": 3, "size": 16}, ("image",)),
    "mlp-generator": ({"latent": 3, "size": 16, "hidden": [8, 8], "level": True}, ("image",)),
    "maxout-critic": ({"size": 16, "units": 6, "pieces": 3}, ("score",)),
    "labelled-generator": (
        {"latent": 3, "classes": 3, "size": 16, "channels": [8, 4]}, ("image",),
    ),
    "labelled-critic": ({"classes": 3, "size": 16, "channels": [4, 4]}, ("score",)),
    "recognising-critic": (
        {"classes": 3, "codes": 2, "size": 16, "channels": [4, 4], "hidden": 6},
        ("score", "category", "codes"),
    ),
    "feature-critic": ({"size": 16, "channels": [4, 4]}, ("score", "features")),
    "patch-critics": ({"scales": 2, "channels": [4, 4]}, ("score", "patches")),
    "digit-classifier": ({"size": 16, "channels": [4, 4], "features": 6}, ("logits", "features")),
    "lucidrains-unet": (
        {
            "colours": 1, "channels": [8, 8, 16], "time": 8, "waves": 8, "heads": 2, "head": 4,
            "full": [False, True],
        },
        ("prediction",),
    ),
    "stylegan2-generator": (
        {"style": 6, "channels": [4, 3, 3]},
        ("image",),
    ),
    "rosinality-glow": (
        {"colours": 1, "flows": [2, 2], "hidden": 4, "affine": True, "factored": [False, True]},
        ("latent", "log_density"),
    ),
    "rosinality-glow-inverse": (
        {"colours": 1, "flows": [2, 2], "hidden": 4, "affine": True, "factored": [False, True]},
        ("image", "stages", "log_densities"),
    ),
    "burgess-encoder": (
        {"latent": 3, "size": 16, "colours": 3, "channels": 4, "hidden": 8},
        ("mean", "log_variance"),
    ),
    "burgess-decoder": (
        {"latent": 3, "size": 16, "colours": 3, "channels": 4, "hidden": 8},
        ("image",),
    ),
    "layers": (
        {
            "layers": [
                {"kind": "linear", "weight": "a", "size": [512, 1]},
                {"kind": "batch_norm", "weight": "b", "size": [512]},
                {"kind": "leaky_relu", "value": 0.1},
                {"kind": "reshape", "shape": [32, 4, 4]},
                {"kind": "conv_transpose", "weight": "c", "size": [32, 32, 4, 4], "stride": 2,
                 "padding": 1},
                {"kind": "upsample"},
                {"kind": "conv", "weight": "d", "size": [3, 32, 3, 3], "padding": 1},
                {"kind": "sigmoid"},
            ]
        },
        ("image",),
    ),
    "residual-translator": ({"colours": 1, "channels": 4, "blocks": 1}, ("image",)),
    "unet-translator": ({"colours": 1, "channels": 2, "depth": 3}, ("image",)),
    "papers-unet": (
        {"size": 12, "channels": [2, 4, 4], "steps": 300, "time": 8},
        ("prediction",),
    ),
    "phlippe-encoder": ({"latent": 3, "colours": 1, "channels": 4}, ("mean",)),
    "phlippe-decoder": ({"latent": 3, "channels": 4}, ("image",)),
    "taesd-encoder": ({"latent": 4, "colours": 3, "channels": 4, "pooled": True}, ("mean",)),
    "taesd-decoder": ({"latent": 4, "colours": 3, "channels": 4, "pooled": True}, ("image",)),
    "hub-unet": ({"config": _HUB | {"sample_size": 8, "num_class_embeds": 3}}, ("prediction",)),
    "hub-condition-unet": (
        {"config": _CONDITIONED | {"cross_attention_dim": 4, "num_class_embeds": 3}},
        ("prediction",),
    ),
    "hub-text-unet": ({"config": _CONDITIONED | {"cross_attention_dim": 4}}, ("prediction",)),
    "clip-text": (
        {"vocab_size": 20, "hidden_size": 8, "intermediate_size": 12, "num_hidden_layers": 2,
         "num_attention_heads": 2, "max_position_embeddings": 6},
        ("context",),
    ),
    "domain-critic": (
        {"colours": 1, "domains": 3, "width": 4, "size": 32, "judged": 2}, ("score", "category"),
    ),
    "translator-pair": ({"colours": 1, "width": 4, "deep": 6, "blocks": 1}, ("image",)),
    "critic-pair": ({"colours": 1, "width": 4}, ("score",)),
    "shared-encoder": (
        {"colours": 1, "codes": 2, "width": 4, "deep": 6, "domains": 3}, ("mean",),
    ),
    "shared-decoder": (
        {"colours": 1, "codes": 2, "width": 4, "deep": 6, "domains": 3, "grid": 2}, ("image",),
    ),
    "hub-embedded-unet": (
        {"config": _CONDITIONED | {"cross_attention_dim": 4}, "choices": 3, "tokens": 2},
        ("prediction",),
    ),
    "hub-decoder": ({"config": _CODER, "scale": 0.5, "shift": 0.1}, ("image",)),
    "hub-encoder": ({"config": _CODER, "scale": 0.5, "shift": 0.1}, ("mean", "log_variance")),
}  # fmt: skip
"""Small settings of each architecture, and the names of its outputs."""
LATENTS: dict[str, tuple[int, ...]] = {
    "taesd-decoder": (4, 3, 3), "stylegan2-generator": (6, 6), "shared-decoder": (8,),
}  # fmt: skip
"""Shapes of latents that are no vectors."""
SIDES = {"phlippe-encoder": 32}
"""Pixels a side, where no setting says it."""


def inputs_of(name: str, count: int) -> dict[str, torch.Tensor]:
    settings = TINY[name][0]
    size = settings.get("size", SIDES.get(name, 16))
    made = {
        "latent": torch.randn(count, *LATENTS.get(name, (settings.get("latent", 1),))),
        "image": torch.rand(count, settings.get("colours", 3 if "conv" in name else 1), size, size),
        "hidden": torch.rand(count, settings.get("hidden", 1) if name == "rbm" else 1).round(),
        "row": torch.rand(count, 1, 1, size),
        "context": torch.randn(count, 16, 1, size),
        "source": torch.randn(count, 1, size, size),
        "style": torch.rand(count, 1, size, size),
        "strength": torch.rand(count),
        "sample": torch.randn(count, 1, size, size),
        "timestep": torch.arange(count) * 100,
        "label": torch.arange(count) % 3,
        "tokens": torch.arange(count * 6).reshape(count, 6) % 20,
    }
    if name.endswith("glow-inverse"):
        made["latent"] = made["sample"]
    wanted = list(inspect.signature(architecture(name).forward).parameters)[1:]
    if name.startswith("hub-"):
        made["latent"] = torch.randn(count, 4, 8, 8)
        made["image"] = torch.rand(count, 3, 16, 16)
    if name == "hub-text-unet":
        made["context"] = torch.randn(count, 5, 4)
    if name == "layers":  # what it takes of these its table says
        wanted = ["latent"]
    return {k: made[k] for k in wanted}


def test_every_architecture_has_tiny_settings() -> None:
    """A new architecture is tested by adding a line to TINY."""
    assert set(TINY) == set(ARCHITECTURES)


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_default_settings_build_without_memory(name: str) -> None:
    """Shapes can be read on the meta device, as a size check before loading does."""
    with torch.device("meta"):
        declared = TINY[name][0] if name == "layers" else {}  # it has no settings by default
        network = build(name, {"latent": 4} if "latent" in TINY[name][0] else declared)
    assert sum(p.numel() for p in network.parameters()) > 4_000


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_onnx_agrees_with_torch_at_any_batch(name: str, tmp_path: Path) -> None:
    """One exported file serves batches of one and of three."""
    settings, outputs = TINY[name]
    torch.manual_seed(0)
    network = build(name, settings).eval()
    spec = Network(name, settings, outputs=outputs)
    export_onnx(network, spec, inputs_of(name, 3), tmp_path / "x.onnx")
    assert check_parity(network, tmp_path / "x.onnx", inputs_of(name, 3)) <= PARITY


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_an_answer_does_not_depend_on_its_batch(name: str) -> None:
    """In evaluation, row i depends on input i alone."""
    torch.manual_seed(0)
    network = build(name, TINY[name][0]).eval()
    inputs = inputs_of(name, 3)
    with torch.inference_mode():
        together = network(**inputs)
        alone = network(**{k: v[1:2] for k, v in inputs.items()})
    for whole, part in zip(_tuple(together), _tuple(alone), strict=True):
        assert whole.shape[0] == 3
        torch.testing.assert_close(whole[1:2], part, atol=1e-5, rtol=1e-5)


def test_shapes_and_ranges() -> None:
    """What crosses the border is shaped and bounded as documented."""
    torch.manual_seed(0)
    answers = {
        name: _tuple(build(name, TINY[name][0]).eval()(**inputs_of(name, 2))) for name in TINY
    }
    assert [a.shape for a in answers["conv-encoder"]] == [(2, 3), (2, 3)]
    (image,) = answers["conv-decoder"]
    assert image.shape == (2, 3, 16, 16)
    assert 0 <= image.min() <= image.max() <= 1
    (image,) = answers["dcgan-generator"]
    assert image.shape == (2, 1, 16, 16)
    assert -1 <= image.min() < 0 or image.max() <= 1
    assert answers["dcgan-critic"][0].shape == (2,)
    assert answers["unet"][0].shape == (2, 1, 8, 8)
    assert [a.shape for a in answers["digit-classifier"]] == [(2, 10), (2, 6)]


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("conv-decoder", {"latent": 3, "no such": 1}),
        ("conv-decoder", {}),
        ("conv-decoder", {"latent": 3, "size": 50}),
        ("conv-encoder", {"latent": 3, "size": 4}),
        ("dcgan-generator", {"latent": 3, "size": 64}),
        ("dcgan-critic", {"size": 16}),
        ("unet", {"channels": [8, 8], "attention": [True]}),
        ("unet", {"channels": [8, 8], "attention": [False, True], "groups": 4}),
        ("conv-decoder", {"latent": -1}),
    ],
)
def test_wrong_settings_are_a_typed_error(name: str, settings: dict[str, Any]) -> None:
    with pytest.raises(BadValue, match=name):
        build(name, settings)


def test_unknown_architecture_names_those_that_exist() -> None:
    with pytest.raises(UnknownName, match="conv-decoder"):
        build("perceptron", {})


def test_listing_architectures_imports_no_torch() -> None:
    code = "import explorer.networks, sys; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def _tuple(answer: torch.Tensor | tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, ...]:
    return answer if isinstance(answer, tuple) else (answer,)
