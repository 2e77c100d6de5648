"""Which texts the code shows, read from its syntax trees; docs/translating.md says how."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TEXTS, FAILURES, PHRASES = "QObject", "Failures", "Phrases"
# Class attributes that are shown: what views, families and writers are called.
SHOWN = {"title", "tip"}
TITLED = {"Family", "Writer"}  # made with their title as second argument
# What tr may be given besides a text: something that holds one, found where that is written.
ELSEWHERE = ast.Attribute | ast.Subscript | ast.Name | ast.BoolOp

Key = tuple[str, str, str]  # context, source, comment


@dataclass
class Text:
    """A text of the code: where it stands, and whether it has plural forms."""

    plural: bool = False
    files: set[str] = field(default_factory=set)


@dataclass
class Found:
    """What the code says.

    Attributes:
        texts: every text by its key.
        unclear: "file:line" of each place whose text cannot be read from the code.
    """

    texts: dict[Key, Text] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)

    def add(
        self, context: str, source: str, file: str, comment: str = "", plural: bool = False
    ) -> None:
        """Note a text."""
        text = self.texts.setdefault((context, source, comment), Text(plural))
        text.files.add(file)


def read_calls(tree: ast.AST, file: str, found: Found) -> None:
    """tr("..."), plural("...", n) and later("...")."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = name_of(node.func)
        if name not in {"tr", "plural", "later"} or file == "ui/language.py":
            continue
        sources = _constants(node.args[0])
        comments = _constants(node.args[1]) if name == "tr" and len(node.args) > 1 else []
        comment = comments[0] if comments else ""
        for source in sources:
            found.add(TEXTS, source, file, comment, name == "plural")
        if not sources and not isinstance(node.args[0], ELSEWHERE):
            found.unclear.append(f"{file}:{node.lineno}")


def read_shown(tree: ast.AST, file: str, found: Found) -> None:
    """What views, families and writers are called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for line in node.body:
                for source in _constants(_title(line)):
                    found.add(TEXTS, source, file)
        elif isinstance(node, ast.Call) and name_of(node.func) in TITLED and len(node.args) > 1:
            for source in _constants(node.args[1]):
                found.add(TEXTS, source, file)


def read_phrases(tree: ast.AST, file: str, found: Found) -> None:
    """What a Phrase is made from, and what a recipe's Facts call the model and say of it."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if name_of(node.func) == "Facts":
            made = [k.value for k in node.keywords if k.arg in {"title", "summary"}]
        elif name_of(node.func) == "Phrase" and not isinstance(node.args[0], ELSEWHERE):
            made = node.args[:1]
        else:
            continue
        for text in made:
            sources = list(templates(text))
            for source in filter(None, sources):
                found.add(PHRASES, source, file)
            if not sources:
                found.unclear.append(f"{file}:{node.lineno}")


def name_of(node: ast.expr) -> str:
    """What is called or assigned to: `b` of `a.b`."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def choices(node: ast.expr) -> Iterator[ast.expr]:
    """An expression, or each that a conditional or an `or` may give."""
    if isinstance(node, ast.IfExp):
        yield from choices(node.body)
        yield from choices(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from choices(value)
    else:
        yield node


def templates(node: ast.expr) -> Iterator[str]:
    """Texts with {0}, {1} ... for what is filled in."""
    for choice in choices(node):
        if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
            yield choice.value.replace("{", "{{").replace("}", "}}")
        elif isinstance(choice, ast.JoinedStr):
            text, fields = "", 0
            for part in choice.values:
                if isinstance(part, ast.Constant):
                    text += str(part.value).replace("{", "{{").replace("}", "}}")
                else:
                    text += f"{{{fields}}}"
                    fields += 1
            if re.search(r"[A-Za-z]{2}", re.sub(r"\{\d+\}", "", text)):
                yield text


def _title(line: ast.stmt) -> ast.expr | None:
    """What a line of a class gives to one of SHOWN."""
    if isinstance(line, ast.AnnAssign) and name_of(line.target) in SHOWN:
        return line.value
    if isinstance(line, ast.Assign) and any(name_of(t) in SHOWN for t in line.targets):
        return line.value
    return None


def _constants(node: ast.expr | None) -> list[str]:
    """The texts an expression can be, where the code says them outright."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value] if node.value else []
    if isinstance(node, ast.IfExp):
        return _constants(node.body) + _constants(node.orelse)
    return []
