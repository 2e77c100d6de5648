"""The card "what is this": what a stranger's file was taken for, and where that is put right.

It comes at once, before the file is opened, and says what opening it would run. Answers are tried
on the engine's thread and shown beside the model that is open; only "Use these" changes that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from explorer.errors import ExplorerError
from explorer.library import find, is_ours
from explorer.opening import sidecar, trust
from explorer.opening.answers import Answers, of
from explorer.opening.card import NOTHING, Card
from explorer.sampling import JOB, PREVIEW, Result
from explorer.sampling.file_requests import Keep, Look, Try
from explorer.ui.desk import Desk
from explorer.ui.failures import said
from explorer.ui.file_form import FileForm
from explorer.ui.words import family_title, picture_facts

LOOK, TRY, KEEP = "file.look", "file.try", "file.keep"
_STILL_MS, _SIDE, _ROOM = 250, 66, 216
_HASH = re.compile(r"\b([0-9a-f]{12})[0-9a-f]{52}\b")


class FileCard(QWidget):
    """Shows one file.

    Signals:
        opened: the name of a file that is to be opened (anew).
        shown: whether there is a file to show: models of ours need no card.
        changed: the name of the open file, which is to be read anew: it changed on the disk, or
            its answers went.
    """

    opened = Signal(str)
    shown = Signal(bool)
    changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.name = desk, ""
        self.card: Card | None = None
        self.title, self.facts, self.reasons = self._label(), self._label(), self._label()
        self.title.setProperty("role", "title")
        self.reasons.setProperty("role", "quiet")
        self.trust = self._button(self.tr("Trust its program and open it"), self._trust)
        self.trust.setToolTip(self.tr("Runs the program in exactly this file, now and later"))
        self.pair = self._button(self.tr("Open with its other half"), self._pair)
        self.pair.setToolTip(self.tr("Takes the file beside it as its encoder or decoder"))
        self.form = FileForm(self)
        self.form.changed.connect(self._edited)
        self.tried = QLabel(self)
        self.tried.setAccessibleName(self.tr("Pictures with these answers"))
        self.use = self._button(self.tr("Use these"), self._use)
        self.use.setToolTip(self.tr("Keep these answers with the file and open it with them"))
        self.forget = self._button(self.tr("Forget"), self._forget)
        self.forget.setToolTip(self.tr("Drop the answers kept with this file and guess anew"))
        self._still = QTimer(self, singleShot=True, interval=_STILL_MS)
        self._still.timeout.connect(self._try)
        self._settled = QTimer(self, singleShot=True, interval=2 * _STILL_MS)
        self._settled.timeout.connect(self._reload)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda _: self._settled.start())
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for part in (self.title, self.facts, self.trust, self.pair, self.form, self.tried):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.use)
        row.addWidget(self.forget)
        column.addLayout(row)
        column.addWidget(self.reasons)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setMinimumWidth(236)
        self._show_parts()

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.clicked.connect(lambda _: act())
        return button

    # -- what the window tells it ---------------------------------------------------------------

    def look(self, name: str) -> None:
        """Show the card of a file that is about to open; models of ours have none."""
        try:
            place = find(name)
        except ExplorerError:
            return  # whoever opens it says so
        if is_ours(place):
            self.name, self.card = "", None
            self.shown.emit(False)
            self._watch(None)
            return
        if str(place) == self.name and self.card is not None:
            return
        self.name, self.card = str(place), None
        self.title.setText(place.name)
        self.facts.setText(self.tr("Looking at it"))
        self.reasons.clear()
        self._show_parts()
        self.shown.emit(True)
        self._watch(place)
        self._desk.submit(Look(self.name), LOOK, PREVIEW)

    def join(self, one: Path, two: Path) -> None:
        """Open two files as one model; which is which their contents say."""
        self.look(str(one))
        answers = of(partner=str(two.absolute()))
        self._desk.submit(Keep(self.name, answers), KEEP, JOB, self._opening())

    def receive(self, result: Result) -> None:
        """What Look, Try and Keep give; the window has shown their failures."""
        frame, request = result.frame, result.request
        if frame is not None and result.slot in {LOOK, TRY}:
            self._desk.shown(result.slot)
        if not isinstance(request, Look | Try | Keep) or request.model != self.name:
            return
        if frame is None:
            if isinstance(request, Look) and result.error is not None:
                self._leave()
            return
        if isinstance(request, Look):
            fresh = self.card is None
            self._show(frame.values["card"], frame.values.get("sha256", ""), fresh)
        elif isinstance(request, Try):
            self.tried.setPixmap(_strip(frame.images["tried"], self.devicePixelRatioF()))
            self.tried.show()
        elif "place" in frame.values:
            text = self.tr("Answers kept in {place}").format(place=frame.values["place"])
            self._desk.said.emit(text)
            self._anew()

    def _leave(self) -> None:
        """It cannot be read: back to the open model's card, or to the library.

        The open model's own file may be half written; it stays watched.
        """
        model = self._desk.state.model
        if self.name == model:
            self.facts.setText(self.tr("It cannot be read"))
            return
        self.name, self.card = "", None
        self._watch(None)
        self.shown.emit(False)
        if model:
            self.look(model)

    # -- showing --------------------------------------------------------------------------------

    def _show(self, card: Card, sha256: str, fresh: bool) -> None:
        self.card = card
        self.title.setText(said(card.title) or card.path.name)
        rows = list(self._rows(card, sha256))
        cells = "".join(
            f"<tr><td>{escape(name)}&nbsp;&nbsp;</td><td>{escape(text)}</td></tr>"
            for name, text in rows
        )
        self.facts.setText(f"<table>{cells}</table>")
        self.facts.setAccessibleName(", ".join(f"{name}: {text}" for name, text in rows))
        why = [said(reason) for reason in (*card.because, *card.notes)]
        if card.trouble is not None:
            text = self.tr("{cause}. {remedy}")
            trouble = card.trouble
            why.append(text.format(cause=said(trouble.cause), remedy=said(trouble.remedy)))
        self.reasons.setText(_brief("\n".join(why)))
        if fresh:
            self.form.show_card(card)
            self.use.setEnabled(True)
        self._show_parts()

    def _rows(self, card: Card, sha256: str) -> list[tuple[str, str]]:
        by = " \N{MULTIPLICATION SIGN} "
        mb = self.tr("{mb} MB").format(mb=f"{card.bytes / 1e6:,.{1 if card.bytes > 1e6 else 3}f}")
        rows = [(self.tr("Format"), said(card.format))]
        if card.family:
            rows.append((self.tr("Taken for"), family_title(card.family)))
        if card.size is not None:
            rows.append((self.tr("Pictures"), picture_facts(*card.size)))
        if card.latent is not None:
            rows.append((self.tr("Latent"), by.join(map(str, card.latent))))
        rows.append((self.tr("Parameters"), f"{card.parameters:,}"))
        rows.append((self.tr("Size", "of a file"), mb))
        rows.append((self.tr("SHA-256"), f"{sha256[:12]}..." if sha256 else "..."))
        runs = self.tr("nothing") if card.runs == NOTHING else _brief(said(card.runs))
        rows.append((self.tr("Opening runs"), runs))
        return rows

    def _show_parts(self) -> None:
        card = self.card
        known = card is not None and bool(card.title)
        self.trust.setVisible(card is not None and bool(card.programs))
        self.pair.setVisible(card is not None and _lacks_half(card))
        self.form.setVisible(known and not self.form.empty)
        self.use.setVisible(known and not self.form.empty)
        self.forget.setVisible(card is not None and bool(card.answers.given))
        self.tried.setVisible(False)

    # -- answering ------------------------------------------------------------------------------

    def _edited(self) -> None:
        self.use.setEnabled(self.form.fits)
        if self.form.fits:
            self._still.start()
        else:
            self._still.stop()

    def _try(self) -> None:
        self._desk.submit(Try(self.name, self.form.answers()), TRY, PREVIEW)

    def _use(self) -> None:
        self._still.stop()
        self._desk.submit(Keep(self.name, self._all()), KEEP, JOB, self._opening())

    def _all(self) -> Answers:
        """The form's answers over those that were kept before."""
        kept = self.card.answers if self.card is not None else Answers()
        return self.form.answers().over(kept)

    def _forget(self) -> None:
        try:
            sidecar.forget(Path(self.name))
        except ExplorerError as error:
            self._desk.failed.emit(error)
            return
        self._look_again()
        self.changed.emit(self.name)  # what was opened with the answers is not what it is now

    def _pair(self) -> None:
        if self.card is not None:
            answers = of(partner=self.card.partner)
            self._desk.submit(Keep(self.name, answers), KEEP, JOB, self._opening())

    def _trust(self) -> None:
        if self.card is None:
            return
        try:
            for path, digest in self.card.programs:
                trust.add(digest, Path(path).name)
        except ExplorerError as error:
            self._desk.failed.emit(error)
            return
        self._anew()

    def _anew(self) -> None:
        self._look_again()
        self.opened.emit(self.name)

    def _look_again(self) -> None:
        name, self.name = self.name, ""
        self.look(name)

    def _opening(self) -> str:
        return self.tr("Opening {name}").format(name=Path(self.name).name)

    # -- the file on the disk -------------------------------------------------------------------

    def _watch(self, place: Path | None) -> None:
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        if place is not None and place.is_file():
            self._watcher.addPath(str(place))

    def _reload(self) -> None:
        """It changed and has been still since (a training writes it again, say)."""
        if self.name and Path(self.name).exists():
            name = self.name
            self._desk.said.emit(self.tr("{name} changed").format(name=Path(name).name))
            self._look_again()
            self.changed.emit(name)

    def close_down(self) -> None:
        """Watch nothing any more."""
        self._still.stop()
        self._settled.stop()
        self._watch(None)


def _strip(pictures: object, ratio: float) -> QPixmap:
    """Pictures (N, H, W, C) uint8 side by side, no wider than the narrowest card."""
    import numpy as np

    array = np.asarray(pictures, np.uint8)
    row = np.concatenate(list(array), axis=1)
    if row.shape[2] == 1:
        row = row.repeat(3, axis=2)
    kinds = {3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}
    row = np.ascontiguousarray(row)
    height, width, channels = row.shape
    image = QImage(row.data, width, height, channels * width, kinds[channels]).copy()
    room = QSize(round(_ROOM * ratio), round(_SIDE * ratio))
    made = QPixmap.fromImage(image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    made.setDevicePixelRatio(ratio)
    return made


def _brief(text: str) -> str:
    """Hashes by their beginnings: whole they would widen the column past what is seen of it."""
    return _HASH.sub(r"\1...", text)


def _lacks_half(card: Card) -> bool:
    """Whether the file beside it would bring what it has not: an encoder, or all that draws."""
    half = bool(card.missing) or [role for role, _ in card.networks] == ["decoder"]
    return half and bool(card.partner) and not card.answers.partner
