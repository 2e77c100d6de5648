"""From a trained recipe to a folder that the program itself can read, and its card."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from PIL import Image

from explorer.assets import models_dir
from explorer.errors import FileDamaged
from explorer.formats.manifest import read_manifest
from explorer.training.card import BEGIN, write_figures
from explorer.training.pictures import draw_curves, grid
from explorer.training.recipes import recipe_class
from explorer.training.shipping import load_shipped, ship
from tests.training.test_loop import TinyRecipe

HISTORY = {"steps": 1200, "minutes": 2.5, "hardware": "a small machine"}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The untrained tiny recipe, shipped. Read only."""
    folder = tmp_path_factory.mktemp("tiny")
    ship(TinyRecipe(), folder, HISTORY)
    return folder


def test_the_manifest_reads_back(shipped: Path) -> None:
    manifest = read_manifest(shipped)
    assert (manifest.name, manifest.family, manifest.latent.shape) == ("tiny", "vae", (2,))
    assert manifest.training["steps"] == 1200
    for entry in manifest.networks.values():
        assert entry.weights is not None
        assert entry.weights.is_file()
        assert entry.onnx is not None
        assert entry.onnx.is_file()


def test_shipped_weights_load_into_a_fresh_recipe(shipped: Path) -> None:
    recipe, original = TinyRecipe(seed=9), TinyRecipe()
    load_shipped(recipe, shipped)
    for role, network in recipe.networks.items():
        for key, value in network.state_dict().items():
            assert torch.equal(value, original.networks[role].state_dict()[key])


def test_a_folder_of_other_weights_is_refused(shipped: Path, tmp_path: Path) -> None:
    for role, other in (("encoder", "decoder"), ("decoder", "encoder")):
        (tmp_path / f"{role}.safetensors").write_bytes(
            (shipped / f"{other}.safetensors").read_bytes()
        )
    with pytest.raises(FileDamaged, match="do not fit"):
        load_shipped(TinyRecipe(), tmp_path)


def test_measuring_twice_leaves_one_table(shipped: Path, tmp_path: Path) -> None:
    """Figures replace figures; the words around them stay."""
    card = (shipped / "card.md").read_text()
    (tmp_path / "card.md").write_text(card)
    recipe = TinyRecipe()
    write_figures(recipe, tmp_path, recipe.figures())
    once = (tmp_path / "card.md").read_text()
    write_figures(recipe, tmp_path, recipe.figures())
    assert (tmp_path / "card.md").read_text() == once
    assert "| The answer | 42 | by thinking |" in once
    assert once.startswith(card.partition(BEGIN)[0])
    assert once.endswith("Limits.\n")
    assert json.loads((tmp_path / "figures.json").read_text())["answer"]["value"] == 42


def test_a_card_without_markers_is_reported(tmp_path: Path) -> None:
    (tmp_path / "card.md").write_text("# Only words\n")
    with pytest.raises(FileDamaged, match="markers"):
        write_figures(TinyRecipe(), tmp_path, [])


def test_the_preview_is_a_picture(shipped: Path) -> None:
    with Image.open(shipped / "preview.png") as preview:
        assert preview.mode == "RGB"


def test_a_grid_places_each_image() -> None:
    """Row by row, grey images as three equal channels, gaps in grey."""
    images = np.stack([np.full((2, 2, 1), shade, np.float32) for shade in (0, 0.5, 1)])
    sheet = grid(images, 2, 1)
    assert sheet.shape == (7, 7, 3)
    assert [sheet[1, 1, 0], sheet[1, 4, 2], sheet[4, 1, 1]] == [0, 128, 255]
    assert sheet[0, 0, 0] == 119


def test_curves_need_two_points(tmp_path: Path) -> None:
    table, picture = tmp_path / "loss.csv", tmp_path / "curves.png"
    table.write_text("step,loss\n0,1\n")
    draw_curves(table, picture)
    assert not picture.exists()
    table.write_text("step,loss,other\n0,1,-1\n10,0.5,0\n20,0.2,4\n")
    draw_curves(table, picture)
    with Image.open(picture) as drawn:
        assert drawn.size == (720, 360)


def test_a_graph_reads_its_weights_from_the_file_beside_it(shipped: Path) -> None:
    """Nothing that both need is stored twice, and what the graph answers is checked by `ship`."""
    for role in ("encoder", "decoder"):
        weights = shipped / f"{role}.safetensors"
        model = onnx.load(shipped / f"{role}.onnx", load_external_data=False)
        outside = {e.value for t in model.graph.initializer for e in t.external_data}
        assert weights.name in outside
        large = [t for t in model.graph.initializer if len(t.raw_data) >= 1024]
        held = weights.read_bytes()
        assert not any(t.raw_data in held for t in large)


def test_bundled_models_stay_small() -> None:
    """10 MB each, 25 MB where a text encoder and an autoencoder belong to it, 120 MB together."""
    sizes = {
        folder.name: sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())
        for folder in models_dir().iterdir()
    }
    assert sum(sizes.values()) <= 120e6
    assert sizes.pop("emoji-latent-diffusion") <= 25e6
    assert max(sizes.values()) <= 10e6


@pytest.mark.parametrize("folder", sorted(models_dir().glob("*/")), ids=lambda f: f.name)
def test_a_bundled_model_says_what_its_recipe_says(folder: Path) -> None:
    """Words are edited in recipes; a folder shipped before would go on saying the old ones."""
    facts = recipe_class(folder.name).facts
    manifest, card = read_manifest(folder), (folder / "card.md").read_text(encoding="utf-8")
    assert (manifest.title, manifest.summary) == (facts.title, facts.summary)
    assert facts.about in card
    assert facts.limits in card
