"""The ways of looking at a model. To add one: a file here, one line in VIEWS."""

from __future__ import annotations

from explorer.families import Spec
from explorer.ui.views.base import View
from explorer.ui.views.denoise import Denoise
from explorer.ui.views.explore import Explore
from explorer.ui.views.interpolate import Interpolate
from explorer.ui.views.side import Side
from explorer.ui.views.steps import Steps
from explorer.ui.views.translate import Translate

VIEWS: tuple[type[View], ...] = (Explore, Interpolate, Denoise, Steps, Translate, Side)

__all__ = ["VIEWS", "View", "home", "suiting"]


def home(spec: Spec | None) -> str:
    """The view that a model is first shown in, "" for none: ways between pictures come later."""
    suited = suiting(spec)
    return next((name for name in suited if name != Interpolate.name), "")


def suiting(spec: Spec | None) -> list[str]:
    """Names of the views that make sense for a model; none while no model is open."""
    return [] if spec is None else [view.name for view in VIEWS if view.suits(spec)]
