"""A model told a text: what it draws follows from the words, and strange words are named."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.errors import BadValue, UnknownName
from explorer.families import DenoiseSettings, Model
from explorer.families.prompts import encoded, guided
from explorer.library import open_model
from tests.support import tiny


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return open_model(tiny.make_prompted(tmp_path_factory.mktemp("prompted")), "cpu")


def test_guidance_weighs_the_prompt_against_what_is_to_be_kept_away_from() -> None:
    both, weights = guided((("negative", "flat"), ("prompt", "red square")), 3.0)
    assert both == ["red square", "flat"] and weights.tolist() == [3.0, -2.0]
    assert guided((("prompt", "red"),), 3.0)[0] == ["red", ""]
    assert guided((("prompt", "red"),), 1.0)[0] == ["red"]
    assert guided((("prompt", "red"),), 0.0)[0] == [""]
    for nothing in ((), (("prompt", ""),), (("prompt", None),), (("prompt", " "),)):
        prompts, weights = guided(nothing, 3.0)
        assert [p.strip() for p in prompts] == [""] and weights.tolist() == [1.0]


def test_the_same_prompt_and_seed_give_the_same_picture_to_the_bit(model: Model) -> None:
    one, again = (model.denoise(seed=3, steps=3, prompt="red square") for _ in range(2))
    assert np.array_equal(one.sample, again.sample)
    assert one.image.shape == (16, 16, 3)
    spelled = model.denoise(seed=3, steps=3, prompt=" Red, SQUARE!")
    assert np.array_equal(one.sample, spelled.sample)
    others: list[dict[str, str]] = [
        {"prompt": "blue square"}, {"prompt": ""}, {"prompt": "red square", "negative": "flat"},
    ]  # fmt: skip
    for other in others:
        assert not np.array_equal(one.sample, model.denoise(seed=3, steps=3, **other).sample)


def test_guidance_is_the_blend_of_both_answers(model: Model) -> None:
    """Of one step: prompt + (w - 1) (prompt - nothing), as the two evaluated alone give it."""
    outs = {
        w: model.denoise(steps=1, guidance=w, prompt="red square")[0].output
        for w in (0.0, 1.0, 4.0)
    }
    np.testing.assert_allclose(outs[4.0], 4 * outs[1.0] - 3 * outs[0.0], atol=1e-4)
    nothing = model.denoise(steps=1, guidance=4.0)[0].output
    np.testing.assert_array_equal(nothing, outs[0.0])


def test_strange_words_are_named_before_anything_runs(model: Model) -> None:
    with pytest.raises(UnknownName, match="never learned 'green', 'circle'"):
        model.denoise(prompt="green circle square")
    with pytest.raises(UnknownName, match="'green'"):
        model.denoise(negative="green")
    with pytest.raises(BadValue, match="7 words"):
        model.denoise(prompt="red " * 7)
    with pytest.raises(BadValue, match="no text"):
        model.denoise(prompt=3)
    with pytest.raises(UnknownName, match="mood"):
        model.denoise(mood="red")


def test_branches_may_change_the_prompt(model: Model) -> None:
    run = model.denoise(seed=1, steps=4, prompt="red square")
    twin = run.branch(2, prompt="blue cross")
    assert np.array_equal(run[1].x_t, twin[1].x_t)
    assert not np.array_equal(run.sample, twin.sample)
    assert dict(twin.settings.conditions)["prompt"] == "blue cross"


def test_pictures_of_noise_may_be_told_a_prompt_too(model: Model) -> None:
    noise = model.latent.sample(1, 0)
    plain, told = model.generate(noise), model.generate(noise, prompt="blue cross")
    assert not np.array_equal(plain, told)


def test_the_encoder_reads_a_place_without_what_follows(model: Model) -> None:
    """It is causal: the same beginning has the same vectors, whatever comes after."""
    words = model.spec.words
    assert words is not None and model.spec.example == "red square"
    network = model.networks["text"]
    short, long = encoded(words, network, ["red"]), encoded(words, network, ["red square"])
    np.testing.assert_allclose(short[0, :2], long[0, :2], atol=1e-6)
    assert np.abs(short[0, 2] - long[0, 2]).max() > 1e-3


def test_settings_hold_prompts_like_classes() -> None:
    settings = DenoiseSettings().changed(prompt="red", negative="flat")
    assert settings.conditions == (("negative", "flat"), ("prompt", "red"))
