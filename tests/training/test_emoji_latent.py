"""Both stages of the emoji's latent diffusion on a few pictures made here: train, ship, open."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from explorer import open_model
from explorer.errors import FileMissing, UnknownName
from explorer.formats.manifest import read_manifest
from explorer.training import data
from explorer.training.loop import Budget, Trainer
from explorer.training.recipes import emoji_latent_figures
from explorer.training.recipes.emoji_kl import EmojiKl, by_style, one_style
from explorer.training.recipes.emoji_latent import EmojiLatentDiffusion
from explorer.training.shipping import load_shipped, ship

SHAPES = ("disc", "bar", "ring", "dot", "box", "line", "star")
NAMES = [f"{colour}_{shape}" for colour in ("red", "green", "blue") for shape in SHAPES]


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """emoji.npz with 21 emoji, some of them held out: squares of three colours in four sizes."""
    assert any(map(data.held_out, NAMES))
    folder = tmp_path_factory.mktemp("emoji")
    images = np.zeros((len(NAMES), 4, 64, 64, 4), np.uint8)
    for i in range(len(NAMES)):
        for style in range(4):
            inside = slice(8 + 4 * style, 56 - 4 * style)
            images[i, style, inside, inside, i // len(SHAPES)] = 255
            images[i, style, inside, inside, 3] = 255
    np.savez(folder / "emoji.npz", images=images, names=np.array(NAMES))
    return folder


@pytest.fixture(scope="module")
def shipped(pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two steps of the second stage upon a first stage as it began, shipped."""
    runs = tmp_path_factory.mktemp("runs")
    coder = EmojiKl(pictures, runs / "cache")
    (runs / "emoji-kl" / "model").mkdir(parents=True)
    for role, network in coder.networks.items():
        save_file(network.state_dict(), runs / "emoji-kl" / "model" / f"{role}.safetensors")
    recipe = EmojiLatentDiffusion(pictures, runs / "cache")
    trainer = Trainer(recipe, runs / "second", Budget(1.0, 2), report=lambda _: None)
    trainer.run()
    recipe = EmojiLatentDiffusion(pictures, runs / "cache")  # as `ship` alone finds it
    assert Trainer(recipe, runs / "second", Budget(1.0, 2), report=lambda _: None).resume()
    ship(recipe, runs / "model", {"steps": 2, "minutes": 0.1, "hardware": "a test"})
    return runs / "model"


def test_the_second_stage_needs_the_first(pictures: Path, tmp_path: Path) -> None:
    recipe = EmojiLatentDiffusion(pictures, tmp_path / "cache")
    with pytest.raises(FileMissing, match="Run train emoji-kl first"):
        recipe.load()


def test_what_is_shipped_is_a_diffusers_folder_of_half_precision(shipped: Path) -> None:
    parts = {p.parent.name for p in shipped.rglob("*.safetensors")}
    assert parts == {"unet", "vae", "text_encoder"}
    sizes = sum(p.stat().st_size for p in shipped.rglob("*") if p.is_file())
    assert sizes < 25e6
    assert read_manifest(shipped).pipeline == "model_index.json"
    card = (shipped / "card.md").read_text()
    assert "train emoji-latent-diffusion --data DIR" in card and "denoiser" in card


def test_it_opens_under_its_name_and_draws_what_it_is_told(shipped: Path) -> None:
    model = open_model(shipped, "cpu")
    assert model.spec.title == "Emoji, latent diffusion" and model.spec.words is not None
    assert {"red", "fluentui"} <= set(model.spec.words.known)
    run = model.denoise(seed=1, steps=2, prompt="Red, fluentui")
    assert run.image.shape == (64, 64, 3)
    assert np.array_equal(run.sample, model.denoise(seed=1, steps=2, prompt="red fluentui").sample)
    with pytest.raises(UnknownName, match="'purple'"):
        model.denoise(prompt="purple disc")


def test_the_program_draws_what_the_recipe_drew(pictures: Path, shipped: Path) -> None:
    """From the same noise and words: so the card's figures are of what people see."""
    recipe = EmojiLatentDiffusion(pictures)
    load_shipped(recipe, shipped)
    ours = recipe.drawn(["red bar noto"], seed=5, steps=3, guidance=2.0)[0].numpy()
    noise = torch.randn(1, 4, 16, 16, generator=torch.Generator().manual_seed(5))[0].numpy()
    from explorer.latent import Values

    model = open_model(shipped, "cpu")
    run = model.denoise(start=Values.of(noise), steps=3, guidance=2.0, prompt="red bar noto")
    np.testing.assert_allclose(run.sample, ours, atol=2e-3)
    image = recipe.painted(torch.from_numpy(run.sample)[None])[0]
    np.testing.assert_allclose(run.image, image, atol=1 / 255)


def test_latents_survive_being_kept_as_bytes(pictures: Path, shipped: Path) -> None:
    recipe = EmojiLatentDiffusion(pictures)
    load_shipped(recipe, shipped)
    images = recipe.load()
    names = data.emoji(pictures, "train")[1]
    assert len(images) == 4 * len(names) and images.pixels.shape[1:] == (16, 16, 4)
    assert recipe.prompts[0] == f"{names[0].replace('_', ' ')} twemoji"
    exact = recipe.coded(np.concatenate(by_style(data.emoji(pictures, "train")[0].pixels)))
    kept = torch.from_numpy(images.pixels).permute(0, 3, 1, 2).float() / 255 * 8 - 4
    assert (kept - exact.clamp(-4, 4)).abs().max() < 0.017


def test_prompts_lose_words_styles_and_sometimes_all(pictures: Path) -> None:
    recipe = EmojiLatentDiffusion(pictures)
    recipe.prompts = ["red disc noto"] * 4
    from explorer.formats.words import vocabulary

    recipe.known = vocabulary(recipe.prompts, 16)
    torch.manual_seed(0)
    told = torch.cat([recipe._told(torch.arange(4)) for _ in range(200)])
    number = recipe.words.numbers
    has = {word: (told == number[word]).any(1).float().mean().item() for word in ("red", "noto")}
    empty = (told[:, 1] == number["<end>"]).float().mean().item()
    assert 0.74 < has["red"] < 0.88 and 0.65 < has["noto"] < 0.79 and 0.07 < empty < 0.15


def test_one_style_is_drawn_for_each_emoji() -> None:
    batch = torch.arange(12.0).view(1, 12, 1, 1).expand(6, 12, 8, 8) / 12
    torch.manual_seed(1)
    picture = one_style(batch)
    assert picture.shape == (6, 3, 8, 8)
    first = ((picture[:, 0, 0, 0] + 1) / 2 * 12).round().long()
    assert set(first.tolist()) <= {0, 3, 6, 9} and len(set(first.tolist())) > 1


def test_figures_are_measured_of_what_was_shipped(
    pictures: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With few prompts: every figure is a number with its unit and how it was computed."""
    for name, few in (("ASKED", 4), ("_NAMES", 2), ("STEPS", 2), ("_COMMON", 1)):
        monkeypatch.setattr(emoji_latent_figures, name, few)
    recipe = EmojiLatentDiffusion(pictures)
    load_shipped(recipe, shipped)
    figures = {figure.key: figure for figure in recipe.figures()}
    assert {"psnr_db", "v_error", "retrieval", "retrieval_name", "nearest"} <= set(figures)
    assert 0 <= float(str(figures["retrieval"].value)) <= 100
    assert "chance" in figures["retrieval"].how
