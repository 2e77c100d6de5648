"""The user's picture as a latent: encoded, or searched for where a model has no encoder."""

from __future__ import annotations

from PySide6.QtCore import QObject

from explorer.errors import NotSupported
from explorer.families import Spec
from explorer.families.fitting import LARGEST
from explorer.formats.picture import Picture
from explorer.latent import Values
from explorer.sampling import JOB, Result
from explorer.sampling.fitting_requests import Fit
from explorer.sampling.requests import Reconstruct
from explorer.ui.desk import Desk
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

    def ask(self, picture: Picture, slot: str) -> bool:
        """Encode a picture, or begin a search that the status bar follows; False where neither
        can be done, which is said.
        """
        spec, state = self._desk.spec, self._desk.state
        if spec is None or not takes_pictures(spec):
            name = spec.name if spec else self.tr("no model")
            cause = self.tr("it has no encoder for {picture}").format(picture=picture.name)
            remedy = self.tr("Open a model that has one, or add a seed.")
            self._desk.failed.emit(NotSupported(name, cause, remedy))
            return False
        told = state.exploring.conditions
        if "encode" in spec.capabilities:
            self._desk.submit(Reconstruct(state.model, picture, told), slot, JOB)
        else:
            title = self.tr("Looking for {picture}").format(picture=picture.name)
            self._desk.submit(Fit(state.model, picture, told, told=True), slot, JOB, title)
        return True

    def found(self, result: Result) -> Values | None:
        """The latent, once it has come; it is told how near a search is meanwhile."""
        request, frame = result.request, result.frame
        if not isinstance(request, Reconstruct | Fit) or frame is None:
            return None
        if request.model != self._desk.state.model:
            return None  # another one was opened meanwhile
        words = self.tr("{picture} added; its latent rebuilds it with a PSNR of {psnr} dB.")
        last = frame.values.get("last", True)
        if last and frame.values["psnr"] > _EXACT:
            words = self.tr("{picture} added; its latent rebuilds it exactly, but for rounding.")
        if not last:
            words = self.tr("Looking for {picture}: a PSNR of {psnr} dB so far.")
        point = Values.of(frame.values["mean"], request.picture.name)
        psnr = f"{frame.values['psnr']:.1f}"
        self._desk.said.emit(words.format(picture=name_of(point), psnr=psnr))
        return point if last else None
