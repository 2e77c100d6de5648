"""What is on the screen, to the clipboard as numbers or as Python, and numbers back from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QGuiApplication

from explorer.errors import BadValue, ExplorerError, NotSupported
from explorer.families import Spec
from explorer.latent import Point, Seed
from explorer.session import State, tree
from explorer.session.spaces import into_named
from explorer.ui.desk import Desk
from explorer.ui.language import tr
from explorer.ui.views import suiting
from explorer.ui.views.kinds import Denoise, Explore, Steps


def copy_latent(desk: Desk) -> None:
    """The latent of the picture on screen as JSON; a failure is shown."""
    if desk.spec is not None:
        try:
            text = latent_of(desk.state, desk.spec)
        except ExplorerError as error:
            desk.failed.emit(error)
        else:
            QGuiApplication.clipboard().setText(text)
            desk.said.emit(desk.tr("Copied the latent as JSON"))


def latent_of(state: State, spec: Spec) -> str:
    """A state's latent as JSON, with its space where the model has several; raises as below."""
    from explorer.session import share

    given = state.exploring.conditions
    name = "" if spec.styles is None else spec.space_name(given)
    return share.latent_text(state.model, shown_point(state), spec.space(given), name)


def paste_latent(desk: Desk) -> None:
    """Go to a latent copied here or elsewhere, one entry; a failure is shown.

    The view that a run starts in takes it as its first noise; else the sliders go there. They are
    those of its own space afterwards; of the present one where it names none.
    """
    from explorer.session import share

    if desk.spec is None:
        return
    try:
        name, point, space = share.read_latent(QGuiApplication.clipboard().text())
        if name != desk.state.model:
            cause = f"it is of the model {name}, and {desk.state.model} is open"
            raise BadValue(tr("The latent"), cause, f"Open {name}, then paste it again.")
        state = into_named(desk.state, desk.spec, space)
        point.resolve(desk.spec.space(state.exploring.conditions))
        desk.become(_pasted(state, desk.spec, point))
    except ExplorerError as error:
        desk.failed.emit(error)


def _pasted(state: State, spec: Spec, point: Point) -> State:
    """The state at a point: of the run on the screen, else of the sliders.

    Raises:
        NotSupported: the model has neither.
    """
    start: dict[str, Any] = {"start": point}
    if isinstance(point, Seed) and point == Seed(point.seed):
        start = {"seed": point.seed, "start": None}
    suited = suiting(spec)
    slides = Explore.name in suited
    for view, part in ((Denoise.name, "denoising"), (Steps.name, "unfolding")):
        if view in suited and (state.view == view or not slides):
            begun = replace(getattr(state, part), picture=None, shown=-1)
            return replace(state, view=view, **{part: tree.revise(begun, 0, **start)})
    if not slides:
        cause = "it makes no pictures of latents"
        raise NotSupported(spec.name, cause, "Open a model that does, such as scenes-vae.")
    unmoved = tuple(replace(a, amount=0.0) for a in state.exploring.directions)
    exploring = replace(state.exploring, point=point, directions=unmoved)
    return replace(state, view=Explore.name, exploring=exploring)


def copy_python(desk: Desk) -> None:
    """A script that makes the picture again without a window; a failure is shown."""
    from explorer.session.python import python

    if desk.spec is not None:
        try:
            text = python(desk.state)
        except ExplorerError as error:
            desk.failed.emit(error)
        else:
            QGuiApplication.clipboard().setText(text)
            desk.said.emit(desk.tr("Copied as Python"))


def shown_point(state: State) -> Point:
    """The point of the picture on screen; of a denoising run, its first noise.

    Of a morph grid that under the mouse, of models side by side the first that they are told.

    Raises:
        NotSupported: it was made from a picture of the user's.
    """
    from explorer.session.plan import path

    if state.view == "interpolate":
        between = state.interpolating
        if between.grid is not None:
            return between.grid.at(*between.grid_at)
        return path(state).at(between.position)
    if state.view == "translate":
        cause = "a redrawn picture has no latent of its own"
        raise NotSupported(tr("The latent"), cause, "Copy as Python instead.")
    if state.view == "side" and state.side.source == "picture":
        cause = "each model has a latent of its own for a picture"
        raise NotSupported(tr("The latent"), cause, "Encode the picture in Explore.")
    if state.view == "side" and state.side.source == "seed":
        return Seed(state.side.seed)
    if state.view == "denoise":
        view = state.denoising
        if view.picture is not None:
            cause = "a run from a picture has no latent of its own"
            raise NotSupported(view.picture.name, cause, "Copy as Python instead.")
        return view.settings.start or Seed(view.settings.seed)
    if state.view == "steps":
        run = state.unfolding
        if run.picture is not None:
            cause = "a run from a picture has no latent of its own"
            raise NotSupported(run.picture.name, cause, "Go back to noise first.")
        return run.settings.first_noise
    return state.exploring.shown
