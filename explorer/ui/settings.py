"""What the window remembers between runs, in the platform's own place for settings."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from explorer.ui import language, theme

RECENT = 10


class Settings:
    """Typed access to QSettings; give one of your own (an ini file) to keep runs apart."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings("Latent Explorer", "Latent Explorer")

    def _text(self, key: str, default: str = "") -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    @property
    def theme(self) -> str:
        """One of explorer.ui.theme.CHOICES."""
        kept = self._text("theme", "system")
        return kept if kept in theme.CHOICES else "system"

    @theme.setter
    def theme(self, choice: str) -> None:
        self._store.setValue("theme", choice)

    @property
    def language(self) -> str:
        """One of explorer.ui.language.CHOICES."""
        kept = self._text("language", "system")
        return kept if kept in language.CHOICES else "system"

    @language.setter
    def language(self, choice: str) -> None:
        self._store.setValue("language", choice)

    @property
    def model(self) -> str:
        """The model that was open last: a bundled name or a path; "" for none."""
        return self._text("model")

    @model.setter
    def model(self, name: str) -> None:
        self._store.setValue("model", name)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    @property
    def layout(self) -> QByteArray:
        """Where the docks are."""
        return self._bytes("layout")

    @layout.setter
    def layout(self, value: QByteArray) -> None:
        self._store.setValue("layout", value)

    def split(self, name: str) -> QByteArray:
        """Where a splitter stands, by its object name."""
        return self._bytes(f"split/{name}")

    def set_split(self, name: str, value: QByteArray) -> None:
        """Remember it."""
        self._store.setValue(f"split/{name}", value)

    @property
    def smooth(self) -> bool:
        """Whether enlarged pixels are interpolated."""
        return self._text("smooth") == "yes"

    @smooth.setter
    def smooth(self, value: bool) -> None:
        self._store.setValue("smooth", "yes" if value else "no")

    @property
    def recent(self) -> list[str]:
        """Paths opened lately, the newest first."""
        kept = self._store.value("recent", [])
        many = kept if isinstance(kept, list) else [kept]
        return [path for path in many if isinstance(path, str) and path]

    def remember(self, path: str) -> None:
        """Put a path at the head of the recent ones."""
        paths = [path, *(p for p in self.recent if p != path)]
        self._store.setValue("recent", paths[:RECENT])

    def forget(self, path: str) -> None:
        """Drop a path that does not open any more."""
        self._store.setValue("recent", [p for p in self.recent if p != path])

    @property
    def place(self) -> str:
        """The file it is kept in, or where the platform keeps such things."""
        return self._store.fileName()

    def sync(self) -> None:
        """Write to disk now."""
        self._store.sync()
