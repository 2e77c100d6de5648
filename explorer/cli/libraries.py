"""The system libraries that Qt loads on Linux, looked for before Qt does.

Qt's wheels bring Qt alone. On a bare system its import fails with a traceback, and a missing
library of the X11 plug-in ends the whole process; both deserve a sentence with the package's name.
`python -m explorer.cli.libraries [--window]` prints the packages that are missing.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping

from explorer.errors import NotSupported

# Library -> package of Debian and Ubuntu.
ALWAYS: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11: Mapping[str, str] = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def missing(libraries: Mapping[str, str]) -> dict[str, str]:
    """Those of `libraries` that cannot be loaded here."""
    absent = {}
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            absent[library] = package
    return absent


def check(platform: str | None = None) -> None:
    """Raise NotSupported where Qt would fail for want of a system library.

    `platform` is Qt's plug-in where it is already known; by default what Qt would take here.
    """
    if not sys.platform.startswith("linux"):
        return
    absent = missing(ALWAYS)
    if platform is None:
        platform = os.environ.get("QT_QPA_PLATFORM") or ("" if _wayland() else "xcb")
    if platform.startswith("xcb"):
        absent |= missing(X11)
    if absent:
        first = next(iter(absent))
        many = f" and {len(absent) - 1} more" if len(absent) > 1 else ""
        packages = " ".join(absent.values())
        raise NotSupported(
            "the window",
            f"this system lacks {first}{many}, which Qt loads",
            f"On Debian or Ubuntu: sudo apt-get install {packages}",
        )


def _wayland() -> bool:
    return bool(os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    wanted = {**ALWAYS, **X11} if "--window" in sys.argv else ALWAYS
    print(*missing(wanted).values())
