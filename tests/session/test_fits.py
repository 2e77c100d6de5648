"""What a file may hold and no view could draw is refused before anything is replaced."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from explorer.errors import ExplorerError
from explorer.families import DenoiseSettings, Spec
from explorer.latent import MorphGrid, Seed, Values
from explorer.library import bundled, open_model
from explorer.session.fits import check_fit, fits
from explorer.session.state import State

BAD: tuple[tuple[str, dict[str, Any]], ...] = (
    ("exploring", {"point": Values((0.0,) * 77)}),
    ("exploring", {"conditions": (("label", 1),)}),
    ("exploring", {"pad": (0, 6)}),
    ("exploring", {"pad": (-1, 0)}),
    ("exploring", {"heat": 6}),
    ("exploring", {"grid_seed": -1}),
    ("exploring", {"walk_seed": 1 << 70}),
    ("exploring", {"walk_reach": 1e300}),
    ("interpolating", {"keys": (Seed(1),)}),
    ("interpolating", {"keys": (Seed(1), Values((0.0,)))}),
    ("interpolating", {"grid": MorphGrid((Seed(1), Seed(2), Seed(3), Values((0.0,))))}),
    ("interpolating", {"grid_at": (0.5, 7.0)}),
    ("interpolating", {"mode": "zigzag"}),
    ("interpolating", {"frames": 10**9}),
    ("interpolating", {"frames": 0}),
    ("interpolating", {"rate": 0.0}),
    ("interpolating", {"position": -0.1}),
    ("denoising", {"compared": ("ddim", "none")}),
    ("denoising", {"compared": ("ddim",) * 5}),
    ("denoising", {"settings": DenoiseSettings(guidance=1e300)}),
    ("denoising", {"settings": DenoiseSettings(scheduler="none")}),
    ("denoising", {"noised_to": -1}),
    ("denoising", {"tries": 10**7}),
    ("denoising", {"try_steps": 0}),
    ("denoising", {"shown": -2}),
    ("denoising", {"beside": 1}),
    ("unfolding", {"shown": 10**9}),
    ("unfolding", {"beside": 1}),
)


@pytest.fixture
def vae(bundled_tiny: object) -> Spec:
    return open_model("tiny-vae").spec


def with_part(part: str, changes: dict[str, Any]) -> State:
    state = State("tiny-vae")
    new: dict[str, Any] = {part: replace(getattr(state, part), **changes)}
    return replace(state, **new)


@pytest.mark.parametrize(("part", "changes"), BAD)
def test_what_cannot_be_shown_is_refused(vae: Spec, part: str, changes: dict[str, Any]) -> None:
    state = with_part(part, changes)
    with pytest.raises(ExplorerError):
        check_fit(state, vae)
    assert not fits(state, vae)


def test_what_the_window_makes_fits(vae: Spec) -> None:
    check_fit(State("tiny-vae"), vae)
    check_fit(with_part("exploring", {"pad": (0, 5), "heat": 5, "walk_reach": 1.0}), vae)
    check_fit(with_part("interpolating", {"grid_at": (0.0, 1.0), "rate": 120.0}), vae)


@pytest.mark.parametrize("weights", [(1.0, 2.0), (-1.0,) * 10, (0.0,) * 10])
def test_weights_are_of_the_models_own_gaussians(weights: tuple[float, ...]) -> None:
    spec = open_model("digits-gmm").spec
    exploring = replace(State().exploring, weights=weights)
    with pytest.raises(ExplorerError, match="Gaussians"):
        check_fit(State("digits-gmm", exploring=exploring), spec)


def test_every_bundled_model_fits_as_it_is_first_seen() -> None:
    from explorer.ui.opener import first_state

    for entry in bundled():
        name = entry.manifest.name
        spec = open_model(name).spec
        check_fit(first_state(name, spec, State()), spec)
