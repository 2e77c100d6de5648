"""What people save besides a state dict agrees to 1/255 with the network it was saved from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper, save

import explorer.opening.explain as explain
from explorer.errors import RunFailed
from explorer.library import open_model
from explorer.opening import understand
from tests.opening import exports
from tests.opening.exports import LATENT, SIZE


class Folded(torch.nn.Module):
    """The generator with its sixfold inside the last layer: a sum and a sigmoid, as most are."""

    def __init__(self) -> None:
        super().__init__()
        made = exports.generator()
        self.fit, self.up1, self.up2 = made.fit, made.up1, made.up2
        with torch.no_grad():
            for number in self.up2.parameters():
                number.mul_(6)
        self.sigmoid = torch.nn.Sigmoid()

    def forward(self, z: torch.Tensor) -> torch.Tensor:
        h = torch.relu(self.fit(z)).reshape(-1, 8, 4, 4)
        pictures: torch.Tensor = self.sigmoid(self.up2(torch.relu(self.up1(h))))
        return pictures


def agrees(path: Path, module: torch.nn.Module, **answers: Any) -> None:
    model = open_model(path, "cpu", **answers)
    assert (model.spec.image.low, model.spec.image.high) == (0.0, 1.0)
    latents = model.latent.sample(5, 7)
    wanted = exports.pictures(module, latents.reshape(5, LATENT))
    got = model.generate(latents)
    assert got.shape == (5, SIZE, SIZE, 3)
    assert np.abs(got - wanted).max() <= 1 / 255


def ending_in_a_sigmoid(path: Path) -> dict[str, Any]:
    """The layers that are proposed, with the one answer that a state dict does not hold."""
    rows = [layer.table() for layer in understand(path).layers["generator"]]
    return {"generator": [*rows[:-1], {"kind": "sigmoid"}]}


@pytest.mark.parametrize("zipped", [True, False])
def test_a_whole_module(zipped: bool, tmp_path: Path) -> None:
    module = Folded().eval()
    path = tmp_path / "whole.pth"
    torch.save(module, path, _use_new_zipfile_serialization=zipped)
    agrees(path, module, layers=ending_in_a_sigmoid(path), range=(0, 1))


class Decoder(torch.nn.Module):
    """What shapes do not tell: strides, two kinds of activation, an upsampling, a norm's eps."""

    def __init__(self) -> None:
        super().__init__()
        nn = torch.nn
        self.fit = nn.Linear(LATENT, 8 * 4 * 4)
        self.net = nn.Sequential(
            nn.LeakyReLU(0.1), nn.Unflatten(1, (8, 4, 4)), nn.Upsample(scale_factor=2),
            nn.Conv2d(8, 6, 3, padding=1), nn.BatchNorm2d(6, eps=0.01), nn.ELU(),
            nn.Dropout(0.5), nn.ConvTranspose2d(6, 3, 5, stride=2, padding=2, output_padding=1),
            nn.Sigmoid(),
        )  # fmt: skip

    def forward(self, z: torch.Tensor) -> torch.Tensor:
        pictures: torch.Tensor = self.net(self.fit(z))
        return pictures


def test_a_whole_modules_own_settings_leave_nothing_to_guess(tmp_path: Path) -> None:
    """Strides, paddings, activations and the range are those that it was pickled with."""
    torch.manual_seed(0)
    module = Decoder().eval()
    with torch.no_grad():
        module.net[7].weight.mul_(8)  # type: ignore[operator]  # a tensor; the stubs say more
    torch.save(module, tmp_path / "whole.pth")
    found = understand(tmp_path / "whole.pth")
    assert found.guesses == () and found.span == (0.0, 1.0)
    assert [row.kind for row in found.layers["generator"]] == [
        "linear", "leaky_relu", "reshape", "upsample", "conv", "batch_norm", "elu",
        "conv_transpose", "sigmoid",
    ]  # fmt: skip
    agrees(tmp_path / "whole.pth", module)


def test_a_whole_autoencoder_is_told_both_ways(tmp_path: Path) -> None:
    nn = torch.nn
    torch.manual_seed(0)
    module = nn.Module()
    module.encoder = nn.Sequential(
        nn.Conv2d(3, 4, 5, stride=2, padding=2), nn.SiLU(), nn.MaxPool2d(2),
        nn.Conv2d(4, 8, 3, padding=1), nn.SiLU(), nn.Flatten(), nn.Linear(8 * 4 * 4, 12), nn.SiLU(),
    )  # fmt: skip
    module.fc_mu, module.fc_var = nn.Linear(12, LATENT), nn.Linear(12, LATENT)
    module.decoder = Decoder()
    module.eval()
    torch.save(module, tmp_path / "vae.pth")
    model = open_model(tmp_path / "vae.pth", "cpu")
    images = np.random.default_rng(0).random((2, SIZE, SIZE, 3), np.float32)
    mean, std = model.encode(images)
    with torch.inference_mode():
        body = module.encoder(torch.from_numpy(images.transpose(0, 3, 1, 2)))
        wanted = module.fc_mu(body), module.fc_var(body)
        decoded = module.decoder(wanted[0]).numpy()
    assert np.abs(mean - wanted[0].numpy()).max() < 1e-5
    assert np.abs(std - np.exp(wanted[1].numpy() / 2)).max() < 1e-5
    assert np.abs(model.draw(mean) - decoded).max() < 1e-5


def test_activations_that_are_no_layers_stay_guesses(tmp_path: Path) -> None:
    """Folded applies ReLU by itself: its strides are told, and its last layer is a sigmoid."""
    module = Folded().eval()
    torch.save(module, tmp_path / "whole.pth")
    found = understand(tmp_path / "whole.pth")
    assert "layers" in found.guesses
    assert any("Strides and paddings are those" in sentence for sentence in found.because)
    agrees(tmp_path / "whole.pth", module)


def test_layers_of_another_vocabulary_are_not_pretended_to_be_known(tmp_path: Path) -> None:
    """A dilated convolution is none of the kinds: nothing is said to be told."""
    nn = torch.nn
    module = nn.Sequential(
        nn.ConvTranspose2d(LATENT, 4, 4), nn.ReLU(), nn.Conv2d(4, 3, 3, padding=2, dilation=2),
        nn.Sigmoid(),
    )  # fmt: skip
    torch.save(module, tmp_path / "whole.pth")
    assert "layers" in understand(tmp_path / "whole.pth").guesses


class Told(torch.nn.Module):
    """A generator of one of five classes, whose embedding joins its latent in one of the ways."""

    def __init__(self, mode: str) -> None:
        super().__init__()
        wide = LATENT if mode in {"add", "multiply"} else 3
        self.mode, self.label_emb = mode, torch.nn.Embedding(5, wide)
        into = LATENT if mode in {"add", "multiply"} else LATENT + 3
        self.net = torch.nn.Sequential(
            torch.nn.Linear(into, 8 * 4 * 4), torch.nn.ReLU(), torch.nn.Unflatten(1, (8, 4, 4)),
            torch.nn.ConvTranspose2d(8, 8, 4, 2, 1), torch.nn.ReLU(),
            torch.nn.ConvTranspose2d(8, 3, 4, 2, 1), torch.nn.Sigmoid(),
        )  # fmt: skip

    def forward(self, z: torch.Tensor, label: torch.Tensor) -> torch.Tensor:
        known = self.label_emb(label)
        if self.mode in {"concat", "before"}:
            joined = torch.cat((z, known) if self.mode == "concat" else (known, z), 1)
        else:
            joined = z + known if self.mode == "add" else z * known
        pictures: torch.Tensor = self.net(joined)
        return pictures


@pytest.mark.parametrize("whole", [True, False], ids=["module", "state dict"])
@pytest.mark.parametrize("mode", ["before", "multiply", "concat", "add"])
def test_an_embedding_of_the_class_is_proposed_and_how_it_joins_corrected(
    mode: str, whole: bool, tmp_path: Path
) -> None:
    torch.manual_seed(0)
    module, path = Told(mode).eval(), tmp_path / "told.pth"
    torch.save(module if whole else module.state_dict(), path)
    found = understand(path)
    table, *rest = (row.table() for row in found.layers["generator"])
    assert table["kind"] == "embedding" and table["mode"] in {"before", "multiply"}
    assert found.latent == (LATENT,) and "layers" in found.guesses
    rows = [table | {"mode": mode}, *rest[:-1], {"kind": "sigmoid"}]
    names = ("a", "b", "c", "d", "e")
    model = open_model(path, "cpu", layers={"generator": rows}, range=(0, 1), classes=names)
    assert model.spec.conditions[0].names == names and model.latent.shape == (LATENT,)
    latents = model.latent.sample(3, 1)
    for label in (0, 4):
        with torch.inference_mode():
            wanted = module(torch.from_numpy(latents), torch.full((3,), label)).numpy()
        assert np.abs(model.draw(latents, label=names[label]) - wanted).max() < 1e-5


def test_a_lightning_checkpoint(tmp_path: Path) -> None:
    module = Folded().eval()
    path = exports.lightning(module, tmp_path / "epoch=3.ckpt", "generator.", latent_dim=LATENT)
    agrees(path, module, layers=ending_in_a_sigmoid(path), range=(0, 1))


def test_a_pythae_folder(tmp_path: Path) -> None:
    module = Folded().eval()
    state = {f"decoder.{name}": value for name, value in module.state_dict().items()}
    state |= {f"encoder.{n}": value for n, value in exports.encoder().state_dict().items()}
    settings = {"name": "VAEConfig", "input_dim": [3, SIZE, SIZE], "latent_dim": LATENT}
    (tmp_path / "model_config.json").write_text(json.dumps(settings))
    torch.save({"model_state_dict": state}, tmp_path / "model.pt")
    agrees(tmp_path, module)


def test_a_graph_that_never_ends_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its loop has no count and its condition stays true."""
    monkeypatch.setattr(explain, "_LOOP_SECONDS", 0.3)
    info = helper.make_tensor_value_info
    body = helper.make_graph(
        [helper.make_node("Identity", ["c"], ["d"]), helper.make_node("Identity", ["v"], ["w"])],
        "body",
        [info("i", TensorProto.INT64, []), info("c", TensorProto.BOOL, []),
         info("v", TensorProto.FLOAT, [1, 3, 8, 8])],
        [info("d", TensorProto.BOOL, []), info("w", TensorProto.FLOAT, [1, 3, 8, 8])],
    )  # fmt: skip
    graph = helper.make_graph(
        [
            helper.make_node("MatMul", ["z", "m"], ["flat"]),
            helper.make_node("Reshape", ["flat", "shape"], ["x"]),
            helper.make_node("Loop", ["", "always", "x"], ["image"], body=body),
        ],
        "endless",
        [info("z", TensorProto.FLOAT, [1, 4])],
        [info("image", TensorProto.FLOAT, [1, 3, 8, 8])],
        [
            numpy_helper.from_array(np.ones((4, 192), np.float32), "m"),
            numpy_helper.from_array(np.array([1, 3, 8, 8]), "shape"),
            numpy_helper.from_array(np.array(True), "always"),
        ],
    )
    path = tmp_path / "endless.onnx"
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    save(model, path)
    with pytest.raises(RunFailed, match=r"endless\.onnx"):
        opened = open_model(path, "cpu", range=(0, 1))
        opened.generate(opened.latent.sample(1, 0))
