"""Graphs (ONNX, .pt2, TorchScript) as networks of a family: which, and how their ports answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from explorer.errors import NotSupported
from explorer.formats.contents import Contents
from explorer.formats.manifest import Condition
from explorer.opening.answers import Answers
from explorer.opening.base import Piece, Size, Understanding
from explorer.opening.roles import Role, inputs_of, outputs_of
from explorer.phrases import Phrase
from explorer.runtimes.fitted import Constant, Fit, FittedNetwork
from explorer.runtimes.network import Network

Opener = Callable[[str], Network]
_DTYPES = {"float16", "float32", "float64", "int32", "int64", "uint8", "int8", "bool"}
# What most published models were trained with; the card asks.
DIFFUSION = {"train_timesteps": 1000, "schedule": "linear", "prediction": "epsilon"}

ANY_CLASSES = (1, 1000)
"""How many classes a graph may have that does not say it."""


@dataclass(frozen=True)
class Graph:
    """A graph with its roles."""

    contents: Contents
    inputs: tuple[Role, ...]
    outputs: tuple[Role, ...]

    def input(self, role: str) -> Role | None:
        """The first input in that role."""
        return next((r for r in self.inputs if r.role == role), None)

    def output(self, role: str) -> Role | None:
        """The first output in that role."""
        return next((r for r in self.outputs if r.role == role), None)

    @property
    def batch(self) -> int | None:
        """Items at once; None for any number."""
        sizes = [r.batch for r in (*self.inputs, *self.outputs) if r.batch]
        return max(sizes) if sizes else (1 if self.unbatched else None)

    @property
    def unbatched(self) -> bool:
        """Whether the main input has no batch axis."""
        return any(r.batch == 0 for r in self.inputs if r.role in {"latent", "image"})


def understand_graph(
    contents: Contents, answers: Answers, opener: Opener, needs: tuple[str, ...]
) -> Understanding:
    """What a graph is; raises NotSupported where no family here could use it."""
    said_in, said_out = dict(answers.inputs), dict(answers.outputs)
    inputs = inputs_of(contents.inputs, contents.outputs, said_in, answers.layout)
    outputs = outputs_of(contents.outputs, inputs, said_out, answers.layout)
    graph = Graph(contents, inputs, outputs)
    role, family = _role(graph, answers)
    size, latent = _size(graph, answers), _latent(graph, answers)
    span, span_reason, sure = _span(graph, answers)
    conditions, room = _conditions(graph, answers)
    because = [Phrase(f"Its graph has {len(inputs)} inputs and {len(outputs)} outputs.")]
    because += [r.because for r in (*inputs, *outputs) if r.because]
    because += [span_reason] if span_reason else []
    guesses = ["roles"] if any(r.guessed for r in (*inputs, *outputs)) else []
    guesses += [] if sure else ["range"]
    guesses += ["classes"] if room == ANY_CLASSES and not answers.classes else []
    diffusion: dict[str, object] = {}
    if role == "denoiser":
        diffusion = dict(DIFFUSION) | dict(answers.diffusion)
        guesses += [] if answers.diffusion else ["diffusion"]
        if latent is None and size is not None:
            latent = (size.channels, size.height, size.width)
    if graph.batch is not None and graph.batch == 1:
        because.append(
            Phrase("It takes one item at a time, so several are run one after the other.")
        )
    piece = Piece(role, f"{contents.title}", _fitted(graph, role, opener, latent, answers.batch))
    return Understanding(
        contents,
        title=answers.title or _title(contents, role, size, latent),
        how="graph",
        family=family,
        pieces=(piece,),
        because=tuple(because),
        size=size,
        span=span,
        latent=latent,
        conditions=conditions,
        class_room=room,
        diffusion=diffusion,
        guesses=tuple(guesses),
        missing=("decoder",) if role == "encoder" else (),
        needs=needs,
        ports=tuple(
            (side, r.port.name, r.shown, r.role)
            for side, roles in (("input", inputs), ("output", outputs))
            for r in roles
        ),
    )


def _role(graph: Graph, answers: Answers) -> tuple[str, str]:
    """The role of the whole graph and the family it makes."""
    subject = str(graph.contents.path)
    if graph.output("prediction") is not None or (
        graph.input("timestep") is not None and graph.input("image") is not None
    ):
        return "denoiser", "diffusion"
    if graph.input("latent") is not None and graph.output("image") is not None:
        family = answers.family or ("vae" if _is_decoder(graph.contents) else "gan")
        return ("generator" if family == "gan" else "decoder"), family
    if graph.input("image") is not None and graph.output("image") is None:
        if graph.output("mean") is not None:
            return "encoder", answers.family or "vae"
        if graph.output("score") is not None:
            cause = "it is a critic: it judges pictures and makes none"
            raise NotSupported(subject, cause, "Open its generator, with this file as partner.")
    if graph.input("image") is not None:
        raise NotSupported(
            subject,
            "its graph makes pictures out of pictures, not out of a latent",
            "Export its decoder alone, or say which input is the latent.",
        )
    ports = ", ".join(port.name for port in (*graph.contents.inputs, *graph.contents.outputs))
    cause = f"which of its ports ({ports[:120]}) is a latent and which a picture is not clear"
    raise NotSupported(subject, cause, "Say so in its manifest: [inputs] and [outputs].")


def _is_decoder(contents: Contents) -> bool:
    stem = contents.path.stem.lower()
    return any(word in stem for word in ("dec", "vae", "autoenc")) or stem in {"ae"}


def _size(graph: Graph, answers: Answers) -> Size | None:
    picture = graph.output("image") or graph.output("prediction") or graph.input("image")
    if picture is None:
        return None
    height, width, channels = _axes(picture)
    if answers.size:
        height, width = answers.size
    channels = answers.channels or channels
    return Size(height, width, channels) if height and width and channels else None


def _axes(picture: Role) -> tuple[int | None, int | None, int | None]:
    item = picture.item
    if item is None or len(item) < 2:
        return None, None, None
    if len(item) == 2:
        return item[0], item[1], 1
    if picture.layout == "nhwc":
        return item[0], item[1], item[2]
    return item[1], item[2], item[0]


def _latent(graph: Graph, answers: Answers) -> tuple[int, ...] | None:
    if answers.latent:
        return answers.latent
    port = graph.input("latent") or graph.output("mean")
    if port is None or port.item is None or None in port.item:
        return None
    item = tuple(n for n in port.item if n is not None)
    if len(item) == 3 and item[1:] == (1, 1):
        return item[:1]
    return item or None


def _span(graph: Graph, answers: Answers) -> tuple[tuple[float, float] | None, Phrase, bool]:
    """Range, the reason, and whether it is certain; None leaves it to a probe."""
    if answers.span:
        return (float(answers.span[0]), float(answers.span[1])), Phrase(""), True
    port = graph.output("image")
    if port is None:
        span = (-1.0, 1.0) if graph.input("timestep") is not None else None
        return span, Phrase("Denoisers mostly see pictures in -1 to 1."), False
    if port.port.dtype == "uint8":
        return (0.0, 255.0), Phrase("It gives bytes, so pictures are in 0 to 255."), True
    kinds = {kind.rpartition("aten.")[2].partition(".")[0].lower()
             for kind in graph.contents.operators}  # fmt: skip
    if "tanh" in kinds and "sigmoid" not in kinds:
        return (-1.0, 1.0), Phrase("It has a tanh, so pictures are in -1 to 1."), False
    return None, Phrase(""), False


def _conditions(graph: Graph, answers: Answers) -> tuple[tuple[Condition, ...], tuple[int, int]]:
    """What it is told, and how many names of classes fit."""
    port = graph.input("label")
    if port is None:
        return (), (0, 0)
    width = port.item[-1] if port.item and "float" in port.port.dtype else None
    tables = [t.shape[0] for t in graph.contents.tensors.values()
              if len(t.shape) == 2 and "emb" in t.name.lower()]  # fmt: skip
    told = width or (tables[0] if tables else 0)
    names = answers.classes or tuple(map(str, range(told or 10)))
    return (Condition("label", names),), (told, told) if told else ANY_CLASSES


def _title(contents: Contents, role: str, size: Size | None, latent: tuple[int, ...] | None) -> str:
    stem = contents.path.stem
    if latent is None or role == "denoiser":
        if size is None:
            return f"{stem}, {role}"
        return Phrase(f"{stem}, {role}, {size.width} x {size.height} pixels")
    shape = " x ".join(map(str, latent))
    if size is None:
        return Phrase(f"{stem}, {role}, {shape} latents")
    return Phrase(f"{stem}, {role}, {shape} latents, {size.width} x {size.height}")


# -- how it is run --------------------------------------------------------------------------------

_OURS = {
    "denoiser": {"image": "sample", "timestep": "timestep", "label": "label"},
    "generator": {"latent": "latent", "label": "label"},
    "decoder": {"latent": "latent", "label": "label"},
    "encoder": {"image": "image"},
}


def _fitted(
    graph: Graph, role: str, opener: Opener, latent: tuple[int, ...] | None, batch: int
) -> Callable[[str, str], Network]:
    names = _OURS[role]
    inputs = tuple(_fit(r, names[r.role], r.item) for r in graph.inputs if r.role in names)
    used = {fit.port for fit in inputs}
    constants = tuple(_constant(r) for r in graph.inputs if r.port.name not in used)
    wanted = {"denoiser": ("prediction",), "encoder": ("mean", "log_variance")}.get(
        role, ("image",)
    )
    outputs = tuple(
        _fit(r, r.role, latent if r.role in {"mean", "log_variance"} else None)
        for r in graph.outputs
        if r.role in wanted
    )
    size = batch or graph.batch

    def open_on(device: str, _precision: str) -> Network:
        return FittedNetwork(opener(device), inputs, outputs, constants, size)

    return open_on


def _fit(role: Role, name: str, item: Sequence[int | None] | None) -> Fit:
    sizes = None if item is None or None in item else tuple(n for n in item if n is not None)
    dtype = role.port.dtype if role.port.dtype in _DTYPES else "float32"
    if role.role in {"label", "timestep"} and role.port.shape is None:
        dtype = "int64"
    one_hot = (sizes or (0,))[-1] if role.role == "label" and "float" in dtype else 0
    return Fit(name, role.port.name, role.layout, dtype, sizes, role.batch != 0, one_hot)


def _constant(role: Role) -> Constant:
    """What an input without a role of ours is fed: fixed noise, or zeros."""
    dtype = np.dtype(role.port.dtype if role.port.dtype in _DTYPES else "float32")
    shape = tuple(n or 1 for n in role.item or ())
    if role.role == "noise":
        bits = np.random.Philox(np.random.SeedSequence(entropy=0))
        value = np.random.Generator(bits).standard_normal(shape).astype(dtype)
    else:
        value = np.zeros(shape, dtype)
    return Constant(role.port.name, value, role.batch != 0)
