"""model.toml: what is right is read in full, what is wrong is named with file and field."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import save_file

from explorer.errors import FileDamaged, FileMissing, ManifestError
from explorer.formats.manifest import read_manifest

GOOD = """
format = 1
name = "faces"
title = "Faces"
family = "vae"
summary = "Two sentences."
licence = "MIT"

[image]
size = [64, 48]
channels = 3
range = [-1, 1.0]

[latent]
shape = [3]
prior = "normal"
names = ["a", "b", "c"]
importance = [1.5, 0, 2]
importance_kind = "KL, nats"
std = [1.0, 0.1, 0.9]

[conditions.label]
names = ["cat", "dog"]
null = 2

[score]
kind = "logit"

[networks.decoder]
architecture = "conv-decoder"
settings = { latent = 3 }
weights = "decoder.safetensors"
onnx = "decoder.onnx"

[diffusion]
train_timesteps = 1000

[training]
minutes = 1.5
"""


def written(folder: Path, text: str | bytes) -> Path:
    raw = text.encode() if isinstance(text, str) else text
    (folder / "model.toml").write_bytes(raw)
    return folder


def test_every_field_is_read(tmp_path: Path) -> None:
    manifest = read_manifest(written(tmp_path, GOOD))
    assert (manifest.name, manifest.title, manifest.family) == ("faces", "Faces", "vae")
    assert (manifest.summary, manifest.licence) == ("Two sentences.", "MIT")
    image = manifest.image
    assert (image.height, image.width, image.channels, image.low, image.high) == (64, 48, 3, -1, 1)
    assert manifest.latent.names == ("a", "b", "c") and manifest.latent.order() == (2, 0, 1)
    assert manifest.latent.std == (1.0, 0.1, 0.9)
    (condition,) = manifest.conditions
    assert (condition.name, condition.names, condition.null) == ("label", ("cat", "dog"), 2)
    entry = manifest.networks["decoder"]
    assert entry.weights == tmp_path / "decoder.safetensors"
    assert entry.onnx == tmp_path / "decoder.onnx"
    assert entry.settings == {"latent": 3}
    assert manifest.diffusion == {"train_timesteps": 1000}
    assert manifest.training == {"minutes": 1.5}


def test_what_is_optional_may_be_left_out(tmp_path: Path) -> None:
    text = """
format = 1
name = "a"
title = "A"
family = "gan"
[image]
size = [4, 4]
channels = 1
range = [0, 1]
[latent]
shape = [2]
[networks.generator]
onnx = "g.onnx"
"""
    manifest = read_manifest(written(tmp_path, text))
    assert manifest.conditions == () and manifest.networks["generator"].weights is None
    assert manifest.latent.names == ("z0", "z1")
    assert manifest.latent.temperature == 1.0


REMOVED: list[Any] = [None]
WRONG: dict[str, list[Any]] = {
    "format": [None, 2, "1"],
    "name": [None, 3, ["a"]],
    "title": [None, 3],
    "family": [None, 1.5],
    "summary": [3],
    "licence": [False],
    "image": [None, "64x64", []],
    "image.size": [None, [64], [64, 64, 3], [0, 64], [64.0, 64], [-1, 2], "64", [60000, 60000]],
    "image.channels": [None, 0, 2, 5, 3.0, True, "RGB"],
    "image.range": [None, [1], [1, 0], [0, 0], [0, float("nan")], [0, float("inf")], [False, True]],
    "latent": [None, 10],
    "latent.shape": [None, [], [0], [-3], [2.5], 3, [True], [1 << 20], [5000, 5000]],
    "latent.prior": ["gamma", 1],
    "latent.temperature": ["warm", True, 0, 9, float("nan")],
    "score": [3],
    "score.kind": ["marks", 1],
    "latent.names": [["a"], "abc", [1, 2, 3]],
    "latent.importance": [[1.0], "x", [1, 2, float("nan")], [True, True, True]],
    "latent.importance_kind": [3],
    "latent.std": [[1.0], [1, 1, float("inf")]],
    "conditions": [3],
    "conditions.label": [3, []],
    "conditions.label.names": [None, [], "cat", [1]],
    "conditions.label.null": [-1, "none", 1.5],
    "networks": [None, 3],
    "networks.decoder": [3, {}],
    "networks.decoder.architecture": [3],
    "networks.decoder.settings": [3, [1]],
    "networks.decoder.weights": [3, "", "../w", "/etc/passwd", "a/b", "a\\b", ".", ".."],
    "networks.decoder.onnx": [3, "", "../w", "/etc/passwd", "~/x/y"],
    "diffusion": [3],
    "training": ["long"],
}


@pytest.mark.parametrize(
    "field, value", [(field, value) for field, values in WRONG.items() for value in values]
)
def test_a_wrong_field_is_named_with_its_file(tmp_path: Path, field: str, value: Any) -> None:
    data = tomllib.loads(GOOD)
    *outer, last = field.split(".")
    table = data
    for name in outer:
        table = table[name]
    if value is None:
        del table[last]
    else:
        table[last] = value
    with pytest.raises(ManifestError) as caught:
        read_manifest(written(tmp_path, toml(data)))
    error = caught.value
    assert error.subject == str(tmp_path / "model.toml") and error.remedy
    assert field in error.cause or f"{field}." in error.cause


def toml(data: dict[str, Any]) -> str:
    """The same tables in TOML's inline notation."""

    def text(value: Any) -> str:
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, dict):
            return "{" + ", ".join(f"{k} = {text(v)}" for k, v in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(text, value)) + "]"
        if isinstance(value, str):
            return "'" + value + "'"
        return str(value)

    return "\n".join(f"{key} = {text(value)}" for key, value in data.items())


@pytest.mark.parametrize(
    "raw",
    [
        b"\xff\xfe",
        b"format = ",
        b"[image",
        b"a = " + b"[" * 5000,
        b"format = 1\nformat = 1",
        b"\x00",
        b"PK\x03\x04",
    ],
)
def test_what_is_not_toml_is_refused(tmp_path: Path, raw: bytes) -> None:
    with pytest.raises(ManifestError, match=r"model\.toml"):
        read_manifest(written(tmp_path, raw))


def test_an_empty_manifest_says_what_it_needs_first(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="format"):
        read_manifest(written(tmp_path, ""))


def test_a_manifest_cut_short_is_refused(tmp_path: Path) -> None:
    """At every length but those that end after the last table it needs."""
    needed = GOOD.index("weights =")
    for length in range(0, needed, 7):
        with pytest.raises(ManifestError):
            read_manifest(written(tmp_path, GOOD[:length]))


def test_a_huge_manifest_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="1 MB"):
        read_manifest(written(tmp_path, b"#" * (1 << 20) + b"\n#"))


def test_a_missing_manifest_or_a_folder_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match=r"model\.toml"):
        read_manifest(tmp_path)
    (tmp_path / "model.toml").mkdir()
    with pytest.raises(FileMissing, match=r"model\.toml"):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("prior", "field"),
    [
        ('prior = "mixture"', "latent.mixture"),
        ('prior = "mixture"\nmixture = "../prior.safetensors"', "latent.mixture"),
        ('prior = "uniform"\nuniform = ["not there"]', "latent.uniform"),
        ('prior = "uniform"\nuniform = 3', "latent.uniform"),
        ('prior = "uniform"\ntemperature = 0.8', "latent.prior"),
    ],
)
def test_a_prior_that_lacks_its_parts_is_named(tmp_path: Path, prior: str, field: str) -> None:
    text = GOOD.replace('prior = "normal"', prior)
    assert prior in text
    with pytest.raises(ManifestError, match=field):
        read_manifest(written(tmp_path, text))


def test_a_mixtures_file_is_read_without_torch(tmp_path: Path) -> None:
    """And one that lacks an array, or is none, says so."""
    parts = {
        "weights": np.array([0.5, 0.5], np.float32),
        "means": np.array([[-1, 0, 0], [1, 0, 0]], np.float32),
        "factors": np.repeat(np.eye(3, dtype=np.float32)[None], 2, axis=0),
    }
    text = GOOD.replace('prior = "normal"', 'prior = "mixture"\nmixture = "prior.safetensors"')
    folder, file = written(tmp_path, text), tmp_path / "prior.safetensors"
    save_file(parts, file)
    mixture = read_manifest(folder).latent.mixture
    assert mixture is not None and np.array_equal(mixture.means, parts["means"])
    save_file({"weights": parts["weights"]}, file)
    with pytest.raises(FileDamaged, match="means"):
        read_manifest(folder)
    file.write_bytes(b"nonsense")
    with pytest.raises(FileDamaged, match="safetensors"):
        read_manifest(folder)
