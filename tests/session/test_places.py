"""What the program keeps for itself lies in the user's own folders."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from explorer.session import places


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="asks the XDG variables")
def test_places_follow_the_platform(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "papers"))
    assert places.autosaves() == tmp_path / "latent-explorer" / "autosave"
    assert places.directions() == tmp_path / "papers" / "Latent Explorer"
    assert list(tmp_path.iterdir()) == []
