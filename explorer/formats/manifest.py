"""model.toml: what a model folder says about itself.

The manifest is declarative, so that opening a folder never means running it. Every field is
checked on reading; a wrong one is reported with the file, the field and what it should be.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from explorer.errors import BadValue, FileMissing, ManifestError, os_reason
from explorer.formats.arrays import names_in, read_arrays
from explorer.formats.words import Words
from explorer.latent import NORMAL, LatentSpace, Mixture, Normal, Prior, Styles, Uniform
from explorer.latent.priors import COLDEST, HOTTEST
from explorer.phrases import Phrase

VERSION = 1
SCORES = ("logit", "least-squares", "wasserstein")
"""Log-odds of "real"; a number trained towards 1 for real and 0 for not; a potential of which only
differences mean anything."""
FILE = "model.toml"
PIPELINE = "model_index.json"
_FORMAT = str(VERSION)
_MAX_BYTES = 1 << 20
# Above these no picture could be shown and no latent drawn within a sane budget.
MAX_PIXELS = 1 << 24
MAX_LATENT = 1 << 24


@dataclass(frozen=True)
class Image:
    """The pictures a model makes: height and width in pixels, channels, range of its numbers."""

    height: int
    width: int
    channels: int
    low: float
    high: float


@dataclass(frozen=True)
class Condition:
    """Something categorical a model can be told. `null` is the index that means "none given"."""

    name: str
    names: tuple[str, ...]
    null: int | None = None


@dataclass(frozen=True)
class NetworkEntry:
    """One network of a model: architecture and settings, and the files that hold it."""

    role: str
    architecture: str
    settings: Mapping[str, Any]
    weights: Path | None
    onnx: Path | None


@dataclass(frozen=True)
class Manifest:
    """A model folder's model.toml, checked. Paths are absolute and lie inside the folder."""

    folder: Path
    name: str
    title: str
    family: str
    summary: str
    licence: str
    image: Image
    latent: LatentSpace
    score: str = "logit"
    """What the critic's score is, of SCORES."""
    conditions: tuple[Condition, ...] = ()
    networks: Mapping[str, NetworkEntry] = field(default_factory=dict)
    diffusion: Mapping[str, Any] = field(default_factory=dict)
    training: Mapping[str, Any] = field(default_factory=dict)
    styles: Styles | None = field(default=None, repr=False)
    """What its latents are mapped to before they are drawn, where they are."""
    words: Words | None = None
    """The words that it can be told, where it listens to a text."""
    example: str = ""
    """A prompt to begin with."""
    pipeline: str = ""
    """The index of the diffusers folder that the model is, which says all about its networks."""


def places_of(image: Image) -> int:
    """How many layers of a style-based generator take a style: two a doubling, from 4 pixels on."""
    return 2 * (image.height.bit_length() - 2)


class _Table:
    """One table of the file, read field by field, complaining with its full name."""

    def __init__(self, file: Path, name: str, data: object) -> None:
        self.file, self.name = file, name
        if not isinstance(data, dict):
            raise self.wrong("", Phrase("a table"))
        self.data: dict[str, Any] = data

    def wrong(self, key: str, wanted: Phrase) -> ManifestError:
        where = ".".join(part for part in (self.name, key) if part) if key else f"[{self.name}]"
        return ManifestError(
            str(self.file), f"{where} is missing or is not {wanted}", f"Make {where} {wanted}."
        )

    def table(self, key: str, required: bool = False) -> _Table:
        name = ".".join(part for part in (self.name, key) if part)
        return _Table(self.file, name, self.data.get(key, None if required else {}))

    def text(self, key: str, default: str | None = None) -> str:
        value = self.data.get(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, Phrase("a text"))
        return value

    def integer(self, key: str, low: int = 1, high: int = 1 << 16) -> int:
        value = self.data.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.wrong(key, Phrase(f"a whole number from {low} to {high}"))
        return value

    def integers(self, key: str, count: int | None = None) -> tuple[int, ...]:
        value = self.data.get(key)
        fits = isinstance(value, list) and all(
            isinstance(n, int) and not isinstance(n, bool) and 0 < n <= 1 << 16 for n in value
        )
        if not fits or (count is not None and len(value or ()) != count):
            many = "" if count is None else f"{count} "
            raise self.wrong(key, Phrase(f"a list of {many}whole numbers above zero"))
        return tuple(value or ())

    def floats(self, key: str) -> tuple[float, ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(map(_is_number, value)):
            raise self.wrong(key, Phrase("a list of finite numbers"))
        return tuple(float(n) for n in value)

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(n, str) for n in value):
            raise self.wrong(key, Phrase("a list of texts"))
        return tuple(value)

    def path(self, key: str) -> Path | None:
        """A file of the same folder, by bare name: a manifest must not reach elsewhere."""
        if key not in self.data:
            return None
        value = self.text(key)
        if not value or Path(value).name != value or value in {".", ".."} or "\\" in value:
            raise self.wrong(key, Phrase("the name of a file in the same folder"))
        return self.file.parent / value


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < 1e300  # also false for not-a-number


def read_manifest(folder: Path) -> Manifest:
    """The checked manifest of a model folder.

    Raises:
        FileMissing: there is no readable model.toml.
        ManifestError: it is not TOML, or a field is missing or wrong.
    """
    file = folder / FILE
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise ManifestError(str(file), "it is larger than 1 MB", "A manifest is a short text.")
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileMissing(
            str(file), os_reason(error), f"Give a folder that holds a {FILE}."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ManifestError(
            str(file), f"it is not TOML ({error})", "Mend the line, or restore the file."
        ) from error
    return _parse(folder, _Table(file, "", data))


def _parse(folder: Path, top: _Table) -> Manifest:
    if top.data.get("format") != VERSION:
        raise top.wrong("format", Phrase(_FORMAT))
    image = _image(top.table("image", required=True))
    return Manifest(
        folder=folder,
        name=top.text("name"),
        title=top.text("title"),
        family=top.text("family"),
        summary=top.text("summary", ""),
        licence=top.text("licence", ""),
        image=image,
        latent=_latent(top.table("latent", required=True)),
        score=_score(top.table("score")),
        conditions=tuple(
            _condition(top.table("conditions").table(name), name)
            for name in top.table("conditions").data
        ),
        networks={
            role: _network(top.table("networks").table(role), role)
            for role in top.table("networks", required="pipeline" not in top.data).data
        },
        diffusion=top.table("diffusion").data,
        training=top.table("training").data,
        styles=_styles(top.table("latent"), image),
        example=top.text("example", ""),
        pipeline=_pipeline(top),
    )


def _pipeline(top: _Table) -> str:
    if "pipeline" not in top.data:
        return ""
    if top.data["pipeline"] != PIPELINE or "networks" in top.data:
        raise top.wrong("pipeline", Phrase(f'"{PIPELINE}", without networks beside it'))
    return PIPELINE


def _image(table: _Table) -> Image:
    height, width = table.integers("size", 2)
    bounds = table.floats("range")
    if len(bounds) != 2 or not bounds[0] < bounds[1]:
        raise table.wrong("range", Phrase("two rising numbers"))
    if height * width > MAX_PIXELS:
        raise table.wrong("size", Phrase(f"of at most {MAX_PIXELS:,} pixels"))
    channels = table.integer("channels")
    if channels not in (1, 3, 4):
        raise table.wrong("channels", Phrase("1, 3 or 4"))
    return Image(height, width, channels, *bounds)


def _latent(table: _Table) -> LatentSpace:
    shape = table.integers("shape")
    if math.prod(shape) > MAX_LATENT:
        raise table.wrong("shape", Phrase(f"of at most {MAX_LATENT:,} numbers"))
    try:
        return LatentSpace(
            shape=shape,
            names=table.texts("names"),
            importance=table.floats("importance"),
            importance_kind=table.text("importance_kind", ""),
            std=table.floats("std"),
            prior=_prior(table),
        )
    except BadValue as error:
        raise ManifestError(
            str(table.file), f"{error.subject}: {error.cause}", error.remedy
        ) from error


def _prior(table: _Table) -> Prior:
    """Normal, uniform in all or in the named dimensions, or a mixture of another file."""
    kind = table.text("prior", "normal")
    if kind == "normal":
        return _normal(table)
    if "temperature" in table.data:
        raise table.wrong("prior", Phrase('"normal" where there is a temperature'))
    if kind == "uniform":
        names, chosen = table.texts("names"), table.texts("uniform")
        if not set(chosen) <= set(names):
            raise table.wrong("uniform", Phrase("a list of texts that latent.names holds too"))
        return Uniform(tuple(name in chosen for name in names) if chosen else ())
    if kind != "mixture":
        raise table.wrong("prior", Phrase('"normal", "uniform" or "mixture"'))
    path = table.path("mixture")
    if path is None:
        raise table.wrong("mixture", Phrase("the name of a file in the same folder"))
    held = read_arrays(path, ("weights", "means", "factors"))
    return Mixture(held["weights"], held["means"], held["factors"])


def _normal(table: _Table) -> Prior:
    heat = table.data.get("temperature", 1.0)
    if not _is_number(heat) or not COLDEST <= heat <= HOTTEST:
        raise table.wrong("temperature", Phrase(f"a number from {COLDEST:g} to {HOTTEST:g}"))
    return NORMAL if heat == 1 else Normal(float(heat))


def _styles(table: _Table, image: Image) -> Styles | None:
    path = table.path("styles")
    if path is None:
        return None
    try:
        return Styles.of(read_arrays(path, names_in(path)), places_of(image))
    except BadValue as error:
        raise ManifestError(str(path), error.cause, error.remedy) from error


def _score(table: _Table) -> str:
    kind = table.text("kind", SCORES[0])
    if kind not in SCORES:
        raise table.wrong("kind", Phrase(f"one of {', '.join(SCORES)}"))
    return kind


def _condition(table: _Table, name: str) -> Condition:
    names = table.texts("names")
    if not names:
        raise table.wrong("names", Phrase("a list of texts with at least one entry"))
    null = table.integer("null", 0) if "null" in table.data else None
    return Condition(name, names, null)


def _network(table: _Table, role: str) -> NetworkEntry:
    weights, onnx = table.path("weights"), table.path("onnx")
    if weights is None and onnx is None:
        raise table.wrong("weights", Phrase("the name of a file in the same folder"))
    settings = table.table("settings").data
    return NetworkEntry(role, table.text("architecture", ""), settings, weights, onnx)
