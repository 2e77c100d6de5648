"""Folders: diffusers', pythae's and our own, and what must not be in them."""

from __future__ import annotations

import json
import os
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from explorer.errors import ExplorerError, FileDamaged, FileMissing, FileRefused, ManifestError
from explorer.formats import read
from tests.formats.making import evil_pickle

UNET = {"_class_name": "UNet2DModel", "block_out_channels": [8, 8], "sample_size": 8,
        "in_channels": 3, "norm_num_groups": 4}  # fmt: skip
WEIGHTS = {"conv_in.weight": torch.arange(6.0).reshape(2, 3)}


def component(
    folder: Path, config: dict[str, Any], weights: dict[str, torch.Tensor] | None = None
) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(config))
    if weights is not None:
        save_file(weights, folder / "diffusion_pytorch_model.safetensors")
    return folder


def pipeline(folder: Path, **changes: Any) -> Path:
    index = {
        "_class_name": "DDPMPipeline", "_diffusers_version": "0.42.1",
        "scheduler": ["diffusers", "DDPMScheduler"], "unet": ["diffusers", "UNet2DModel"],
        "safety_checker": [None, None],
    }  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model_index.json").write_text(json.dumps({**index, **changes}))
    component(folder / "unet", UNET, WEIGHTS)
    (folder / "scheduler").mkdir(exist_ok=True)
    scheduler = {"_class_name": "DDPMScheduler", "num_train_timesteps": 1000}
    (folder / "scheduler" / "scheduler_config.json").write_text(json.dumps(scheduler))
    return folder


def test_a_pipeline_is_its_parts(tmp_path: Path) -> None:
    contents = read(pipeline(tmp_path / "m"))
    assert contents.format == "diffusers"
    assert list(contents.parts) == ["scheduler", "unet"]
    unet = contents.parts["unet"]
    assert unet.metadata["block_out_channels"] == [8, 8]
    assert unet.classes == ("UNet2DModel",)
    np.testing.assert_array_equal(
        unet.tensors["conv_in.weight"].load(), WEIGHTS["conv_in.weight"].numpy()
    )
    assert contents.parts["scheduler"].metadata["num_train_timesteps"] == 1000
    assert len(contents.files) == 4
    assert contents.count == 6


def test_what_diffusers_itself_saves_is_read(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # diffusers warns of its own deprecations
        import diffusers

        kit: Any = diffusers  # it resolves its names at run time
        kinds = {"down_block_types": ("DownBlock2D",) * 2, "up_block_types": ("UpBlock2D",) * 2}
        unet = kit.UNet2DModel(
            sample_size=8, in_channels=1, out_channels=1, block_out_channels=(8, 8),
            norm_num_groups=4, layers_per_block=1, add_attention=False, **kinds,
        )  # fmt: skip
        kit.DDPMPipeline(unet, kit.DDPMScheduler()).save_pretrained(tmp_path / "m")
    contents = read(tmp_path / "m")
    found, wanted = contents.parts["unet"].tensors, unet.state_dict()
    assert set(found) == set(wanted)
    for name, value in wanted.items():
        np.testing.assert_array_equal(found[name].load(), value.numpy())


def test_one_component_alone(tmp_path: Path) -> None:
    folder = component(tmp_path / "vae", {**UNET, "_class_name": "AutoencoderKL"}, WEIGHTS)
    contents = read(folder)
    assert contents.classes == ("AutoencoderKL",)
    assert list(contents.tensors) == ["conv_in.weight"]


def test_weights_in_an_old_bin_are_read_inertly(tmp_path: Path, canary: Path) -> None:
    folder = component(tmp_path / "vae", UNET)
    torch.save(WEIGHTS, folder / "diffusion_pytorch_model.bin")
    assert list(read(folder).tensors) == ["conv_in.weight"]
    (folder / "diffusion_pytorch_model.bin").write_bytes(evil_pickle(canary))
    with pytest.raises(ExplorerError):
        read(folder)


def test_weights_in_several_files(tmp_path: Path) -> None:
    folder = component(tmp_path / "unet", UNET)
    save_file({"a": torch.ones(1)}, folder / "one.safetensors")
    save_file({"b": torch.ones(1)}, folder / "two.safetensors")
    index = folder / "diffusion_pytorch_model.safetensors.index.json"
    index.write_text(json.dumps({"weight_map": {"a": "one.safetensors", "b": "two.safetensors"}}))
    assert list(read(folder).tensors) == ["a", "b"]
    index.write_text(json.dumps({"weight_map": {"a": "../one.safetensors"}}))
    with pytest.raises(FileRefused, match="outside its folder"):
        read(folder)
    index.write_text(json.dumps({"weight_map": {"a": "three.safetensors"}}))
    with pytest.raises(FileMissing, match=r"three"):
        read(folder)


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"unet": ["my_code", "Net"]}, "'my_code'"),
        ({"text_encoder": ["transformers", "BertModel"]}, "transformers"),
        ({"unet": ["pipeline", "Net"]}, "'pipeline'"),
        ({"_class_name": "EvilPipeline"}, "EvilPipeline"),
        ({"_class_name": ["pipeline_mine", "Mine"]}, "pipeline_mine"),
        ({"unet": ["diffusers", "AutoencoderKL"]}, "and model_index.json says"),
        ({"../unet": ["diffusers", "UNet2DModel"]}, "no name"),
    ],
)
def test_foreign_classes_and_places_are_refused(
    tmp_path: Path, changes: dict[str, Any], match: str
) -> None:
    with pytest.raises(FileRefused, match=match):
        read(pipeline(tmp_path / "m", **changes))


@pytest.mark.parametrize("where", ["", "unet"])
def test_a_program_in_the_folder_is_refused(tmp_path: Path, where: str) -> None:
    folder = pipeline(tmp_path / "m")
    (folder / where / "pipeline.py").write_text("raise SystemExit")
    with pytest.raises(FileRefused, match="program of its own"):
        read(folder)


@pytest.mark.parametrize(
    "config",
    [
        {"block_out_channels": [10_000_000, 10_000_000]},
        {"layers_per_block": 10**9},
        {"sample_size": 10**7},
        {"block_out_channels": [8] * 1000},
        {"down_block_types": ["DownBlock2D"] * 100},
        {"cross_attention_dim": -(10**12)},
        {"deep": [[[[[[1]]]]]]},
    ],
)
def test_networks_that_no_machine_could_hold_are_refused(
    tmp_path: Path, config: dict[str, Any]
) -> None:
    """A configuration of a kilobyte can ask for 1e14 parameters."""
    folder = component(tmp_path / "unet", {**UNET, **config}, WEIGHTS)
    with pytest.raises(FileRefused, match="No real network"):
        read(folder)


def test_a_class_that_is_not_on_the_list_is_refused(tmp_path: Path) -> None:
    folder = component(tmp_path / "x", {"_class_name": "UNet3DConditionModel"}, WEIGHTS)
    with pytest.raises(FileRefused, match="UNet3DConditionModel") as caught:
        read(folder)
    assert "AutoencoderKL" in caught.value.remedy


def test_missing_parts_are_named(tmp_path: Path) -> None:
    folder = pipeline(tmp_path / "m")
    (folder / "unet" / "diffusion_pytorch_model.safetensors").unlink()
    with pytest.raises(FileMissing, match="weights"):
        read(folder)
    (folder / "unet" / "config.json").unlink()
    with pytest.raises(FileMissing, match=r"config.json"):
        read(folder)


@pytest.mark.parametrize("text", ["", "[1]", "{", "[" * 100_000, '{"a": ' * 5000, "\0"])
def test_a_configuration_that_is_no_table_is_damage(tmp_path: Path, text: str) -> None:
    folder = pipeline(tmp_path / "m")
    (folder / "model_index.json").write_text(text)
    with pytest.raises(FileDamaged, match="JSON"):
        read(folder)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    folder = pipeline(tmp_path / "m")
    weights = folder / "unet" / "diffusion_pytorch_model.safetensors"
    weights.rename(tmp_path / "elsewhere")
    weights.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileRefused, match="link"):
        read(folder)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_inside_the_download_cache_are_fine(tmp_path: Path) -> None:
    """Hugging Face's cache is folders of links into its own blobs."""
    entry = tmp_path / "models--a--b"
    folder = pipeline(entry / "snapshots" / "123")
    (entry / "blobs").mkdir()
    weights = folder / "unet" / "diffusion_pytorch_model.safetensors"
    weights.rename(entry / "blobs" / "abc")
    weights.symlink_to(entry / "blobs" / "abc")
    assert read(folder).count == 6
    weights.unlink()
    weights.symlink_to(tmp_path / "other")
    with pytest.raises(FileRefused, match="link"):
        read(folder)


def pythae(folder: Path) -> Path:
    folder.mkdir()
    config = {"name": "VAEConfig", "input_dim": [1, 28, 28], "latent_dim": 16}
    (folder / "model_config.json").write_text(json.dumps(config))
    (folder / "environment.json").write_text(json.dumps({"python_version": "3.11"}))
    torch.save({"model_state_dict": WEIGHTS}, folder / "model.pt")
    return folder


def test_a_pythae_folder(tmp_path: Path) -> None:
    contents = read(pythae(tmp_path / "final_model"))
    assert contents.format == "pythae"
    assert contents.metadata["config"]["latent_dim"] == 16
    assert list(contents.tensors) == ["model_state_dict.conv_in.weight"]


@pytest.mark.parametrize("name", ["encoder.pkl", "decoder.pkl"])
def test_a_pythae_folder_with_networks_of_its_own_is_refused(tmp_path: Path, name: str) -> None:
    folder = pythae(tmp_path / "m")
    (folder / name).write_bytes(b"x")
    with pytest.raises(FileRefused, match="pickled program"):
        read(folder)


def test_a_pythae_folder_without_weights(tmp_path: Path) -> None:
    folder = pythae(tmp_path / "m")
    (folder / "model.pt").unlink()
    with pytest.raises(FileMissing, match=r"model.pt"):
        read(folder)


def test_our_own_folder(tiny_models: Path) -> None:
    contents = read(tiny_models / "tiny-vae")
    assert contents.format == "model-folder"
    assert set(contents.parts) == {"encoder", "decoder"}
    assert contents.metadata["family"] == "vae"
    assert len(contents.sha256) == 64


def test_our_own_folder_with_a_wrong_manifest(tmp_path: Path) -> None:
    (tmp_path / "model.toml").write_text("format = 9")
    with pytest.raises(ManifestError):
        read(tmp_path)
