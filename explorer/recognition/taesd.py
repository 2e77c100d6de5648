"""Tiny autoencoders of madebyollin: TAESD, TAESDXL, TAESD3, TAEF1, TAEF2; encoder or decoder.

The two come as two files, or in diffusers' layout under `encoder.layers` and `decoder.layers`,
where the decoder's layers are numbered one lower, as its clamp is no layer there.
"""

from __future__ import annotations

from explorer.formats.manifest import Image
from explorer.latent import LatentSpace
from explorer.phrases import Phrase
from explorer.recognition.base import Finding, Hints, Layout, Part, Recogniser, Shapes

_DEFAULT = (128, 128)
"""Latents fit any size; this one answers a slider at once."""
_FACTOR = 8
_NAMES = {4: "TAESD or TAESDXL", 16: "TAEF1 or TAESD3", 32: "TAEF2"}
_KNOWN = ("taesdxl", "taesd3", "taesd", "taef1", "taef2")


def _match(shapes: Shapes, hints: Hints) -> Finding | None:
    for first in (0, 1):
        weight = shapes.get(f"{first}.weight", ())
        if len(weight) != 4 or weight[2:] != (3, 3):
            continue
        for role, layout_of in (("encoder", _encoder), ("decoder", _decoder)):
            found = _as(role, layout_of(shapes, first), shapes, hints)
            if found is not None:
                return found
    return None


def _as(
    role: str, made: tuple[Layout, dict[str, int]] | None, shapes: Shapes, hints: Hints
) -> Finding | None:
    if made is None or not made[0].fits(shapes):
        return None
    layout, settings = made
    height, width = (max(_FACTOR, n // _FACTOR * _FACTOR) for n in hints.size or _DEFAULT)
    part = Part(f"taesd-{role}", settings | {"pooled": bool(settings["pooled"])}, layout.keys)
    channels = settings["latent"]
    name = next((k for k in _KNOWN if k in hints.file.lower()), "").upper()
    name = name or _NAMES.get(channels, "Tiny autoencoder")
    return Finding(
        title=Phrase(f"{name}, {channels} channels of latents"),
        family="autoencoder",
        networks={role: part},
        image=Image(height, width, settings["colours"], 0.0, 1.0),
        latent=LatentSpace((channels, height // _FACTOR, width // _FACTOR)),
        because=(
            Phrase(f"Its layers are those of TAESD's {role}, {channels} channels of latents."),
            Phrase("A side of the latents is an eighth of the picture's; any multiple of 8 works."),
            Phrase("TAESD's pictures are in 0 to 1 by its author's convention."),
        ),
        needs=("decoder",) if role == "encoder" else (),
        multiple=_FACTOR,
    )


def _encoder(shapes: Shapes, first: int) -> tuple[Layout, dict[str, int]] | None:
    last = shapes.get("14.weight")
    if first != 0 or last is None:
        return None
    channels, colours = shapes["0.weight"][:2]
    pooled = "11.pool.0.weight" in shapes
    layout = Layout()
    layout.conv("0", channels, colours, 3, module="layers.0")
    place = 1
    for stage, blocks in enumerate((1, 3, 3, 3)):
        if stage:
            layout.conv(str(place), channels, channels, 3, False, f"layers.{place}")
            place += 1
        for _ in range(blocks):
            _block(layout, place, place, channels, pooled and stage == 3)
            place += 1
    layout.conv("14", last[0], channels, 3, module="layers.14")
    return layout, {
        "latent": last[0], "colours": colours, "channels": channels, "pooled": pooled,
    }  # fmt: skip


def _decoder(shapes: Shapes, first: int) -> tuple[Layout, dict[str, int]] | None:
    last = shapes.get(f"{first + 18}.weight")
    if last is None:
        return None
    channels, latent = shapes[f"{first}.weight"][:2]
    pooled = f"{first + 2}.pool.0.weight" in shapes
    layout, shift = Layout(), first - 1
    layout.conv(str(first), channels, latent, 3, module="layers.1")
    place = 3
    for stage in range(3):
        for _ in range(3):
            _block(layout, place + shift, place, channels, pooled and stage == 0)
            place += 1
        layout.conv(str(place + 1 + shift), channels, channels, 3, False, f"layers.{place + 1}")
        place += 2
    _block(layout, place + shift, place, channels, False)
    layout.conv(str(place + 1 + shift), last[0], channels, 3, module=f"layers.{place + 1}")
    return layout, {
        "latent": latent, "colours": last[0], "channels": channels, "pooled": pooled,
    }  # fmt: skip


def _block(layout: Layout, theirs: int, ours: int, channels: int, pooled: bool) -> None:
    for place in (0, 2, 4):
        layer = f"conv.{place}"
        layout.conv(f"{theirs}.{layer}", channels, channels, 3, module=f"layers.{ours}.{layer}")
    if pooled:
        wide, at = 4 * channels, f"layers.{ours}.pool"
        layout.conv(f"{theirs}.pool.0", wide, channels, 1, False, f"{at}.0")
        layout.norm(f"{theirs}.pool.1", wide, module=f"{at}.1")
        layout.conv(f"{theirs}.pool.3", channels, wide, 1, False, f"{at}.3")


RECOGNISER = Recogniser(
    "taesd",
    "Tiny autoencoder (TAESD, TAEF1, TAEF2)",
    "Bohan, Tiny autoencoder for Stable Diffusion, 2023; madebyollin/taesd",
    _match,
)
