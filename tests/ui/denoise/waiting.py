"""Waiting for Denoise's runs, as a person does: until nothing moves any more."""

from __future__ import annotations

from explorer.session.plan import denoising
from explorer.ui.views.denoise import Denoise
from tests.ui.stage import Stage


def idle(stage: Stage) -> None:
    """Wait until the engine has nothing to do, and what it gave is on the screen."""
    stage.bot.waitUntil(lambda: stage.bridge.idle, timeout=60_000)
    stage.bot.wait(0)


def settled(stage: Stage) -> None:
    """Wait until the run of the state, and the one beside it, are complete and on the screen."""
    view = stage.view
    assert isinstance(view, Denoise)

    def there() -> bool:
        record = view.runs.record(denoising(stage.store.state))
        return record is not None and record is view.record and record.complete

    stage.bot.waitUntil(there, timeout=60_000)
    idle(stage)
