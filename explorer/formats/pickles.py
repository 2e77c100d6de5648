"""Bare pickles: StyleGAN2's and 3's, and whatever else holds tensors or numpy arrays.

A StyleGAN pickle carries the source of its own classes, which the original loader executes. Here
the weights, the class names and the arguments that built each network are read; the source is
left alone.
"""

from __future__ import annotations

import re
from pathlib import Path

from explorer.formats.base import Format
from explorer.formats.budget import Budget
from explorer.formats.contents import Contents
from explorer.formats.torch_files import read_layout
from explorer.phrases import Phrase

_PROTOCOL = re.compile(rb"\x80[\x02-\x05]")
_OLD = re.compile(rb"\(?[dl]p?\d*\n|c[\w.]{1,200}\n\w{1,200}\n|[\]}]q\0")
_PERSISTENT = b"_reconstruct_persistent_obj"


def _is_stylegan(path: Path, head: bytes) -> bool:
    return _is_pickle(path, head) and _PERSISTENT in head


def _is_pickle(_path: Path, head: bytes) -> bool:
    return bool(_PROTOCOL.match(head) or _OLD.match(head))


def _read(path: Path, budget: Budget) -> Contents:
    found = read_layout(path, budget, "bare", PICKLE.name, PICKLE.title)
    if any(name.endswith(_PERSISTENT.decode()) for name in found.classes):
        return Contents(**{**vars(found), "format": STYLEGAN.name, "title": STYLEGAN.title})
    return found


STYLEGAN = Format("stylegan-pickle", Phrase("StyleGAN pickle"), _is_stylegan, _read)
PICKLE = Format("pickle", Phrase("Pickle with arrays"), _is_pickle, _read)
