"""Where bundled models and resources lie: inside the package in a wheel, above it in a checkout."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
MODELS_VARIABLE = "LATENT_EXPLORER_MODELS"


def _root() -> Path:
    bundled = _PACKAGE / "_bundled"
    return bundled if bundled.is_dir() else _PACKAGE.parent


def models_dir() -> Path:
    """The folder that holds one folder a bundled model.

    The environment variable LATENT_EXPLORER_MODELS names another: a site's own collection.
    """
    chosen = os.environ.get(MODELS_VARIABLE)
    return Path(chosen) if chosen else _root() / "models"


def resources_dir() -> Path:
    """The folder of icons, themes and translations."""
    return _root() / "resources"
