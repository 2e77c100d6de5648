"""A class of the user's own runs only when that exact file is trusted."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from explorer.errors import BadValue, FileDamaged, ManifestError, NotTrusted
from explorer.library import open_model
from explorer.opening.card import look
from tests.opening import exports
from tests.opening.exports import LATENT
from tests.opening.test_exports import agree

NET = """
from pathlib import Path

Path(__file__).with_name("canary").touch()
from tests.opening.exports import Generator
"""
LINEAR = """
from torch import nn

class Generator(nn.Linear):
    def __init__(self):
        super().__init__(2, 3)
"""
MANIFEST = f"""format = 1
architecture = "net.py:Generator"

[latent]
shape = [{LATENT}]

[image]
range = [0, 1]
"""


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    path = tmp_path / "weights.pt"
    torch.save({"net": exports.generator().state_dict()}, path)
    path.with_name("weights.pt.toml").write_text(MANIFEST)
    path.with_name("net.py").write_text(NET)
    return path


def test_nothing_runs_without_trust_in_these_very_bytes(weights: Path) -> None:
    net = weights.with_name("net.py")
    trusted = exports.sha256(net)
    with pytest.raises(NotTrusted, match=trusted):
        open_model(weights, "cpu")
    card, _ = look(weights)
    assert card.programs == ((str(net), trusted),)
    assert not weights.with_name("canary").exists()
    agree(open_model(weights, "cpu", trust=[trusted]), exports.generator())
    weights.with_name("canary").unlink()
    net.write_text(NET + "# one byte more")
    with pytest.raises(NotTrusted):
        open_model(weights, "cpu", trust=[trusted])
    assert not weights.with_name("canary").exists()


@pytest.mark.parametrize("name", ["../net.py:Generator", "net.py", "os:system", "/net.py:G"])
def test_only_a_class_in_a_file_beside_it_can_be_named(weights: Path, name: str) -> None:
    text = MANIFEST.replace("net.py:Generator", name)
    weights.with_name("weights.pt.toml").write_text(text)
    with pytest.raises(ManifestError):
        open_model(weights, "cpu", trust=[exports.sha256(weights.with_name("net.py"))])


@pytest.mark.parametrize(
    "source, error",
    [
        ("class Generator: pass", BadValue),
        ("raise RuntimeError('no')", BadValue),
        ("from torch.nn import Identity as Other", BadValue),
        (
            LINEAR,
            FileDamaged,
        ),
    ],
)
def test_a_class_that_does_not_fit_is_an_error_that_names_its_file(
    weights: Path, source: str, error: type[Exception]
) -> None:
    net = weights.with_name("net.py")
    net.write_text(source)
    with pytest.raises(error, match=r"net\.py"):
        open_model(weights, "cpu", trust=[exports.sha256(net)])
