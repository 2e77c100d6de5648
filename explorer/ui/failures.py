"""Failures in the user's language.

They are raised far from Qt, as plain English sentences with names and numbers already in them, so
that the command line and Python show the same. Here such a sentence is recognised by the template
that it was made from, and said again by the template's translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

from explorer.assets import resources_dir
from explorer.ui import language

CONTEXT = "Failures"
# Letters that a template must have for itself: "{0} of {1}" would recognise what is none of ours.
_LEAST = 6
_FIELD = re.compile(r"\{(\d+)\}")


@dataclass(frozen=True)
class Template:
    """A sentence with places for what is filled in.

    Attributes:
        pattern: matches what can be made of the source; group i is the field {i}.
        said: the translation, with the same fields.
        weight: letters that are not filled in; the heavier template is the surer one.
    """

    pattern: re.Pattern[str]
    said: str
    weight: int


def said(text: str) -> str:
    """A cause or a remedy in the language in use; as it is where it is not known."""
    return _said(text, language.current())


@cache
def _said(text: str, name: str) -> str:
    for template in templates(name):
        found = template.pattern.fullmatch(text)
        if found is not None:
            return template.said.format(*found.groups())
    return text


@cache
def templates(name: str) -> tuple[Template, ...]:
    """All templates of a language, the surest first; none for English."""
    made = [template(source, told) for source, told in _translations(name) if told]
    sure = (t for t in made if t.weight >= _LEAST)
    return tuple(sorted(sure, key=lambda t: -t.weight))


def template(source: str, told: str) -> Template:
    """From a sentence with fields {0}, {1} ... and its translation."""
    parts = _FIELD.split(source)
    literal = [part.replace("{{", "{").replace("}}", "}") for part in parts[::2]]
    pattern = "(.*?)".join(re.escape(part) for part in literal)
    return Template(re.compile(pattern, re.DOTALL), told, sum(map(len, literal)))


def _translations(name: str) -> Iterator[tuple[str, str]]:
    """From the Linguist file: what it was compiled to cannot be listed."""
    file = resources_dir() / "translations" / f"{language.FILES}_{name}.ts"
    for context in ElementTree.parse(file).getroot().iter("context"):
        if context.findtext("name") == CONTEXT:
            for message in context.iter("message"):
                yield message.findtext("source", ""), message.findtext("translation", "")
