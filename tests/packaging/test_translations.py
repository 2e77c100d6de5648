"""Texts are found in the code, kept in Linguist files, and compiled to what the program loads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.packaging.translating import script

FIELD = re.compile(r"\{\w*\}|%n|\[\*\]")
UI = """
class View:
    title: ClassVar[str] = "Explore"
    def build(self, tr, kind):
        self.tr("Zoom in")
        tr("Copy {name}").format(name=1)
        self.tr("On" if kind else "Off")
        self.tr("Open", "a door")
        plural("%n keys", 3)
        table = {1: later("grey")}
        self.tr(table[1])
        self.tr("a" + kind)
"""
CORE = '''
class Odd(BadValue):
    """A failure of a failure."""

def check(path, count, error):
    cause = f"it has {count} of {error} bytes"
    raise Odd(str(path), cause, "Try {again}." if count else "Give up.")
    raise BadValue(str(path), f"{error}", remedy="Look into it.")

def read(meter, place):
    raise meter.damaged(f"it is broken near byte {place}")
    raise meter.refused("it tries to run a program", "Delete it.")

def between(subject: str = "seed"):
    raise BadValue(subject, "it is out of range", "Give another.")

class Why(NamedTuple):
    number: int
    cause: str

between("dimension")
between(f"run number {1}")
raise BadValue("step", Why(3, "the disk is full").cause, system())

def system() -> Phrase:
    return Phrase("there is no such file")
'''
UNREADABLE = """
_TABLE = {1: "it is lost"}

def wrong(wanted, told: Phrase, other):
    raise BadValue("it", f"it is not {wanted}", "Mend it.")
    raise BadValue(told, f"it is {told}, {other!r}, {SUFFIX}", "Mend it.")

def check(number, words):
    raise BadValue("it", _TABLE[number], "Mend it.")
    raise BadValue("it", f"it is {_TABLE[number]}", "Mend it.")
    raise BadValue("it", f"it has {'no name' if number else words}", "Mend it.")
    about = f" of {number} kinds"
    raise BadValue("it", f"it is one{about}", "Mend it.")
    for cause, remedy in words:
        raise BadValue("it", cause, remedy)
    raise BadValue("it", "it fell", " ".join(words))

SUFFIX = ".json"
wrong("a list of texts", "", "some words")
"""
REASONS = """
def reasons(layers, told, said):
    found = [Phrase(f"It has {len(layers)} {'layers'}."), Phrase("It is {told}."), Phrase(said)]
    return [*found, Phrase("a" + told)]

facts = Facts(title="A title", summary="Draws. " "Try it.", about="Made of layers.")
"""


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A small program."""
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "view.py").write_text(UI)
    (tmp_path / "errors.py").write_text("class BadValue(ExplorerError): pass")
    (tmp_path / "core.py").write_text(CORE)
    (tmp_path / "reasons.py").write_text(REASONS)
    return tmp_path


def test_texts_are_read_out_of_the_code(code: Path) -> None:
    found = script().read_code(code)
    texts = {key[1] for key in found.texts if key[0] == "QObject"}
    simple = {"Explore", "Zoom in", "Copy {name}", "On", "Off", "Open", "%n keys", "grey"}
    assert texts == simple
    assert ("QObject", "Open", "a door") in found.texts
    assert found.texts["QObject", "%n keys", ""].plural
    assert found.unclear == ["reasons.py:4", "ui/view.py:12"]


def test_failures_are_read_with_a_field_for_what_is_filled_in(code: Path) -> None:
    found = script().read_code(code)
    assert {key[1] for key in found.texts if key[0] == "Failures"} == {
        "it has {0} of {1} bytes", "Try {{again}}.", "Give up.", "Look into it.",
        "it is broken near byte {0}", "it tries to run a program", "Delete it.",
        "dimension", "seed", "run number {0}", "it is out of range", "Give another.",
        "step", "the disk is full",
    }  # fmt: skip


def test_a_failure_that_would_be_shown_in_english_is_listed(code: Path) -> None:
    """What cannot be read, and words that are filled in and are no phrase of ours."""
    (code / "odd.py").write_text(UNREADABLE)
    lines = UNREADABLE.splitlines()
    places = [int(place[7:]) for place in script().read_code(code).unclear if "odd" in place]
    assert [lines[place - 1].strip() for place in places] == [
        'raise BadValue("it", f"it is not {wanted}", "Mend it.")',
        'raise BadValue("it", _TABLE[number], "Mend it.")',
        'raise BadValue("it", f"it is {_TABLE[number]}", "Mend it.")',
        'raise BadValue("it", f"it has {\'no name\' if number else words}", "Mend it.")',
        'raise BadValue("it", f"it is one{about}", "Mend it.")',
        'raise BadValue("it", cause, remedy)',
        'raise BadValue("it", "it fell", " ".join(words))',
    ]


def test_phrases_are_read_and_what_a_recipe_says_of_its_model(code: Path) -> None:
    """Its title and summary stand on the card of the library; the long text does not."""
    found = script().read_code(code)
    assert {key[1] for key in found.texts if key[0] == "Phrases"} == {
        "there is no such file",
        "It has {0} {1}.", "It is {{told}}.", "A title", "Draws. Try it.",
    }  # fmt: skip


def test_a_linguist_file_keeps_everything_and_loads(code: Path, tmp_path: Path) -> None:
    """Signs that XML must escape, line breaks, comments and plural forms, there and back."""
    tool = script()
    found = tool.read_code(code)
    odd = "a < \"b\" &\n'c'"
    found.add("QObject", odd, "ui/view.py")
    told: dict[tuple[str, str, str], tuple[str, ...]]
    told = {key: (f"<{key[1]}>\n&",) for key in found.texts}
    told["QObject", "%n keys", ""] = ("%n Taste", "%n Tasten")
    file, compiled = tmp_path / "x.ts", tmp_path / "x.qm"
    tool.write_ts(file, "en", found.texts, told)
    assert tool.read_ts(file) == told
    tool.compile_ts(file, compiled)
    translator = QTranslator()
    assert translator.load(str(compiled))
    assert translator.translate("QObject", "Open", "a door") == "<Open>\n&"
    assert translator.translate("QObject", odd) == f"<{odd}>\n&"
    assert translator.translate("QObject", "%n keys", None, 1) == "%n Taste"
    assert translator.translate("QObject", "%n keys", None, 2) == "%n Tasten"


def languages() -> list[str]:
    return list(script().LANGUAGES)


@pytest.mark.parametrize("name", languages())
def test_a_translation_has_the_fields_of_its_text(name: str) -> None:
    """A field that is misspelt or forgotten would fail, or hide what it says, in that language."""
    wrong = []
    for (_, source, _), forms in script().read_ts(file_of(name)).items():
        wrong += [
            (source, form)
            for form in forms
            if form and sorted(FIELD.findall(source)) != sorted(FIELD.findall(form))
        ]
    assert not wrong


@pytest.mark.parametrize("name", languages())
def test_accelerators_and_ends_stay(name: str) -> None:
    """What opens a menu by key, opens a dialog, or asks for more words, says so everywhere."""
    wrong = []
    for (context, source, _), forms in script().read_ts(file_of(name)).items():
        for form in filter(None, forms):
            same_key = ("&" in source) == ("&" in form)
            same_end = source.endswith("...") == form.endswith("...")
            if context == "QObject" and not (same_key and same_end):
                wrong.append((source, form))
    assert not wrong


@pytest.mark.parametrize("name", languages())
def test_what_is_loaded_is_what_is_written(name: str) -> None:
    """The .qm lies beside the .ts, so that no tool is needed to run or to package the program."""
    translator = QTranslator()
    assert translator.load(str(file_of(name).with_suffix(".qm")))
    apart = []
    for (context, source, comment), forms in script().read_ts(file_of(name)).items():
        if len(forms) == 1 and forms[0]:
            loaded = translator.translate(context, source, comment or None)
            apart += [source] if loaded != forms[0] else []
    assert not apart


def file_of(name: str) -> Path:
    tool = script()
    path: Path = tool.FOLDER / f"{tool.NAME}_{name}.ts"
    return path
