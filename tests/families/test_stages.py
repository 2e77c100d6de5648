"""Runs of stages: exact to look back at, to branch and to repeat, and their numbers true."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from explorer.errors import BadValue
from explorer.families import Model, Stages, StageSettings
from explorer.families.stages import draws
from explorer.formats.picture import Picture
from explorer.library import open_model
from tests.support import tiny

MAKERS: dict[str, Callable[[Path], Path]] = {
    "energy": tiny.make_energy, "flow": tiny.make_flow, "autoregressive": tiny.make_autoregressive
}  # fmt: skip


@pytest.fixture(scope="module", params=MAKERS)
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Model:
    return open_model(MAKERS[request.param](tmp_path_factory.mktemp("stages")), "cpu")


def _pictures(run: Stages) -> list[bytes]:
    return [stage.panes[0].array.tobytes() for stage in run]


def _picture() -> Picture:
    rows = np.arange(64, dtype=np.uint8).reshape(8, 8, 1) * 3
    return Picture.of(rows, "rows")


def test_a_run_repeats_to_the_bit_and_another_seed_differs(model: Model) -> None:
    one, again, other = (
        model.stages(StageSettings(seed=seed, steps=6)).finish() for seed in (3, 3, 4)
    )
    assert _pictures(one) == _pictures(again)
    assert one.image.tobytes() == again.image.tobytes()
    assert _pictures(one) != _pictures(other)


def test_a_branch_shares_what_lies_before_it(model: Model) -> None:
    run = model.stages(StageSettings(seed=3, steps=6)).finish()
    same = run.branch(2).finish()
    assert _pictures(same) == _pictures(run)
    assert same[1] is run[1]
    if model.spec.family != "flow":  # all of a flow's layers follow from its noise
        other = run.branch(2, seed=9).finish()
        assert _pictures(other)[:2] == _pictures(run)[:2]
        assert _pictures(other) != _pictures(run)


def test_every_stage_has_panes_and_named_numbers(model: Model) -> None:
    run = model.stages(StageSettings(steps=4))
    assert len(run) == 0 and not run.complete
    run.finish()
    assert len(run) == run.planned
    for index, stage in enumerate(run):
        assert stage.index == index
        assert all(pane.array.ndim == 3 and pane.low < pane.high for pane in stage.panes)
        assert all(np.isfinite(number.value) and number.name for number in stage.numbers)
    size = model.spec.image
    assert run.image.shape == (size.height, size.width, size.channels)
    assert 0 <= run.image.min() <= run.image.max() <= 1


def test_a_picture_has_a_part_in_the_run(model: Model) -> None:
    controls = model.spec.stages
    assert controls is not None
    run = model.stages(StageSettings(steps=3), _picture()).finish()
    known = _picture().fitted(8, 8, 1)
    if controls.picture == "noise":  # a flow finds it again
        assert np.abs(run.image - known).max() < 1 / 255
    elif controls.picture == "upper rows":
        assert run.planned == 32
        assert np.array_equal(run.image[:4], known[:4])
    else:
        blank = model.stages(StageSettings(steps=3)).finish()
        assert _pictures(run) != _pictures(blank)


def test_settings_out_of_range_are_refused(model: Model) -> None:
    for wrong in ({"steps": -1}, {"temperature": 0.01}, {"temperature": math.nan}, {"kept": 2.0}):
        with pytest.raises(BadValue):
            StageSettings(**wrong)
    run = model.stages(StageSettings(steps=2))
    with pytest.raises(BadValue, match="not computed"):
        run.branch(2)
    with pytest.raises(BadValue, match="no such setting"):
        run.branch(0, speed=3)


def test_drawing_a_picture_follows_its_pixels_probabilities(tmp_path: Path) -> None:
    """A PixelCNN's stages draw what `generate` draws of the same noise, and its bits add up."""
    model = open_model(tiny.make_autoregressive(tmp_path), "cpu")
    run = model.stages(StageSettings(seed=5)).finish()
    drawn = model.generate(model.latent.draw(5)[None])
    assert np.allclose(run.image, drawn[0], atol=1e-6)
    bits = sum(stage.numbers[0].value for stage in run)
    (likely,) = model.likelihood(drawn)
    assert likely.unit == "bits" and likely.bound == ""
    assert likely.value == pytest.approx(bits / 64, abs=1e-3)


def test_a_flow_gives_a_picture_back_and_says_how_likely_it_is(tmp_path: Path) -> None:
    model = open_model(tiny.make_flow(tmp_path), "cpu")
    images = np.random.default_rng(0).integers(0, 256, (3, 8, 8, 1)).astype(np.float32) / 255
    noise, spread = model.encode(images)
    assert np.abs(model.generate(noise) - images).max() < 1e-3
    assert not spread.any()
    picture = Picture.of(np.rint(images[0] * 255).astype(np.uint8), "noise")
    run = model.stages(StageSettings(), picture).finish()
    own = run[-1].numbers[-1]
    assert own.bound == "" and own.unit == "bits"


def test_a_flow_draws_at_its_own_temperature_unless_it_is_told_another(tmp_path: Path) -> None:
    """Layer by layer and at once alike; a picture's own noise is left as it is."""
    folder = tiny.make_flow(tmp_path)
    plain = open_model(folder, "cpu")
    text = (folder / "model.toml").read_text()
    (folder / "model.toml").write_text(text.replace("[latent]", "[latent]\ntemperature = 0.5"))
    model = open_model(folder, "cpu")
    assert model.spec.stages is not None and model.spec.stages.temperature == 0.5
    usual = model.stages(StageSettings(seed=3)).finish().image
    assert np.array_equal(usual, model.generate(model.latent.sample(1, seed=3))[0])
    half = plain.stages(StageSettings(seed=3, temperature=0.5)).finish().image
    assert np.array_equal(usual, half)
    believed = model.stages(StageSettings(seed=3, temperature=1.0)).finish().image
    assert np.allclose(believed, plain.stages(StageSettings(seed=3)).finish().image, atol=1e-5)
    picture = _picture()
    run = model.stages(StageSettings(), picture).finish()
    assert np.abs(run.image - picture.fitted(8, 8, 1)).max() < 1 / 255


def test_a_flow_s_bits_are_a_bound_from_above_over_dequantisations(tmp_path: Path) -> None:
    """The mean over draws within each level, of which the middle is one (Theis et al., 2016)."""
    model = open_model(tiny.make_flow(tmp_path), "cpu")
    levels = np.random.default_rng(0).integers(0, 256, (2, 8, 8, 1)).astype(np.float32)
    found = model.likelihood(levels / 255)
    assert all((n.bound, n.better, n.unit) == ("upper", "lower", "bits") for n in found)
    rng, nats = np.random.default_rng(0), np.zeros(2)
    for _ in range(8):
        x = (levels.transpose(0, 3, 1, 2) + rng.random((1, 8, 8), np.float32)) / 256
        nats += model.networks["flow"].run({"image": x.astype(np.float32)})["log_density"].ravel()
    wanted = 8 - nats / 8 / (64 * math.log(2))
    assert [n.value for n in found] == pytest.approx(wanted.tolist(), abs=1e-3)


def test_a_vae_says_its_evidence_lower_bound(tmp_path: Path) -> None:
    """Never above the logarithm of the evidence itself, estimated by drawing the prior often."""
    model = open_model(tiny.make_vae(tmp_path, latent=2), "cpu")
    images = model.generate(model.latent.sample(3, 4))
    found = model.likelihood(images)
    assert all((n.bound, n.better, n.unit) == ("lower", "higher", "nats") for n in found)
    drawn = model.generate(model.latent.sample(4_000, 1)).astype(np.float64).clip(1e-6, 1 - 1e-6)
    for image, number in zip(images, found, strict=True):
        nats = (image * np.log(drawn) + (1 - image) * np.log1p(-drawn)).sum((1, 2, 3))
        evidence = nats.max() + math.log(np.exp(nats - nats.max()).mean())
        assert number.value <= evidence + 0.05


def test_a_plain_autoencoder_has_no_likelihood(tmp_path: Path) -> None:
    assert "likelihood" not in open_model(tiny.make_autoencoder(tmp_path)).spec.capabilities


def test_sweeps_lower_the_free_energy_of_noise(tmp_path: Path) -> None:
    """On the average over seeds: a machine's own pictures are likelier than random ones."""
    model = open_model(tiny.make_energy(tmp_path), "cpu")
    first, last = [], []
    for seed in range(20):
        run = model.stages(StageSettings(seed=seed, steps=15)).finish()
        first.append(run[0].numbers[0].value)
        last.append(run[-1].numbers[0].value)
    noise = (model.latent.sample(20, 1).transpose(0, 2, 3, 1) > 0).astype(np.float32)
    random = [number.value for number in model.likelihood(noise)]
    assert np.mean(last) < np.mean(random) - 1
    assert run[0].numbers[0].name == "free energy" and run[0].numbers[0].better == "lower"


def test_draws_are_a_function_of_seed_and_place() -> None:
    assert np.array_equal(draws(1, 2, 5), draws(1, 2, 9)[:5])
    assert not np.array_equal(draws(1, 2, 5), draws(1, 3, 5))
    assert draws(0, 0, 1000).min() >= 0 and draws(0, 0, 1000).max() < 1
