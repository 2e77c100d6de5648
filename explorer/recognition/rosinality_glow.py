"""Glow in the layout of rosinality's glow-pytorch: both directions from one set of weights."""

from __future__ import annotations

from typing import Any

from explorer.formats.manifest import Image
from explorer.latent import LatentSpace
from explorer.phrases import Phrase
from explorer.recognition.base import Finding, Hints, Layout, Recogniser, Shapes, size_text

_SIDE = 64
"""As that project's default; weights do not tell."""
_MOST_LEVELS, _MOST_FLOWS = 8, 128


def _match(shapes: Shapes, hints: Hints) -> Finding | None:
    settings = _settings(shapes)
    if settings is None:
        return None
    layout = _layout(settings)
    if not layout.fits(shapes):
        return None
    levels, colours = len(settings["flows"]), settings["colours"]
    step = 1 << levels
    height, width = (max(step, n // step * step) for n in hints.size or (_SIDE, _SIDE))
    image = Image(height, width, colours, 0.0, 1.0)
    kind = Phrase("affine") if settings["affine"] else Phrase("additive")
    return Finding(
        title=Phrase(f"Glow, {levels} levels of {settings['flows'][0]} steps, {size_text(image)}"),
        family="flow",
        networks={
            "flow": layout.part("rosinality-glow", settings),
            "inverse": layout.part("rosinality-glow-inverse", settings),
        },
        image=image,
        latent=LatentSpace((colours, height, width)),
        because=(
            Phrase("All names and shapes are those of Glow in rosinality's glow-pytorch."),
            Phrase(f"Its couplings are {kind}: that is the width of their last layer."),
            Phrase(
                f"Weights do not tell the size it was trained at: {height} x {width} is a guess."
            ),
            Phrase("That project takes pictures as -0.5 to 0.5."),
        ),
        multiple=step,
    )


def _settings(shapes: Shapes) -> dict[str, Any] | None:
    flows: list[int] = []
    while f"blocks.{len(flows)}.prior.scale" in shapes and len(flows) < _MOST_LEVELS:
        block, count = f"blocks.{len(flows)}", 0
        while f"{block}.flows.{count}.actnorm.loc" in shapes and count < _MOST_FLOWS:
            count += 1
        flows.append(count)
    loc = shapes.get("blocks.0.flows.0.actnorm.loc", ())
    hidden = shapes.get("blocks.0.flows.0.coupling.net.0.weight", ())
    last = shapes.get("blocks.0.flows.0.coupling.net.4.scale", ())
    if len(flows) < 2 or 0 in flows or len(loc) != 4 or len(hidden) != 4 or len(last) != 4:
        return None
    if loc[1] not in (4, 12, 16):
        return None
    names = (f"blocks.{n}.flows.0.invconv.weight" for n in range(len(flows)))
    return {
        "colours": loc[1] // 4, "flows": flows, "hidden": hidden[0],
        "affine": last[1] == loc[1], "factored": [name not in shapes for name in names],
    }  # fmt: skip


def _layout(settings: dict[str, Any]) -> Layout:
    layout, affine = Layout(), settings["affine"]
    for level, count in enumerate(settings["flows"]):
        channels, final = 4 * settings["colours"] << level, level == len(settings["flows"]) - 1
        for n in range(count):
            theirs, ours = f"blocks.{level}.flows.{n}", f"levels.{level}.steps.{n}"
            layout.tensor(f"{theirs}.actnorm.loc", (1, channels, 1, 1), f"{ours}.shift")
            layout.tensor(f"{theirs}.actnorm.scale", (1, channels, 1, 1), f"{ours}.scale")
            layout.unused(f"{theirs}.actnorm.initialized", ())
            _mix(layout, theirs, ours, channels, settings["factored"][level])
            half, hidden = channels // 2, settings["hidden"]
            net = f"{theirs}.coupling.net"
            layout.conv(f"{net}.0", hidden, half, 3, module=f"{ours}.first")
            layout.conv(f"{net}.2", hidden, hidden, 1, module=f"{ours}.second")
            _zeroed(layout, f"{net}.4", f"{ours}.last", hidden, channels if affine else half)
        into, out = (channels, 2 * channels) if final else (channels // 2, channels)
        _zeroed(layout, f"blocks.{level}.prior", f"levels.{level}.prior", into, out)
    return layout


def _mix(layout: Layout, theirs: str, ours: str, channels: int, factored: bool) -> None:
    name, mine, square = f"{theirs}.invconv", f"{ours}.mix", (channels, channels)
    if not factored:
        layout.tensor(f"{name}.weight", (*square, 1, 1), f"{mine}.weight")
        return
    layout.tensor(f"{name}.w_p", square, f"{mine}.order")
    layout.tensor(f"{name}.w_l", square, f"{mine}.lower")
    layout.tensor(f"{name}.w_u", square, f"{mine}.upper")
    layout.tensor(f"{name}.w_s", (channels,), f"{mine}.log_diagonal")
    layout.tensor(f"{name}.s_sign", (channels,), f"{mine}.sign")
    for mask in ("u_mask", "l_mask", "l_eye"):
        layout.unused(f"{name}.{mask}", square)


def _zeroed(layout: Layout, theirs: str, ours: str, into: int, out: int) -> None:
    layout.conv(f"{theirs}.conv", out, into, 3, module=f"{ours}.conv")
    layout.tensor(f"{theirs}.scale", (1, out, 1, 1), f"{ours}.scale")


RECOGNISER = Recogniser(
    "rosinality-glow",
    "Glow of rosinality's glow-pytorch",
    "Kingma and Dhariwal, Glow: generative flow with invertible 1x1 convolutions, 2018; "
    "rosinality/glow-pytorch",
    _match,
)
