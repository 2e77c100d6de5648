"""What is known of each view before its code is read: its name and which models it suits.

The window starts with this alone. Reading a view's module and what it draws with takes as long as
painting the window, so it waits until the view is looked at, or for a quiet moment before.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from explorer.families import Spec
    from explorer.ui.views.base import View


class Kind:
    """A way of looking at a model.

    Attributes:
        name: that of its module, and of the class in it without the capital.
        title, tip: what its button says, and explains.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    tip: ClassVar[str] = ""

    @classmethod
    def suits(cls, spec: Spec) -> bool:
        """Whether the view makes sense for a model."""
        raise NotImplementedError

    @classmethod
    def load(cls) -> type[View]:
        """The view's own class."""
        module = import_module(f"{__package__}.{cls.name}")
        view: type[View] = getattr(module, cls.__name__)
        return view


class Explore(Kind):
    """A vector's sliders."""

    name: ClassVar[str] = "explore"
    title: ClassVar[str] = "Explore"
    tip: ClassVar[str] = "Move through the latent space, a slider a dimension"

    @classmethod
    def suits(cls, spec: Spec) -> bool:
        """Whatever makes a picture of a vector."""
        return "generate" in spec.capabilities and spec.latent.flat


class Interpolate(Kind):
    """A path between points."""

    name: ClassVar[str] = "interpolate"
    title: ClassVar[str] = "Interpolate"
    tip: ClassVar[str] = "Morph one picture into another along a path through the latent space"

    @classmethod
    def suits(cls, spec: Spec) -> bool:
        """Whatever makes a picture of a vector, or of a latent that pictures have exactly: a
        flow's. What a diffusion model's noise becomes is Denoise's.
        """
        exact = {"encode", "stages"} <= spec.capabilities
        return "generate" in spec.capabilities and (spec.latent.flat or exact)


class Denoise(Kind):
    """A diffusion model's run."""

    name: ClassVar[str] = "denoise"
    title: ClassVar[str] = "Denoise"
    tip: ClassVar[str] = "Watch and scrub how a diffusion model turns noise into a picture"

    @classmethod
    def suits(cls, spec: Spec) -> bool:
        """Whatever makes its picture in steps."""
        return "step" in spec.capabilities


class Steps(Kind):
    """Any other model's run."""

    name: ClassVar[str] = "steps"
    title: ClassVar[str] = "Steps"
    tip: ClassVar[str] = "Watch and scrub how a model makes its picture, stage by stage"

    @classmethod
    def suits(cls, spec: Spec) -> bool:
        """Whatever makes its picture by stages; diffusion has a view of its own."""
        return spec.stages is not None and "step" not in spec.capabilities


class Translate(Kind):
    """A picture redrawn."""

    name: ClassVar[str] = "translate"
    title: ClassVar[str] = "Translate"
    tip: ClassVar[str] = "Redraw a picture of your own while you draw it"

    @classmethod
    def suits(cls, spec: Spec) -> bool:
        """Whatever redraws a picture."""
        return "translate" in spec.capabilities


class Side(Kind):
    """Several models at once."""

    name: ClassVar[str] = "side"
    title: ClassVar[str] = "Side by side"
    tip: ClassVar[str] = "Tell several models the same seed, latent or picture"

    @classmethod
    def suits(cls, spec: Spec) -> bool:
        """Whatever makes pictures of latents."""
        return "generate" in spec.capabilities
