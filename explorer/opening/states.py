"""Files of weights: a known architecture, a declared one, or a stack proposed from the shapes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from explorer.errors import NotSupported
from explorer.formats.contents import Contents
from explorer.formats.manifest import Condition
from explorer.latent import LatentSpace
from explorer.networks.layer import Layer
from explorer.opening.answers import Answers
from explorer.opening.base import Piece, Size, Understanding
from explorer.opening.pieces import built
from explorer.opening.stack import Stack, bind, propose
from explorer.phrases import Phrase
from explorer.recognition import Recognition, recognise
from explorer.recognition.scopes import without_optimisers
from explorer.recognition.weights import Weight, tidy


def understand_weights(contents: Contents, answers: Answers) -> Understanding:
    """What weights are; raises NotSupported where not even a stack can be proposed."""
    if not answers.layers:
        size = (answers.size[0], answers.size[1]) if answers.size else None
        found = recognise(contents, size)
        if found is not None:
            return from_recognition(contents, found, answers)
    return _stack(contents, answers)


def from_recognition(contents: Contents, found: Recognition, answers: Answers) -> Understanding:
    """A recogniser's finding, with the user's corrections."""
    finding = found.finding
    because = list(finding.because)
    if found.left:
        because.append(Phrase(f"{found.left:,} numbers of the file have no part in it."))
    because += [Phrase(f"The file also holds: {other.finding.title}.") for other in found.others]
    image = finding.image
    span = (image.low, image.high)
    if answers.span:
        span = (float(answers.span[0]), float(answers.span[1]))
    pieces = tuple(
        built(role, part.architecture, part.settings, found.weights[role])
        for role, part in finding.networks.items()
    )
    return Understanding(
        contents,
        title=answers.title or finding.title,
        how="recognised",
        family=finding.family,
        pieces=pieces,
        because=tuple(because),
        size=Size(image.height, image.width, image.channels),
        span=span,
        latent=finding.latent.shape if finding.latent else None,
        space=finding.latent,
        conditions=tuple(_named(c, answers.classes) for c in finding.conditions),
        class_room=_room(finding.conditions),
        diffusion=dict(finding.diffusion) | dict(answers.diffusion),
        missing=finding.needs,
        multiple=finding.multiple,
        recognition=found,
        styles=found.styles,
    )


def _named(condition: Condition, names: tuple[str, ...]) -> Condition:
    """With the names that the user gave, where there is one for each class."""
    return replace(condition, names=names) if len(names) == len(condition.names) else condition


def _stack(contents: Contents, answers: Answers) -> Understanding:
    weights = without_optimisers(tidy(contents.tensors))
    declared = dict(answers.layers)
    stack = _declared(declared, weights, answers) if declared else propose(contents, weights)
    if stack is None:
        raise NotSupported(
            str(contents.path),
            "its architecture is not known, and its shapes do not make a row of layers",
            "Declare its layers in a manifest, give its class, or export it to ONNX.",
        )
    pieces = tuple(_declared_piece(role, rows, weights) for role, rows in stack.layers.items())
    size = stack.size
    if answers.size or answers.channels:
        height, width = answers.size or ((size.height, size.width) if size else (64, 64))
        size = Size(height, width, answers.channels or (size.channels if size else 3))
    span = stack.span if not answers.span else (float(answers.span[0]), float(answers.span[1]))
    conditions = _classes(stack, answers)
    family = answers.family or ("vae" if set(stack.layers) & {"decoder", "encoder"} else "gan")
    latent = answers.latent or stack.latent
    return Understanding(
        contents,
        title=answers.title or _title(contents.path.stem, stack),
        how="declared" if declared else "proposed",
        family=family,
        pieces=pieces,
        because=stack.because,
        size=size,
        span=span,
        latent=latent,
        space=LatentSpace(latent) if latent else None,
        conditions=conditions,
        class_room=_room(conditions),
        guesses=() if declared else stack.guesses,
        missing=() if {"decoder", "generator"} & set(stack.layers) else ("decoder",),
        layers=dict(stack.layers),
    )


def _title(stem: str, stack: Stack) -> str:
    """The file's name and what its layers are."""
    roles = sorted(stack.layers)
    if roles == ["decoder"]:
        return Phrase(f"{stem}, decoder")
    if roles == ["generator"]:
        return Phrase(f"{stem}, generator")
    if roles == ["decoder", "encoder"]:
        return Phrase(f"{stem}, decoder and encoder")
    return f"{stem}, {' and '.join(roles)}"


def _room(conditions: tuple[Condition, ...]) -> tuple[int, int]:
    """A name for each class of the first condition, no more and no fewer."""
    count = len(conditions[0].names) if conditions else 0
    return count, count


def _classes(stack: Stack, answers: Answers) -> tuple[Condition, ...]:
    """What an embedding in the layers that draw chooses among."""
    rows = (row for role, rows in stack.layers.items() if role != "encoder" for row in rows)
    table = next((row for row in rows if row.kind == "embedding"), None)
    if table is None:
        return ()
    return (_named(Condition("label", tuple(map(str, range(table.size[0])))), answers.classes),)


def _declared(
    declared: Mapping[str, tuple[Layer, ...]], weights: Mapping[str, Weight], answers: Answers
) -> Stack:
    layers = {role: bind(rows, weights) for role, rows in declared.items()}
    first = next((rows for role, rows in layers.items() if role != "encoder"), ())
    latent = _latent_into(first)
    because = (Phrase("Its layers are declared in its manifest."),)
    return Stack(layers, None, answers.latent or latent, None, because)


def _latent_into(rows: tuple[Layer, ...]) -> tuple[int, ...] | None:
    """The numbers that the first layer takes, less those of an embedding beside them."""
    place = next((i for i, r in enumerate(rows) if r.kind in {"linear", "conv_transpose"}), None)
    if place is None:
        return None
    first = rows[place]
    beside = sum(
        row.size[1]
        for row in rows[:place]
        if row.kind == "embedding" and row.mode in {"concat", "before"}
    )
    numbers = first.size[1] if first.kind == "linear" else first.size[0]
    return (numbers - beside,) if numbers > beside else None


def _declared_piece(role: str, layers: tuple[Layer, ...], weights: Mapping[str, Weight]) -> Piece:
    bound = bind(layers, weights)
    settings = {"layers": [layer.table() for layer in bound]}
    return built(role, "layers", settings, dict(renamed(bound, weights)), "declared layers")


def renamed(layers: tuple[Layer, ...], weights: Mapping[str, Weight]) -> list[tuple[str, Weight]]:
    """The weights of bound layers by their names in the declared network's state dict."""
    return [
        (f"steps.{place}.{name[len(layer.weight) + 1 :]}", weight)
        for place, layer in enumerate(layers)
        if layer.weighted
        for name, weight in weights.items()
        if name.rpartition(".")[0] == layer.weight
    ]
