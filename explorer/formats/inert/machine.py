"""The pickle machine: a stack, a memo and one function an opcode.

It differs from Python's in three ways: a global is never looked up, a call is never made, and
every text, number and step is counted against `Meter`. Depth costs nothing, because the stacks
are lists, so a pickle nested 200,000 deep is only long.

Opcodes are as in the Python documentation's `pickletools`, protocols 0 to 5.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from explorer.errors import FileDamaged, FileRefused
from explorer.formats.budget import MAX_INLINE, MAX_OPCODES, MAX_PICKLES, MAX_TEXT
from explorer.formats.inert.opcodes import OPCODES
from explorer.formats.inert.records import Blob
from explorer.formats.source import Inline, Source
from explorer.phrases import Phrase

Persistent = Callable[[Any], Any]
_MAX_NOTES = 20
_REMEDY = "Download it again; if that does not help, ask whoever made it to save it again."


class Meter:
    """What all pickles of one file may use together, and what was seen in them."""

    def __init__(self, subject: str) -> None:
        self.subject = subject
        self.opcodes = MAX_OPCODES
        self.text = 4 * MAX_TEXT
        self.inline = MAX_INLINE
        self.names: dict[str, None] = {}
        self.notes: dict[Phrase, None] = {}
        self.serial = 0

    def note(self, text: Phrase) -> None:
        """A sentence for the user, once."""
        if len(self.notes) < _MAX_NOTES:
            self.notes[text] = None

    def damaged(self, cause: str) -> FileDamaged:
        """An error that names the file."""
        return FileDamaged(self.subject, cause, _REMEDY)

    def refused(self, cause: str, remedy: str = "Do not trust it.") -> FileRefused:
        """An error that names the file."""
        return FileRefused(self.subject, cause, remedy)

    def take_steps(self, count: int) -> None:
        """Count work that one opcode does on `count` things, so that it cannot be repeated."""
        self.opcodes -= count
        if self.opcodes < 0:
            raise self.refused(f"it takes more than {MAX_OPCODES:,} steps to read")

    def take_text(self, length: int) -> None:
        """Count a text; raises FileRefused when it or all together are too long."""
        self.text -= length
        if length > MAX_TEXT or self.text < 0:
            raise self.refused("it holds more text than any checkpoint needs")

    def keep_inline(self, data: bytes) -> Blob:
        """Bytes that were text in the file; raises FileRefused when they are too many."""
        self.inline -= len(data)
        if self.inline < 0:
            raise self.refused("it holds its numbers as text, too many of them")
        return Blob(data, 0, len(data), Inline(data))


class Machine:
    """One pickle: `run` gives its object and leaves `position` behind its last byte.

    Args:
        data: the buffer (bytes or a mapped file). source: the same bytes, at the same positions.
        start, end: the bytes to read.
        persistent: what an external reference stands for (a storage).
        depth: how many pickles this one is inside.
    """

    def __init__(
        self, meter: Meter, data: Any, source: Source, start: int, end: int,
        persistent: Persistent | None = None, depth: int = 0,
    ) -> None:  # fmt: skip
        if depth > MAX_PICKLES:
            raise meter.refused(f"it holds pickles inside pickles, more than {MAX_PICKLES} deep")
        self.meter, self.data, self.source = meter, data, source
        self.start, self.position, self.end = start, start, end
        self.persistent, self.depth = persistent, depth
        self.stack: list[Any] = []
        self.marks: list[list[Any]] = []
        self.memo: dict[int, Any] = {}

    def run(self) -> Any:
        """The pickled object.

        Raises:
            FileDamaged: the pickle is broken. FileRefused: it goes beyond a limit.
        """
        meter, data = self.meter, self.data
        try:
            while True:
                meter.take_steps(1)
                if self.position >= self.end:
                    raise meter.damaged("its pickle ends too early")
                code = data[self.position]
                self.position += 1
                if code == 0x2E:  # STOP
                    return self.stack.pop()
                operation = OPCODES[code]
                if operation is None:
                    raise self.broken()
                operation(self)
        except (IndexError, KeyError, ValueError, struct.error, OverflowError) as error:
            raise self.broken() from error

    def broken(self) -> FileDamaged:
        """An error that says where the pickle stops making sense."""
        return self.meter.damaged(f"its pickle is broken near byte {self.position - self.start:,}")

    def next(self, persistent: Persistent | None = None) -> Any:
        """The object of the pickle that follows in the same bytes."""
        self.stack, self.marks, self.memo = [], [], {}
        self.persistent = persistent
        return self.run()

    def of(self, blob: Blob) -> Machine:
        """A machine for a pickle inside this one's bytes."""
        end = blob.start + blob.length
        return Machine(self.meter, blob.data, blob.whole, blob.start, end, depth=self.depth + 1)

    # -- what opcodes are made of -------------------------------------------------------------

    def take(self, length: int) -> int:
        """Step over `length` bytes; gives where they begin."""
        begin = self.position
        if length < 0 or begin + length > self.end:
            raise self.meter.damaged("its pickle ends too early")
        self.position = begin + length
        return begin

    def number(self, form: struct.Struct) -> int:
        """The next integer or float."""
        begin = self.take(form.size)
        return form.unpack(self.data[begin : begin + form.size])[0]  # type: ignore[no-any-return]  # struct is untyped

    def raw(self, length: int) -> bytes:
        """The next bytes, counted as text."""
        begin = self.take(length)
        self.meter.take_text(length)
        return bytes(self.data[begin : begin + length])

    def text(self, length: int) -> str:
        """The next text, as UTF-8."""
        return self.raw(length).decode("utf-8", "surrogatepass")

    def blob(self, length: int) -> Blob:
        """The next bytes, left where they are."""
        begin = self.take(length)
        return Blob(self.data, begin, length, self.source)

    def line(self) -> str:
        """The next text up to a newline, as UTF-8."""
        return self.raw_line().decode("utf-8")

    def raw_line(self) -> bytes:
        """The next bytes up to a newline, counted as text."""
        limit = min(self.end, self.position + MAX_TEXT)
        stop = self.data.find(b"\n", self.position, limit)
        if stop < 0:
            raise self.broken()
        raw = self.raw(stop - self.position)
        self.position = stop + 1
        return raw

    def unmark(self) -> list[Any]:
        """What was pushed since the last mark."""
        items = self.stack
        self.stack = self.marks.pop()
        return items
