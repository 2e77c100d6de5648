"""Runs of stages as requests: every frame there, replayed the same, branches sharing."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from explorer.families import StageSettings
from explorer.sampling.cache import Cache
from explorer.sampling.requests import Context
from explorer.sampling.stage_requests import MOST_FRAMES, Unfold
from tests.support import tiny


def _context() -> Context:
    return Context("cpu", Cache(1 << 26), lambda: None)


def test_a_run_gives_a_frame_a_stage_and_the_picture(tmp_path: Path) -> None:
    context, folder = _context(), str(tiny.make_energy(tmp_path))
    request = Unfold(folder, StageSettings(steps=5))
    frames = list(request.frames(context))
    assert [frame.index for frame in frames] == list(range(6))
    assert all(frame.total == 6 for frame in frames)
    assert set(frames[0].images) == {"chance of on", "pixels", "hidden units"}
    assert next(n.name for n in frames[0].values["numbers"]) == "free energy"
    assert frames[-1].images["image"].shape == (1, 8, 8, 1)
    again = list(request.frames(context))
    for one, other in zip(frames, again, strict=True):
        assert all(np.array_equal(one.images[k], other.images[k]) for k in one.images)


def test_a_long_run_has_no_more_frames_than_can_be_watched(tmp_path: Path) -> None:
    context, folder = _context(), str(tiny.make_energy(tmp_path))
    frames = list(Unfold(folder, StageSettings(steps=600)).frames(context))
    assert len(frames) <= MOST_FRAMES + 1
    assert frames[-2].values["stage"] == 599


def test_a_branch_goes_on_from_its_parent_s_record(tmp_path: Path) -> None:
    context, folder = _context(), str(tiny.make_autoregressive(tmp_path))
    parent = Unfold(folder, StageSettings(seed=1))
    branch = Unfold(folder, StageSettings(seed=1, temperature=0.5), parent=parent, step=20)
    run = branch.run(context)
    assert len(run) == 20
    list(branch.frames(context))
    assert run[19] is parent.run(context)[19]
