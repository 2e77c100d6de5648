"""Who is who among a graph's inputs and outputs, from their names, types and shapes.

Names are believed where they are the field's own; shapes decide the rest. Every decision leaves a
sentence, and what stays open is a guess that the user sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from explorer.formats.contents import Port
from explorer.phrases import Phrase

COLOURS = (1, 3, 4)
_NAMES = (
    ("timestep", r"t|ts|time|times|timesteps?|time_steps?|sigmas?|noise_levels?|steps?"),
    ("label", r"y|labels?|class|classes|class_labels?|class_idx|cond|condition|categor\w*"),
    ("latent", r"z|zs|w|ws|latents?|latent_\w+|z_\w+|codes?|style|embedding|hidden|noise_vector"),
    ("image", r"x|xs|x_t|images?|img|imgs|samples?|pixels?|pixel_values|pictures?|input_image"),
    ("noise", r"noise\w*|eps|epsilon|noises?"),
)
_OUTPUTS = (
    ("log_variance", r"log_?var(iance)?|logvar|log_sigma\w*|lv"),
    ("mean", r"mean|mu|means|z_mean|z|latents?|codes?|embedding"),
    ("score", r"score|scores|logits?|critic|validity|real|prob\w*"),
    ("image", r"images?|img|recon\w*|pictures?|samples?|x|x_hat|pixels?|output_image|decoded"),
    ("prediction", r"prediction|eps|epsilon|noise|noise_pred|pred_noise|v|out_sample"),
)


_NONE = Phrase("")


@dataclass(frozen=True)
class Role:
    """A port and what it is.

    Attributes:
        port: as the file says. role: of answers.INPUT_ROLES or OUTPUT_ROLES.
        item: axes of one item, None where open. batch: items at once, None for any number, 0 for
            no batch axis.
        layout: "plain", "nchw" or "nhwc".
        because: a sentence.
        guessed: whether the user should look at it.
    """

    port: Port
    role: str
    item: tuple[int | None, ...] | None
    batch: int | None
    layout: str = "plain"
    because: Phrase = _NONE
    guessed: bool = False

    @property
    def shown(self) -> str:
        """Its axes as text: "N x 3 x 64 x 64"."""
        axes = self.port.shape
        return "" if axes is None else " \N{MULTIPLICATION SIGN} ".join(str(a or "?") for a in axes)


def inputs_of(
    ports: Sequence[Port], outputs: Sequence[Port], said: dict[str, str], layout: str = ""
) -> tuple[Role, ...]:
    """The inputs with their roles. `said` and `layout` are the user's answers."""
    pictures = [_picture(port, layout) for port in outputs]
    largest = max((p.item for p in pictures if p is not None and p.item), key=_area, default=None)
    found = [_input(port, said.get(port.name, ""), largest, layout) for port in ports]
    return tuple(_one_latent(found, said))


def outputs_of(
    ports: Sequence[Port], inputs: Sequence[Role], said: dict[str, str], layout: str = ""
) -> tuple[Role, ...]:
    """The outputs with their roles, given the inputs'."""
    steps = any(role.role == "timestep" for role in inputs)
    found = [_output(port, said.get(port.name, ""), steps, layout, len(ports)) for port in ports]
    vectors = [n for n, role in enumerate(found) if role.role in {"mean", "log_variance"}]
    if len(vectors) == 2 and all(found[n].role == "mean" for n in vectors):
        # a mean and, after it, what it is uncertain by
        second = found[vectors[1]]
        if second.port.name not in said:
            why = Phrase(
                f"{second.port.name!r} follows the mean and has its shape: the log variance."
            )
            found[vectors[1]] = replace(second, role="log_variance", because=why, guessed=True)
    return tuple(found)


# -- one port -----------------------------------------------------------------------------------


def _input(port: Port, said: str, output: tuple[int | None, ...] | None, layout: str) -> Role:
    if said:
        return _shaped(port, said, layout, Phrase("You said so."))
    named = _named(port.name, _NAMES)
    rank = None if port.shape is None else len(port.shape)
    whole = not port.dtype.startswith(("float", "bfloat", "Tensor", "unknown"))
    picture = _picture(port, layout)
    if whole and rank is not None and rank <= 2:
        role = named if named in {"label", "timestep"} else ""
        if role:
            return _shaped(
                port, role, layout, Phrase(f"{port.name!r} is a whole number by that name.")
            )
        likely = "timestep" if _alike(output, port) else "label"
        why = Phrase(f"{port.name!r} is a whole number an item: taken for the {likely}.")
        return _shaped(port, likely, layout, why, guessed=True)
    if named in {"timestep", "label"} and (rank is None or rank <= 2):
        return _shaped(port, named, layout, Phrase(f"Named {port.name!r}."))
    if picture is not None and named != "latent":
        smaller = output is not None and _area(picture.item) * 4 <= _area(output)
        if not smaller or named == "image":
            sure = named == "image"
            why = Phrase(f"{port.name!r} ({picture.shown}) has the shape of a picture.")
            return replace(picture, role="image", because=why, guessed=not sure)
    if named:
        role = "latent" if named == "image" and rank is not None and rank <= 2 else named
        return _shaped(port, role, layout, Phrase(f"Named {port.name!r}."), guessed=role != named)
    why = Phrase(f"{port.name!r} is numbers that are no picture: taken for the latent.")
    return _shaped(port, "latent", layout, why, guessed=rank is None)


def _output(port: Port, said: str, steps: bool, layout: str, count: int) -> Role:
    if said:
        return _shaped(port, said, layout, Phrase("You said so."))
    named = _named(port.name, _OUTPUTS)
    picture = _picture(port, layout)
    rank = None if port.shape is None else len(port.shape)
    if picture is not None or rank is None or rank >= 3:
        held = picture or _shaped(port, "image", layout, Phrase(""))
        role = "prediction" if steps else "image"
        why = Phrase(f"{port.name!r} ({held.shown}) has the shape of a picture.")
        if rank is None:
            why = Phrase(f"{port.name!r} is taken for the picture.")
            role = named if named in {"mean", "log_variance", "score"} and count > 1 else role
        return replace(held, role=role, because=why, guessed=picture is None)
    if named in {"mean", "log_variance", "score"}:
        return _shaped(port, named, layout, Phrase(f"Named {port.name!r}."))
    held = _shaped(
        port, "mean", layout, Phrase(f"{port.name!r} is a row of numbers: a code."), True
    )
    if held.item in {(), (1,)}:
        why = Phrase(f"{port.name!r} is one number a picture: a score.")
        return replace(held, role="score", because=why)
    return held


def _one_latent(found: list[Role], said: dict[str, str]) -> Iterator[Role]:
    """At most one latent: the largest; others of that role are noise, which is kept fixed.

    Where there is none but a noise, that noise is the latent.
    """
    latents = [role for role in found if role.role == "latent"]
    noises = [role for role in found if role.role == "noise"]
    if not latents and noises and not any(role.role == "image" for role in found):
        first = noises[0]
        why = Phrase(f"{first.port.name!r} is the only thing that changes the picture: the latent.")
        found = [replace(r, role="latent", because=why) if r is first else r for r in found]
        latents = [r for r in found if r.role == "latent"]
    best = max(latents, key=lambda role: _area(role.item), default=None)
    for role in found:
        if role.role == "latent" and role is not best and role.port.name not in said:
            why = Phrase(
                f"{role.port.name!r} is beside a larger latent: taken for noise, kept the same."
            )
            yield replace(role, role="noise", because=why, guessed=True)
        else:
            yield role


def _named(name: str, table: tuple[tuple[str, str], ...]) -> str:
    plain = re.sub(r"[.:/].*$|_?\d+$", "", name.strip().lower())
    return next((role for role, pattern in table if re.fullmatch(pattern, plain)), "")


def _shaped(port: Port, role: str, layout: str, because: Phrase, guessed: bool = False) -> Role:
    """A port in a role, its batch axis told from its shape."""
    if role in {"image", "prediction"}:
        picture = _picture(port, layout)
        if picture is not None:
            return replace(picture, role=role, because=because, guessed=guessed)
    if port.shape is None:
        lay = (layout or "nchw") if role in {"image", "prediction"} else "plain"
        return Role(port, role, None, None, lay, because, guessed)
    if not port.shape or (len(port.shape) == 1 and role == "latent"):
        return Role(port, role, _sizes(port.shape), 0, "plain", because, guessed)
    batch, item = _batch(port.shape[0]), _sizes(port.shape[1:])
    lay = "plain"
    if role in {"image", "prediction"} and len(item) == 3:
        lay = layout or "nchw"
    return Role(port, role, item, batch, lay, because, guessed)


def _picture(port: Port, layout: str) -> Role | None:
    """The port as a picture, if its shape allows that."""
    shape = port.shape
    if shape is None or len(shape) not in (3, 4):
        return None
    axes = _sizes(shape)
    if len(shape) == 4:
        return _four(port, axes, layout)
    # three axes: without a batch, or grey without an axis of channels
    if axes[0] in COLOURS and _large(axes[1]) and _large(axes[2]):
        return Role(port, "image", axes, 0, "nchw")
    if axes[2] in COLOURS and _large(axes[0]) and _large(axes[1]):
        return Role(port, "image", axes, 0, "nhwc")
    if not isinstance(shape[0], int) and _large(axes[1]) and _large(axes[2]):
        return Role(port, "image", axes[1:], _batch(shape[0]), "nchw")
    return None


def _four(port: Port, axes: tuple[int | None, ...], layout: str) -> Role | None:
    first = axes[1] in COLOURS and _large(axes[2]) and _large(axes[3])
    last = axes[3] in COLOURS and _large(axes[1]) and _large(axes[2])
    batch = _batch((port.shape or ())[0])
    if layout and (axes[1 if layout == "nchw" else 3] in (*COLOURS, None)):
        return Role(port, "image", axes[1:], batch, layout)
    if first or last:
        lay = "nchw" if first else "nhwc"
        return Role(port, "image", axes[1:], batch, lay, guessed=first and last)
    return None


def _sizes(axes: Sequence[int | str | None]) -> tuple[int | None, ...]:
    return tuple(axis if isinstance(axis, int) and axis > 0 else None for axis in axes)


def _batch(axis: int | str | None) -> int | None:
    return axis if isinstance(axis, int) and axis > 0 else None


def _large(axis: int | None) -> bool:
    """Whether a side can be a picture's: more than a latent's 1 x 1 or 4 x 4."""
    return axis is None or axis >= 8


def _area(item: tuple[int | None, ...] | None) -> int:
    total = 1
    for axis in item or ():
        total *= axis or 1
    return total


def _alike(output: tuple[int | None, ...] | None, port: Port) -> bool:
    """Whether the whole number beside a picture of the output's kind is a time, not a class."""
    return output is not None and port.shape is not None and "float" in port.dtype
