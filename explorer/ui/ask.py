"""File dialogs, each a question with its answer as paths."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.export import WRITERS
from explorer.formats.picture import SUFFIXES


def pictures(parent: QWidget, title: str) -> list[Path]:
    """Picture files to read; none where the user thinks better of it."""
    kinds = parent.tr("Pictures ({suffixes})")
    kinds = kinds.format(suffixes=" ".join(f"*{suffix}" for suffix in SUFFIXES))
    files, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
    return [Path(file) for file in files]


def frames(parent: QWidget, title: str, name: str) -> Path | None:
    """Where to save frames, in any format there is a writer for; None for nowhere."""
    kinds = {f"{writer.title} (*{writer.suffix})": writer.suffix for writer in WRITERS}
    file, kind = QFileDialog.getSaveFileName(parent, title, name, ";;".join(kinds))
    if not file:
        return None
    path = Path(file)
    return path if path.suffix else path.with_suffix(kinds.get(kind, WRITERS[0].suffix))
