"""The language of the window: which one is in use, and the Qt Linguist files it comes from.

Every text is filed under one context. Qt looks for a text under the class of the object that asks
and then under each class above it, and QObject is above them all, so that it does not matter which
widget asks for whom. docs/translating.md says how a language is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from explorer.assets import resources_dir

CONTEXT = "QObject"
# Each named in itself, for those who can read no other.
NAMES: Mapping[str, str] = {"en": "English", "zh_CN": "简体中文"}
CHOICES = ("system", *NAMES)
FILES = "latent-explorer"


class _Present:
    """The language in use; one a process, as is what Qt translates with."""

    name = "en"
    translators: tuple[QTranslator, ...] = ()


def current() -> str:
    """The language in use: one of NAMES."""
    return _Present.name


def resolve(choice: str, wanted: Sequence[str] | None = None) -> str:
    """ "system" to the first language the user wants that there is, or English; others stay.

    Args:
        choice: one of CHOICES.
        wanted: BCP 47 tags, the dearest first; the system's own where None.
    """
    if choice in NAMES:
        return choice
    for tag in QLocale.system().uiLanguages() if wanted is None else wanted:
        locale = QLocale(tag)
        if locale.language() == QLocale.Language.English:
            return "en"
        simplified = locale.script() == QLocale.Script.SimplifiedHanScript
        if locale.language() == QLocale.Language.Chinese and simplified:
            return "zh_CN"
    return "en"


def apply(choice: str) -> str:
    """Speak a language from now on; what is on the screen stays as it is. `choice` of CHOICES.

    Returns the language, one of NAMES.
    """
    for translator in _Present.translators:
        QCoreApplication.removeTranslator(translator)
    name = resolve(choice)
    folders = {
        "qtbase": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
        FILES: str(resources_dir() / "translations"),  # the last is asked first
    }
    made = []
    for file, folder in folders.items():
        translator = QTranslator()
        if translator.load(f"{file}_{name}", folder):
            QCoreApplication.installTranslator(translator)
            made.append(translator)
    _Present.name, _Present.translators = name, tuple(made)
    return name


def tr(text: str, comment: str | None = None) -> str:
    """A text in the user's language, for what is no QObject; `comment` tells apart equal texts."""
    return QCoreApplication.translate(CONTEXT, text, comment)


def later(text: str) -> str:
    """A text as it is: written in a table, and put through `tr` where it is shown."""
    return text


def plural(text: str, count: int) -> str:
    """A text with "%n" for a number, in the form that the language has for it.

    The only way for such texts: `self.tr` gives up on them at the first class without one.
    """
    return QCoreApplication.translate(CONTEXT, text, None, count)
