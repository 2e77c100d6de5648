"""The ways of looking at a model. To add one: a file here, one line in VIEWS."""

from __future__ import annotations

from explorer.ui.views.base import View
from explorer.ui.views.explore import Explore

VIEWS: tuple[type[View], ...] = (Explore,)

__all__ = ["VIEWS", "View"]
