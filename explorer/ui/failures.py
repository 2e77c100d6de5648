"""Failures, reasons and other words of ours from rooms without Qt, in the user's language.

They are made far from here, as plain English with names and numbers already in it, so that the
command line and Python show the same. Here such a sentence is recognised by the template that it
was made from, and said again by the template's translation; what was filled in may be a phrase of
ours in turn. A text without fields is looked up in what Qt has loaded; only another one costs
reading the Linguist file, once, and English costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication

from explorer.assets import resources_dir
from explorer.errors import ExplorerError
from explorer.ui import language

FAILURES, PHRASES = "Failures", "Phrases"
# Letters that a template must have for itself: "{0} of {1}" would recognise what is none of ours.
_LEAST = 5
_FIELD = re.compile(r"\{(\d+)\}")
_FILE = re.compile(r"\.[A-Za-z]\w{0,11}$")


@dataclass(frozen=True)
class Template:
    """A sentence with places for what is filled in.

    Attributes:
        parts: what the source says before, between and after its fields.
        fields: their numbers, in the order of the source.
        said: the translation, with the same fields.
        weight: letters that are not filled in; the heavier template is the surer one.
    """

    parts: tuple[str, ...]
    fields: tuple[int, ...]
    said: str
    weight: int

    def filled(self, text: str) -> tuple[str, ...] | None:
        """What stands in a text for field 0, 1 ...; None where it is made of another source.

        Parts are looked for first: compiling all patterns would take a third of a second.
        """
        if not (text.startswith(self.parts[0]) and text.endswith(self.parts[-1])):
            return None
        if not all(part in text for part in self.parts):
            return None
        pattern = "(.*?)".join(map(re.escape, self.parts))
        found = re.fullmatch(pattern, text, re.DOTALL)
        if found is None:
            return None
        held = dict(zip(self.fields, found.groups(), strict=True))
        return tuple(held[field] for field in sorted(held))


def said(text: str) -> str:
    """A cause, a remedy or a phrase in the language in use; as it is where it is not known."""
    name = language.current()
    return text if name == "en" else _said(text, name)


def name_said(text: str) -> str:
    """What a thing is called, in the language in use; a file keeps its name."""
    return text if _FILE.search(text) else said(text)


def failure_said(error: ExplorerError) -> str:
    """All of a failure, in two lines."""
    return language.tr("{subject}: {cause}.\n{remedy}").format(
        subject=name_said(error.subject), cause=said(error.cause), remedy=said(error.remedy)
    )


@cache
def _said(text: str, name: str) -> str:
    """Looked up whole, then as a failure within a failure, by its template, or as a list."""
    known = _looked_up(text)
    if known != text or len(text) < _LEAST:
        return known
    head, _, cause = text.partition(": ")
    if cause and (subject := name_said(head)) != head and (told := _said(cause, name)) != cause:
        return language.tr("{subject}: {cause}").format(subject=subject, cause=told)
    for template in templates(name):
        found = template.filled(text)
        if found is not None:
            return template.said.format(*(_said(part, name) for part in found))
    parts = text.split("; ") if "; " in text else []
    listed = [_said(part, name) for part in parts]
    return text if listed == parts else language.tr("; ").join(listed)


def _looked_up(text: str) -> str:
    """A text without fields, from what Qt has loaded."""
    source = text.replace("{", "{{").replace("}", "}}")
    for context in (PHRASES, FAILURES):
        known = QCoreApplication.translate(context, source)
        if known != source:
            return known.replace("{{", "{").replace("}}", "}")
    return text


@cache
def templates(name: str) -> tuple[Template, ...]:
    """All templates of a language that have fields, the surest first."""
    made = [template(source, told) for source, told in _translations(name) if told]
    sure = (t for t in made if t.fields and t.weight >= _LEAST)
    return tuple(sorted(sure, key=lambda t: -t.weight))


def template(source: str, told: str) -> Template:
    """From a sentence with fields {0}, {1} ... and its translation."""
    parts = _FIELD.split(source)
    literal = tuple(part.replace("{{", "{").replace("}}", "}") for part in parts[::2])
    return Template(literal, tuple(map(int, parts[1::2])), told, sum(map(len, literal)))


def _translations(name: str) -> Iterator[tuple[str, str]]:
    """From the Linguist file: what it was compiled to cannot be listed."""
    file = resources_dir() / "translations" / f"{language.FILES}_{name}.ts"
    for context in ElementTree.parse(file).getroot().iter("context"):
        if context.findtext("name") in {FAILURES, PHRASES}:
            for message in context.iter("message"):
                yield message.findtext("source", ""), message.findtext("translation", "")
