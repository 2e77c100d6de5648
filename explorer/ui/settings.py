"""What the window remembers between runs, in the platform's own place for settings."""

from __future__ import annotations

import threading
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from explorer.sampling.shelf import MODEL_BYTES
from explorer.ui import language, theme

RECENT = 10
LEAST_MEMORY, MOST_MEMORY = 128, 1 << 20
"""Megabytes that may be set for open models."""


class Settings:
    """Typed access to QSettings; give one of your own (an ini file) to keep runs apart."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings("Latent Explorer", "Latent Explorer")
        self._fresh: dict[str, Any] = {}
        self._lock = threading.Lock()
        self._waiting: dict[str, Any] = {}
        self._saver: threading.Thread | None = None

    def _get(self, key: str, default: Any = None) -> Any:
        return self._fresh[key] if key in self._fresh else self._store.value(key, default)

    def _look_again(self, key: str) -> None:
        """Take what is on the disk, where another copy of the program may have written since."""
        with self._lock:
            written = self._saver is None
        if written:  # else the disk is behind this copy
            self._store.sync()
            self._fresh.pop(key, None)

    def _put(self, key: str, value: Any) -> None:
        """Known at once and soon on the disk, which a thread waits for: it takes 10 to 20 ms."""
        self._fresh[key] = value
        with self._lock:
            self._waiting[key] = value
            if self._saver is None:
                self._saver = threading.Thread(target=self._save, name="explorer-settings")
                self._saver.start()

    def _save(self) -> None:
        """Write until nothing waits. Every thread has a QSettings of its own for the one place."""
        store = QSettings(self._store.fileName(), self._store.format())
        while True:
            with self._lock:
                values, self._waiting = self._waiting, {}
                if not values:
                    self._saver = None
                    return
            for key, value in values.items():
                store.setValue(key, value)
            store.sync()

    def _text(self, key: str, default: str = "") -> str:
        value = self._get(key, default)
        return value if isinstance(value, str) else default

    def _bytes(self, key: str) -> QByteArray:
        value = self._get(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    @property
    def theme(self) -> str:
        """One of explorer.ui.theme.CHOICES."""
        kept = self._text("theme", "system")
        return kept if kept in theme.CHOICES else "system"

    @theme.setter
    def theme(self, choice: str) -> None:
        self._put("theme", choice)

    @property
    def language(self) -> str:
        """One of explorer.ui.language.CHOICES."""
        kept = self._text("language", "system")
        return kept if kept in language.CHOICES else "system"

    @language.setter
    def language(self, choice: str) -> None:
        self._put("language", choice)

    @property
    def model(self) -> str:
        """The model that was open last: a bundled name or a path; "" for none."""
        return self._text("model")

    @model.setter
    def model(self, name: str) -> None:
        self._put("model", name)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._put("geometry", value)

    @property
    def layout(self) -> QByteArray:
        """Where the docks are."""
        return self._bytes("layout")

    @layout.setter
    def layout(self, value: QByteArray) -> None:
        self._put("layout", value)

    def split(self, name: str) -> QByteArray:
        """Where a splitter stands, by its object name."""
        return self._bytes(f"split/{name}")

    def set_split(self, name: str, value: QByteArray) -> None:
        """Remember it."""
        self._put(f"split/{name}", value)

    @property
    def smooth(self) -> bool:
        """Whether enlarged pixels are interpolated."""
        return self._text("smooth") == "yes"

    @smooth.setter
    def smooth(self, value: bool) -> None:
        self._put("smooth", "yes" if value else "no")

    @property
    def memory(self) -> int:
        """Bytes that open models may take together."""
        kept = self._text("memory")
        megabytes = int(kept) if kept.isdecimal() and len(kept) < 8 else MODEL_BYTES >> 20
        return min(max(megabytes, LEAST_MEMORY), MOST_MEMORY) << 20

    @memory.setter
    def memory(self, value: int) -> None:
        self._put("memory", str(value >> 20))

    @property
    def threads(self) -> int:
        """Of the processor, that networks run on; 0 for all."""
        kept = self._text("threads")
        return int(kept) if kept.isdecimal() and len(kept) < 6 else 0

    @threads.setter
    def threads(self, value: int) -> None:
        self._put("threads", str(value))

    @property
    def recent(self) -> list[str]:
        """Paths opened lately, the newest first."""
        kept = self._get("recent", [])
        many = kept if isinstance(kept, list) else [kept]
        return [path for path in many if isinstance(path, str) and path]

    def remember(self, path: str) -> None:
        """Put a path at the head of the recent ones, those of a second copy among them."""
        self._look_again("recent")
        paths = [path, *(p for p in self.recent if p != path)]
        self._put("recent", paths[:RECENT])

    def forget(self, path: str) -> None:
        """Drop a path that does not open any more."""
        self._look_again("recent")
        self._put("recent", [p for p in self.recent if p != path])

    @property
    def place(self) -> str:
        """The file it is kept in, or where the platform keeps such things."""
        return self._store.fileName()

    def sync(self) -> None:
        """Return when everything is on the disk."""
        with self._lock:
            saver = self._saver
        if saver is not None:
            saver.join()
