"""A file to what it is: read as data, recognised, corrected by the user's answers. Runs nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from explorer.errors import BadValue, NotSupported, UnknownName
from explorer.families import FAMILIES
from explorer.formats import read
from explorer.formats.budget import Budget
from explorer.formats.contents import Contents
from explorer.opening import sidecar
from explorer.opening.answers import Answers
from explorer.opening.base import TORCH, Understanding
from explorer.opening.graphs import understand_graph
from explorer.opening.hub import understand_hub
from explorer.opening.states import understand_weights
from explorer.recognition import pair
from explorer.runtimes.network import Network

# Longer than any picture network takes; a graph with loops is stopped then.
_LOOP_SECONDS = 20.0


def understand(
    path: Path,
    answers: Answers | None = None,
    trusted: frozenset[str] = frozenset(),
    budget: Budget | None = None,
) -> Understanding:
    """What the file or folder at `path` is.

    Args:
        path: it.
        answers: what overrides the answers that are kept with it.
        trusted: SHA-256 of programs that may be run.
        budget: what reading may cost.

    Raises:
        FileMissing, FileDamaged, FileRefused: it cannot be read.
        ManifestError: the answers kept with it cannot be used.
        NotSupported: it is read, and no family here can use it.
        NotTrusted: opening it would run a program.
    """
    kept = sidecar.load(path)
    said = kept if answers is None else answers.over(kept)
    contents = read(path, budget)
    found = explain(contents, said, trusted)
    if said.partner:
        found = _joined(found, path.parent / said.partner, said, trusted, budget)
    if said.family and said.family not in {family.name for family in FAMILIES}:
        known = ", ".join(family.name for family in FAMILIES)
        raise UnknownName(f"family {said.family!r}", "there is none", f"Use one of {known}.")
    return found


def explain(contents: Contents, answers: Answers, trusted: frozenset[str]) -> Understanding:
    """The same of contents that were read."""
    if answers.architecture:
        from explorer.opening.own_class import understand_own

        return understand_own(contents, answers, trusted)
    handler = _HANDLERS.get(contents.format)
    if handler is not None:
        return handler(contents, answers, trusted)
    if contents.format == "picture":
        raise NotSupported(
            str(contents.path), "it is a picture, not a model", "Drop it on an open model."
        )
    return understand_weights(contents, answers)


def _onnx(contents: Contents, answers: Answers, _trusted: frozenset[str]) -> Understanding:
    from explorer.runtimes.onnx import OnnxNetwork

    loops = any("It loops" in note for note in contents.notes)
    seconds = _LOOP_SECONDS if loops else None

    def opener(device: str) -> Network:
        return OnnxNetwork(contents.path, "cuda" if device == "cuda" else "cpu", seconds=seconds)

    return understand_graph(contents, answers, opener, ())


def _exported(contents: Contents, answers: Answers, _trusted: frozenset[str]) -> Understanding:
    from explorer.runtimes.programs import open_exported

    return understand_graph(contents, answers, partial(open_exported, contents), (TORCH,))


def _scripted(contents: Contents, answers: Answers, trusted: frozenset[str]) -> Understanding:
    """Its weights are data: a known architecture runs them without its program."""
    try:
        if not answers.inputs:
            found = understand_weights(contents, answers)
            if found.how in {"recognised", "declared"}:
                return found
    except NotSupported:
        pass  # no stack either: its own program, once it is trusted
    from explorer.opening.scripts import understand_script

    return understand_script(contents, answers, trusted)


_HANDLERS: dict[str, Callable[[Contents, Answers, frozenset[str]], Understanding]] = {
    "onnx": _onnx,
    "pt2": _exported,
    "torchscript": _scripted,
    "diffusers": understand_hub,
}


# -- two files ------------------------------------------------------------------------------------


def _joined(
    one: Understanding, partner: Path, said: Answers, trusted: frozenset[str],
    budget: Budget | None,
) -> Understanding:  # fmt: skip
    """An encoder and a decoder, or a generator and its critic, as one model."""
    kept = replace(sidecar.load(partner), partner="")
    shared = replace(Answers(), size=said.size, channels=said.channels, span=said.span)
    two = explain(read(partner, budget), shared.over(kept), trusted)
    if one.recognition is not None and two.recognition is not None:
        from explorer.opening.states import from_recognition

        both = pair(one.recognition, two.recognition)
        if both is not None:
            made = from_recognition(one.contents, both, said)
            return replace(made, more=(two.contents,))
    roles = {piece.role for piece in one.pieces} & {piece.role for piece in two.pieces}
    fits = None in (one.latent, two.latent) or one.latent == two.latent
    if roles or not fits:
        cause = f"it and {one.contents.path.name} do not make a pair"
        raise BadValue(str(partner), cause, "Give an encoder and its decoder.")
    main, other = (two, one) if one.missing else (one, two)
    return replace(
        main,
        contents=one.contents,
        family="vae" if "encoder" in {p.role for p in (*one.pieces, *two.pieces)} else main.family,
        pieces=tuple(
            replace(p, role="decoder") if p.role == "generator" else p
            for p in (*main.pieces, *other.pieces)
        ),
        size=main.size or other.size,
        latent=main.latent or other.latent,
        because=(*main.because, *other.because),
        guesses=tuple(dict.fromkeys((*main.guesses, *other.guesses))),
        needs=tuple(dict.fromkeys((*main.needs, *other.needs))),
        missing=(),
        ports=(*main.ports, *other.ports),
        layers={**main.layers, **other.layers},
        more=(two.contents,),
    )
