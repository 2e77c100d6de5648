"""The library: bundled models as cards, a line to find one, what was open lately, and "Open"."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.families import BRANCHES
from explorer.library import Entry, bundled
from explorer.ui import theme
from explorer.ui.branches import branch_about, branch_of, branch_title
from explorer.ui.failures import said
from explorer.ui.words import family_title, lack_words, picture_facts

_PREVIEW, _HEIGHT = 52, 72


class Card(QAbstractButton):
    """One model: its preview, title, family and size. Click or Enter opens it."""

    def __init__(self, title: str, lines: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self._lines = lines
        self._preview: QPixmap | None = None
        self.setCheckable(True)
        self.setFixedHeight(_HEIGHT if len(lines) > 1 else 48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(", ".join(lines))
        self.words = " ".join((title, *lines)).casefold()

    def load_preview(self, path: Path) -> None:
        """Read the preview picture, if there is one."""
        image = QPixmap(str(path))
        if not image.isNull():
            ratio = self.devicePixelRatioF()
            side = round(_PREVIEW * ratio)
            keep, smooth = (
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._preview = image.scaled(side, side, keep, smooth)
            self._preview.setDevicePixelRatio(ratio)
            self.update()

    def sizeHint(self) -> QSize:
        """A card's least."""
        return QSize(180, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, mark of the open one, preview, words."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = tokens.tint if self.isChecked() else tokens.raised
        if self.underMouse() and not self.isChecked():
            ground = tokens.hover
        painter.setPen(tokens.accent if self.hasFocus() else ground)
        painter.setBrush(ground)
        painter.drawRoundedRect(frame, 6, 6)
        if self.isChecked():  # a bar as well: colour is never the only sign
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawRoundedRect(QRectF(2, 10, 3, self.height() - 20), 1.5, 1.5)
        left = 12
        if len(self._lines) > 1:
            left = self._paint_preview(painter, tokens)
        self._paint_words(painter, tokens, left)

    def _paint_preview(self, painter: QPainter, tokens: theme.Theme) -> int:
        box = QRect(10, (self.height() - _PREVIEW) // 2, _PREVIEW, _PREVIEW)
        painter.fillRect(box, tokens.mat)
        if self._preview is not None:
            painter.drawPixmap(box.topLeft(), self._preview)
        painter.setPen(tokens.line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        return box.right() + 10

    def _paint_words(self, painter: QPainter, tokens: theme.Theme, left: int) -> None:
        title, small = QFont(self.font()), QFont(self.font())
        title.setPixelSize(13)
        small.setPixelSize(11)
        width = self.width() - left - 8
        heights = [18, *(15 for _ in self._lines)]
        top = (self.height() - sum(heights)) // 2
        texts = [(self.text(), title, tokens.text)]
        texts += [(line, small, tokens.quiet) for line in self._lines]
        for (text, font, colour), height in zip(texts, heights, strict=True):
            painter.setFont(font)
            painter.setPen(colour)
            cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            place = QRect(left, top, width, height)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), cut)
            top += height

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Back to quiet."""
        self.update()


class LibraryPanel(QWidget):
    """Cards of the bundled models, recent paths, and "Open".

    Signals:
        chosen: a bundled model's name, or a path.
        open_asked: for the file dialog.
    """

    chosen = Signal(str)
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, Card] = {}
        self.recent: dict[str, Card] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(8, 4, 8, 8)
        self._column.setSpacing(6)
        self._entries = bundled()
        self.headings: dict[str, QLabel] = {}
        self._branches: list[tuple[tuple[QWidget, ...], list[Card]]] = []
        for branch in (*BRANCHES, ""):
            self._add_branch(branch)
        self._none = QLabel(self.tr("No bundled model has these words."), self)
        self._none.setProperty("role", "quiet")
        self._none.setWordWrap(True)
        self._none.hide()
        self._column.addWidget(self._none)
        self._title = QLabel(self.tr("Recent"), self)
        self._title.setProperty("role", "quiet")
        self._title.hide()
        self._column.addWidget(self._title)
        self._places = QVBoxLayout()
        self._places.setSpacing(6)
        self._column.addLayout(self._places)
        self._column.addStretch(1)
        inside = QWidget(self)
        inside.setLayout(self._column)
        self._area = area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._open = QPushButton(self.tr("Open..."), self)
        self._open.setToolTip(self.tr("Open a model folder's model.toml, or a picture (Ctrl+O)"))
        self._open.clicked.connect(self.open_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        self.finder = self._find_line()
        for part in (self.finder, area, self._open):
            row = QVBoxLayout()
            edge = 0 if part is area else 8
            row.setContentsMargins(edge, 0, edge, 0)
            row.addWidget(part)
            column.addLayout(row, part is area)
        self.setMinimumWidth(148)  # titles are cut there, but a small screen has room for a view
        QTimer.singleShot(0, self, self.load_previews)

    def _find_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(self.tr("Find a model"))
        line.setAccessibleName(self.tr("Find a model"))
        line.setToolTip(
            self.tr("Words of its title, family, size or description; Enter opens the first")
        )
        line.setClearButtonEnabled(True)
        line.textChanged.connect(self._find)
        line.returnPressed.connect(self._open_found)
        return line

    def _find(self, text: str) -> None:
        """Only the cards that have all words of the text, under their branches."""
        words = text.casefold().split()
        found = False
        for labels, cards in self._branches:
            hits = [all(word in card.words for word in words) for card in cards]
            for card, hit in zip(cards, hits, strict=True):
                card.setVisible(hit)
            for label in labels:
                label.setVisible(any(hits))
            found = found or any(hits)
        self._none.setVisible(not found)

    def _open_found(self) -> None:
        """The first card that is left, where something is looked for."""
        left = [card for card in self.cards.values() if not card.isHidden()]
        if left and self.finder.text().strip():
            left[0].click()

    def _add_branch(self, branch: str) -> None:
        """A heading that says what the family is and what to try, over its models."""
        entries = [e for e in self._entries if branch_of(e.manifest.family) == branch]
        if not entries:
            return
        heading = QLabel(branch_title(branch), self)
        heading.setProperty("role", "title")
        about = QLabel(branch_about(branch), self)
        about.setProperty("role", "quiet")
        about.setWordWrap(True)
        if self.headings:
            heading.setContentsMargins(0, 10, 0, 0)
        for label in (heading, about):
            self._column.addWidget(label)
        self.headings[branch] = about
        self._branches.append(((heading, about), [self._add_entry(entry) for entry in entries]))

    def _add_entry(self, entry: Entry) -> Card:
        manifest = entry.manifest
        image = manifest.image
        facts = picture_facts(image.height, image.width, image.channels)
        size = self.tr("{mb} MB").format(mb=f"{entry.bytes / 1e6:.1f}")
        card = Card(
            said(manifest.title),
            (family_title(manifest.family), f"{facts} \N{MIDDLE DOT} {size}"),
            self,
        )
        lacks = [lack_words(lack, manifest.family) for lack in entry.lacks]
        summary = said(manifest.summary)
        card.setToolTip("\n\n".join((card.text(), summary, *lacks)))
        card.clicked.connect(lambda _=False, name=manifest.name: self.chosen.emit(name))
        self.cards[manifest.name] = card
        card.words += f" {manifest.name} {manifest.title} {summary}".casefold()
        self._column.addWidget(card)
        return card

    def load_previews(self) -> None:
        """Read the pictures of the cards; not before the window is up."""
        for entry in self._entries:
            self.cards[entry.manifest.name].load_preview(entry.preview)

    def show_recent(self, paths: list[str]) -> None:
        """What was opened lately beside the bundled models."""
        for card in self.recent.values():
            self._places.removeWidget(card)
            card.deleteLater()
        self.recent = {}
        for path in paths:
            place = Path(path)
            card = Card(place.name, (str(place.parent),), self)
            card.setToolTip(path)
            card.clicked.connect(lambda _=False, p=path: self.chosen.emit(p))
            self.recent[path] = card
            self._places.addWidget(card)
        self._title.setVisible(bool(paths))

    def mark(self, name: str) -> None:
        """The model that is open."""
        for cards in (self.cards, self.recent):
            for key, card in cards.items():
                card.setChecked(key == name)
                if key == name:
                    self._show_soon(card)

    def _show_soon(self, card: Card) -> None:
        """Scroll to a card once it has its place."""
        QTimer.singleShot(0, card, lambda: self._area.ensureWidgetVisible(card, 0, 16))
