#!/usr/bin/env python3
"""Brings the Qt Linguist files in step with the code, and lists what is not translated.

Usage: python packaging/translations.py [--check]

It reads the texts out of the code, writes resources/translations/*.ts (translations stay, texts
that are gone go) and compiles them to the *.qm that the program loads. With --check it writes
nothing. The exit code is 1 where something is untranslated, or with --check also out of step.
docs/translating.md says what it looks for in the code.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
NAME = "latent-explorer"
# How many plural forms a language has; English has only texts with plurals, being the source.
LANGUAGES: Mapping[str, int] = {"en": 2, "zh_CN": 1}
TEXTS, FAILURES, PHRASES = "QObject", "Failures", "Phrases"
# Class attributes that are shown: what views, families, file formats and writers are called.
SHOWN = {"title", "tip"}
TITLED = {"Family", "Format", "Writer"}  # made with their title as second argument
# Their failures are told in a terminal.
UNSEEN = ("training/", "bench/", "cli/", "tour.py")
SHOWN_IN = ("ui/", "families/", "export/", "formats/")

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
        unclear: "file:line" of each call of tr whose text cannot be read from the code.
    """

    texts: dict[Key, Text] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)

    def add(
        self, context: str, source: str, file: str, comment: str = "", plural: bool = False
    ) -> None:
        """Note a text."""
        text = self.texts.setdefault((context, source, comment), Text(plural))
        text.files.add(file)


# -- reading the code ---------------------------------------------------------------------------


def read_code(root: Path = ROOT / "explorer") -> Found:
    """All texts of the program."""
    found = Found()
    trees = {p: ast.parse(p.read_text(encoding="utf-8")) for p in sorted(root.rglob("*.py"))}
    errors = _error_classes(trees.values())
    makers = _makers(trees, root)
    for path, tree in trees.items():
        name = path.relative_to(root).as_posix()
        if name.startswith("ui/"):
            _read_calls(tree, name, found)
        if name.startswith(SHOWN_IN):
            _read_shown(tree, name, found)
        if not name.startswith(UNSEEN):
            _read_failures(tree, name, errors, found)
            _read_made(tree, name, makers, found)
        _read_phrases(tree, name, found)
    return found


def _read_calls(tree: ast.AST, file: str, found: Found) -> None:
    """tr("..."), plural("...", n) and later("...")."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = _name(node.func)
        if name not in {"tr", "plural", "later"} or file == "ui/language.py":
            continue
        sources = _constants(node.args[0])
        comments = _constants(node.args[1]) if name == "tr" and len(node.args) > 1 else []
        comment = comments[0] if comments else ""
        for source in sources:
            found.add(TEXTS, source, file, comment, name == "plural")
        if not sources and not isinstance(node.args[0], ELSEWHERE):
            found.unclear.append(f"{file}:{node.lineno}")


def _read_shown(tree: ast.AST, file: str, found: Found) -> None:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for line in node.body:
                for source in _constants(_assigned(line, SHOWN)):
                    found.add(TEXTS, source, file)
        elif isinstance(node, ast.Call) and _name(node.func) in TITLED and len(node.args) > 1:
            for source in _constants(node.args[1]):
                found.add(TEXTS, source, file)


def _assigned(line: ast.stmt, names: set[str]) -> ast.expr | None:
    """What a line gives to one of the names."""
    if isinstance(line, ast.AnnAssign) and _name(line.target) in names:
        return line.value
    if isinstance(line, ast.Assign) and any(_name(t) in names for t in line.targets):
        return line.value
    return None


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _constants(node: ast.expr | None) -> list[str]:
    """The texts an expression can be, where the code says them outright."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value] if node.value else []
    if isinstance(node, ast.IfExp):
        return _constants(node.body) + _constants(node.orelse)
    return []


# -- failures: written far from Qt, translated where they are shown -----------------------------


def _error_classes(trees: Iterable[ast.AST]) -> set[str]:
    """ExplorerError and every class under it, by name."""
    kinds = [n for t in trees for n in ast.walk(t) if isinstance(n, ast.ClassDef)]
    known = {"ExplorerError"}
    while more := {k.name for k in kinds if {_name(b) for b in k.bases} & known} - known:
        known |= more
    return known


def _read_failures(tree: ast.AST, file: str, errors: set[str], found: Found) -> None:
    """Causes and remedies of failures, also where a name holds them first."""
    named: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in errors | HELPERS:
            first = 0 if _name(node.func) in HELPERS else 1
            parts = [*node.args[first:3], *(k.value for k in node.keywords if k.arg in PARTS)]
            for part in parts:
                for source in _templates(part):
                    found.add(FAILURES, source, file)
                named |= {n.id for n in _choices(part) if isinstance(n, ast.Name)}
    for node in ast.walk(tree):
        value = _assigned(node, named) if isinstance(node, ast.stmt) else None
        for source in _templates(value) if value is not None else ():
            found.add(FAILURES, source, file)


def _makers(trees: Mapping[Path, ast.AST], root: Path) -> dict[str, set[tuple[int, str]]]:
    """Functions that take a cause or a remedy from their callers: the place and name of each."""
    found: dict[str, set[tuple[int, str]]] = {}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            told = not path.relative_to(root).as_posix().startswith(UNSEEN)
            if told and isinstance(node, ast.FunctionDef):
                names = [argument.arg for argument in node.args.args]
                own = names[:1] in (["self"], ["cls"])
                places = {(at - own, name) for at, name in enumerate(names) if name in PARTS}
                found.setdefault(node.name, set()).update(places)
    return {name: places for name, places in found.items() if places}


def _read_made(
    tree: ast.AST, file: str, makers: Mapping[str, set[tuple[int, str]]], found: Found
) -> None:
    """The causes and remedies given to such functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for place, name in makers.get(_name(node.func), ()):
                given = [k.value for k in node.keywords if k.arg == name]
                for part in given or node.args[place : place + 1]:
                    for source in _templates(part):
                        found.add(FAILURES, source, file)


PARTS = {"cause", "remedy"}
# Methods of readers that make a failure of their file: of (cause, remedy), without the subject.
HELPERS = frozenset({"damaged", "refused"})


def _read_phrases(tree: ast.AST, file: str, found: Found) -> None:
    """What a Phrase is made from, and what a recipe's Facts call the model and say of it."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if _name(node.func) == "Facts":
            made = [k.value for k in node.keywords if k.arg in {"title", "summary"}]
        elif _name(node.func) == "Phrase" and not isinstance(node.args[0], ELSEWHERE):
            made = node.args[:1]
        else:
            continue
        for text in made:
            sources = list(_templates(text))
            for source in filter(None, sources):
                found.add(PHRASES, source, file)
            if not sources:
                found.unclear.append(f"{file}:{node.lineno}")


def _choices(node: ast.expr) -> Iterator[ast.expr]:
    """An expression, or each that a conditional or an `or` may give."""
    if isinstance(node, ast.IfExp):
        yield from _choices(node.body)
        yield from _choices(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _choices(value)
    else:
        yield node


def _templates(node: ast.expr) -> Iterator[str]:
    """Texts with {0}, {1} ... for what is filled in."""
    for choice in _choices(node):
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


# -- Qt Linguist files --------------------------------------------------------------------------


def read_ts(path: Path) -> dict[Key, tuple[str, ...]]:
    """Translations by key, one or one a plural form; "" for what is not translated."""
    if not path.is_file():
        return {}
    kept: dict[Key, tuple[str, ...]] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            told = message.find("translation")
            assert told is not None
            forms = [f.text or "" for f in told.iter("numerusform")] or [told.text or ""]
            source, comment = message.findtext("source", ""), message.findtext("comment", "")
            kept[context.findtext("name", ""), source, comment] = tuple(forms)
    return kept


def write_ts(
    path: Path, language: str, texts: Mapping[Key, Text], told: Mapping[Key, tuple[str, ...]]
) -> None:
    """A Linguist file of the texts, in an order that does not change when code moves."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for context in sorted({key[0] for key in texts}):
        lines += ["<context>", f"    <name>{context}</name>"]
        for key in sorted(key for key in texts if key[0] == context):
            lines += _message(key, texts[key], told.get(key, ()), LANGUAGES[language])
        lines.append("</context>")
    path.write_text("\n".join([*lines, "</TS>", ""]), encoding="utf-8")


def _message(key: Key, text: Text, told: Sequence[str], forms: int) -> Iterator[str]:
    yield f"    <message{' numerus=' + quoteattr('yes') if text.plural else ''}>"
    for file in sorted(text.files):
        yield f'        <location filename="../../explorer/{file}"/>'
    yield f"        <source>{_escaped(key[1])}</source>"
    if key[2]:
        yield f"        <comment>{_escaped(key[2])}</comment>"
    kind = "" if told and all(told) else ' type="unfinished"'
    if text.plural:
        yield f"        <translation{kind}>"
        for at in range(forms):
            form = told[at] if at < len(told) else ""
            yield f"            <numerusform>{_escaped(form)}</numerusform>"
        yield "        </translation>"
    else:
        yield f"        <translation{kind}>{_escaped(told[0] if told else '')}</translation>"
    yield "    </message>"


def _escaped(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def compile_ts(path: Path, to: Path) -> None:
    """The form that the program loads, by PySide6's own lrelease."""
    import PySide6

    home = Path(PySide6.__file__).parent
    tools = [home / "lrelease", home / "lrelease.exe"]
    tool = next((t for t in tools if t.is_file()), Path("lrelease"))
    words = [str(tool), "-silent", str(path), "-qm", str(to)]
    subprocess.run(words, check=True, capture_output=True)


def wanted(found: Found, language: str) -> dict[Key, Text]:
    """The texts that a language's file holds."""
    return {k: t for k, t in found.texts.items() if language != "en" or t.plural}


def untranslated(found: Found, language: str) -> list[str]:
    """ "file: text" of each text without a translation."""
    told = read_ts(FOLDER / f"{NAME}_{language}.ts")
    forms = LANGUAGES[language]
    missing = []
    for key, text in sorted(wanted(found, language).items()):
        have = told.get(key, ())
        if not have or not all(have) or (text.plural and len(have) != forms):
            missing.append(f"{min(text.files)}: {key[1]}")
    return missing


def update(folder: Path = FOLDER) -> Found:
    """Write every language's files anew, in `folder`, from the code and from FOLDER."""
    found = read_code()
    for language in LANGUAGES:
        name = f"{NAME}_{language}"
        told = read_ts(FOLDER / f"{name}.ts")
        write_ts(folder / f"{name}.ts", language, wanted(found, language), told)
        compile_ts(folder / f"{name}.ts", folder / f"{name}.qm")
    return found


def main() -> int:
    """The command; its exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    bad = 0
    if parser.parse_args().check:
        with tempfile.TemporaryDirectory() as place:
            found = update(Path(place))
            for file in sorted(Path(place).iterdir()):
                kept = FOLDER / file.name
                if not kept.is_file() or kept.read_bytes() != file.read_bytes():
                    print(f"out of step: {kept.relative_to(ROOT)}")
                    bad += 1
    else:
        found = update()
    for place in found.unclear:
        print(f"no text can be read: explorer/{place}")
    for language in LANGUAGES:
        for line in untranslated(found, language):
            print(f"{language}: explorer/{line}")
            bad += 1
    print(f"{len(found.texts)} texts, {bad + len(found.unclear)} to mend")
    return int(bool(bad or found.unclear))


if __name__ == "__main__":
    sys.exit(main())
