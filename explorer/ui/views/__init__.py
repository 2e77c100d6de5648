"""The ways of looking at a model. To add one: a file here, its Kind, one line in VIEWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.ui.views import kinds
from explorer.ui.views.kinds import Kind

if TYPE_CHECKING:
    from explorer.families import Spec

VIEWS: tuple[type[Kind], ...] = (
    kinds.Explore, kinds.Interpolate, kinds.Denoise, kinds.Steps, kinds.Translate, kinds.Side,
)  # fmt: skip

__all__ = ["VIEWS", "Kind", "home", "suiting"]


def home(spec: Spec | None) -> str:
    """The view that a model is first shown in, "" for none: ways between pictures come later."""
    suited = suiting(spec)
    return next((name for name in suited if name != kinds.Interpolate.name), "")


def suiting(spec: Spec | None) -> list[str]:
    """Names of the views that make sense for a model; none while no model is open."""
    return [] if spec is None else [view.name for view in VIEWS if view.suits(spec)]
