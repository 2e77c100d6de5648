"""What is on the screen, to the clipboard as numbers or as Python, and numbers back from it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from explorer.errors import BadValue, ExplorerError, NotSupported
from explorer.latent import Point, Seed
from explorer.session import State
from explorer.ui.desk import Desk


def copy_latent(desk: Desk) -> None:
    """The latent of the picture on screen as JSON; a failure is shown."""
    from explorer.session import share

    if desk.spec is not None:
        try:
            text = share.latent_text(desk.state.model, shown_point(desk.state), desk.space)
        except ExplorerError as error:
            desk.failed.emit(error)
        else:
            QGuiApplication.clipboard().setText(text)
            desk.said.emit(desk.tr("Copied the latent as JSON"))


def paste_latent(desk: Desk) -> None:
    """Put the sliders on a latent copied here or elsewhere, one entry; a failure is shown."""
    from explorer.session import share

    if desk.spec is None:
        return
    try:
        name, point = share.read_latent(QGuiApplication.clipboard().text())
        if name != desk.state.model:
            cause = f"it is of the model {name}, and {desk.state.model} is open"
            raise BadValue("the latent", cause, f"Open {name}, then paste it again.")
        point.resolve(desk.space)
    except ExplorerError as error:
        desk.failed.emit(error)
        return
    unmoved = tuple(replace(a, amount=0.0) for a in desk.state.exploring.directions)
    desk.settle()
    desk.edit("exploring", point=point, directions=unmoved)
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
