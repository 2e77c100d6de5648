"""The child process in which untrusted pickles are read, seen from inside.

Before it touches the file's content it gives up what it could misuse: memory beyond a limit, time
beyond a limit, writing files, and opening anything further - another file, a pipe, a socket. The
machine needs none of these; should it ever have a hole, there is nothing behind it.

It speaks JSON: a request on standard input, an answer on standard output. Only the standard
library is imported, because that takes half as long as numpy alone.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from explorer.errors import ExplorerError
from explorer.formats.inert.extract import extract


def main() -> None:
    """Answer the request on standard input."""
    request = json.loads(sys.stdin.read())
    path = Path(request["path"])

    def give_up() -> None:
        _warm_up()
        limit(int(request["memory"]), float(request["seconds"]))

    sys.stdout.write(json.dumps(answer(path, request["layout"], give_up)))


def answer(
    path: Path, layout: str, before: Callable[[], None] = lambda: None
) -> dict[str, Any]:  # fmt: skip
    """The description of a file, or {"error": [class, cause, remedy]}."""
    try:
        return extract(path, layout, before)
    except ExplorerError as error:
        return {"error": [type(error).__name__, error.cause, error.remedy]}
    except (MemoryError, RecursionError):
        cause = "reading it takes more memory than allowed"
        return {"error": ["FileRefused", cause, "Raise the limit in the settings if you trust it."]}


def _warm_up() -> None:
    """Load what Python would otherwise load from files later."""
    b"".decode("raw-unicode-escape")
    b"".decode("latin-1")
    "".encode("ascii")


def limit(memory: int, seconds: float) -> None:
    """Give up rights, where the system has limits to set (not on Windows).

    Afterwards nothing can be opened, so nothing can be written or sent.
    """
    try:
        import resource
    except ImportError:
        return
    wanted = {
        "RLIMIT_DATA": memory,
        "RLIMIT_CPU": max(1, round(seconds)),
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
        "RLIMIT_NPROC": 0,
        "RLIMIT_NOFILE": 0,
    }
    for name, value in wanted.items():
        kind = getattr(resource, name, None)
        if kind is not None:
            with contextlib.suppress(ValueError, OSError):  # a lower limit is already set
                resource.setrlimit(kind, (value, value))
