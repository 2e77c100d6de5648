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
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from code_failures import read_failures
from code_texts import Found, Key, Text, read_calls, read_phrases, read_shown

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
NAME = "latent-explorer"
# How many plural forms a language has; English has only texts with plurals, being the source.
LANGUAGES: Mapping[str, int] = {"en": 2, "zh_CN": 1}
# Their failures are told in a terminal.
UNSEEN = ("training/", "bench/", "cli/", "tour.py")
SHOWN_IN = ("ui/", "families/", "export/")


def read_code(root: Path = ROOT / "explorer") -> Found:
    """All texts of the program."""
    found = Found()
    paths = {p.relative_to(root).as_posix(): p for p in sorted(root.rglob("*.py"))}
    trees = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in paths.items()}
    for name, tree in trees.items():
        if name.startswith("ui/"):
            read_calls(tree, name, found)
        if name.startswith(SHOWN_IN):
            read_shown(tree, name, found)
        read_phrases(tree, name, found)
    read_failures(trees, frozenset(n for n in trees if not n.startswith(UNSEEN)), found)
    return found


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
