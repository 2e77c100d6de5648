"""A line for a prompt: completes the words that a model knows, and names those that it does not."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QVBoxLayout, QWidget

from explorer.formats.words import Words, split

_PAUSE_MS = 400
_SHOWN = 8


class PromptBox(QWidget):
    """Tells of a prompt once all of its words are known; what is typed stays, whatever it is.

    Args:
        title, about: its name and what it is for. noted: whether it says itself what is wrong.

    Signals:
        told: the prompt, while it is typed, after a pause.
        settled: it was finished, by Return or by leaving the line.
        judged: `trouble` may be another.
    """

    told = Signal(str)
    settled = Signal()
    judged = Signal()

    def __init__(
        self, title: str, about: str, parent: QWidget | None = None, noted: bool = True
    ) -> None:
        super().__init__(parent)
        self.words: Words | None = None
        self._noted = noted
        self._shown = ""
        self.line = QLineEdit(self)
        self.line.setAccessibleName(title)
        self.line.setToolTip(about)
        self.line.setPlaceholderText(title)
        self.line.setClearButtonEnabled(True)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._finish)
        self.line.editingFinished.connect(self._finish)
        self.note = QLabel(self)
        self.note.setProperty("role", "quiet")
        self.note.setWordWrap(True)
        self.note.hide()
        self._offers = QStringListModel(self)
        self.completer = QCompleter(self._offers, self)
        self.completer.setWidget(self.line)
        self.completer.setMaxVisibleItems(_SHOWN)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = self.completer.popup()
        assert popup is not None
        self.popup = popup
        self.completer.activated.connect(self._complete)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.note)

    # -- what it shows --------------------------------------------------------------------------

    def set_words(self, words: Words | None) -> None:
        """The vocabulary of another model."""
        self.words = words
        self._offers.setStringList(list(words.known) if words is not None else [])
        self._judge()

    def show_prompt(self, prompt: str) -> None:
        """The state's prompt; what was typed since and could not be told stays."""
        if prompt == self._shown:
            return
        self._shown = prompt
        if split(prompt) != split(self.line.text()):
            self._pause.stop()
            self.line.setText(prompt)  # nobody edited it: `told` stays silent
            self.line.setCursorPosition(0)  # where it has no room, its beginning is seen
        self._judge()

    @property
    def prompt(self) -> str:
        """What stands in the line."""
        return self.line.text().strip()

    @property
    def trouble(self) -> str:
        """Why the prompt cannot be told; "" where it can."""
        return self._trouble(typing=False)

    def _trouble(self, typing: bool) -> str:
        """A word that is still being typed counts as known where it begins one that is."""
        words = self.words
        if words is None:
            return ""
        strange = words.unknown(self.prompt)
        if typing and strange and strange[-1] == self._begun() and self._matches(strange[-1]):
            strange = strange[:-1]
        if strange:
            return self.tr("Not known: {words}").format(words=", ".join(strange))
        if len(split(self.prompt)) > words.room:
            return self.tr("At most {n} words").format(n=words.room)
        return ""

    def _matches(self, begun: str) -> bool:
        known = self.words.known if self.words is not None else ()
        return any(word.startswith(begun) for word in known)

    def _judge(self, typing: bool = False) -> None:
        trouble = self._trouble(typing)
        self.note.setText(trouble)
        self.note.setVisible(bool(trouble) and self._noted)
        self.judged.emit()

    # -- typing ---------------------------------------------------------------------------------

    def _begun(self) -> str:
        """The word that the cursor stands at the end of, in lower case."""
        before = self.line.text()[: self.line.cursorPosition()]
        found = split(before)
        return found[-1] if found and before.lower().endswith(found[-1]) else ""

    def _typed(self) -> None:
        self._judge(typing=True)
        begun = self._begun()
        self.completer.setCompletionPrefix(begun)
        offered = self.completer.completionCount()
        alone = offered == 1 and self.completer.currentCompletion() == begun
        if begun and offered and not alone:
            self.completer.complete()
        else:
            self.popup.hide()
        self._pause.start()

    def _complete(self, word: str) -> None:
        """Put a chosen word in place of what was begun."""
        text, at = self.line.text(), self.line.cursorPosition()
        before = text[: at - len(self._begun())] + word
        rest = text[at:]
        self.line.setText(before + (rest or " "))
        self.line.setCursorPosition(len(before) + (not rest))
        self._judge(typing=True)
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        if not self.trouble and split(self.prompt) != split(self._shown):
            self._shown = self.prompt
            self.told.emit(self.prompt)

    def _finish(self) -> None:
        """All that was typed counts now."""
        if self.popup.isVisible():
            return  # Return chose a word
        self._judge()
        self._tell()
        self.settled.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The line is what is typed into."""
        self.line.setFocus(event.reason())
