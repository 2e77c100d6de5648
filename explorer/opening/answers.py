"""What the user said about a file where it does not say enough itself: a manifest with gaps.

The names are those of model.toml, all of them optional. Answers are frozen texts and numbers, so
that they can be part of a request, and they are checked on reading: a manifest beside a stranger's
file is a stranger's too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from explorer.errors import BadValue, ManifestError
from explorer.networks.layer import MAX_LAYERS, Layer, layer_of
from explorer.opening.toml import dump
from explorer.phrases import Phrase

VERSION = 1
MAX_BYTES = 1 << 20
LAYOUTS = ("nchw", "nhwc")
INPUT_ROLES = ("latent", "label", "timestep", "image", "noise", "ignored")
OUTPUT_ROLES = ("image", "mean", "log_variance", "score", "prediction", "ignored")
Layers = tuple[tuple[str, tuple[Layer, ...]], ...]
Plain = tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Answers:
    """Answers by name; what is empty was not answered, and the program's guess counts.

    Attributes:
        family: of families.FAMILIES. title: for people.
        size: height and width of pictures. channels: 1, 3 or 4. span: their range.
        latent: shape of one latent.
        layout: of LAYOUTS, for graphs. batch: how many items a graph takes at once.
        inputs, outputs: ports of a graph to INPUT_ROLES and OUTPUT_ROLES.
        classes: names of the classes that a label chooses among.
        diffusion: fields of the manifest's table of that name.
        layers: by role, the declared layers.
        architecture: "net.py:Generator", a class of the user's own, and its settings.
        role: what that class is: "generator", "decoder", "encoder", ...
        partner: the other file of a pair, by its name in the same folder or by a path.
    """

    family: str = ""
    title: str = ""
    size: tuple[int, ...] = ()
    channels: int = 0
    span: tuple[float, ...] = ()
    latent: tuple[int, ...] = ()
    layout: str = ""
    batch: int = 0
    inputs: Plain = ()
    outputs: Plain = ()
    classes: tuple[str, ...] = ()
    diffusion: Plain = ()
    layers: Layers = ()
    architecture: str = ""
    settings: Plain = ()
    role: str = ""
    partner: str = ""

    @property
    def given(self) -> tuple[str, ...]:
        """Names of what was answered."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name) != f.default)

    def over(self, other: Answers) -> Answers:
        """These, and those of `other` where these are silent."""
        return replace(other, **{name: getattr(self, name) for name in self.given})

    def table(self) -> dict[str, Any]:
        """As a manifest, without what was not answered."""
        made: dict[str, Any] = {"format": VERSION}
        for name, (section, key) in _PLACES.items():
            value = getattr(self, name)
            if value:
                plain = _thawed(value)
                (made.setdefault(section, {}) if section else made)[key] = plain
        for role, layers in self.layers:
            networks = made.setdefault("networks", {})
            networks.setdefault(role, {})["layers"] = [layer.table() for layer in layers]
        for name in ("inputs", "outputs", "diffusion"):
            if getattr(self, name):
                made[name] = dict(getattr(self, name))
        return made

    def text(self) -> str:
        """As TOML."""
        return dump(self.table())


# Answer -> table and key of the manifest; those of tables by role are written above.
_PLACES = {
    "family": ("", "family"), "title": ("", "title"), "partner": ("", "partner"),
    "architecture": ("", "architecture"), "role": ("", "role"), "settings": ("", "settings"),
    "size": ("image", "size"), "channels": ("image", "channels"), "span": ("image", "range"),
    "latent": ("latent", "shape"), "layout": ("graph", "layout"), "batch": ("graph", "batch"),
    "classes": ("conditions", "names"),
}  # fmt: skip


def of(**given: Any) -> Answers:
    """Answers from plain values, as a caller in Python gives them.

    Raises:
        BadValue: there is no such answer, or its value does not fit. `range` may be written for
            `span`; `layers` may be tables.
    """
    if "range" in given:
        given["span"] = given.pop("range")
    known = {f.name for f in fields(Answers)}
    for name in given:
        if name not in known:
            raise BadValue(
                f"{name}=", "there is no such answer", f"Use {', '.join(sorted(known))}."
            )
    return replace(Answers(), **{name: _checked(name, value) for name, value in given.items()})


def parse(text: str, subject: str, local: bool = True) -> Answers:
    """Answers from a manifest's text.

    Args:
        text: TOML. subject: its file, for errors.
        local: whether a partner must be a bare name in the same folder.

    Raises:
        ManifestError: it is not TOML, or a field is unknown or wrong.
    """
    try:
        top = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ManifestError(subject, f"it is not TOML ({error})", "Mend the line.") from error
    if top.get("format") != VERSION:
        raise ManifestError(subject, "format is missing or is not 1", "Write format = 1.")
    try:
        found = of(**_flat(top))
    except BadValue as error:
        raise ManifestError(subject, f"{error.subject}: {error.cause}", error.remedy) from error
    if local and found.partner and not _is_bare(found.partner):
        raise ManifestError(subject, "partner is a path", "Name a file in the same folder.")
    return found


def _flat(top: Mapping[str, Any]) -> dict[str, Any]:
    """A manifest's tables as answers by name; raises BadValue for what is none."""
    rest = {name: value for name, value in top.items() if name not in {"format", "file"}}
    given: dict[str, Any] = {}
    for name, (section, key) in _PLACES.items():
        table = rest.get(section, {}) if section else rest
        if isinstance(table, dict) and key in table:
            given[name] = table[key]
            rest = _without(rest, section, key)
    networks = rest.pop("networks", {})
    if networks:
        given["layers"] = _tables(networks)
    for name in ("inputs", "outputs", "diffusion"):
        if name in rest:
            given[name] = rest.pop(name)
    left = [name for name, value in rest.items() if value != {}]
    if left:
        raise BadValue(left[0], "it is no field of such a manifest", "Remove it.")
    return given


def _without(rest: dict[str, Any], section: str, key: str) -> dict[str, Any]:
    if section:
        return rest | {section: {k: v for k, v in rest[section].items() if k != key}}
    return {k: v for k, v in rest.items() if k != key}


def _tables(networks: Any) -> dict[str, Any]:
    """[[networks.decoder.layers]] by role."""
    wrong = BadValue("networks", "it is no table of layers by role", "See docs/formats.md.")
    if not isinstance(networks, dict):
        raise wrong
    for table in networks.values():
        if not isinstance(table, dict) or set(table) != {"layers"}:
            raise wrong
    return {role: table["layers"] for role, table in networks.items()}


def _is_bare(name: str) -> bool:
    return Path(name).name == name and "\\" not in name and name not in {".", ".."}


# -- one answer ---------------------------------------------------------------------------------


def _checked(name: str, value: Any) -> Any:
    """A value as it is kept: tuples for lists and tables; raises BadValue."""
    kept = _frozen(value) if name != "layers" else _layers(value)
    wanted = _RULES[name]
    if not wanted[0](kept):
        raise BadValue(name, f"{str(value)[:60]!r} does not fit", f"Give {wanted[1]}.")
    return kept


def _layers(value: Any) -> Layers:
    pairs = value.items() if isinstance(value, Mapping) else value
    made = []
    for role, rows in pairs:
        if not isinstance(rows, list | tuple) or not 0 < len(rows) <= MAX_LAYERS:
            raise BadValue("layers", "they are no list", f"Give 1 to {MAX_LAYERS} layers.")
        made.append((str(role), tuple(r if isinstance(r, Layer) else layer_of(r) for r in rows)))
    return tuple(made)


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return tuple((str(key), _frozen(inner)) for key, inner in value.items())
    return tuple(_frozen(inner) for inner in value) if isinstance(value, list | tuple) else value


def _thawed(value: Any) -> Any:
    if isinstance(value, tuple):
        pairs = all(isinstance(v, tuple) and len(v) == 2 and isinstance(v[0], str) for v in value)
        return {k: _thawed(v) for k, v in value} if value and pairs else [*map(_thawed, value)]
    return value


def _numbers(value: Any, kinds: tuple[type, ...], low: float, high: float) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(n, int | float) and type(n) in kinds and low <= n <= high for n in value
    )


def _is_size(value: Any) -> bool:
    return _numbers(value, (int,), 1, 4096) and len(value) == 2


def _is_span(value: Any) -> bool:
    return _numbers(value, (int, float), -1e6, 1e6) and len(value) == 2 and value[0] < value[1]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= 500


def _is_layout(value: Any) -> bool:
    return value in LAYOUTS


def _is_table(value: Any) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], str) for pair in value
    )


def _are_roles(roles: tuple[str, ...]) -> Any:
    return lambda value: _is_table(value) and all(role in roles for _, role in value)


def _are_texts(value: Any) -> bool:
    return isinstance(value, tuple) and all(map(_is_text, value))


_TEXT = (_is_text, Phrase("a short text"))
_TABLE = (_is_table, Phrase("a table"))
_RULES: dict[str, tuple[Any, Phrase]] = {
    "family": _TEXT, "title": _TEXT, "architecture": _TEXT, "role": _TEXT, "partner": _TEXT,
    "size": (_is_size, Phrase("height and width in pixels, at most 4096")),
    "channels": (lambda v: v in (1, 3, 4) and type(v) is int, Phrase("1, 3 or 4")),
    "span": (_is_span, Phrase("two rising numbers")),
    "latent": (lambda v: _numbers(v, (int,), 1, 1 << 16) and 0 < len(v) <= 4, Phrase("a shape")),
    "layout": (_is_layout, Phrase("nchw or nhwc")),
    "batch": (lambda v: type(v) is int and 0 <= v <= 1024, Phrase("a whole number up to 1024")),
    "inputs": (_are_roles(INPUT_ROLES), Phrase(f"roles out of {', '.join(INPUT_ROLES)}")),
    "outputs": (_are_roles(OUTPUT_ROLES), Phrase(f"roles out of {', '.join(OUTPUT_ROLES)}")),
    "classes": (_are_texts, Phrase("a list of texts")),
    "diffusion": _TABLE, "settings": _TABLE,
    "layers": (lambda v: isinstance(v, tuple), Phrase("layers by role")),
}  # fmt: skip
