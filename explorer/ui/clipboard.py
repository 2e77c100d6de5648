"""What is on the screen, to the clipboard as numbers or as Python, and numbers back from it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from explorer.errors import BadValue, ExplorerError, NotSupported
from explorer.families import Spec
from explorer.latent import Point, Seed
from explorer.session import State
from explorer.session.spaces import into_named
from explorer.ui.desk import Desk


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
    """Put the sliders on a latent copied here or elsewhere, one entry; a failure is shown.

    They are those of its own space afterwards; of the present one where it names none.
    """
    from explorer.session import share

    if desk.spec is None:
        return
    try:
        name, point, space = share.read_latent(QGuiApplication.clipboard().text())
        if name != desk.state.model:
            cause = f"it is of the model {name}, and {desk.state.model} is open"
            raise BadValue("the latent", cause, f"Open {name}, then paste it again.")
        state = into_named(desk.state, desk.spec, space)
        point.resolve(desk.spec.space(state.exploring.conditions))
    except ExplorerError as error:
        desk.failed.emit(error)
        return
    unmoved = tuple(replace(a, amount=0.0) for a in state.exploring.directions)
    exploring = replace(state.exploring, point=point, directions=unmoved)
    desk.become(replace(state, exploring=exploring))
    desk.show("explore")


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

    Raises:
        NotSupported: the run starts from a picture of the user's.
    """
    from explorer.session.plan import path

    if state.view == "interpolate":
        return path(state).at(state.interpolating.position)
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
