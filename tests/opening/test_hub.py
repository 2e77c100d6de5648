"""diffusers folders open as diffusers itself runs them, without its `from_pretrained`."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from explorer.errors import BadValue, FileDamaged, FileRefused, NotSupported
from explorer.formats.manifest import Condition
from explorer.library import open_model
from explorer.opening.answers import of
from explorer.opening.card import look
from explorer.opening.convert import convert
from explorer.opening.explain import understand
from tests.support import tiny

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # diffusers warns of its own deprecations
    import diffusers

    kit: Any = diffusers  # it resolves its names at run time

WIDTHS: dict[str, Any] = {"block_out_channels": (8, 16), "norm_num_groups": 4}
UNET = WIDTHS | {
    "sample_size": 8, "layers_per_block": 1, "attention_head_dim": 4,
    "down_block_types": ("DownBlock2D", "AttnDownBlock2D"),
    "up_block_types": ("AttnUpBlock2D", "UpBlock2D"),
}  # fmt: skip
CODER = WIDTHS | {
    "down_block_types": ("DownEncoderBlock2D",) * 2, "up_block_types": ("UpDecoderBlock2D",) * 2,
}  # fmt: skip
TINY = {
    "encoder_block_out_channels": (8, 8), "decoder_block_out_channels": (8, 8),
    "num_encoder_blocks": (1, 1), "num_decoder_blocks": (1, 1),
}  # fmt: skip
CODERS = {
    "AutoencoderKL": CODER | {"latent_channels": 4},
    "VQModel": CODER | {"latent_channels": 3, "num_vq_embeddings": 16},
    "AutoencoderTiny": TINY,
}


def saved(folder: Path, kind: str, **settings: Any) -> Any:
    """A network of diffusers with random weights, saved by diffusers."""
    torch.manual_seed(0)
    made = getattr(kit, kind)(**settings).eval()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made.save_pretrained(folder)
    return made


def pipeline(folder: Path, channels: int, coder: bool, **scheduler: Any) -> tuple[Any, Any]:
    unet = saved(folder / "unet", "UNet2DModel", in_channels=channels, out_channels=channels,
                 **UNET)  # fmt: skip
    vae = saved(folder / "vae", "AutoencoderKL", **CODERS["AutoencoderKL"]) if coder else None
    kit.DDIMScheduler(**scheduler).save_pretrained(folder / "scheduler")
    index = {
        "_class_name": "LDMPipeline" if coder else "DDIMPipeline",
        "unet": ["diffusers", "UNet2DModel"], "scheduler": ["diffusers", "DDIMScheduler"],
    }  # fmt: skip
    if coder:
        index["vae"] = ["diffusers", "AutoencoderKL"]
    (folder / "model_index.json").write_text(json.dumps(index))
    return unet, vae


def test_a_pipeline_of_pixels_predicts_what_diffusers_predicts(tmp_path: Path) -> None:
    unet, _ = pipeline(tmp_path, 1, False, beta_schedule="squaredcos_cap_v2",
                       prediction_type="v_prediction", num_train_timesteps=500)  # fmt: skip
    model = open_model(tmp_path / "model_index.json", "cpu")
    table = model.manifest.diffusion
    assert (table["train_timesteps"], table["schedule"]) == (500, "squaredcos_cap_v2")
    assert table["prediction"] == "v_prediction" and model.latent.shape == (1, 8, 8)
    x, t = torch.randn(2, 1, 8, 8), torch.tensor([3, 400])
    got = model.networks["denoiser"].run({"sample": x.numpy(), "timestep": t.numpy()})
    with torch.inference_mode():
        wanted = unet(x, t, return_dict=False)[0].numpy()
    np.testing.assert_allclose(got["prediction"], wanted, atol=1e-5)
    assert np.isfinite(model.denoise(steps=3).sample).all()


def test_latent_diffusion_runs_in_its_autoencoders_latents(tmp_path: Path) -> None:
    _, vae = pipeline(tmp_path, 4, True, beta_schedule="scaled_linear", clip_sample=False)
    model = open_model(tmp_path, "cpu")
    assert model.latent.shape == (4, 8, 8)
    assert (model.spec.image.height, model.spec.image.channels) == (16, 3)
    run = model.denoise(steps=3)
    assert run.sample.shape == (4, 8, 8)
    with torch.inference_mode():
        latents = torch.from_numpy(run.sample)[None] / vae.config.scaling_factor
        wanted = vae.decode(latents).sample.numpy() / 2 + 0.5
    got = model.decode(run.sample[None])  # type: ignore[attr-defined]  # of diffusion models
    np.testing.assert_allclose(got[0], wanted[0].clip(0, 1).transpose(1, 2, 0), atol=1 / 255)
    assert model.generate(model.latent.sample(1, 0)).shape == (1, 16, 16, 3)


def labelled(folder: Path, count: int) -> Any:
    """A DDIM pipeline of a UNet2DModel that is told one of `count` classes."""
    pipeline(folder, 1, False)
    return saved(folder / "unet", "UNet2DModel", in_channels=1, out_channels=1,
                 num_class_embeds=count, **UNET)  # fmt: skip


def test_a_class_conditional_pipeline_is_told_the_class(tmp_path: Path) -> None:
    unet = labelled(tmp_path, 4)
    model = open_model(tmp_path, "cpu")
    assert model.spec.conditions == (Condition("label", ("0", "1", "2", "3")),)
    x, t, label = torch.randn(4, 1, 8, 8), torch.full((4,), 300), torch.arange(4)
    got = model.networks["denoiser"].run(
        {"sample": x.numpy(), "timestep": t.numpy(), "label": label.numpy()}
    )
    with torch.inference_mode():
        wanted = unet(x, t, class_labels=label, return_dict=False)[0].numpy()
    np.testing.assert_allclose(got["prediction"], wanted, atol=1e-5)
    assert (model.denoise(steps=2, label=0).sample != model.denoise(steps=2, label=3).sample).any()


def test_one_embedding_more_than_named_classes_is_that_of_no_class(tmp_path: Path) -> None:
    labelled(tmp_path, 4)
    model = open_model(tmp_path, "cpu", classes=("cat", "dog", "owl"))
    assert model.spec.conditions == (Condition("label", ("cat", "dog", "owl"), 3),)
    guided = model.denoise(steps=2, label="owl", guidance=3.0).sample
    assert (guided != model.denoise(steps=2, label="owl", guidance=1.0).sample).any()
    card, _ = look(tmp_path, of(classes=("cat", "dog", "owl")))
    assert card.classes == ("cat", "dog", "owl") and card.class_room == (3, 4)
    assert look(tmp_path)[0].summary()["classes"] == ["0", "1", "2", "3"]


CROSS = UNET | {
    "attention_head_dim": 4, "cross_attention_dim": 12,
    "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
    "up_block_types": ("CrossAttnUpBlock2D", "UpBlock2D"),
}  # fmt: skip


def test_a_conditional_network_is_told_its_class_and_no_text(tmp_path: Path) -> None:
    unet = saved(tmp_path, "UNet2DConditionModel", in_channels=1, out_channels=1,
                 num_class_embeds=3, **CROSS)  # fmt: skip
    model = open_model(tmp_path, "cpu")
    assert model.spec.conditions == (Condition("label", ("0", "1", "2")),)
    x, t, label = torch.randn(3, 1, 8, 8), torch.full((3,), 300), torch.arange(3)
    inputs = {"sample": x.numpy(), "timestep": t.numpy(), "label": label.numpy()}
    with torch.inference_mode():
        nothing = torch.zeros(3, 1, 12)
        wanted = unet(x, t, nothing, class_labels=label, return_dict=False)[0].numpy()
    got = model.networks["denoiser"].run(inputs)["prediction"]
    np.testing.assert_allclose(got, wanted, atol=1e-5)


def told(folder: Path, stored: dict[str, torch.Tensor]) -> Any:
    """A UNet2DConditionModel with stored embeddings beside it."""
    from safetensors.torch import save_file

    unet = saved(folder, "UNet2DConditionModel", in_channels=1, out_channels=1, **CROSS)
    save_file(stored, folder / "embeddings.safetensors")
    return unet


def test_stored_embeddings_are_what_a_conditional_network_is_told(tmp_path: Path) -> None:
    """By name; of the one named "none" guidance leads away."""
    torch.manual_seed(1)
    stored = {name: torch.randn(1, 5, 12) for name in ("a cat", "a dog", "none")}
    unet = told(tmp_path, stored)
    model = open_model(tmp_path, "cpu")
    names = tuple(sorted(name for name in stored if name != "none"))
    assert model.spec.conditions == (Condition("label", names, 2),)
    x, t = torch.randn(1, 1, 8, 8), torch.tensor([300])
    for number, name in enumerate((*names, "none")):
        inputs = {"sample": x.numpy(), "timestep": t.numpy(), "label": np.array([number])}
        got = model.networks["denoiser"].run(inputs)["prediction"]
        with torch.inference_mode():
            wanted = unet(x, t, stored[name], return_dict=False)[0].numpy()
        np.testing.assert_allclose(got, wanted, atol=1e-5)
    run = model.denoise(steps=2, label="a dog", guidance=2.0)
    assert np.isfinite(run.sample).all()
    whole = tmp_path / "whole"
    pipeline(whole, 1, False)
    (whole / "unet").rename(whole / "old")
    told(whole / "unet", stored)
    (whole / "unet" / "embeddings.safetensors").rename(whole / "embeddings.safetensors")
    edited(whole / "model_index.json", unet=["diffusers", "UNet2DConditionModel"])
    again = open_model(whole, "cpu")
    assert again.spec.conditions == model.spec.conditions, "beside model_index.json as well"


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ({"a": torch.zeros(5, 11)}, "12"),
        ({"a": torch.zeros(5, 12), "b": torch.zeros(6, 12)}, "12"),
        ({"none": torch.zeros(5, 12)}, "nothing"),
        ({"a": torch.zeros(2, 5, 12)}, "12"),
    ],
)
def test_embeddings_that_do_not_fit_are_said(
    tmp_path: Path, stored: dict[str, torch.Tensor], said: str
) -> None:
    told(tmp_path, stored)
    with pytest.raises(NotSupported, match=said):
        open_model(tmp_path, "cpu")


@pytest.mark.parametrize("kind", CODERS)
def test_autoencoders_alone(kind: str, tmp_path: Path) -> None:
    coder = saved(tmp_path, kind, **CODERS[kind])
    model = open_model(tmp_path, "cpu", size=(16, 16))
    images = np.random.default_rng(0).random((2, 16, 16, 3), np.float32)
    mean, std = model.encode(images)
    x = torch.from_numpy(images.transpose(0, 3, 1, 2) * 2 - 1)
    with torch.inference_mode():
        found = coder.encode(x)
        code = found.latent_dist.mean if kind == "AutoencoderKL" else found.latents
        wanted = coder.decode(code).sample.numpy()
    np.testing.assert_allclose(model.draw(mean), wanted, atol=1e-4)
    if kind == "AutoencoderKL":
        scale = coder.config.scaling_factor
        np.testing.assert_allclose(std / scale, found.latent_dist.std.numpy(), rtol=1e-3)
    else:
        assert not std.any()


def test_attention_by_its_old_names(tmp_path: Path) -> None:
    """Folders from before diffusers 0.18 call to_q "query"."""
    from safetensors.torch import load_file, save_file

    saved(tmp_path, "UNet2DModel", in_channels=1, out_channels=1, **UNET)
    model = open_model(tmp_path, "cpu")
    file = tmp_path / "diffusion_pytorch_model.safetensors"
    names = {"to_q": "query", "to_k": "key", "to_v": "value", "to_out.0": "proj_attn"}
    state = load_file(file)
    for new, old in names.items():
        state = {name.replace(f".{new}.", f".{old}."): t for name, t in state.items()}
    save_file(state, file)
    again = open_model(tmp_path, "cpu")
    inputs = model.example("denoiser", 2)
    one, two = (m.networks["denoiser"].run(inputs)["prediction"] for m in (model, again))
    np.testing.assert_array_equal(one, two)


def edited(file: Path, **changes: Any) -> None:
    table = json.loads(file.read_text())
    file.write_text(json.dumps({**table, **changes}))


def test_what_no_family_can_run_is_said(tmp_path: Path) -> None:
    pipeline(tmp_path, 4, True)
    scheduler = tmp_path / "scheduler" / "scheduler_config.json"
    edited(scheduler, prediction_type="flow")
    with pytest.raises(NotSupported, match="flow"):
        open_model(tmp_path, "cpu")
    edited(scheduler, prediction_type="epsilon", beta_schedule="sigmoid")
    with pytest.raises(NotSupported, match="sigmoid"):
        open_model(tmp_path, "cpu")
    index = tmp_path / "model_index.json"
    table = json.loads(index.read_text())
    table.pop("vae")
    index.write_text(json.dumps(table))
    edited(scheduler, beta_schedule="linear")
    with pytest.raises(NotSupported, match="autoencoder"):
        open_model(tmp_path, "cpu")


def test_configurations_that_do_not_fit_their_weights_or_any_network(tmp_path: Path) -> None:
    saved(tmp_path, "UNet2DModel", in_channels=1, out_channels=1, **UNET)
    config = tmp_path / "config.json"
    edited(config, block_out_channels=[16, 16])
    with pytest.raises(FileDamaged, match="size mismatch"):
        open_model(tmp_path, "cpu")
    edited(config, layers_per_block=60_000)
    with pytest.raises(BadValue, match="layers_per_block"):
        open_model(tmp_path, "cpu")


def test_a_folder_with_a_text_encoder_is_told_words(tmp_path: Path) -> None:
    """As diffusers' own pipeline would: the UNet hears what the encoder made of the words."""
    folder = tiny.make_prompted(tmp_path)
    (folder / "model.toml").unlink()  # a stranger's
    model = open_model(folder, "cpu")
    words = model.spec.words
    assert words is not None and words.known == ("blue", "cross", "flat", "red", "round", "square")
    assert model.spec.conditions == () and set(model.spec.told) == {"prompt", "negative"}
    assert "It listens to a text of words, of which it knows 6." in model.spec.summary
    unet = kit.UNet2DConditionModel.from_pretrained(folder / "unet").eval()
    x, t = torch.randn(1, 4, 8, 8), torch.tensor([300])
    tokens = words.encode("red cross")[None]
    context = model.networks["text"].run({"tokens": tokens})["context"]
    got = model.networks["denoiser"].run(
        {"sample": x.numpy(), "timestep": t.numpy(), "context": context}
    )
    with torch.inference_mode():
        wanted = unet(x, t, torch.from_numpy(context), return_dict=False)[0].numpy()
    np.testing.assert_allclose(got["prediction"], wanted, atol=1e-5)


def test_text_encoders_and_tokenizers_that_do_not_fit_are_said(tmp_path: Path) -> None:
    folder = tiny.make_prompted(tmp_path)
    (folder / "model.toml").unlink()
    config = folder / "text_encoder" / "config.json"
    whole = config.read_text()
    edited(config, vocab_size=4)
    with pytest.raises(NotSupported, match="knows 4 words"):
        open_model(folder, "cpu")
    config.write_text(whole)
    edited(config, num_hidden_layers=1 << 15)
    with pytest.raises(BadValue, match="num_hidden_layers"):
        open_model(folder, "cpu")
    config.write_text(whole)
    index = folder / "model_index.json"
    edited(index, tokenizer=["transformers", "CLIPTokenizer"])
    with pytest.raises(FileRefused, match="CLIPTokenizer"):
        open_model(folder, "cpu")
    edited(index, tokenizer=["transformers", "PreTrainedTokenizerFast"])
    (folder / "tokenizer" / "own.py").write_text("raise SystemExit")
    with pytest.raises(FileRefused, match="program"):
        open_model(folder, "cpu")


def test_a_model_told_a_text_is_not_converted(tmp_path: Path) -> None:
    folder = tiny.make_prompted(tmp_path)
    with pytest.raises(NotSupported, match="listens to a text"):
        convert(understand(folder), tmp_path / "converted")
