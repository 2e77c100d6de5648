"""The one import of torch, off the start-up path and without freezing the window.

Loading libtorch's shared libraries takes most of a second. Python's own import holds the
interpreter lock through that, so a window in another thread stands still. A plain C call made with
ctypes gives the lock up: the libraries are opened that way first, and the import then finds them
loaded.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
import threading
from pathlib import Path
from types import ModuleType
from typing import Any

_lock = threading.Lock()
_loaded: ModuleType | None = None


def load_torch() -> Any:
    """The torch module; the first call may take seconds, from any thread."""
    global _loaded  # noqa: PLW0603  (the one module object, as sys.modules would hold it)
    if _loaded is None:
        with _lock:
            _preload()
            import torch

            _loaded = torch
    return _loaded


def is_loaded() -> bool:
    """Whether torch has been imported, by whomever."""
    return "torch" in sys.modules


def _preload() -> None:
    """Open libtorch's libraries with the interpreter lock released (POSIX only)."""
    spec = importlib.util.find_spec("torch")
    if is_loaded() or spec is None or spec.origin is None or sys.platform == "win32":
        return
    try:
        dlopen = ctypes.CDLL(None).dlopen
    except (OSError, AttributeError):
        return  # a libc without dlopen: the import does it all
    dlopen.restype, dlopen.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_int]
    suffix = "dylib" if sys.platform == "darwin" else "so"
    for name in ("libc10", "libtorch_cpu", "libtorch", "libtorch_python"):
        library = Path(spec.origin).parent / "lib" / f"{name}.{suffix}"
        if library.is_file():
            # A failure here is no failure: the import that follows reports it properly.
            dlopen(os.fsencode(library), os.RTLD_LAZY | os.RTLD_GLOBAL)
