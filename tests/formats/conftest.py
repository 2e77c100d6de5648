"""What every test of the readers is watched for: no file made, no network asked for."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def canary(tmp_path: Path) -> Iterator[Path]:
    """The file that a hostile file would make if anything of it ran."""
    path = tmp_path / "canary"
    yield path
    assert not path.exists(), "something of the file was run"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any, **_settings: Any) -> None:
        raise AssertionError("a reader asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def foreign() -> Path:
    """The folder of models that strangers trained; skips where it is not."""
    named = os.environ.get("LATENT_EXPLORER_SHARED")
    root = Path(named) if named else Path(__file__).resolve().parents[3] / "shared"
    if not (root / "foreign").is_dir():
        pytest.skip("no models of strangers here (LATENT_EXPLORER_SHARED names their folder)")
    return root / "foreign"
