"""An understanding to a Model: networks built, probed, handed to their family."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from explorer.errors import NotSupported
from explorer.families import FAMILIES, Model
from explorer.formats.budget import Budget
from explorer.formats.manifest import Manifest, NetworkEntry, places_of
from explorer.latent import LatentSpace, Styles
from explorer.opening.answers import Answers
from explorer.opening.base import Piece, Understanding
from explorer.opening.explain import understand
from explorer.opening.partners import likely_partner
from explorer.opening.pieces import read_ahead
from explorer.opening.probe import settle
from explorer.runtimes import Adaptive, Network
from explorer.runtimes.device import has_bfloat16, resolve

# Above this a second copy of the weights, to measure another precision with, is not worth it.
_SMALL = 256 << 20


def open_file(
    path: Path,
    answers: Answers | None = None,
    device: str = "auto",
    trusted: frozenset[str] = frozenset(),
    budget: Budget | None = None,
) -> Model:
    """The model in a file or folder of any format. Raises as `understand`, and RunFailed."""
    return build(understand(path, answers, trusted, budget), device)


def build(found: Understanding, device: str = "auto") -> Model:
    """The model of an understanding; raises as `steps`."""
    made: list[Model] = []
    for _ in steps(found, device, made):
        pass
    return made[0]


def steps(found: Understanding, device: str, made: list[Model]) -> Iterator[tuple[int, int]]:
    """The same step by step, telling (bytes read, bytes in all); `made` gets the model.

    Raises:
        NotSupported: a network is missing that the family needs, or nobody knows a size.
        FileDamaged, RunFailed: its networks cannot be built or run.
    """
    path = found.contents.path
    family = next(f for f in FAMILIES if f.name == found.family)
    device = resolve(device)
    if found.missing:
        raise _incomplete(found)
    span = found.span[1] - found.span[0] if found.span else 0.0
    spans = {"image": span, "prediction": span} if span else {}
    ready: list[Piece] = []
    yield from read_ahead(found.pieces, ready)
    networks = {}
    for now, piece in zip(ready, found.pieces, strict=True):
        networks[piece.role] = Adaptive(_ways(now, piece, found, device), spans)
    found = settle(found, networks)
    lacking = [role for role in family.roles if role not in networks]
    if lacking:
        cause = f"a {family.name} needs a {lacking[0]}, and the file has none"
        raise NotSupported(str(path), cause, "Give the file that has it as partner.")
    roles = (*family.roles, *family.optional)
    made.append(family.open(manifest_of(found), {r: n for r, n in networks.items() if r in roles}))


def manifest_of(found: Understanding) -> Manifest:
    """What a model.toml would say; raises NotSupported where size or latent are still open."""
    path = found.contents.path
    if found.image is None or found.latent is None:
        raise NotSupported(str(path), "its size is not known", "Open it first.")
    space = found.space
    if space is None or space.shape != found.latent:
        space = LatentSpace(found.latent)
    made = Manifest(
        folder=path if path.is_dir() else path.parent,
        name=path.name,
        title=found.title,
        family=found.family,
        summary=" ".join(found.because),
        licence="",
        image=found.image,
        latent=space,
        conditions=found.conditions,
        networks={
            p.role: NetworkEntry(p.role, p.architecture, p.settings, None, None)
            for p in found.pieces
        },
        diffusion=found.diffusion,
        styles=_styles(found),
        words=found.words,
    )
    named = found.named
    if named is None:
        return made
    return replace(
        made, name=named.name, title=named.title, summary=named.summary, licence=named.licence,
        example=named.example, training=named.training, pipeline=named.pipeline,
    )  # fmt: skip


def _styles(found: Understanding) -> Styles | None:
    """The mapping of its latents, read; raises FileMissing, FileDamaged."""
    if not found.styles or found.image is None:
        return None
    arrays = {name: weight.float32() for name, weight in found.styles.items()}
    return Styles.of(arrays, places_of(found.image))


def _ways(
    now: Piece, piece: Piece, found: Understanding, device: str
) -> list[Callable[[], Network]]:
    """`now` has its numbers read already, `piece` reads them again."""
    ways: list[Callable[[], Network]] = [partial(now.open, device, "float32")]
    if piece.architecture and found.weight_bytes <= _SMALL:
        ways.append(partial(_bfloat16, piece, device))
    return ways


def _bfloat16(piece: Piece, device: str) -> Network:
    if not has_bfloat16(device):
        cause = "this processor lacks it"
        raise NotSupported(f"torch bfloat16, {device.upper()}", cause, "Use float32.")
    return piece.open(device, "bfloat16")


def _incomplete(found: Understanding) -> NotSupported:
    path = found.contents.path
    role = found.missing[0]
    partner = likely_partner(path)
    has = " and ".join(piece.role for piece in found.pieces)
    cause = f'it is the {has} of "{found.title}" alone, without its {role}'
    if partner is not None:
        remedy = f"Beside it lies {partner.name}: open both, or give partner={partner.name!r}."
    else:
        remedy = f"Give the {role}'s file as partner."
    return NotSupported(str(path), cause, remedy)
