"""Where the program keeps what is its own, in each platform's own place."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_NAME = "latent-explorer"


def autosaves() -> Path:
    """The folder of sessions that were not closed properly; it may not exist yet."""
    return platformdirs.user_state_path(_NAME, appauthor=False) / "autosave"


def directions() -> Path:
    """The folder that saved directions are offered in; it may not exist yet."""
    return platformdirs.user_documents_path() / "Latent Explorer"
