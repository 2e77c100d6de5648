"""Failures in the code: what is at fault, why, and what to do, read wherever one is made.

Each part must be readable: a text, an f-string, a name that is given one, a parameter called like
the part (its callers are read in turn), a part of another failure, or a `Phrase`. So must words of
ours that are filled in be phrases. A subject may also be anything else: the name of a file or of a
model. Whatever is none of these is listed as unclear, for it would be shown in English.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

from code_texts import FAILURES, Found, choices, name_of, templates

PARTS = ("subject", "cause", "remedy")
# Methods of readers that make a failure of their file: of (cause, remedy), without the subject.
HELPERS = frozenset({"damaged", "refused"})
_SEVERAL = re.compile("[A-Za-z]{2} | [A-Za-z]{2}")
_TRANSLATED = frozenset({"Phrase", "tr", "plural", "format"})

Scope = tuple[ast.AST, ...]  # the functions around a place, innermost first, and the module


def read_failures(trees: Mapping[str, ast.Module], seen: frozenset[str], found: Found) -> None:
    """All failures of the files `seen`, into `found`. trees: of every file, by name."""
    code = _Code(trees, seen)
    for file in sorted(seen):
        _File(file, code, found).read(trees[file], (trees[file],))


class _Code:
    """What has to be known of the whole code to read one file of it."""

    def __init__(self, trees: Mapping[str, ast.Module], seen: frozenset[str]) -> None:
        nodes = [node for tree in trees.values() for node in ast.walk(tree)]
        functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
        self.errors = _under("ExplorerError", [n for n in nodes if isinstance(n, ast.ClassDef)])
        self.phrases = {f.name for f in functions if _says_phrase(f.returns)} | _TRANSLATED
        self.makers: dict[str, set[tuple[int, str]]] = {}
        for file in seen:
            for node in ast.walk(trees[file]):
                if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name != "__init__":
                    self.makers.setdefault(node.name, set()).update(_taken(node, PARTS))
        self.calls: dict[str, list[ast.Call]] = {}
        for node in (node for file in seen for node in ast.walk(trees[file])):
            if isinstance(node, ast.Call):
                self.calls.setdefault(name_of(node.func), []).append(node)

    def parts(self, call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
        """What a call gives as the parts of a failure."""
        name = name_of(call.func)
        places = set(self.makers.get(name, ()))
        if name in self.errors:
            places = set(enumerate(PARTS))
        elif name in HELPERS:
            places = set(enumerate(PARTS[1:]))
        for place, part in sorted(places):
            for value in _given(call, place, part):
                yield part, value


class _File:
    def __init__(self, name: str, code: _Code, found: Found) -> None:
        self.name, self.code, self.found = name, code, found

    def read(self, node: ast.AST, scope: Scope) -> None:
        """Every failure made in a part of the file."""
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                for part, value in self.code.parts(child):
                    self._part(part, value, scope)
            inner = scope
            if isinstance(child, ast.FunctionDef):
                inner = (child, *scope)
                for part in PARTS:
                    for value in _default(part, child):
                        self._part(part, value, scope)
            self.read(child, inner)

    def _part(self, part: str, value: ast.expr, scope: Scope) -> None:
        for choice in choices(value):
            if isinstance(choice, ast.Constant | ast.JoinedStr):
                for source in filter(None, templates(choice)):
                    self.found.add(FAILURES, source, self.name)
                if isinstance(choice, ast.JoinedStr):
                    self._fields(choice, scope)
            elif isinstance(choice, ast.Name):
                self._named(part, choice, scope)
            elif part != "subject" and not self._is_said(choice):
                self._unclear(choice)

    def _named(self, part: str, name: ast.Name, scope: Scope) -> None:
        """A part that is a parameter, or a name given earlier."""
        function = _function_of(name.id, scope)
        if function is not None:
            told = name.id in PARTS or _is_phrase(name.id, function)
            if not told and (part != "subject" or any(self._words_given(name.id, function))):
                self._unclear(name)
            return
        values = list(_assigned(name.id, scope))
        for value in values:
            self._part(part, value, scope)
        if part != "subject" and not values:
            self._unclear(name)

    def _fields(self, text: ast.JoinedStr, scope: Scope) -> None:
        """What is filled in may not be words of ours; between quotes ("!r") it is a name."""
        for field in text.values:
            if isinstance(field, ast.FormattedValue) and field.conversion != ord("r"):
                for choice in choices(field.value):
                    if any(self._words(choice, scope)):
                        self._unclear(choice)

    def _words(self, value: ast.expr, scope: Scope) -> Iterator[str]:
        """Words in what is filled in that nothing marks as a phrase."""
        if isinstance(value, ast.Constant | ast.JoinedStr):
            yield from (text for text in templates(value) if re.search("[A-Za-z]{2}", text))
        elif isinstance(value, ast.Subscript) and name_of(value.value).isupper():
            yield name_of(value.value)
        elif isinstance(value, ast.Name):
            function = _function_of(value.id, scope)
            if function is None:
                several = value.id.isupper()  # SUFFIX = ".json" is a name, a sentence is not
                for given in _assigned(value.id, scope):
                    for choice in choices(given):
                        if not isinstance(choice, ast.Name):
                            words = self._words(choice, scope)
                            yield from (w for w in words if not several or _SEVERAL.search(w))
            elif value.id not in PARTS and not _is_phrase(value.id, function):
                yield from self._words_given(value.id, function)

    def _words_given(self, name: str, function: ast.FunctionDef) -> Iterator[str]:
        """Texts that a parameter is by itself, and those of several words that callers give."""
        for value in _default(name, function):
            yield from filter(None, templates(value))
        for place, _ in _taken(function, (name,)):
            for call in self.code.calls.get(function.name, ()):
                for value in _given(call, place, name):
                    yield from filter(_SEVERAL.search, templates(value))

    def _is_said(self, value: ast.expr) -> bool:
        if isinstance(value, ast.Attribute):
            return value.attr in PARTS
        return isinstance(value, ast.Call) and name_of(value.func) in self.code.phrases

    def _unclear(self, node: ast.expr) -> None:
        place = f"{self.name}:{node.lineno}"
        if place not in self.found.unclear:
            self.found.unclear.append(place)


def _under(name: str, kinds: list[ast.ClassDef]) -> set[str]:
    """A class and every class under it, by name."""
    known = {name}
    while more := {k.name for k in kinds if {name_of(b) for b in k.bases} & known} - known:
        known |= more
    return known


def _taken(node: ast.FunctionDef | ast.ClassDef, names: tuple[str, ...]) -> set[tuple[int, str]]:
    """Which of some parameters a function takes, or fields a record has: the place of each."""
    if isinstance(node, ast.ClassDef):
        fields = [line for line in node.body if isinstance(line, ast.AnnAssign)]
        found = [name_of(line.target) for line in fields]
    else:
        found = [argument.arg for argument in node.args.args]
        found = found[1:] if found[:1] in (["self"], ["cls"]) else found
    return {(place, name) for place, name in enumerate(found) if name in names}


def _default(name: str, function: ast.FunctionDef) -> list[ast.expr]:
    """What a parameter is where a caller gives nothing."""
    arguments, values = function.args.args, function.args.defaults
    pairs = zip(arguments[len(arguments) - len(values) :], values, strict=True)
    return [value for argument, value in pairs if argument.arg == name]


def _given(call: ast.Call, place: int, name: str) -> list[ast.expr]:
    """What a call gives for a parameter, by name or by place."""
    named = [keyword.value for keyword in call.keywords if keyword.arg == name]
    return named or call.args[place : place + 1]


def _function_of(name: str, scope: Scope) -> ast.FunctionDef | None:
    """The function that a name is a parameter of."""
    for node in scope:
        if isinstance(node, ast.FunctionDef) and any(a.arg == name for a in _arguments(node)):
            return node
    return None


def _arguments(function: ast.FunctionDef) -> list[ast.arg]:
    return [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]


def _is_phrase(name: str, function: ast.FunctionDef) -> bool:
    return any(a.arg == name and _says_phrase(a.annotation) for a in _arguments(function))


def _says_phrase(annotation: ast.expr | None) -> bool:
    return annotation is not None and "Phrase" in ast.unparse(annotation)


def _assigned(name: str, scope: Scope) -> Iterator[ast.expr]:
    """Everything that a name is given, in the innermost function that gives it anything."""
    for around in scope:
        found = []
        for node in ast.walk(around):
            if isinstance(node, ast.AnnAssign | ast.AugAssign) and name_of(node.target) == name:
                found += [node.value] if node.value is not None else []
            elif isinstance(node, ast.Assign):
                for target in node.targets:
                    found += _unpacked(name, target, node.value)
        if found:
            yield from found
            return


def _unpacked(name: str, target: ast.expr, value: ast.expr) -> list[ast.expr]:
    """The value that an assignment gives to a name, also where it assigns several."""
    if isinstance(target, ast.Tuple):
        each = value.elts if isinstance(value, ast.Tuple) else [value] * len(target.elts)
        return [v for t, v in zip(target.elts, each, strict=True) if name_of(t) == name]
    return [value] if name_of(target) == name else []
