"""Translators that are told the domain: what they are told reaches the network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from explorer.errors import UnknownName
from explorer.library import open_model
from tests.support import tiny


def test_a_translator_paints_in_the_domain_it_is_told(tmp_path: Path) -> None:
    model = open_model(tiny.make_told_translator(tmp_path), "cpu")
    images = np.random.default_rng(0).random((2, 16, 16, 3)).astype(np.float32)
    painted = [model.translate(images, label=name) for name in tiny.CLASSES]
    assert all(one.shape == images.shape for one in painted)
    assert np.abs(painted[0] - painted[1]).max() > 1 / 255
    assert np.array_equal(model.translate(images), painted[0])
    assert np.allclose(model.translate(images[1:], label=2), painted[2][1:], atol=1e-5)
    with pytest.raises(UnknownName, match="no such class"):
        model.translate(images, label="crayon")


@pytest.mark.parametrize(
    ("architecture", "takes"),
    [
        ("patch-critic", {"image", "source", "label"}),
        ("critic-pair", {"image", "label"}),
        ("domain-critic", {"image"}),
    ],
)
def test_a_critic_is_measured_with_what_it_sees(
    tmp_path: Path, architecture: str, takes: set[str]
) -> None:
    folder = tiny.make_told_translator(tmp_path)
    with (folder / "model.toml").open("a") as file:
        file.write(f'\n[networks.critic]\narchitecture = "{architecture}"\n')
        file.write('weights = "generator.safetensors"\nonnx = "generator.onnx"\n')
    assert set(open_model(folder, "cpu").example("critic", 2)) == takes
