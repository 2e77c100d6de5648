"""Noise levels and timesteps of every solver, at every number of steps."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.errors import BadValue, UnknownName
from explorer.families.schedulers import SCHEDULERS, SIGMA_MAX, Schedule, solver, spaced
from tests.support import tiny

NAMES = [entry.name for entry in SCHEDULERS]
DIFFUSION = {"train_timesteps": 1000, "schedule": "squaredcos_cap_v2", "prediction": "epsilon"}


@given(st.integers(1, 2000), st.data())
def test_timesteps_fall_without_repeats_from_the_end_to_one_spacing_above_clean(
    length: int, data: st.DataObject
) -> None:
    count = data.draw(st.integers(1, length))
    chosen = spaced(count, length)
    assert len(chosen) == count
    assert chosen[0] == length - 1
    assert chosen == sorted(set(chosen), reverse=True)
    gaps = np.diff([*chosen, -1]) * -1
    assert gaps.min() >= length // count
    assert gaps.max() <= length // count + 1


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None)
@given(steps=st.integers(1, 1000), schedule=st.sampled_from(["linear", "squaredcos_cap_v2"]))
def test_levels_are_those_of_the_timesteps_and_rise_to_clean(
    name: str, steps: int, schedule: str
) -> None:
    """At every number of steps, also those where the library's own spacing goes below zero."""
    made = Schedule(name, steps, DIFFUSION | {"schedule": schedule})
    assert made.length == (2 * steps - 1 if name == "heun" else steps)
    square = tiny.alphas_cumprod(schedule)
    for index in range(made.length):
        alpha, sigma = made.levels(index)
        assert alpha**2 + sigma**2 == pytest.approx(1, abs=1e-6)
        expected = square[made.timestep(index)]
        assert alpha == pytest.approx(math.sqrt(expected), rel=2e-3)
        assert made.log_snr(index) == pytest.approx(2 * math.log(alpha / sigma), rel=1e-6)
    levels = [made.log_snr(i) for i in range(made.length)]
    assert levels == sorted(levels)
    assert 0 <= made.timestep(made.length - 1) <= max(0, round(1000 / steps))


@pytest.mark.parametrize("name", NAMES)
def test_solvers_that_do_not_clip_begin_where_the_signal_is_not_lost(name: str) -> None:
    """The cosine schedule itself ends beyond s = 20,000."""
    made = Schedule(name, 20, DIFFUSION)
    alpha, sigma = made.levels(0)
    assert (sigma / alpha <= SIGMA_MAX) == (not made.solver.clips)
    assert sigma / alpha > 0.8 * SIGMA_MAX


@pytest.mark.parametrize("name", NAMES)
def test_entry_is_the_first_level_no_noisier(name: str) -> None:
    made = Schedule(name, 25, DIFFUSION)
    stride = made.solver.stride
    for index in range(0, made.length, stride):
        assert made.entry_after(made.log_snr(index)) == index
        assert made.entry_after(made.log_snr(index) + 0.01) == min(index + stride, made.length)
    assert made.entry_after(-math.inf) == 0
    assert made.entry_after(math.inf) == made.length


@pytest.mark.parametrize("name", NAMES)
def test_copies_share_nothing_that_a_step_changes(name: str) -> None:
    """Stepping a copy leaves the original's whole state as it was, to the bit."""
    import torch

    original = Schedule(name, 6, DIFFUSION)
    generator = torch.Generator().manual_seed(0)
    sample = torch.randn(1, 1, 4, 4, generator=generator) * original.start_scale()
    for index in range(original.length):
        before = snapshot(original.scheduler)
        twin = original.copy()
        twin.seen(sample, index)
        after = twin.step(torch.full((1, 1, 4, 4), 0.1), index, sample, generator)
        assert snapshot(original.scheduler) == before
        original, sample = twin, after


def snapshot(thing: Any) -> dict[str, str]:
    """Everything in an object, with the bytes of its tensors."""
    import torch

    def text(value: Any) -> str:
        if isinstance(value, torch.Tensor):
            return value.numpy().tobytes().hex()
        if isinstance(value, list):
            return str([text(v) for v in value])
        return repr(value)

    return {name: text(value) for name, value in vars(thing).items()}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("steps", [0, -1, 1001, 2.5, "10"])
def test_steps_out_of_range_are_refused(name: str, steps: Any) -> None:
    with pytest.raises(BadValue, match="steps"):
        Schedule(name, steps, DIFFUSION)


def test_unknown_schedulers_are_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownName, match="ddpm, ddim, euler"):
        solver("plms")


def test_timesteps_off_the_scale_are_refused() -> None:
    made = Schedule("ddim", 10, DIFFUSION)
    assert made.log_snr_at(0) > 0 > made.log_snr_at(999)
    for timestep in (-1, 1000):
        with pytest.raises(BadValue, match="timestep"):
            made.log_snr_at(timestep)
