"""What the Side by side view knows of a model before it is open: its manifest's word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from explorer.errors import ExplorerError
from explorer.families import Spec
from explorer.families.base import TEXTS
from explorer.formats.manifest import Manifest
from explorer.formats.words import Words, read_words
from explorer.ui.failures import said

_TOKENIZER = "tokenizer"  # the folder of a pipeline that has one


@dataclass(frozen=True)
class Facts:
    """A model that can stand beside others.

    Attributes:
        name: opens it. title, family: for people.
        latent: shape of a latent.
        encodes: whether it can rebuild a picture.
        conditions: names of what it can be told.
        needed: of these, what it must be told.
        words: those that it knows, where it listens to a text. example: a prompt to begin with.
    """

    name: str
    title: str
    family: str
    latent: tuple[int, ...]
    encodes: bool
    conditions: frozenset[str]
    needed: frozenset[str] = frozenset()
    words: Words | None = None
    example: str = ""


def of_manifest(manifest: Manifest) -> Facts:
    """Of a bundled model that may never have been opened."""
    words = _words_of(manifest)
    return Facts(
        manifest.name,
        said(manifest.title),
        manifest.family,
        manifest.latent.shape,
        "encoder" in manifest.networks,
        frozenset(c.name for c in manifest.conditions) | frozenset(TEXTS if words else ()),
        frozenset(c.name for c in manifest.conditions if c.null is None),
        words,
        manifest.example,
    )


def _words_of(manifest: Manifest) -> Words | None:
    """What a pipeline's tokenizer knows; one that cannot be read is told of on opening."""
    folder = manifest.folder / _TOKENIZER
    if not manifest.pipeline or not folder.is_dir():
        return None
    try:
        return read_words(folder)
    except ExplorerError:
        return None


def together(several: Sequence[Facts]) -> Words | None:
    """The words that any of them knows; None where none listens to a text."""
    found = [facts.words for facts in several if facts.words is not None]
    if not found:
        return None
    numbers = {word: n for words in reversed(found) for word, n in words.numbers.items()}
    return replace(found[0], numbers=numbers, length=max(words.length for words in found))


def of_spec(name: str, spec: Spec) -> Facts:
    """Of the open model, which may be a file."""
    return Facts(
        name,
        said(spec.title),
        spec.family,
        spec.latent.shape,
        "encode" in spec.capabilities,
        frozenset(c.name for c in spec.conditions) | frozenset(TEXTS if spec.words else ()),
        frozenset(c.name for c in spec.conditions if c.null is None),
        spec.words,
        spec.example,
    )
