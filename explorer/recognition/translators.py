"""Generators of pytorch-CycleGAN-and-pix2pix: residual of any number of blocks, and U-Nets.

Instance norms keep nothing there, but files of before torch 0.4 have running statistics for them,
which that project drops on loading; so here.
"""

from __future__ import annotations

from explorer.formats.manifest import Image
from explorer.latent import LatentSpace
from explorer.phrases import Phrase
from explorer.recognition.base import Finding, Hints, Layout, Recogniser, Shapes

_RESIDUAL_SIZES = {6: 128}
_SIZE = 256
_SOURCE = "junyanz/pytorch-CycleGAN-and-pix2pix"


def _match_residual(shapes: Shapes, hints: Hints) -> Finding | None:
    shapes = _without_idle(shapes)
    first = shapes.get("model.1.weight")
    if first is None or len(first) != 4 or first[2:] != (7, 7):
        return None
    batch = "model.2.running_mean" in shapes
    blocks = len({name.split(".")[1] for name in shapes if ".conv_block." in name})
    last = shapes.get(f"model.{17 + blocks}.weight")
    if last is None or first[1] not in (1, 3, 4) or last[0] not in (1, 3, 4):
        return None
    for reflect in (True, False):
        for dropout in (False, True):
            settings = {
                "colours": first[1], "made": last[0], "channels": first[0], "blocks": blocks,
                "batch": batch, "reflect": reflect,
            }  # fmt: skip
            layout = _residual(first, last[0], blocks, batch, reflect, dropout)
            if layout.fits(shapes):
                side = _RESIDUAL_SIZES.get(blocks, _SIZE)
                height, width = (max(4, n // 4 * 4) for n in hints.size or (side, side))
                return Finding(
                    title=Phrase(f"CycleGAN's generator, {blocks} blocks"),
                    family="translator",
                    networks={"generator": layout.part("residual-translator", settings)},
                    image=Image(height, width, last[0], -1.0, 1.0),
                    latent=LatentSpace((first[1], height, width)),
                    because=(
                        Phrase(
                            f"Its layers are those of CycleGAN's residual generator, {blocks} "
                            "blocks."
                        ),
                        Phrase(
                            "It turns a picture into another; any side that is a multiple of 4 "
                            "works."
                        ),
                        _norm_says(batch),
                        Phrase("It ends in tanh, so pictures are in -1 to 1."),
                    ),
                    multiple=4,
                )
    return None


def _residual(
    first: tuple[int, ...], made: int, blocks: int, batch: bool, reflect: bool, dropout: bool
) -> Layout:
    layout, channels = Layout(), first[0]

    def layer(place: int, out: int, inside: int, kernel: int, up: bool = False) -> None:
        name, ours = f"model.{place}", f"layers.{place}"
        add = layout.up if up else layout.conv
        sizes = (inside, out) if up else (out, inside)
        add(name, *sizes, kernel, not batch, ours)
        if batch:
            layout.norm(f"model.{place + 1}", out, True, f"layers.{place + 1}")

    layer(1, channels, first[1], 7)
    layer(4, 2 * channels, channels, 3)
    layer(7, 4 * channels, 2 * channels, 3)
    # Padding takes a place in the row where it is a layer, dropout takes another.
    one = 1 if reflect else 0
    two = one + 3 + int(dropout) + (1 if reflect else 0)
    for place in range(10, 10 + blocks):
        for theirs, ours in ((one, 1), (two, 5)):
            name, mine = f"model.{place}.conv_block", f"layers.{place}.layers"
            wide = 4 * channels
            layout.conv(f"{name}.{theirs}", wide, wide, 3, not batch, f"{mine}.{ours}")
            if batch:
                layout.norm(f"{name}.{theirs + 1}", wide, True, f"{mine}.{ours + 1}")
    layer(10 + blocks, 2 * channels, 4 * channels, 3, up=True)
    layer(13 + blocks, channels, 2 * channels, 3, up=True)
    last = 17 + blocks
    layout.conv(f"model.{last}", made, channels, 7, module=f"layers.{last}")
    return layout


def _match_unet(shapes: Shapes, hints: Hints) -> Finding | None:
    shapes = _without_idle(shapes)
    first, last = shapes.get("model.model.0.weight"), shapes.get("model.model.3.weight")
    if first is None or last is None or len(first) != 4 or len(last) != 4:
        return None
    depth = 1 + sum(name.endswith(".1.weight") and len(s) == 4 for name, s in shapes.items())
    colours, made, channels = first[1], last[1], first[0]
    batch = "model.model.1.model.2.running_mean" in shapes
    layout = _unet(colours, made, channels, depth, batch)
    if not (3 <= depth <= 12 and colours in (1, 3, 4) and made in (1, 3, 4)):
        return None
    if not layout.fits(shapes):
        return None
    step = 1 << depth
    height, width = (max(step, n // step * step) for n in hints.size or (step, step))
    settings = {
        "colours": colours, "made": made, "channels": channels, "depth": depth, "batch": batch,
    }  # fmt: skip
    return Finding(
        title=Phrase(f"pix2pix's U-Net, {step} pixels"),
        family="translator",
        networks={"generator": layout.part("unet-translator", settings)},
        image=Image(height, width, made, -1.0, 1.0),
        latent=LatentSpace((colours, height, width)),
        because=(
            Phrase(f"Its layers are those of pix2pix's U-Net, {depth} halvings deep."),
            Phrase(f"It turns a picture into another; a side is a multiple of {step} pixels."),
            _norm_says(batch),
            Phrase("It ends in tanh, so pictures are in -1 to 1."),
        ),
        multiple=step,
    )


def _unet(colours: int, made: int, channels: int, depth: int, batch: bool) -> Layout:
    layout, name = Layout(), "model.model"
    widths = [channels * min(8, 1 << level) for level in range(depth)]
    for level, width in enumerate(widths):
        outer = widths[level - 1] if level else colours
        last = level == depth - 1
        # Within a level: relu, conv, norm, the next level, relu, conv, norm; ends have fewer.
        down, inner, up = (1, 3, 5) if level else (0, 1, 3)
        if last:
            up = 3
        layout.conv(f"{name}.{down}", width, outer, 4, not batch, f"downs.{level}")
        if level and not last and batch:
            layout.norm(f"{name}.{down + 1}", width, True, f"down_norms.{level}")
        out, inside = (outer if level else made), (width if last else 2 * width)
        layout.up(f"{name}.{up}", inside, out, 4, not batch or level == 0, f"ups.{level}")
        if level and batch:
            layout.norm(f"{name}.{up + 1}", outer, True, f"up_norms.{level}")
        name = f"{name}.{inner}.model"
    return layout


def _without_idle(shapes: Shapes) -> Shapes:
    """Running statistics count only beside the weights of the norm that uses them."""
    return {
        name: shape
        for name, shape in shapes.items()
        if not name.endswith((".running_mean", ".running_var"))
        or f"{name.rpartition('.')[0]}.weight" in shapes
    }


def _norm_says(batch: bool) -> Phrase:
    if batch:
        return Phrase("It has batch norms, used with the statistics that training kept.")
    return Phrase("It has no norm's weights, so its norms are instance norms.")


RESIDUAL = Recogniser(
    "cyclegan-residual",
    "CycleGAN's generator",
    f"Zhu et al., Unpaired image-to-image translation, 2017; {_SOURCE}",
    _match_residual,
)
UNET = Recogniser(
    "pix2pix-unet",
    "pix2pix's U-Net",
    f"Isola et al., Image-to-image translation with conditional networks, 2017; {_SOURCE}",
    _match_unet,
)
