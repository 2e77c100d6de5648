"""The loop on a recipe of a few hundred weights: it learns, resumes exactly and repeats."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from explorer.errors import BadValue
from explorer.training.data import Images
from explorer.training.loop import Budget, Trainer
from explorer.training.pictures import grid
from explorer.training.recipe import Facts, Figure, Network, Recipe

SETTINGS = {"latent": 2, "size": 8, "channels": [8], "hidden": 16}


class TinyRecipe(Recipe):
    """An autoencoder of 8x8 pictures, with two groups and an average, noise in every step."""

    name = "tiny"
    describes = "for tests"
    specs: ClassVar[dict[str, Network]] = {
        "encoder": Network("conv-encoder", SETTINGS, outputs=("mean", "log_variance")),
        "decoder": Network("conv-decoder", SETTINGS, group="other", average=0.9),
    }
    facts = Facts(
        title="Tiny", family="vae", summary="For tests.", data="noise", about="About.",
        limits="Limits.", latent=(2,), size=(8, 8, 3), span=(0.0, 1.0),
    )  # fmt: skip
    minutes = 1.0
    batch = 8
    rates: ClassVar[dict[str, float]] = {"all": 1e-2, "other": 1e-2}
    warm_steps = 1
    bfloat16 = False

    def load(self) -> Images:
        pixels = np.zeros((16, 8, 8, 3), np.uint8)
        pixels[:8, :, :4] = 230  # bright on the left, or on the right
        pixels[8:, :, 4:] = 230
        return Images(pixels, np.arange(16))

    def losses(
        self, batch: Tensor, labels: Tensor, step: int, progress: float
    ) -> Iterator[tuple[str, Tensor]]:
        for group in self.rates:
            mean, _ = self.networks["encoder"](batch)
            image = self.networks["decoder"](mean + 0.01 * torch.randn_like(mean))
            yield group, (image - batch).square().mean()

    def sample_grid(self) -> NDArray[np.uint8]:
        images = self.shipped("decoder")(torch.zeros(2, 2)).permute(0, 2, 3, 1).numpy()
        return grid(images, 2, 1)

    def figures(self) -> list[Figure]:
        return [Figure("answer", "The answer", 42, "", "by thinking")]


def trainer(folder: Path, steps: int, seed: int = 0) -> Trainer:
    heard: list[str] = []
    return Trainer(TinyRecipe(seed=seed), folder, Budget(0, steps), report=heard.append)


def weights(trained: Trainer) -> dict[str, Tensor]:
    recipe = trained.recipe
    held = {f"{r}.{k}": v for r, m in recipe.networks.items() for k, v in m.state_dict().items()}
    average = recipe.averages["decoder"].state_dict()
    return held | {f"average.{k}": v for k, v in average.items()}


def same(first: Trainer, second: Trainer) -> bool:
    one, other = weights(first), weights(second)
    return one.keys() == other.keys() and all(torch.equal(one[k], other[k]) for k in one)


def test_a_resumed_training_takes_the_steps_it_would_have_taken(tmp_path: Path) -> None:
    """Stopped after three of eight steps and begun again, every weight is equal to the bit."""
    straight = trainer(tmp_path / "straight", 8)
    straight.run()
    halted = trainer(tmp_path / "halted", 8)
    images = halted.recipe.load()
    for _ in range(3):
        halted.take_step(images)
    halted.folder.mkdir()
    halted.save()
    resumed = trainer(tmp_path / "halted", 8)
    resumed.run()
    assert resumed.step == 8
    assert same(straight, resumed)


def test_a_seed_decides_everything(tmp_path: Path) -> None:
    runs = [trainer(tmp_path / str(i), 3, seed) for i, seed in enumerate((5, 5, 6))]
    for run in runs:
        run.run()
    assert same(runs[0], runs[1])
    assert not same(runs[0], runs[2])


def test_it_learns_and_writes_samples_and_curves(tmp_path: Path) -> None:
    trainer(tmp_path, 150).run()
    with (tmp_path / "loss.csv").open(newline="") as lines:
        losses = [float(row["other"]) for row in csv.DictReader(lines)]
    assert np.mean(losses[-5:]) < 0.5 * np.mean(losses[:5])
    assert (tmp_path / "samples.png").stat().st_size > 0
    assert (tmp_path / "curves.png").stat().st_size > 0
    assert not list(tmp_path.glob("*.partial*"))


def test_the_average_lags_behind_the_weights(tmp_path: Path) -> None:
    run = trainer(tmp_path, 5)
    run.run()
    network, average = run.recipe.networks["decoder"], run.recipe.averages["decoder"]
    assert run.recipe.shipped("decoder") is average
    assert run.recipe.shipped("encoder") is run.recipe.networks["encoder"]
    pairs = zip(network.parameters(), average.parameters(), strict=True)
    assert any(not torch.equal(a, b) for a, b in pairs)


def test_another_seed_does_not_resume_a_checkpoint(tmp_path: Path) -> None:
    trainer(tmp_path, 1, seed=1).run()
    with pytest.raises(BadValue, match="seed 2"):
        trainer(tmp_path, 2, seed=2).run()


def test_a_loss_that_is_not_a_number_stops_the_training(tmp_path: Path) -> None:
    run = trainer(tmp_path, 5)
    with torch.no_grad():
        next(run.recipe.networks["encoder"].parameters()).fill_(float("nan"))
    with pytest.raises(BadValue, match="not a number"):
        run.run()


@pytest.mark.parametrize(
    ("budget", "step", "seconds", "progress"),
    [
        (Budget(2), 999, 60, 0.5),
        (Budget(2), 0, 500, 1.0),
        (Budget(2, steps=10), 5, 500, 0.5),
        (Budget(0), 0, 1, 1.0),
    ],
)
def test_progress_follows_the_budget_given(
    budget: Budget, step: int, seconds: float, progress: float
) -> None:
    assert budget.progress(step, seconds) == progress
