"""The one import of torch, off the start-up path and without freezing the window.

Two things would stop every other thread meanwhile. Loading libtorch's shared libraries: Python's
own import holds the interpreter lock through that, a plain C call made with ctypes gives it up, so
the libraries are opened that way first. And the garbage collector: the import makes half a million
lasting objects, and each full collection walks them all with the lock held. It is off during the
import, which then takes half the time, and afterwards the objects are set aside for good.
Measured on two cores, longest stop of another thread: 264 ms for a plain import, 96 ms with the
libraries opened first, 23 ms with both.
"""

from __future__ import annotations

import ctypes
import gc
import importlib.util
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

_lock = threading.Lock()
_done: dict[str, ModuleType] = {}


def load_torch() -> Any:
    """The torch module; the first call may take seconds, from any thread."""
    return load("torch")


def load_diffusers() -> Any:
    """The diffusers module; the first call may take seconds, from any thread."""
    # Its classes are imported on first use; what each of them needs is the slow part.
    load("diffusers.schedulers.scheduling_ddim")
    return sys.modules["diffusers"]


def load(name: str) -> ModuleType:
    """Import a module that stands on torch, without stopping other threads for long."""
    if name in _done:
        return _done[name]
    with _lock, _collector_off():
        _preload()
        _done[name] = import_module(name)
    return _done[name]


@contextmanager
def _collector_off() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


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
