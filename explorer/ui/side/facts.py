"""What the Side by side view knows of a model before it is open: its manifest's word."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.families import Spec
from explorer.families.base import TEXTS
from explorer.formats.manifest import Manifest


@dataclass(frozen=True)
class Facts:
    """A model that can stand beside others.

    Attributes:
        name: opens it. title, family: for people.
        latent: shape of a latent.
        encodes: whether it can rebuild a picture.
        conditions: names of what it can be told.
        needed: of these, what it must be told.
    """

    name: str
    title: str
    family: str
    latent: tuple[int, ...]
    encodes: bool
    conditions: frozenset[str]
    needed: frozenset[str] = frozenset()


def of_manifest(manifest: Manifest) -> Facts:
    """Of a bundled model that may never have been opened."""
    return Facts(
        manifest.name,
        manifest.title,
        manifest.family,
        manifest.latent.shape,
        "encoder" in manifest.networks,
        frozenset(c.name for c in manifest.conditions),
        frozenset(c.name for c in manifest.conditions if c.null is None),
    )


def of_spec(name: str, spec: Spec) -> Facts:
    """Of the open model, which may be a file."""
    return Facts(
        name,
        spec.title,
        spec.family,
        spec.latent.shape,
        "encode" in spec.capabilities,
        frozenset(c.name for c in spec.conditions) | frozenset(TEXTS if spec.words else ()),
        frozenset(c.name for c in spec.conditions if c.null is None),
    )
