"""Contents to a recognition: the first recogniser that knows all names and shapes of a scope."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from explorer.errors import NotSupported
from explorer.formats.contents import Contents
from explorer.formats.manifest import Manifest, NetworkEntry
from explorer.phrases import Phrase
from explorer.recognition.base import Finding, Hints, Recogniser
from explorer.recognition.scopes import Scope, scopes, without_optimisers
from explorer.recognition.weights import Weight, tidy


@dataclass(frozen=True)
class Recognition:
    """A finding with the weights that belong to it.

    Attributes:
        recogniser: whose finding it is.
        finding: what the file is.
        weights: by role, by name in the network's state dict.
        others: other networks of the file that might be meant, the likelier first.
        left: how many numbers of the file have no part in it (optimisers not counted).
        styles: the arrays of `Finding.styles`.
    """

    recogniser: Recogniser
    finding: Finding
    weights: Mapping[str, Mapping[str, Weight]] = field(repr=False)
    others: tuple[Recognition, ...] = field(default=(), repr=False)
    left: int = 0
    styles: Mapping[str, Weight] = field(default_factory=dict, repr=False)

    def manifest(self, path: Path) -> Manifest:
        """What a model.toml would say of it; `path` names the file it came from.

        Raises:
            NotSupported: another file is needed first.
        """
        finding = self.finding
        if finding.needs or finding.latent is None:
            missing = " and ".join(finding.needs)
            raise NotSupported(
                str(path), f"it holds no {missing}", f"Open it together with the {missing}'s file."
            )
        return Manifest(
            folder=path if path.is_dir() else path.parent,
            name=path.stem,
            title=finding.title,
            family=finding.family,
            summary=" ".join(finding.because),
            licence="",
            image=finding.image,
            latent=finding.latent,
            conditions=finding.conditions,
            networks={
                role: NetworkEntry(role, part.architecture, part.settings, None, None)
                for role, part in finding.networks.items()
            },
            diffusion=finding.diffusion,
        )


def recognise(contents: Contents, size: tuple[int, int] | None = None) -> Recognition | None:
    """What the weights of `contents` are, or None if no recogniser knows them.

    Args:
        contents: a file as `formats.read` gave it.
        size: height and width of pictures, where the network takes several.
    """
    from explorer.recognition import RECOGNISERS

    weights = without_optimisers(tidy(contents.tensors))
    hints = Hints(contents.path.name, contents.metadata, contents.classes, size)
    found = [
        _with_beside(one, prefix, weights)
        for one, prefix in _matches(RECOGNISERS, scopes(weights), hints)
    ]
    if not found:
        return None
    candidates = [_completed(place, found) for place in range(len(found))]
    best = next((c for c in candidates if not c.finding.needs), candidates[0])
    parts = (*best.weights.values(), best.styles)
    used = {id(weight) for part in parts for weight in part.values()}
    left = sum(_count(weight) for weight in weights.values() if id(weight) not in used)
    return dataclasses.replace(best, left=left)


def _completed(place: int, found: list[Recognition]) -> Recognition:
    """One of the findings with what others of the same file add to it."""
    best, others = found[place], []
    for other in found[:place] + found[place + 1 :]:
        joined = pair(best, other)
        if joined is None:
            others.append(other)
        else:
            best = joined
    return dataclasses.replace(best, others=tuple(others))


def pair(one: Recognition, two: Recognition) -> Recognition | None:
    """Both as one model (an encoder and a decoder of two files), or None where they do not fit."""
    a, b = one.finding, two.finding
    if one.recogniser.name != two.recogniser.name or a.family != b.family:
        return None
    if a.networks.keys() & b.networks.keys() or not _same_pictures(a, b):
        return None
    if a.latent is None:  # a critic does not tell what its generator's latents are
        a, b = b, a
    if b.latent is not None and a.latent != b.latent:
        return None
    roles = {**a.networks, **b.networks}
    finding = dataclasses.replace(
        a,
        networks=roles,
        because=tuple(dict.fromkeys((*a.because, *b.because))),
        needs=tuple(role for role in (*a.needs, *b.needs) if role not in roles),
    )
    return Recognition(one.recogniser, finding, {**one.weights, **two.weights})


def _same_pictures(a: Finding, b: Finding) -> bool:
    return a.image == b.image and a.multiple == b.multiple


def _matches(
    recognisers: Iterable[Recogniser], places: list[Scope], hints: Hints
) -> Iterable[tuple[Recognition, str]]:
    """All findings with the prefixes they stand under, averaged copies before raw ones.

    The raw twin of an averaged one is left out.
    """
    averaged: list[tuple[str, Finding]] = []
    total = max((len(scope.weights) for scope in places), default=0)
    for scope in places:
        hints = dataclasses.replace(hints, whole=len(scope.weights) == total)
        shapes = {name: weight.shape for name, weight in scope.weights.items()}
        if any(0 in shape for shape in shapes.values()):
            continue
        for recogniser in recognisers:
            finding = recogniser.match(shapes, hints)
            if finding is None:
                continue
            twin = (recogniser.name, dataclasses.replace(finding, because=()))
            if scope.averaged:
                averaged.append(twin)
            elif twin in averaged:
                break
            yield _bound(recogniser, finding, scope), scope.prefix
            break


def _bound(recogniser: Recogniser, finding: Finding, scope: Scope) -> Recognition:
    weights = {
        role: {ours: scope.weights[theirs] for ours, theirs in part.keys.items()}
        for role, part in finding.networks.items()
    }
    if recogniser.refine is not None and finding.reads:
        values = {name: scope.weights[name].float32() for name in finding.reads}
        finding = recogniser.refine(finding, values)
    because = finding.because
    if scope.averaged:
        where = scope.prefix.rstrip(".")
        because += (
            Phrase(f"The averaged weights under {where} are taken, as they are made for use."),
        )
    finding = dataclasses.replace(finding, because=because)
    styles = {ours: scope.weights[theirs] for ours, theirs in finding.styles.items()}
    return Recognition(recogniser, finding, weights, styles=styles)


def _with_beside(found: Recognition, prefix: str, weights: Mapping[str, Weight]) -> Recognition:
    """With the arrays of styles that stand beside the network, in it or in what holds it."""
    styles = dict(found.styles)
    for ours, (name, length) in found.finding.beside.items():
        for place in _outwards(prefix):
            weight = weights.get(place + name)
            if weight is not None and weight.shape[-1:] == (length,) and len(weight.shape) <= 2:
                styles[ours] = weight
                break
    return dataclasses.replace(found, styles=styles)


def _outwards(prefix: str) -> Iterable[str]:
    """ "a.b." to "a.b.", "a." and ""."""
    steps = prefix.split(".")[:-1]
    return (".".join([*steps[:count], ""]) if count else "" for count in range(len(steps), -1, -1))


def _count(weight: Weight) -> int:
    return sum(part.count for part in weight.parts)
