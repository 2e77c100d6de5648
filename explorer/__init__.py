"""Latent Explorer as a library: open a trained generative model and use it, without a window.

    import explorer

    model = explorer.open_model("scenes-vae")
    images = model.generate(model.latent.sample(4, seed=0))

Names are loaded on first use, so that `import explorer` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explorer.errors import ExplorerError
    from explorer.families import Model, Trajectory
    from explorer.latent import interpolate
    from explorer.library import bundled, open_model

__version__ = "0.1.0"
__all__ = ["ExplorerError", "Model", "Trajectory", "bundled", "interpolate", "open_model"]

_HOMES = {
    "ExplorerError": "explorer.errors",
    "Model": "explorer.families",
    "Trajectory": "explorer.families",
    "bundled": "explorer.library",
    "interpolate": "explorer.latent",
    "open_model": "explorer.library",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'explorer' has no attribute {name!r}")
