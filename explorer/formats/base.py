"""What a file format is. To add one: a file with a `FORMAT`, a line in `recognise.FORMATS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from explorer.formats.budget import Budget
from explorer.formats.contents import Contents
from explorer.phrases import Phrase

HEAD = 1 << 16
"""How many first bytes of a file `matches` is shown."""


@dataclass(frozen=True)
class Format:
    """One entry of FORMATS.

    Attributes:
        name: as in `Contents.format`.
        title: as on screen.
        matches: whether a file is of this format, from its first `HEAD` bytes (empty for a
            folder); must not raise for a file that is broken.
        read: the vetted contents; raises FileMissing, FileDamaged or FileRefused.
    """

    name: str
    title: Phrase
    matches: Callable[[Path, bytes], bool]
    read: Callable[[Path, Budget], Contents]
