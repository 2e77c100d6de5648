"""Questions: file dialogs, and the one that keeps work from being lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from explorer.export import WRITERS, Writer
from explorer.export.inside import FILMS
from explorer.export.png import numbered
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
    typed, writer = Path(file), kinds.get(kind, writers[0])
    path = typed
    if all(path.suffix.lower() != known.ending for known in WRITERS):  # "a.b" has no suffix of ours
        path = path.with_name(path.name + writer.ending)
    if writer.many and path.suffix.lower() == writer.ending and not writer.is_for(path):
        path = path.with_name(path.stem + writer.suffix)
    return unless_kept(parent, typed, path)


def picture_to_save(parent: QWidget, name: str) -> Path | None:
    """Where to save one picture, a PNG; None for nowhere."""
    title, kinds = parent.tr("Save picture"), parent.tr("PNG picture (*.png)")
    file, _ = QFileDialog.getSaveFileName(parent, title, name, kinds)
    if not file:
        return None
    typed = Path(file)
    bare = typed.with_suffix("") if typed.suffix.lower() in SUFFIXES else typed
    path = typed if typed.suffix.lower() == ".png" else bare.with_name(f"{bare.name}.png")
    return unless_kept(parent, typed, path)


def unless_kept(parent: QWidget, typed: Path, path: Path) -> Path | None:
    """Where to write, or None where the file of that name is to stay.

    The dialog has asked about the name that was typed, and knows nothing of the one made of it.
    """
    first = numbered(path, 1) if "##" in path.stem else path
    if first != typed and first.exists() and not may_replace(parent, first.name):
        return None
    return path


def may_replace(parent: QWidget, name: str) -> bool:
    """Whether a file that is there already may go."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(parent.tr("Latent Explorer"))
    box.setText(parent.tr("Replace {name}?").format(name=name))
    box.setInformativeText(parent.tr("There is a file of that name already."))
    replace = box.addButton(parent.tr("Replace"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is replace


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


def moved_model(parent: QWidget, name: str) -> Path | None:
    """Where a model is that is not where it was; None where the user thinks better of it.

    Of a model that is a folder, any file in it.
    """
    tr, title = parent.tr, parent.tr("Where is {name}?").format(name=name)
    models = " ".join((*INDEXES, *(f"*{suffix}" for suffix in MODELS)))
    kinds = [
        tr("Models ({kinds})").format(kinds=models),
        tr("All files ({kinds})").format(kinds="*"),
    ]
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", ";;".join(kinds))
    return Path(chosen) if chosen else None


def session_to_save(parent: QWidget, name: str) -> Path | None:
    """Where to save a session; None for nowhere."""
    title, kinds = parent.tr("Save session"), parent.tr("Sessions ({kinds})")
    file, _ = QFileDialog.getSaveFileName(parent, title, name, kinds.format(kinds="*.lsx"))
    if not file:
        return None
    typed = Path(file)
    whole = typed.suffix.lower() == ".lsx"
    return unless_kept(parent, typed, typed if whole else typed.with_name(f"{typed.name}.lsx"))


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
