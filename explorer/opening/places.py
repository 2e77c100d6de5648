"""Where answers and trust are kept when they cannot lie beside the file."""

from __future__ import annotations

import os
from pathlib import Path

DATA_VARIABLE = "LATENT_EXPLORER_DATA"
_NAME = "latent-explorer"


def folder() -> Path:
    """The program's own folder for what it must remember; it may not exist yet.

    The environment variable LATENT_EXPLORER_DATA names another.
    """
    chosen = os.environ.get(DATA_VARIABLE)
    if chosen:
        return Path(chosen)
    import platformdirs

    return platformdirs.user_data_path(_NAME, appauthor=False)
