"""What is dropped, as a point: a picture encoded or searched for, what was saved, a text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from explorer.errors import ExplorerError, NotSupported
from explorer.families import SPACE, Spec
from explorer.families.fitting import LARGEST
from explorer.formats.picture import Picture
from explorer.latent import Point, Values
from explorer.sampling import JOB, Result
from explorer.sampling.fitting_requests import Fit
from explorer.sampling.requests import Conditions, Reconstruct
from explorer.session.spaces import joined
from explorer.ui.desk import Desk
from explorer.ui.failures import name_said
from explorer.ui.words import name_of

# Above this many dB no pixel of 8 bits can tell: what is left is rounding.
_EXACT = 90.0


def takes_pictures(spec: Spec) -> bool:
    """Whether a picture can become a latent of this model, in one step or by a search."""
    return "encode" in spec.capabilities or (spec.latent.flat and spec.latent.size <= LARGEST)


class Finder(QObject):
    """Asks for the latents of pictures, and says how well they rebuild them."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        # The best of each search under way, by its slot: None until its first round is there.
        self._best: dict[str, Result | None] = {}

    def ask(self, picture: Picture, slot: str) -> bool:
        """Encode a picture, or begin a search that the status bar follows; False where neither
        can be done, which is said.
        """
        spec, state = self._desk.spec, self._desk.state
        if spec is None or not takes_pictures(spec):
            name = spec.name if spec else self.tr("no model")
            cause = self.tr("it has no encoder for {picture}").format(
                picture=name_said(picture.name)
            )
            remedy = self.tr("Open a model that has one, or add a seed.")
            self._desk.failed.emit(NotSupported(name, cause, remedy))
            return False
        told = state.exploring.conditions
        if "encode" in spec.capabilities:
            self._desk.submit(Reconstruct(state.model, picture, told), slot, JOB)
        else:
            self._best[slot] = None
            title = self.tr("Looking for {picture}").format(picture=name_said(picture.name))
            self._desk.submit(Fit(state.model, picture, told, told=True), slot, JOB, title)
        return True

    def found(self, result: Result) -> Values | None:
        """The latent, once it has come; it is told how near a search is meanwhile."""
        request, frame = result.request, result.frame
        if not isinstance(request, Reconstruct | Fit) or frame is None:
            return None
        if request.model != self._desk.state.model:
            return None  # another one was opened meanwhile
        last = frame.values.get("last", True)
        if isinstance(request, Fit):
            if result.slot not in self._best:
                return None  # it was cancelled, and this was on its way already
            self._best[result.slot] = result
            if last:
                del self._best[result.slot]
        words = self.tr("{picture} added; its latent rebuilds it with a PSNR of {psnr} dB.")
        if last and frame.values["psnr"] > _EXACT:
            words = self.tr("{picture} added; its latent rebuilds it exactly, but for rounding.")
        if not last:
            words = self.tr("Looking for {picture}: a PSNR of {psnr} dB so far.")
        point = self._said_of(result, words)
        return point if last else None

    def cancelled(self, slot: str) -> Values | None:
        """What a search had come to when it was cancelled: that is kept. None where no search was
        under way in that slot, or none of its rounds had come.
        """
        result = self._best.pop(slot, None)
        if result is None or getattr(result.request, "model", "") != self._desk.state.model:
            return None
        words = self.tr(
            "Cancelled: {picture} added as far as it was found; its latent rebuilds it with a PSNR "
            "of {psnr} dB."
        )
        return self._said_of(result, words)

    def _said_of(self, result: Result, words: str) -> Values:
        """The latent of a result, and a sentence about it."""
        assert isinstance(result.request, Reconstruct | Fit) and result.frame is not None
        values = result.frame.values
        point = Values.of(values["mean"], result.request.picture.name)
        text = words.format(picture=name_of(point), psnr=f"{values['psnr']:.1f}")
        self._desk.said.emit(text)
        return point

    def saved(self, values: Mapping[str, Any]) -> Point | None:
        """What a file was saved of, see ReadKey, where that was of the open model."""
        spec, state = self._desk.spec, self._desk.state
        if spec is None or "point" not in values or values["model"] != state.model:
            return None
        told = values["conditions"]
        point = self._joined(values["point"], spec.space_name(told))
        if point is not None and _classes(told) != _classes(state.exploring.conditions):
            words = self.tr("It was saved as another class: here it is drawn as the one chosen.")
            self._desk.said.emit(words)
        return point

    def of_text(self, text: str) -> Point | None:
        """A latent as it is copied and dragged; a failure is shown."""
        from explorer.session import share  # most windows never do: not at the start

        try:
            model, point, space = share.read_latent(text, self.tr("what was dropped"))
        except ExplorerError as error:
            self._desk.failed.emit(error)
            return None
        found = self._joined(point, space)
        if found is not None and model != self._desk.state.model:
            words = self.tr("This latent was made with {model}.")
            self._desk.said.emit(words.format(model=model))
        return found

    def _joined(self, point: Point, space: str) -> Point | None:
        """The point in one space with the others, which may go to another for it."""
        state, spec = self._desk.state, self._desk.spec
        try:
            if spec is not None:
                state, point = joined(state, spec, point, space)
        except ExplorerError as error:
            self._desk.failed.emit(error)
            return None
        if state is not self._desk.state:
            self._desk.become(state)
        return point


def _classes(told: Conditions) -> dict[str, Any]:
    return {name: value for name, value in told if name != SPACE}
