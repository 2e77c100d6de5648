"""One network saved in every way makes the pictures that the plain network makes, to 1/255."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from explorer.errors import NotSupported, NotTrusted
from explorer.families import Model
from explorer.library import open_model
from explorer.opening import understand
from tests.opening import exports
from tests.opening.exports import LATENT, SIZE

Saver = Callable[[torch.nn.Module, Path], Path]
ONE, TWO = torch.zeros(1, LATENT), torch.zeros(2, LATENT)


def agree(model: Model, module: torch.nn.Module, count: int = 5) -> None:
    """Also with another batch than the one it was exported with."""
    latents = model.latent.sample(count, 7)
    wanted = exports.pictures(module, latents.reshape(count, LATENT))
    got = model.generate(latents)
    assert got.shape == (count, SIZE, SIZE, wanted.shape[-1]) and got.dtype == np.float32
    assert np.abs(got - wanted).max() <= 1 / 255


@pytest.mark.parametrize(
    "name, inputs, outputs, dynamic",
    [
        ("dynamic", ["z"], ["image"], True),
        ("fixed", ["z"], ["image"], False),
        ("nameless", ["in.1"], ["out2"], False),
    ],
)
def test_onnx_dynamic_and_static(
    name: str, inputs: list[str], outputs: list[str], dynamic: bool, tmp_path: Path
) -> None:
    module = exports.generator()
    example = TWO if dynamic else ONE
    path = exports.onnx(module, tmp_path / f"{name}.onnx", example, inputs, outputs, dynamic)
    model = open_model(path, "cpu")
    agree(model, module)
    assert model.spec.image.low == 0.0 and model.spec.image.high == 1.0
    assert model.generate(np.empty((0, LATENT), np.float32)).shape == (0, SIZE, SIZE, 3)


def test_onnx_with_channels_last(tmp_path: Path) -> None:
    module = exports.generator()
    last = exports.ChannelsLast(module)
    agree(open_model(exports.onnx(last, tmp_path / "a.onnx", ONE, ["z"], ["y"], False)), module)


def test_onnx_of_bytes_with_alpha_and_no_batch(tmp_path: Path) -> None:
    module = exports.generator()
    example = torch.zeros(LATENT)
    path = exports.onnx(exports.Bytes(module), tmp_path / "a.onnx", example, ["z"], ["rgba"], False)
    model = open_model(path, "cpu")
    assert model.spec.image.channels == 4 and model.spec.image.high == 255.0
    latents = model.latent.sample(3, 0)
    got = model.generate(latents)
    assert np.abs(got[..., :3] - exports.pictures(module, latents)).max() <= 1 / 255
    assert (got[..., 3] == 1).all()


def test_onnx_with_external_data(tmp_path: Path) -> None:
    module = exports.generator()
    path = exports.onnx(module, tmp_path / "inside.onnx", TWO, ["z"], ["image"])
    agree(open_model(exports.external(path), "cpu"), module)


@pytest.mark.parametrize("dynamic", [True, False])
def test_torch_export_programs(dynamic: bool, tmp_path: Path) -> None:
    module = exports.generator()
    agree(open_model(exports.pt2(module, tmp_path / "m.pt2", dynamic), "cpu"), module)


def test_torchscript_runs_only_when_that_very_file_is_trusted(tmp_path: Path) -> None:
    module = exports.generator()
    path = exports.script(module, tmp_path / "m.pt")
    answers: dict[str, Any] = {"inputs": {"z": "latent"}}
    with pytest.raises(NotTrusted, match=exports.sha256(path)):
        open_model(path, "cpu", **answers)
    with pytest.raises(NotTrusted):
        open_model(path, "cpu", trust=["0" * 64], **answers)
    agree(open_model(path, "cpu", trust=[exports.sha256(path)], **answers), module)


def test_state_dicts_of_an_unknown_stack_and_their_correction(tmp_path: Path) -> None:
    """The last activation is not in the file: proposed, then said, the rest being right."""
    module = exports.generator()
    path = tmp_path / "g.pth"
    torch.save(module.state_dict(), path)
    proposed = open_model(path, "cpu")
    assert proposed.latent.shape == (LATENT,) and proposed.spec.image.height == SIZE
    rows = [layer.table() for layer in understand(path).layers["generator"]]
    assert rows[-1] == {"kind": "tanh"}
    # the sixfold of the last sum is no layer: it goes into the weights
    state = dict(module.state_dict())
    state |= {name: state[name] * 6 for name in ("up2.weight", "up2.bias")}
    torch.save(state, path)
    rows[-1] = {"kind": "sigmoid"}
    agree(open_model(path, "cpu", layers={"generator": rows}, range=(0, 1)), module)


@pytest.mark.parametrize("save", ["pair", "onnx", "mixed"])
def test_an_encoder_and_a_decoder_in_two_files_are_one_model(save: str, tmp_path: Path) -> None:
    decoder, encoder = exports.generator(), exports.encoder()
    z, x = torch.zeros(2, LATENT), torch.zeros(2, 3, SIZE, SIZE)
    one = exports.onnx(encoder, tmp_path / "net_enc.onnx", x, ["image"], ["mu", "logvar"])
    two = exports.onnx(decoder, tmp_path / "net_dec.onnx", z, ["z"], ["image"])
    if save == "mixed":
        two = exports.pt2(decoder, tmp_path / "dec.pt2")
    first, second = (two, one) if save == "pair" else (one, two)
    model = open_model(first, "cpu", partner=second.name)
    assert model.spec.family == "vae" and {"encode", "generate"} <= model.spec.capabilities
    agree(model, decoder)
    seen = model.generate(model.latent.sample(2, 0))
    mean, std = model.encode(seen)
    with torch.inference_mode():
        wanted = encoder(torch.from_numpy(np.ascontiguousarray(seen.transpose(0, 3, 1, 2))))
    assert np.abs(mean - wanted[0].numpy()).max() < 1e-4
    assert np.abs(std - np.exp(0.5 * wanted[1].numpy())).max() < 1e-4


def test_an_encoder_alone_names_its_likely_partner(tmp_path: Path) -> None:
    x = torch.zeros(2, 3, SIZE, SIZE)
    path = tmp_path / "x_encoder.onnx"
    exports.onnx(exports.encoder(), path, x, ["image"], ["mu", "logvar"])
    with pytest.raises(NotSupported, match="without its decoder"):
        open_model(path, "cpu")
    (tmp_path / "x_decoder.onnx").write_bytes(b"not looked into")
    with pytest.raises(NotSupported, match=r"x_decoder\.onnx"):
        open_model(path, "cpu")


def test_weights_are_held_once_while_a_file_opens(tmp_path: Path) -> None:
    """One tensor is nearly all of the file, so that a second copy of it would show."""
    import tracemalloc

    path = tmp_path / "wide.pt"
    state = {
        "0.weight": torch.randn(600, 6), "0.bias": torch.zeros(600),
        "2.weight": torch.randn(3072, 600), "2.bias": torch.zeros(3072),
    }  # fmt: skip
    torch.save(state, path)
    open_model(path, "cpu")  # what is imported on the way is not the file's
    tracemalloc.start()
    try:
        model = open_model(path, "cpu")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert model.spec.image.channels == 3
    assert peak <= 1.3 * path.stat().st_size
