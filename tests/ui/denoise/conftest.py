"""Denoise on a tiny model, its first run finished; a module's SETTINGS say which run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.session import Denoising, State
from explorer.ui.views.denoise import Denoise
from tests.ui.denoise.waiting import settled
from tests.ui.stage import Stage


@pytest.fixture
def stage(request: pytest.FixtureRequest, qtbot: QtBot, tiny_models: Path) -> Iterator[Stage]:
    state = State(view="denoise", denoising=Denoising(request.module.SETTINGS))
    made = Stage(qtbot, Denoise, str(tiny_models / "tiny-ddpm"), state)
    made.show()
    yield made
    made.close()


@pytest.fixture
def view(stage: Stage) -> Denoise:
    assert isinstance(stage.view, Denoise)
    settled(stage)
    return stage.view
