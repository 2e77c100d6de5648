"""The user's picture: encoded, rebuilt beside it, and the sliders put on its code."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from explorer.errors import NotSupported
from explorer.families import Spec
from explorer.families.fitting import LARGEST
from explorer.formats.picture import Picture
from explorer.latent import Values
from explorer.sampling import JOB, Result
from explorer.sampling.fitting_requests import Fit
from explorer.sampling.requests import Reconstruct
from explorer.sampling.sources import RenderScene
from explorer.session import State
from explorer.ui.desk import Desk
from explorer.ui.explore.part import Part
from explorer.ui.widgets.seed_box import SEEDS_DRAWN
from explorer.ui.widgets.slider_list import SliderList
from explorer.ui.widgets.triptych import Triptych
from explorer.ui.words import family_title

SCENE = "explore.scene"


class Rebuilt(Part):
    """Follows `exploring.picture`.

    Signals:
        rebuilt: its code has come, and the picture on screen must be drawn anew.
    """

    slot: ClassVar[str] = "explore.picture"
    slots: ClassVar[tuple[str, ...]] = (slot, SCENE)

    rebuilt = Signal()

    def __init__(
        self, desk: Desk, pictures: Triptych, sliders: SliderList, parent: QObject | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._pictures, self._sliders = pictures, sliders
        self._adopt = ""
        self._code: tuple[str, NDArray[np.float32], float, float] | None = None
        # The last round of the search under way: what is kept of it where it is cancelled.
        self._round: tuple[Picture, Mapping[str, Any], Mapping[str, Any]] | None = None
        self._searching = False
        desk.working.connect(self._cancelled)

    def opened(self, spec: Spec) -> None:
        """Another model knows nothing of the picture."""
        self._code, self._adopt = None, ""
        self._pictures.set_original(None)

    def refresh(self, state: State, old: State | None) -> None:
        """Ask for a picture's code, or show the sliders alone."""
        picture, told = state.exploring.picture, state.exploring.conditions
        encodes = self.desk.spec is not None and "encode" in self.desk.spec.capabilities
        if old is not None and picture == old.exploring.picture:
            if picture is not None and encodes and told != old.exploring.conditions:
                self.desk.submit(Reconstruct(state.model, picture, told), self.slot)
            return
        if picture is None:
            self._code, self._adopt = None, ""
            self._pictures.set_original(None)
            self._sliders.set_marks(None)
        elif self.desk.spec is not None and not encodes:
            request, self._round, self._searching = Fit(state.model, picture, told), None, True
            self.desk.submit(request, self.slot, JOB, self.tr("Looking for the picture"))
        else:
            self.desk.submit(Reconstruct(state.model, picture, told), self.slot)

    # -- what the user does ---------------------------------------------------------------------

    def take(self, picture: Picture) -> bool:
        """Encode a picture and rebuild it; search for it where the model has no encoder."""
        spec = self.desk.spec
        if spec is None:
            return False
        if "encode" not in spec.capabilities and spec.latent.size > LARGEST:
            error = NotSupported(
                spec.name,
                f"this {family_title(spec.family).lower()} has no encoder for {picture.name}",
                "Open a model that has one, such as scenes-vae.",
            )
            self.desk.failed.emit(error)
            return False
        self._adopt = picture.digest
        self._code = None
        if picture != self.now.picture:  # else it was sent here, and its code is the same entry
            self.desk.settle()
        self.desk.edit("exploring", ("picture", picture.digest), picture=picture)
        return True

    def draw_scene(self) -> None:
        """Draw a scene that nobody has seen, and take it."""
        if self.desk.spec is not None:
            size = min(256, max(self.desk.spec.image.height, self.desk.spec.image.width))
            self.desk.submit(RenderScene(random.randrange(SEEDS_DRAWN), size), SCENE)

    def clear(self) -> None:
        """The sliders' picture alone again: one entry of the history."""
        self.desk.settle()
        self.desk.edit("exploring", picture=None)

    # -- what comes back ------------------------------------------------------------------------

    def receive(self, result: Result) -> None:
        """A picture's code, or a drawn scene."""
        request, frame = result.request, result.frame
        if frame is None:
            return
        self.desk.shown(result.slot)
        if isinstance(request, Fit):
            self._receive_search(request.picture, frame.images, frame.values)
        elif isinstance(request, Reconstruct):
            self._receive_code(request.picture, frame.images, frame.values)
        elif isinstance(request, RenderScene):
            spec = self.desk.spec  # the model may be another by now
            if spec is not None and "encode" in spec.capabilities:
                self.take(frame.values["picture"])

    def _receive_code(
        self, picture: Picture, images: Mapping[str, Any], values: Mapping[str, Any]
    ) -> None:
        if picture != self.now.picture:
            return
        mean = values["mean"].ravel()
        self._code = (picture.digest, mean, values["mse"], values["psnr"])
        self._sliders.set_marks(mean, values["std"].ravel())
        self._pictures.set_original(images["original"][0])
        if self._adopt == picture.digest:
            self._adopt = ""
            point = Values.of(mean, picture.name)
            if point != self.now.point:
                self.desk.edit("exploring", ("picture", picture.digest), point=point)
                return
        self.rebuilt.emit()

    def _receive_search(
        self, picture: Picture, images: Mapping[str, Any], values: Mapping[str, Any]
    ) -> None:
        """The search goes on beside the picture; its end is a code like any other."""
        if picture != self.now.picture or not self._searching:
            return  # it is another by now; or it was cancelled, and this was on its way already
        self._searching = not values["last"]
        self._round = (picture, images, values) if self._searching else None
        if not values["last"]:
            self._pictures.set_original(images["original"][0])
            self._pictures.set_picture(images["reconstruction"][0])
            self._pictures.picture.set_caption(
                self.tr("searching"), self.tr("PSNR {db} dB").format(db=f"{values['psnr']:.1f}")
            )
            return
        if self._adopt == picture.digest and values["conditions"] != self.now.conditions:
            self.desk.edit(
                "exploring", ("picture", picture.digest), conditions=values["conditions"]
            )
        self._receive_code(picture, images, values)

    def _cancelled(self, slot: str, title: str) -> None:
        """A search was stopped: the best so far is its end."""
        if slot == self.slot and not title and self._round is not None:
            picture, images, values = self._round
            self._receive_search(picture, images, {**values, "last": True})

    def show_error(self, latent: NDArray[np.float32], mse: float, psnr: float) -> None:
        """Exact where the sliders stand at the picture's code, from 8-bit pixels elsewhere."""
        title = self.tr("sliders")
        if self._code is not None and np.array_equal(latent.ravel(), self._code[1]):
            title, mse, psnr = self.tr("reconstruction"), self._code[2], self._code[3]
        self._pictures.picture.set_caption(title, self.tr("PSNR {db} dB").format(db=f"{psnr:.1f}"))
        note = self.tr("MSE {mse}").format(mse=f"{mse:.5f}")
        self._pictures.difference.set_caption(self.tr("difference"), note)
