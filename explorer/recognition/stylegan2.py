"""StyleGAN2's generator, as the official pickles hold it and as rosinality's port does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from explorer.formats.contents import Shape
from explorer.formats.manifest import Condition, Image
from explorer.latent import LatentSpace
from explorer.phrases import Phrase
from explorer.recognition.base import (
    Finding,
    Hints,
    Layout,
    Part,
    Recogniser,
    Shapes,
    size_text,
)

_MAX_LEVELS = 9
"""4 pixels doubled eight times are 1024."""
_MOST_CLASSES = 1 << 14
_STYLES = "styles."
"""What the names of the mapping's arrays begin with while a layout is written down."""


def _match(shapes: Shapes, _hints: Hints) -> Finding | None:
    for describe, where in ((_official, "the official pickles"), (_port, "rosinality's port")):
        found = describe(shapes)
        if found is not None and found[0].fits(shapes):
            return _finding(*found, where)
    return None


def _finding(layout: Layout, settings: Mapping[str, Any], where: str) -> Finding | None:
    channels, colours = settings["channels"], settings["colours"]
    if colours not in (1, 3, 4) or not 2 <= len(channels) <= _MAX_LEVELS:
        return None
    if settings["classes"] > _MOST_CLASSES:
        return None
    size = 2 << len(channels)
    image = Image(size, size, colours, -1.0, 1.0)
    return Finding(
        title=Phrase(f"StyleGAN2, {settings['latent']} latents, {size_text(image)}"),
        family="gan",
        networks={
            "generator": Part(
                "stylegan2-generator",
                {name: settings[name] for name in ("style", "channels", "colours")},
                {ours: n for ours, n in layout.keys.items() if not ours.startswith(_STYLES)},
            )
        },
        styles={
            ours.removeprefix(_STYLES): n
            for ours, n in layout.keys.items()
            if ours.startswith(_STYLES)
        },
        beside={} if settings["averaged"] else {"average": ("latent_avg", settings["style"])},
        image=image,
        latent=LatentSpace((settings["latent"],)),
        conditions=_classes(settings["classes"]),
        because=(
            Phrase(f"All names and shapes are those of StyleGAN2's generator in {where}."),
            Phrase(f"{len(channels)} levels from 4 x 4 make {size} pixels a side."),
            Phrase(
                f"{settings['depth']} layers map its latents to {settings['style']} numbers "
                "of style."
            ),
            *(
                (Phrase(f"It is told one of {settings['classes']} classes."),)
                if settings["classes"]
                else ()
            ),
            Phrase("StyleGAN2's pictures are in -1 to 1 and are clipped there."),
            Phrase(
                "The noise stored with the weights is used, so a latent always gives the "
                "same picture."
            ),
        ),
    )


def _classes(count: int) -> tuple[Condition, ...]:
    return (Condition("label", tuple(map(str, range(count)))),) if count else ()


def _official(shapes: Shapes) -> tuple[Layout, dict[str, Any]] | None:
    channels: list[int] = []
    while (shape := shapes.get(f"synthesis.b{4 << len(channels)}.conv1.weight")) is not None:
        channels.append(shape[0])
    settings = _settings(
        shapes, _fc, channels, "synthesis.b4.torgb.weight", "mapping.w_avg", "mapping.embed"
    )
    if settings is None:
        return None
    style, colours = settings["style"], settings["colours"]
    layout = Layout()
    _mapping(layout, settings, _fc, "mapping.w_avg", "mapping.embed")
    layout.tensor("synthesis.b4.const", (channels[0], 4, 4), "constant")

    def styled(name: str, ours: int, before: int, after: int, side: int) -> None:
        mine = f"layers.{ours}"
        layout.conv(name, after, before, 3, module=mine)
        layout.linear(f"{name}.affine", before, style, module=f"{mine}.style")
        layout.tensor(f"{name}.noise_const", (side, side), f"{mine}.noise")
        layout.tensor(f"{name}.noise_strength", (), f"{mine}.strength")
        layout.unused(f"{name}.resample_filter", (4, 4))

    for level, width in enumerate(channels):
        block, side = f"synthesis.b{4 << level}", 4 << level
        layout.unused(f"{block}.resample_filter", (4, 4))
        if level:
            styled(f"{block}.conv0", 2 * level - 1, channels[level - 1], width, side)
        styled(f"{block}.conv1", 2 * level, width, width, side)
        layout.conv(f"{block}.torgb", colours, width, 1, module=f"colours.{level}")
        layout.linear(f"{block}.torgb.affine", width, style, module=f"colours.{level}.style")
    return layout, settings


def _port(shapes: Shapes) -> tuple[Layout, dict[str, Any]] | None:
    first = shapes.get("conv1.conv.weight", ())
    channels = [first[1]] if len(first) == 5 else []
    while (shape := shapes.get(f"convs.{2 * len(channels) - 1}.conv.weight")) is not None:
        channels.append(shape[1] if len(shape) == 5 else 0)
    settings = _settings(shapes, _style, channels, "to_rgb1.conv.weight", "latent_avg", "")
    if settings is None:
        return None
    style, colours = settings["style"], settings["colours"]
    layout = Layout()
    _mapping(layout, settings, _style, "latent_avg", "")
    layout.tensor("input.input", (1, channels[0], 4, 4), "constant")

    def styled(name: str, ours: int, before: int, after: int, side: int) -> None:
        mine = f"layers.{ours}"
        layout.tensor(f"{name}.conv.weight", (1, after, before, 3, 3), f"{mine}.weight")
        layout.linear(f"{name}.conv.modulation", before, style, module=f"{mine}.style")
        layout.tensor(f"{name}.noise.weight", (1,), f"{mine}.strength")
        layout.tensor(f"{name}.activate.bias", (after,), f"{mine}.bias")
        layout.tensor(f"noises.noise_{ours}", (1, 1, side, side), f"{mine}.noise")

    def coloured(name: str, level: int) -> None:
        mine, width = f"colours.{level}", channels[level]
        layout.tensor(f"{name}.conv.weight", (1, colours, width, 1, 1), f"{mine}.weight")
        layout.linear(f"{name}.conv.modulation", width, style, module=f"{mine}.style")
        layout.tensor(f"{name}.bias", (1, colours, 1, 1), f"{mine}.bias")

    styled("conv1", 0, channels[0], channels[0], 4)
    coloured("to_rgb1", 0)
    for level in range(1, len(channels)):
        before, after, side = channels[level - 1], channels[level], 4 << level
        even = 2 * (level - 1)
        styled(f"convs.{even}", even + 1, before, after, side)
        layout.unused(f"convs.{even}.conv.blur.kernel", (4, 4))
        styled(f"convs.{even + 1}", even + 2, after, after, side)
        coloured(f"to_rgbs.{level - 1}", level)
        layout.unused(f"to_rgbs.{level - 1}.upsample.kernel", (4, 4))
    return layout, settings


def _fc(place: int) -> str:
    return f"mapping.fc{place}"


def _style(place: int) -> str:
    return f"style.{place + 1}"


def _settings(
    shapes: Shapes, layer: Callable[[int], str], channels: list[int], rgb: str, average: str,
    embedding: str,
) -> dict[str, Any] | None:  # fmt: skip
    """Sizes from the mapping's layers, the widths and the first layer to colours."""
    mapping: list[Shape] = []
    while len(shape := shapes.get(f"{layer(len(mapping))}.weight", ())) == 2:
        mapping.append(shape)
    colour = shapes.get(rgb, ())
    if not mapping or not channels or 0 in channels or len(colour) < 4:
        return None
    told = shapes.get(f"{embedding}.weight", ())
    told = told if len(told) == 2 else (0, 0)
    if mapping[0][1] <= told[0]:
        return None
    return {
        "latent": mapping[0][1] - told[0], "style": mapping[-1][0], "depth": len(mapping),
        "channels": channels, "colours": colour[-4], "averaged": average in shapes,
        "told": told[0], "classes": told[1],
    }  # fmt: skip


def _mapping(
    layout: Layout, settings: Mapping[str, Any], layer: Callable[[int], str], average: str,
    embedding: str,
) -> None:  # fmt: skip
    """The layers from z to w, that of the class before them, and the mean of w."""
    if settings["classes"]:
        told = f"{_STYLES}embedding"
        layout.linear(embedding, settings["told"], settings["classes"], module=told)
    before = settings["latent"] + settings["told"]
    for place in range(settings["depth"]):
        layout.linear(layer(place), settings["style"], before, module=f"{_STYLES}layers.{place}")
        before = settings["style"]
    if settings["averaged"]:
        layout.tensor(average, (settings["style"],), f"{_STYLES}average")


RECOGNISER = Recogniser(
    "stylegan2",
    "StyleGAN2's generator",
    "Karras et al., Analyzing and improving the image quality of StyleGAN, 2020; "
    "NVlabs/stylegan2-ada-pytorch and rosinality/stylegan2-pytorch",
    _match,
)
