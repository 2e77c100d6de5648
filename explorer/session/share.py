"""What leaves the window in small: the recipe inside a saved picture, and a latent as text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from explorer import __version__
from explorer.errors import FileRefused, NotSupported
from explorer.formats.picture import Picture
from explorer.latent import SPACES, LatentSpace, Point, Seed, Values
from explorer.phrases import Phrase
from explorer.sampling.requests import Denoise, Generate, Grid
from explorer.session import files, recipe
from explorer.session.document import ModelRef, Session
from explorer.session.migrations import VERSION, migrate
from explorer.session.state import Branch, Denoising, Exploring, Interpolating, State

FORMAT = "latent-explorer recipe"
LATENT = "latent-explorer latent"
# Pictures above this many bytes of pixels would make every saved PNG as large as themselves.
MAX_PIXELS = 4 << 20
# Views whose picture begins at the user's, their part of the state, and its field.
_BEGINS = (
    ("denoise", "denoising", "picture"), ("steps", "unfolding", "picture"),
    ("translate", "translating", "picture"), ("translate", "translating", "style"),
)  # fmt: skip


def recipe_of(state: State) -> dict[str, Any]:
    """What a saved picture carries, plain JSON: the whole state and its models, without pins.

    A user's picture above MAX_PIXELS is left out of Explore, where only its latent makes the
    picture.

    Raises:
        NotSupported: Denoise, Steps or Translate starts from such a picture, so that the recipe
            would lack what decides the result.
    """
    state = replace(state, pins=())
    seen = state.exploring.picture
    if seen is not None and len(seen.pixels) > MAX_PIXELS:
        state = replace(state, exploring=replace(state.exploring, picture=None))
    for view, part, field in _BEGINS:
        start: Picture | None = getattr(getattr(state, part), field)
        if start is not None and len(start.pixels) > MAX_PIXELS:
            if state.view == view:
                cause = "it is too large to be kept in a recipe"
                remedy = "Save the session, or scale the picture down."
                raise NotSupported(start.name, cause, remedy)
            without: Any = {field: None}
            changed: Any = {part: replace(getattr(state, part), **without)}
            state = replace(state, **changed)
    program = f"latent-explorer {__version__}"
    body = recipe.encode(files.gather(state))
    return {"format": FORMAT, "version": VERSION, "program": program, "session": body}


def read_recipe(text: str | bytes, source: str) -> Session:
    """The session that a picture's recipe holds: its state, and the models it needs.

    Args:
        text: as `recipe_of` gives it, as JSON; or what the command line leaves in its pictures.
        source: the file, for failures.

    Raises:
        FileDamaged: not JSON, or altered. FileRefused: no recipe, or from a later version.
    """
    data = recipe.parse(text, source)
    if isinstance(data, dict) and isinstance(data.get("requests"), list):
        found = _from_requests(data["requests"], source)
        return replace(found, models=_models(data.get("models"), source) or found.models)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FileRefused(source, "it carries no recipe", "Give a picture saved here.")
    body = migrate(data.get("version"), data.get("session"), source)
    return recipe.decode(Session, body, source, {})


def latent_text(model: str, point: Point, space: LatentSpace, name: str = "") -> str:
    """A latent as JSON: its numbers for any program, and its recipe for this one.

    `name` is that of the space, of explorer.latent.SPACES, where the model has several.
    """
    latent = point.resolve(space)
    data = {
        "format": LATENT,
        "version": VERSION,
        "model": model,
        **({"space": name} if name else {}),
        "shape": list(space.shape),
        "values": latent.ravel().tolist(),
        "point": recipe.encode(point),
    }
    return json.dumps(data, allow_nan=False)


def read_latent(text: str, source: str = Phrase("clipboard")) -> tuple[str, Point, str]:
    """The model's name, the point and the space of a latent's text; "" where it names no space.

    The recipe is taken where it is there, else the numbers.

    Raises:
        FileDamaged: not JSON, or altered. FileRefused: no latent, or from a later version.
    """
    data = recipe.parse(text, source)
    if not isinstance(data, dict) or data.get("format") != LATENT:
        raise FileRefused(source, "it holds no latent", "Copy one with Copy as latent.")
    if type(data.get("version")) is not int or data["version"] > VERSION:
        raise FileRefused(source, "it is of a later version", "Update Latent Explorer.")
    model = recipe.decode_field(str, data.get("model"), source)
    space = recipe.decode_field(str, data.get("space", ""), source)
    if space not in ("", *SPACES):
        raise FileRefused(source, f"there is no space {space[:20]!r}", "Copy the latent again.")
    if data.get("point") is not None:
        return model, recipe.decode_point(data["point"], source), space
    values = recipe.decode_field(tuple[float, ...], data.get("values"), source)
    return model, Values.of(np.asarray(values, np.float32), source), space


# -- pictures of the command line -----------------------------------------------------------------


def _from_requests(requests: list[Any], source: str) -> Session:
    for raw in requests:
        tag = raw.get("is") if isinstance(raw, Mapping) else None
        if tag == "Denoise":
            return files.gather(_denoising(recipe.decode(Denoise, raw, source, {})))
        if tag == "Generate":
            return files.gather(_points(recipe.decode(Generate, raw, source, {})))
        if tag == "Grid":
            return files.gather(_points(recipe.decode(Grid, raw, source, {})))
    raise FileRefused(source, "it was not made from latents alone", "Open its model by hand.")


def _models(data: Any, source: str) -> tuple[ModelRef, ...]:
    """The models that requests were made with; none where they do not say."""
    named = data if isinstance(data, list) else []
    return tuple(recipe.decode(ModelRef, raw, source, {}) for raw in named)


def _points(request: Generate | Grid) -> State:
    """A sample is explored, with its grid beside it; anything else is a path through its points."""
    points = request.points
    seeds = {point.seed for point in points if isinstance(point, Seed)}
    sampled = len(seeds) == 1 and all(isinstance(point, Seed) for point in points)
    grid = seeds.pop() if sampled else 1
    exploring = Exploring(points[0], request.conditions, grid_seed=grid)
    state = State(request.model, exploring=exploring)
    if sampled or len(points) == 1:
        return state
    path = Interpolating(points, frames=len(points))
    return replace(state, view="interpolate", interpolating=path)


def _denoising(request: Denoise) -> State:
    line = [request]
    while line[0].parent is not None:
        line.insert(0, line[0].parent)
    branches = []
    for number, run in enumerate(line[1:]):
        kept = vars(run.settings).items()
        plain = {name: value for name, value in kept if name != "conditions"}
        changes = plain | dict(run.settings.conditions)
        branches.append(Branch(number, run.step, tuple(sorted(changes.items()))))
    first = line[0]
    view = Denoising(
        first.settings,
        picture=first.picture,
        noised_to=first.level if first.picture is not None else Denoising.noised_to,
        branches=tuple(branches),
        current=len(branches),
    )
    return State(request.model, "denoise", denoising=view)
