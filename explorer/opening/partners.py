"""The other half of a model that was saved as two files, by its name alone."""

from __future__ import annotations

import re
from pathlib import Path

_SWAPS = (("encoder", "decoder"), ("enc", "dec"), ("generator", "discriminator"), ("netG", "netD"))


def likely_partner(path: Path) -> Path | None:
    """A file beside `path` whose name is its counterpart's; it is not read, only named."""
    for one, two in _SWAPS:
        for old, new in ((one, two), (two, one)):
            for change in (str.lower, str.capitalize, str):
                name = path.name.replace(change(old), change(new))
                other = path.with_name(name)
                if name != path.name and other.is_file():
                    return other
    return None


def is_decoder(path: Path) -> bool:
    """Whether a file's name says that it is the half that makes pictures."""
    return re.search(r"dec|gen|netg", path.name, re.IGNORECASE) is not None
