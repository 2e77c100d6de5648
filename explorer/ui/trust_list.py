"""Programs in files that the user trusts, each with a button that revokes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from explorer.errors import ExplorerError
from explorer.opening import trust


class TrustList(QWidget):
    """Shows the list as it is when it opens.

    `failed` is told what could not be written, `revoked` that a program is trusted no more.
    """

    def __init__(
        self,
        failed: Callable[[ExplorerError], None],
        revoked: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._failed, self._revoked = failed, revoked
        self.buttons: dict[str, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        entries = trust.trusted()
        if not entries:
            self._grid.addWidget(self._quiet(self.tr("None: no program in a file is run")), 0, 0)
        for row, entry in enumerate(entries):
            text = f"{entry.name} \N{MIDDLE DOT} {entry.sha256[:12]}... \N{MIDDLE DOT} {entry.day}"
            button = QPushButton(self.tr("Revoke"), self)
            button.setAccessibleName(self.tr("Revoke {name}").format(name=entry.name))
            button.setToolTip(self.tr("Run this program no more"))
            button.clicked.connect(partial(self._revoke, entry.sha256))
            self._grid.addWidget(self._quiet(text), row, 0)
            self._grid.addWidget(button, row, 1)
            self.buttons[entry.sha256] = button

    def _quiet(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "quiet")
        return label

    def _revoke(self, sha256: str, _checked: bool = False) -> None:
        try:
            trust.revoke(sha256)
        except ExplorerError as error:
            self._failed(error)
            return
        self.buttons[sha256].setEnabled(False)
        self._revoked()
