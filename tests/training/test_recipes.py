"""Every recipe builds, takes a step on a few images of the right kind, and can be listed."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from explorer.assets import models_dir
from explorer.errors import FileDamaged, FileMissing, UnknownName
from explorer.library import open_model
from explorer.training import data
from explorer.training.__main__ import main
from explorer.training.judge import Judge
from explorer.training.loop import Budget, Trainer
from explorer.training.recipes import RECIPES, recipe_class
from explorer.training.recipes.digits_ddpm import draw
from explorer.training.shipping import example_inputs, manifest


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_takes_a_step(name: str) -> None:
    """Each of its losses is a finite number that reaches every network of its group."""
    recipe = recipe_class(name)()
    if recipe.closed_form:
        pytest.skip("it takes none")
    torch.manual_seed(0)
    batch = torch.rand(4, *recipe.example_shape)
    groups = []
    for group, loss in recipe.losses(batch, torch.arange(4), step=0, progress=0.0):
        groups.append(group)
        assert torch.isfinite(loss)
        members = [recipe.networks[r] for r, s in recipe.specs.items() if s.group == group]
        for module in members:
            module.zero_grad()
        loss.backward()
        assert all(p.grad is not None for module in members for p in module.parameters())
    assert groups
    assert set(groups) == set(recipe.rates)


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_states_its_shapes_rightly(name: str) -> None:
    """The inputs made from its facts fit its networks, and their answers have its names."""
    recipe = recipe_class(name)()
    for role, spec in recipe.specs.items():
        network = recipe.networks[role].eval()
        with torch.inference_mode():
            answer = network(**example_inputs(recipe, role, count=1))
        answers = answer if isinstance(answer, tuple) else (answer,)
        assert len(answers) == len(spec.outputs)


def test_eigen_images_are_solved_at_once() -> None:
    """On pictures of two numbers, two eigen-images hold everything, in standard deviations."""
    recipe = recipe_class("digits-pca")()
    rng = np.random.default_rng(0)
    amounts = rng.normal(0, (30, 12), (400, 2))
    shapes = np.zeros((2, 32, 32, 1))
    shapes[0, :10], shapes[1, 20:] = 1, 1
    pixels = (127 + np.tensordot(amounts, shapes, 1)).clip(0, 255).astype(np.uint8)
    recipe.solve(data.Images(pixels, np.zeros(400, np.int64)))
    batch = torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 255
    with torch.inference_mode():
        codes = recipe.networks["encoder"](batch)[:, :2]
        whole = torch.zeros(400, 48)
        whole[:, :2] = codes
        again = recipe.networks["decoder"](whole)
    assert torch.allclose(codes.std(0), torch.ones(2), atol=0.02)
    assert (again - batch).abs().max() < 1 / 255
    assert abs(np.corrcoef(codes[:, 0].numpy(), amounts[:, 0])[0, 1]) > 0.999


def test_the_manifest_of_a_conditional_model_has_its_classes() -> None:
    text = manifest(recipe_class("digits-ddpm")(), {"steps": 1})
    assert '[conditions.label]\nnames = ["0", "1",' in text
    assert "null = 10" in text
    assert 'schedule = "squaredcos_cap_v2"' in text


def test_the_flow_shipped_says_the_temperature_that_its_recipe_draws_at() -> None:
    shipped = models_dir() / "digits-glow"
    recipe = recipe_class("digits-glow")()
    training = tomllib.loads((shipped / "model.toml").read_text())["training"]
    history = {name: training[name] for name in ("steps", "minutes", "hardware")}
    assert manifest(recipe, history) == (shipped / "model.toml").read_text()
    assert recipe.facts.limits in (shipped / "card.md").read_text()
    assert open_model(shipped, "cpu").latent.temperature == 0.8


def test_what_is_carried_from_step_to_step_is_in_the_checkpoint(tmp_path: Path) -> None:
    """A Boltzmann machine's chains go on where they were when its training is resumed."""
    pixels = np.random.default_rng(0).integers(0, 256, (9, 32, 32, 1), np.uint8)
    images = data.Images(pixels, np.arange(9))

    class Quick(recipe_class("digits-rbm")):  # type: ignore[misc]  # a class found by name
        batch = 4

        def sample_grid(self) -> NDArray[np.uint8]:
            return np.zeros((8, 8, 3), np.uint8)

    def trainer() -> Trainer:
        return Trainer(Quick(), tmp_path, Budget(1.0, 4), report=lambda _: None)

    whole = trainer()
    for _ in range(2):
        whole.take_step(images)
    whole.save()
    resumed = trainer()
    assert resumed.resume()
    for one in (whole, resumed):
        one.take_step(images)
    assert torch.equal(whole.recipe.carried["chains"], resumed.recipe.carried["chains"])
    assert torch.equal(
        whole.recipe.networks["energy"].state_dict()["weight"],
        resumed.recipe.networks["energy"].state_dict()["weight"],
    )


def test_held_out_pictures_are_chosen_by_their_names_alone() -> None:
    names = [f"picture {n}" for n in range(2_000)]
    apart = [name for name in names if data.held_out(name)]
    assert 150 < len(apart) < 250
    assert apart == [name for name in reversed(names) if data.held_out(name)][::-1]


def test_tiles_lie_on_grey_and_are_split_by_name(tmp_path: Path) -> None:
    images = np.zeros((40, 32, 32, 4), np.uint8)
    images[:, 0, 0] = (200, 100, 0, 255)
    names = np.array([f"tile {n}" for n in range(40)])
    kinds = np.array(["dngn", "effect", "item", "misc", "mon", "player"] * 7)[:40]
    np.savez(tmp_path / "tiles.npz", images=images, names=names, kinds=kinds)
    train, test = data.tiles(tmp_path, "train"), data.tiles(tmp_path, "test")
    assert len(train) + len(test) == 40
    assert len(test) == sum(map(data.held_out, names))
    assert train.pixels[0, 0, 0].tolist() == [200, 100, 0]
    assert train.pixels[0, 5, 5].tolist() == [51, 51, 51]
    assert set(train.labels) <= set(range(len(data.KINDS)))


def test_emoji_come_in_all_styles_over_white(tmp_path: Path) -> None:
    images = np.zeros((30, 4, 64, 64, 4), np.uint8)
    images[:, 2, 0, 0] = (10, 20, 30, 255)
    names = np.array([f"emoji {n}" for n in range(30)])
    np.savez(tmp_path / "emoji.npz", images=images, names=names)
    train, known = data.emoji(tmp_path, "train")
    assert train.pixels.shape[1:] == (64, 64, 12)
    assert train.pixels[0, 0, 0].tolist() == [255] * 6 + [10, 20, 30] + [255] * 3
    assert not any(map(data.held_out, known))
    with pytest.raises(FileMissing, match=r"tiles\.npz"):
        data.tiles(tmp_path, "train")
    np.savez(tmp_path / "tiles.npz", images=images, names=names, kinds=names)
    with pytest.raises(FileDamaged, match="32"):
        data.tiles(tmp_path, "train")


def test_drawing_digits_depends_on_the_seed_alone() -> None:
    denoiser = recipe_class("digits-ddpm")().networks["denoiser"].eval()
    labels = torch.tensor([3])
    first, again, other = (draw(denoiser, labels, seed, steps=2) for seed in (1, 1, 2))
    assert first.shape == (1, 32, 32, 1)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)
    assert first.min() >= 0
    assert first.max() <= 1


def test_the_shipped_judge_answers_for_bytes_as_for_floats() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (3, 32, 32, 1), np.uint8)
    judge = Judge()
    logits, features = judge.look(pixels)
    assert logits.shape == (3, 10)
    assert features.shape == (3, 64)
    same, _ = judge.look(pixels.astype(np.float32) / 255)
    assert np.allclose(logits, same, atol=1e-4)


def test_scenes_are_the_same_however_many_are_drawn(tmp_path: Path) -> None:
    """Scene i depends on the seed and i alone; the second time they come from the cache."""
    few, more = data.draw_scenes(2, seed=4, workers=1), data.cached_scenes(3, 4, tmp_path)
    assert np.array_equal(few.pixels, more.pixels[:2])
    assert np.array_equal(few.labels, more.labels[:2])
    assert np.array_equal(data.cached_scenes(3, 4, tmp_path).pixels, more.pixels)


def test_digits_are_padded_to_32_pixels(tmp_path: Path) -> None:
    _write_digits(tmp_path, np.full((5, 28, 28), 9, np.uint8))
    images = data.digits(tmp_path, "test")
    assert images.pixels.shape == (5, 32, 32, 1)
    assert images.pixels[:, 2:-2, 2:-2].min() == 9
    assert images.pixels.sum() == 5 * 28 * 28 * 9
    assert images.labels.dtype == np.int64


def test_absent_digits_say_what_to_give(tmp_path: Path) -> None:
    for folder in (None, tmp_path):
        with pytest.raises(FileMissing, match=r"digits\.npz"):
            data.digits(folder, "train")


def test_wrong_digits_are_refused(tmp_path: Path) -> None:
    _write_digits(tmp_path, np.zeros((5, 20, 20), np.uint8))
    with pytest.raises(FileDamaged, match="28"):
        data.digits(tmp_path, "train")
    (tmp_path / "digits.npz").write_bytes(b"nonsense")
    with pytest.raises(FileDamaged, match="cannot be read"):
        data.digits(tmp_path, "train")


def test_unknown_recipes_and_absent_data_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnknownName, match="scenes-vae"):
        recipe_class("portraits")
    assert main(["evaluate", "portraits"]) == 1
    assert capsys.readouterr().err.startswith("error: recipe 'portraits'")


def test_listing_names_every_recipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in RECIPES)


def test_the_command_line_starts_without_torch() -> None:
    code = "import explorer.training.__main__, sys; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def _write_digits(folder: Path, images: NDArray[np.uint8]) -> None:
    labels = np.arange(len(images)) % 10
    np.savez(
        folder / "digits.npz", train_images=images, train_labels=labels, test_images=images,
        test_labels=labels,
    )  # fmt: skip
