"""Questions: file dialogs, and the one that keeps work from being lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from explorer.export import WRITERS, Writer
from explorer.export.inside import FILMS
from explorer.formats.picture import SUFFIXES
from explorer.library import INDEXES

# What model files are mostly called; their first bytes say what they are, whatever their name.
MODELS = (".safetensors", ".pt", ".pth", ".ckpt", ".bin", ".onnx", ".pt2", ".pkl")


def pictures(parent: QWidget, title: str) -> list[Path]:
    """Picture files to read; none where the user thinks better of it."""
    kinds = parent.tr("Pictures ({kinds})")
    kinds = kinds.format(kinds=" ".join(f"*{suffix}" for suffix in SUFFIXES))
    files, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
    return [Path(file) for file in files]


def frames(parent: QWidget, title: str, name: str, chosen: Writer | None = None) -> Path | None:
    """Where to save frames; None for nowhere.

    Args:
        name: what is offered.
        chosen: the format, where it was chosen before; None to offer all.
    """
    writers = WRITERS if chosen is None else (chosen,)
    kinds = {f"{writer.title} (*{writer.ending})": writer for writer in writers}
    file, kind = QFileDialog.getSaveFileName(parent, title, name, ";;".join(kinds))
    if not file:
        return None
    path, writer = Path(file), kinds.get(kind, writers[0])
    if all(path.suffix.lower() != known.ending for known in WRITERS):  # "a.b" has no suffix of ours
        path = path.with_name(path.name + writer.ending)
    if writer.many and path.suffix.lower() == writer.ending and not writer.is_for(path):
        path = path.with_name(path.stem + writer.suffix)
    return path


def anything_to_open(parent: QWidget) -> Path | None:
    """A model, a session or a picture; None for none."""
    tr, pictures = parent.tr, " ".join(f"*{suffix}" for suffix in (*SUFFIXES, *FILMS))
    models = " ".join((*INDEXES, *(f"*{suffix}" for suffix in MODELS)))
    kinds = [
        tr("All that opens ({kinds})").format(kinds=f"{models} *.lsx {pictures}"),
        tr("Models ({kinds})").format(kinds=models),
        tr("Sessions ({kinds})").format(kinds="*.lsx"),
        tr("Pictures and films ({kinds})").format(kinds=pictures),
        tr("All files ({kinds})").format(kinds="*"),
    ]
    chosen, _ = QFileDialog.getOpenFileName(parent, tr("Open"), "", ";;".join(kinds))
    return Path(chosen) if chosen else None


def session_to_save(parent: QWidget, name: str) -> Path | None:
    """Where to save a session; None for nowhere."""
    title, kinds = parent.tr("Save session"), parent.tr("Sessions ({kinds})")
    file, _ = QFileDialog.getSaveFileName(parent, title, name, kinds.format(kinds="*.lsx"))
    if not file:
        return None
    path = Path(file)
    return path if path.suffix == ".lsx" else path.with_name(path.name + ".lsx")


def session_to_open(parent: QWidget) -> Path | None:
    """A session file to open; None for none."""
    title, kinds = parent.tr("Open session"), parent.tr("Sessions ({kinds})")
    file, _ = QFileDialog.getOpenFileName(parent, title, "", kinds.format(kinds="*.lsx"))
    return Path(file) if file else None


def save_changes(parent: QWidget, name: str) -> str:
    """Whether to "save" or "discard" what is unsaved, or to "cancel" what would lose it."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(parent.tr("Latent Explorer"))
    asked = parent.tr("Save the changes to {name}?").format(name=name)
    box.setText(asked if name else parent.tr("Save this session?"))
    box.setInformativeText(parent.tr("Changes that are not saved are lost."))
    kinds = QMessageBox.StandardButton
    box.setStandardButtons(kinds.Save | kinds.Discard | kinds.Cancel)
    box.setDefaultButton(kinds.Save)
    box.setEscapeButton(kinds.Cancel)
    answers = {kinds.Save.value: "save", kinds.Discard.value: "discard"}
    return answers.get(box.exec(), "cancel")
