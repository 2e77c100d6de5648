"""A file that is to become a key frame: what it was saved of where it says so, else its picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from explorer.errors import FileRefused
from explorer.export.inside import FILMS, recipe_in
from explorer.formats.picture import read_picture
from explorer.latent import Point
from explorer.sampling import Context, Frame
from explorer.session import State


@dataclass(frozen=True)
class ReadKey:
    """A file's point or picture. Never kept: the file may change.

    Values: picture (a Picture) where it is one; and for a file that was saved here in Explore or
    Interpolate, model, point and conditions, what was on the screen then.

    Attributes:
        model: the open one, which the values name also where the file knows it by another path.
    """

    path: str
    model: str = ""
    keep: ClassVar[bool] = False

    def frames(self, context: Context) -> Iterator[Frame]:
        """One frame; raises as read_picture, and FileRefused for a film without a point."""
        path = Path(self.path)
        values: dict[str, object] = {}
        text = recipe_in(path)
        if text is not None:
            from explorer.session.finding import is_of
            from explorer.session.share import read_recipe

            session = read_recipe(text, path.name)
            state = session.state
            point = _shown(state)
            if point is not None:
                conditions = state.exploring.conditions
                model = self.model if self.model and is_of(session, self.model) else state.model
                values |= {"model": model, "point": point, "conditions": conditions}
        if path.suffix.lower() not in FILMS:
            values["picture"] = read_picture(path)
        elif not values:
            cause, remedy = "it holds no point of a latent space", "Drop a picture."
            raise FileRefused(path.name, cause, remedy)
        yield Frame(values=values)


def _shown(state: State) -> Point | None:
    """The point of the picture on the screen of a state; None where it was made in many steps."""
    from explorer.session.plan import plan

    request = plan(state)
    points: tuple[Point, ...] = getattr(request, "points", ())
    return points[0] if len(points) == 1 else None
