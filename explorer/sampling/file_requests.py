"""What the card "what is this" asks of the engine: to look, to try other answers, to keep them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from explorer.families import Model
from explorer.library import find
from explorer.opening import sidecar, trust
from explorer.opening.answers import Answers
from explorer.opening.card import look
from explorer.sampling.frames import Frame, pixels
from explorer.sampling.loader import DIFFUSERS
from explorer.sampling.requests import Context, opened

TRIED = 4
"""Pictures of a try; one of a model that makes them in many steps."""


@dataclass(frozen=True)
class Look:
    """The card of a file. Values: card, then also sha256 (it reads the whole file)."""

    model: str
    answers: Answers | None = None
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """Two frames; raises as card.look. torch is not imported."""
        card, contents = look(find(self.model), self.answers, trust.hashes())
        yield Frame(values={"card": card}, index=0, total=2)
        context.checkpoint()
        yield Frame(values={"card": card, "sha256": contents.sha256}, index=1, total=2)


@dataclass(frozen=True)
class Try:
    """A few pictures under other answers, which are not kept. Images: tried. Values: card."""

    model: str
    answers: Answers
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame; raises as open_model."""
        card, _ = look(find(self.model), self.answers, trust.hashes())
        if card.trouble is not None:
            raise card.trouble
        model = context.shelf.tried(self.model, self.answers)
        steps = "step" in model.spec.capabilities
        if steps:
            context.need(DIFFUSERS)
        conditions: dict[str, int | str | float] = {c.name: 0 for c in model.spec.conditions}
        latents = model.latent.sample(1 if steps else TRIED, 0)
        images = pixels(model.generate(latents, **conditions))
        yield Frame(images={"tried": images}, values={"card": card, "spec": model.spec})


@dataclass(frozen=True)
class Keep:
    """Keep answers with their file and open it anew. Values as of Open, and place."""

    model: str
    answers: Answers
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame; raises WriteFailed, or as open_model, and then the old answers stand."""
        path = Path(find(self.model))
        context.shelf.tried(self.model, self.answers)  # what does not open is not kept
        place = sidecar.save(path, self.answers)
        for step in context.opening(self.model, fresh=True):
            if isinstance(step, Model):
                frame = opened(step)
                yield Frame(values={**frame.values, "place": str(place)})
