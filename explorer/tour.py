"""The window photographed: every view on every bundled model, with what it really computed.

The tour drives the window that a user gets, on a real engine and real models, and waits in Qt's own
event loop until the engine has nothing left to do. It shows whoever has no display what the program
looks like, and shows whoever changes the program what they changed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.errors import ExplorerError, RunFailed, WriteFailed

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QWidget

    from explorer.families import Spec
    from explorer.ui.window import Window

# A slow machine under load; what takes longer hangs.
PATIENCE_S = 300.0
_CHECK_MS = 25
# Checks in a row that must find nothing to do: answers may still be on their way to the window.
_CALM = 8


def draw(
    folder: Path,
    size: tuple[int, int] = (1280, 720),
    scale: float = 1.0,
    theme: str = "dark",
    device: str = "auto",
    language: str = "en",
) -> Iterator[Path]:
    """Write PNGs of each view of each bundled model, model-view.png; yield each path.

    After them the window's own pages, window-page.png, each as large as it is.

    Args:
        folder: made if it does not exist.
        size: of the window, in points.
        scale: pixels a point; only the first window of a process can choose it.
        theme: "dark" or "light".
        device: as for the window.
        language: one of explorer.ui.language.NAMES.

    Raises:
        WriteFailed: the folder or a picture cannot be written.
        ExplorerError: whatever the window would have shown as a failure.
        RunFailed: the window is not done after PATIENCE_S seconds.
    """
    from explorer.library import bundled
    from explorer.ui.views import VIEWS

    _make(folder)
    with _window(size, scale, theme, device, language) as window:
        patience = _Patience(window)
        for entry in bundled():
            name = entry.manifest.name
            window.open_model(name)
            patience.wait(f"opening {name}", partial(window.opener.timings.__contains__, name))
            spec = window.opener.specs[name]
            for view in VIEWS:
                if view.suits(spec):
                    window.show_view(view.name)
                    for stop in STOPS.get(view.name, (Stop(""),)):
                        if stop.suits(spec):
                            patience.wait(f"{view.title} of {name}")
                            stop.prepare(window)
                            patience.wait(f"{view.title} of {name}")
                            yield _photograph(window, folder, name, view.name, stop.name)
        for page, show in PAGES.items():
            shown = show(window)
            patience.wait(page)
            yield _photograph(shown, folder, "window", page)
            if shown is not window:
                shown.close()


@dataclass(frozen=True)
class Stop:
    """A picture of a view beside, or in place of, the one as it is first seen.

    Attributes:
        name: end of the picture's name; "" for the view's own.
        prepare: what is done before the picture is taken.
        suits: whether it makes sense for a model.
    """

    name: str
    prepare: Callable[[Window], object] = lambda _: None
    suits: Callable[[Spec], bool] = lambda _: True


def _encode_a_scene(window: Window) -> None:
    from explorer.formats.picture import Picture
    from explorer.scenes import render

    # floor, wall and object hue, size, shape (a cylinder), view angle
    picture = Picture.of(render((0.9, 0.35, 0.62, 0.6, 0.33, 0.4)), "rendered scene")
    window.view("explore").take(picture)


def _to_the_middle_of_the_path(window: Window) -> None:
    window.desk.edit("interpolating", record=False, position=0.45)


def _at_constant_speed(window: Window) -> None:
    from explorer.latent import Seed

    view = window.desk.state.interpolating
    keys = (*view.keys, Seed(3), Seed(7))
    times, modes = (0.0, 0.2, 0.7, 1.0), ("linear", "smooth", "spherical")
    window.desk.edit("interpolating", record=False, keys=keys, times=times, modes=modes, even=True)


def _between_four_pictures(window: Window) -> None:
    from explorer.latent import MorphGrid

    a, b, c, d = window.desk.state.interpolating.keys[:4]
    grid = MorphGrid((a, b, c, d))
    window.desk.edit("interpolating", record=False, grid=grid, grid_at=(0.7, 0.4))


def _with_a_class(window: Window) -> None:
    """The fourth class, or the last of fewer: a 3 for digits."""
    conditions = window.desk.spec.conditions if window.desk.spec is not None else ()
    chosen = {c.name: min(3, len(c.names) - 1) for c in conditions}
    settings = window.desk.state.denoising.settings
    window.desk.edit("denoising", record=False, settings=settings.changed(**chosen))


def _to_the_middle_of_the_run(window: Window) -> None:
    steps = window.desk.state.denoising.settings.steps
    window.desk.edit("denoising", record=False, shown=steps // 2)


def _amid_the_stages(window: Window) -> None:
    """A third of the way through a run of stages."""
    from explorer.ui.views.steps import Steps

    view = window.view("steps")
    assert isinstance(view, Steps)
    if view.record is not None:
        window.desk.edit("unfolding", record=False, shown=view.record.planned // 3)


def _page_of_denoise(window: Window, name: str) -> None:
    """Open a page under the scrubber; what it would ask for at rest is asked for now."""
    from explorer.ui.views.denoise import Denoise

    view = window.view("denoise")
    assert isinstance(view, Denoise)
    view.pages.tabs.choose(name)
    view.pages.parts[name].ask()


def _branch_beside_the_run(window: Window) -> None:
    """A branch with another class a third on, beside the trunk."""
    from explorer.session import tree

    view = window.desk.state.denoising
    grown = tree.grow(view, view.settings.steps // 3, 0, label=0, guidance=4.0)
    window.desk.edit("denoising", record=False, **{**vars(grown), "beside": 0})
    _page_of_denoise(window, "branches")


def _branch_of_stages(window: Window) -> None:
    """A branch with another seed a third on, beside the trunk."""
    from explorer.session import tree
    from explorer.ui.views.steps import Steps

    view, grown = window.view("steps"), window.desk.state.unfolding
    assert isinstance(view, Steps)
    planned = view.record.planned if view.record is not None else 0
    grown = tree.grow(grown, planned // 3, 0, seed=7)
    window.desk.edit("unfolding", record=False, **{**vars(grown), "beside": 0, "shown": -1})
    view.tabs.choose("branches")


def _redrawn(window: Window) -> None:
    """In the second style of one that has several: the first may be the source's own."""
    conditions = window.desk.spec.conditions if window.desk.spec is not None else ()
    chosen = tuple((c.name, min(1, len(c.names) - 1)) for c in conditions)
    window.desk.edit("translating", record=False, conditions=chosen)


def _sent_back(window: Window) -> None:
    conditions = window.desk.spec.conditions if window.desk.spec is not None else ()
    back = tuple((c.name, 0) for c in conditions)
    window.desk.edit("translating", record=False, back=back, difference=True)


def _half_styled(window: Window) -> None:
    """In the style of another pattern, at half strength."""
    from explorer.formats.patterns import pattern

    sea = pattern("sea", 64, 64, 3)
    window.desk.edit("translating", record=False, style=sea, conditions=(("strength", 0.5),))


def _beside_its_family(window: Window) -> None:
    """Up to three others of the same family, else whatever the library has first."""
    from explorer.library import bundled

    state, spec = window.desk.state, window.desk.spec
    there = [e.manifest for e in bundled() if e.manifest.name != state.model]
    kin = [m.name for m in there if spec is not None and m.family == spec.family]
    others = (kin or [m.name for m in there if m.family != "diffusion"])[:3]
    window.desk.edit("side", record=False, others=tuple(others))


# For views that show more than one thing; others are taken as they are first seen.
STOPS: Mapping[str, tuple[Stop, ...]] = {
    "explore": (
        Stop(""),
        Stop(
            "encoded",
            _encode_a_scene,
            lambda spec: "encode" in spec.capabilities and spec.image.channels == 3,
        ),
    ),
    "interpolate": (
        Stop("", _to_the_middle_of_the_path),
        Stop("even", _at_constant_speed),
        Stop("grid", _between_four_pictures),
    ),
    "denoise": (
        Stop("", _with_a_class),
        Stop("halfway", _to_the_middle_of_the_run),
        Stop("commitment", partial(_page_of_denoise, name="commitment")),
        Stop("schedulers", partial(_page_of_denoise, name="schedulers")),
        Stop("branches", _branch_beside_the_run, lambda spec: bool(spec.conditions)),
    ),
    "steps": (
        Stop("", _amid_the_stages),
        Stop("branches", _branch_of_stages, lambda spec: bool(spec.stages and spec.stages.draws)),
    ),
    "translate": (
        Stop("", _redrawn),
        Stop("back", _sent_back, lambda spec: bool(spec.conditions)),
        Stop("styled", _half_styled, lambda spec: "restyle" in spec.capabilities),
    ),
    "side": (Stop("", _beside_its_family),),
}


def _with_history(window: Window) -> QWidget:
    window.history_dock.show()
    return window


def _with_palette(window: Window) -> QWidget:
    window.history_dock.hide()
    window.show_palette()
    return window


def _keys(window: Window) -> QWidget:
    from explorer.ui.shortcuts import show_shortcuts

    window.palette_box.close()
    return show_shortcuts(window)


def _about(window: Window) -> QWidget:
    from explorer.ui.about import show_about

    return show_about(window)


def _settings(window: Window) -> QWidget:
    return window.preferences.show_page()


def _full_screen(window: Window) -> QWidget:
    window.projector.toggle()
    page = window.projector.page
    assert page is not None
    return page


# What belongs to no view, in this order.
PAGES: Mapping[str, Callable[[Window], QWidget]] = {
    "history": _with_history,
    "palette": _with_palette,
    "keys": _keys,
    "settings": _settings,
    "about": _about,
    "full-screen": _full_screen,
}


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cause = error.strerror or "it cannot be made"
        raise WriteFailed(str(folder), cause, "Give another folder.") from error


@contextmanager
def _window(
    size: tuple[int, int], scale: float, theme: str, device: str, language: str
) -> Iterator[Window]:
    """The window on screen, with settings of its own so that the user's stay as they are."""
    if scale != 1.0:
        os.environ["QT_SCALE_FACTOR"] = str(scale)  # read when Qt starts
    from PySide6.QtCore import QSettings, qInstallMessageHandler

    from explorer.app import application, make_window
    from explorer.ui.settings import Settings

    qInstallMessageHandler(_say)
    application()
    with tempfile.TemporaryDirectory() as temporary:
        store = QSettings(str(Path(temporary) / "tour.ini"), QSettings.Format.IniFormat)
        settings = Settings(store)
        settings.theme, settings.language = theme, language
        window = make_window(device, settings)
        try:
            window.resize(*size)
            window.show()
            yield window
        finally:
            window.close()
            window.deleteLater()
            qInstallMessageHandler(None)


def _say(_: QtMsgType, __: QMessageLogContext, text: str) -> None:
    """Qt's messages to stderr, but for one that says only that no window system is there."""
    if "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


class _Patience:
    """Waits in the event loop for the window to be done, and passes on what it reports."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._failures: list[ExplorerError] = []
        window.desk.failed.connect(self._failures.append)
        window.bridge.arrived.connect(self._arrived)

    def _arrived(self, result: object) -> None:
        error = getattr(result, "error", None)
        if error is not None:
            self._failures.append(error)

    def wait(self, what: str, also: Callable[[], bool] = lambda: True) -> None:
        """Return when the engine is idle and `also` holds; raise what failed, or RunFailed."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        calm = 0

        def check() -> None:
            nonlocal calm
            done = self._window.bridge.idle and also()
            calm = calm + 1 if done else 0
            if calm >= _CALM or self._failures:
                loop.quit()

        timer = QTimer(interval=_CHECK_MS)
        timer.timeout.connect(check)
        timer.start()
        QTimer.singleShot(round(PATIENCE_S * 1000), loop, loop.quit)
        loop.exec()
        timer.stop()
        if self._failures:
            raise self._failures[0]
        if calm < _CALM:
            cause = f"it is not done after {PATIENCE_S:.0f} seconds"
            raise RunFailed(what, cause, "Close other programs and try again.")


def _photograph(shown: QWidget, folder: Path, *names: str) -> Path:
    """Its pixels as a PNG named after `names`, whole or not at all."""
    from PySide6.QtCore import QBuffer, QIODevice

    from explorer.formats.atomic import write_bytes

    path = folder / f"{'-'.join(filter(None, names))}.png"
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    shown.grab().save(buffer, "PNG")
    write_bytes(path, bytes(buffer.data().data()))
    return path
