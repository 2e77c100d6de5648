"""From a state to the request whose answer is the picture on the screen."""

from __future__ import annotations

from explorer.latent import Path
from explorer.sampling import Request
from explorer.sampling.requests import Denoise, Generate
from explorer.session.state import State


def plan(state: State) -> Request:
    """The request of the view on screen."""
    if state.view == "interpolate":
        return interpolation(state)
    if state.view == "denoise":
        return denoising(state)
    return exploration(state)


def exploration(state: State) -> Generate:
    """The picture of the sliders."""
    return Generate(state.model, (state.exploring.point,), state.exploring.conditions)


def path(state: State) -> Path:
    """The path through the key frames."""
    return Path(state.interpolating.keys, state.interpolating.mode)


def interpolation(state: State) -> Generate:
    """The picture under the playhead."""
    point = path(state).at(state.interpolating.position)
    return Generate(state.model, (point,), state.exploring.conditions)


def denoising(state: State) -> Denoise:
    """The run whose record is scrubbed."""
    return Denoise(state.model, state.denoising.settings)
