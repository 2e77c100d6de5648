"""Generator and discriminator as in PyTorch's DCGAN example, of any width, depth and latent.

Both are one row of layers called `main`: 4x4 convolutions with batch normalisation between them.
Rows of another name are taken for them only where they are all that a file has: a part of some
larger network may look the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from explorer.formats.contents import Shape
from explorer.formats.manifest import Image
from explorer.latent import LatentSpace
from explorer.phrases import Phrase
from explorer.recognition.base import Finding, Hints, Layout, Recogniser, Shapes, size_text

_SIZES = (16, 32, 64, 128, 256)


@dataclass(frozen=True)
class _Row:
    """The convolutions of a row: their places, weights, and what stands between them."""

    places: tuple[int, ...]
    weights: tuple[Shape, ...]
    norm: bool
    bias: bool
    last_bias: bool


def _match(shapes: Shapes, hints: Hints) -> Finding | None:
    prefix = "main." if "main.0.weight" in shapes else ""
    if not prefix and not (hints.whole and "0.weight" in shapes):
        return None
    row = _row(shapes, prefix)
    if row is None:
        return None
    return _generator(shapes, prefix, row) or _critic(shapes, prefix, row)


def _row(shapes: Shapes, prefix: str) -> _Row | None:
    """The row under a prefix, if it is one of 4x4 kernels."""
    kernels = {}
    for name, shape in shapes.items():
        place = name.removeprefix(prefix).removesuffix(".weight")
        if len(shape) == 4 and shape[2:] == (4, 4) and place.isdecimal() and len(place) < 4:
            kernels[int(place)] = shape
    places = tuple(sorted(kernels))
    if len(places) < 3:
        return None
    return _Row(
        places,
        tuple(kernels[place] for place in places),
        norm=f"{prefix}{places[1] + 1}.running_mean" in shapes,
        bias=f"{prefix}{places[1]}.bias" in shapes,
        last_bias=f"{prefix}{places[-1]}.bias" in shapes,
    )


def _generator(shapes: Shapes, prefix: str, row: _Row) -> Finding | None:
    latent, colours = row.weights[0][0], row.weights[-1][1]
    channels = [weight[1] for weight in row.weights[:-1]]
    size = 4 << len(channels)
    layout, place = Layout(), 0
    for before, after in zip([latent, *channels], channels, strict=False):
        ours = f"layers.{place + 1}"
        layout.up(f"{prefix}{place}", before, after, 4, row.bias, ours)
        if row.norm:
            layout.norm(f"{prefix}{place + 1}", after, True, f"layers.{place + 2}")
        place += 3 if row.norm else 2
    layout.up(f"{prefix}{place}", channels[-1], colours, 4, row.last_bias, f"layers.{place + 1}")
    if colours not in (1, 3, 4) or size not in _SIZES or not layout.fits(shapes):
        return None
    settings = {
        "latent": latent, "size": size, "colours": colours, "channels": channels,
        "norm": row.norm, "bias": row.bias, "last_bias": row.last_bias,
    }  # fmt: skip
    image = Image(size, size, colours, -1.0, 1.0)
    return Finding(
        title=Phrase(f"DCGAN, {latent} latents, {size_text(image)}"),
        family="gan",
        networks={"generator": layout.part("dcgan-generator", settings)},
        image=image,
        latent=LatentSpace((latent,)),
        because=(
            Phrase("Its layers are those of a generator in PyTorch's DCGAN example."),
            Phrase(f"{len(channels)} doublings from 4 x 4 make {size} pixels a side."),
            Phrase("Generators of this kind end in tanh, so pictures are in -1 to 1."),
        ),
    )


def _critic(shapes: Shapes, prefix: str, row: _Row) -> Finding | None:
    colours = row.weights[0][1]
    channels = [weight[0] for weight in row.weights[:-1]]
    size = 4 << len(channels)
    layout, place = Layout(), 0
    for before, after in zip([colours, *channels], channels, strict=False):
        normed = row.norm and place > 0
        layout.conv(f"{prefix}{place}", after, before, 4, row.bias, f"layers.{place}")
        if normed:
            layout.norm(f"{prefix}{place + 1}", after, True, f"layers.{place + 1}")
        place += 3 if normed else 2
    layout.conv(f"{prefix}{place}", 1, channels[-1], 4, row.bias, f"layers.{place}")
    if colours not in (1, 3, 4) or size not in _SIZES or not layout.fits(shapes):
        return None
    settings = {
        "size": size, "colours": colours, "channels": channels, "norm": row.norm, "bias": row.bias,
    }  # fmt: skip
    image = Image(size, size, colours, -1.0, 1.0)
    return Finding(
        title=Phrase(f"DCGAN's discriminator, {size_text(image)}"),
        family="gan",
        networks={"critic": layout.part("dcgan-critic", settings)},
        image=image,
        latent=None,
        because=(Phrase("Its layers are those of a discriminator in PyTorch's DCGAN example."),),
        needs=("generator",),
    )


RECOGNISER = Recogniser(
    "dcgan",
    "DCGAN",
    "Radford, Metz and Chintala, Unsupervised representation learning with DCGANs, 2016; "
    "pytorch/examples",
    _match,
)
