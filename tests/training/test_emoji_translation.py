"""The translators of emoji on sixty made-up ones: what is told to whom, and what is measured."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import numpy as np
import pytest
import torch
from torch import nn

from explorer.networks.domain_critic import DomainCritic
from explorer.networks.shared_latent import SharedDecoder
from explorer.networks.translator import StyleTransfer, Translator
from explorer.networks.translator_pair import TranslatorPair
from explorer.training import style_judge
from explorer.training.data import STYLES
from explorer.training.recipe import Recipe
from explorer.training.recipes import emoji_adain, emoji_cyclegan, recipe_class
from explorer.training.recipes.emoji_translation import EmojiTranslation, unstacked

TRANSLATORS = ("emoji-pix2pix", "emoji-stargan", "emoji-cyclegan", "emoji-unit")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Discs of random colours; each style outlines them in a colour of its own."""
    made = tmp_path_factory.mktemp("emoji")
    rng = np.random.default_rng(0)
    y, x = np.mgrid[:64, :64]
    far = np.hypot(x - 32, y - 32)
    images = np.full((60, 4, 64, 64, 4), 255, np.uint8)
    outlines = ((0, 0, 0), (220, 30, 30), (30, 30, 220), (40, 160, 40))
    for emoji in images:
        size, colour = rng.integers(12, 28), rng.integers(0, 256, 3)
        for style, outline in zip(emoji, outlines, strict=True):
            style[far < size, :3] = colour
            style[np.abs(far - size) < 2, :3] = outline
    np.savez(made / "emoji.npz", images=images, names=np.array([f"disc {n}" for n in range(60)]))
    return made


def finished(name: str, folder: Path) -> Recipe:
    recipe = recipe_class(name)(data=folder)
    for network in recipe.networks.values():
        network.eval()
    return recipe


@pytest.mark.parametrize("name", TRANSLATORS)
def test_untrained_ones_are_measured_and_shown(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every figure says from how many samples; the identity's error is the data's own."""
    recipe = finished(name, folder)
    assert isinstance(recipe, EmojiTranslation)
    monkeypatch.setattr(style_judge.style_accuracy, "__defaults__", (3,))
    figures = {figure.key: figure for figure in recipe.figures()}
    held = recipe.held()
    assert len(held) == len(recipe.styles) == len(recipe.names)
    wanted = [
        float((a - b).abs().mean()) / 2
        for i, a in enumerate(held)
        for j, b in enumerate(held)
        if i != j
    ]
    assert figures["l1_identity"].value == round(float(np.mean(wanted)), 4)
    assert f"{len(held[0])} held-out emoji" in figures["l1"].how
    assert {"l1", "l1_by_pair", "cycle"} <= figures.keys()
    assert ("style" in figures) == (name != "emoji-pix2pix")
    assert recipe.preview().shape == (256, 256, 3)
    assert recipe.sample_grid().ndim == 3


def test_only_the_styles_of_a_recipe_are_learned_from(folder: Path) -> None:
    both = finished("emoji-cyclegan", folder)
    every = finished("emoji-stargan", folder).load().pixels
    pixels = both.load().pixels
    assert pixels.shape[-1] == 6
    np.testing.assert_array_equal(pixels[..., 3:], every[..., 9:])
    assert STYLES[both.styles[1]] == "openmoji"  # type: ignore[attr-defined]  # of a translation


def test_unpaired_pictures_are_of_different_emoji() -> None:
    batch = torch.arange(5.0)[:, None, None, None].expand(5, 6, 8, 8) / 10
    first, second = emoji_cyclegan._unpaired(batch)
    assert (first[:, 0, 0, 0] != second[:, 0, 0, 0]).all()
    assert torch.allclose(first.mean(), second.mean())


def test_emoji_are_mirrored_in_all_styles_alike() -> None:
    torch.manual_seed(0)
    batch = torch.rand(20, 6, 8, 8)
    styles = unstacked(batch)
    plain = batch.unflatten(1, (2, 3)) * 2 - 1
    kept = (styles == plain).flatten(1).all(1)
    turned = (styles == plain.flip(4)).flatten(1).all(1)
    assert (kept ^ turned).all()
    assert 0 < int(kept.sum()) < 20


def test_a_masked_translator_begins_at_the_picture_itself() -> None:
    torch.manual_seed(0)
    source, label = torch.rand(2, 3, 16, 16) * 2 - 1, torch.tensor([0, 1])
    apart = []
    for masked in (True, False):
        network = Translator(domains=2, width=4, deep=8, blocks=1, masked=masked).eval()
        apart.append(float((network(source, label) - source).abs().mean().detach()))
    assert apart[0] < 0.15 < apart[1]


def test_a_pair_is_told_which_of_its_two_is_meant() -> None:
    pair = TranslatorPair(width=4, deep=8, blocks=1).eval()
    source = torch.rand(2, 3, 16, 16) * 2 - 1
    painted = pair(source, torch.tensor([1, 0]))
    assert torch.allclose(painted[0], pair.paint(source, 1)[0], atol=1e-6)
    assert torch.allclose(painted[1], pair.paint(source, 0)[1], atol=1e-6)


def test_the_encoder_of_style_transfer_is_frozen_after_it_has_learned(folder: Path) -> None:
    """Then the decoder alone has slopes."""
    recipe = finished("emoji-adain", folder)
    network = cast(StyleTransfer, recipe.networks["generator"])
    batch = torch.rand(6, 12, 64, 64)
    for progress, learns in ((0.0, True), (0.9, False)):
        network.zero_grad()
        for _, loss in recipe.losses(batch, torch.arange(6), 0, progress):
            loss.backward()
        assert all((p.grad is not None) == learns for p in network.encoder.parameters())
        assert all(p.grad is not None for p in network.decoder.parameters())


def test_styles_are_told_apart_by_the_nearest_mean() -> None:
    """Statistics that say the style cost little, those that say nothing the log of the number."""
    torch.manual_seed(0)
    told = torch.eye(4).expand(8, 4, 4) + torch.randn(8, 4, 4) * 0.01
    assert float(emoji_adain._told_apart(told)) < 0.05
    chance = [float(emoji_adain._told_apart(torch.randn(40, 4, 6))) for _ in range(5)]
    assert np.mean(chance) > np.log(4) - 0.1


def test_style_distance_is_none_for_the_style_itself(folder: Path) -> None:
    recipe = cast(emoji_adain.EmojiAdain, finished("emoji-adain", folder))
    images = torch.rand(3, 3, 64, 64)
    assert recipe._apart(images, images) == 0
    figures = {figure.key: figure.value for figure in recipe.figures()}
    assert figures.keys() == {"style", "style_before", "l1", "moved"}
    assert recipe.preview().shape == (256, 256, 3)


def test_a_critic_asks_for_no_chequer_at_first() -> None:
    """Its slope is the same for the four pixels of every square."""
    torch.manual_seed(0)
    image = torch.rand(1, 3, 64, 64, requires_grad=True)
    (slope,) = torch.autograd.grad(DomainCritic(domains=0)(image).mean(), image)
    squares = slope.unfold(2, 2, 2).unfold(3, 2, 2).flatten(4)
    assert float((squares.max(4).values - squares.min(4).values).max()) < 1e-7
    assert float(slope.abs().max()) > 1e-5


@pytest.mark.parametrize("doubled", [
    StyleTransfer(width=4, deep=8).decoder,
    nn.Sequential(Translator(width=4, deep=8, blocks=1).rise[:2]),
    SharedDecoder(width=4, deep=8).own[0],
])  # fmt: skip
def test_what_is_even_is_doubled_without_a_chequer(doubled: nn.Module) -> None:
    """Maps of one number a channel become a picture of one colour, away from its edges."""
    torch.manual_seed(0)
    inputs = next(m.in_channels for m in doubled.modules() if isinstance(m, nn.Conv2d))
    image = doubled(torch.rand(2, inputs, 1, 1).expand(-1, -1, 12, 12)).detach()
    edge = image.shape[2] // 3
    inside = image[:, :, edge:-edge, edge:-edge]
    assert float((inside - inside[:, :, :1, :1]).abs().max()) < 1e-6
    assert float(image.std()) > 0
