"""The small U-Net of BrianPulfer's PapersReimplementations (DDPM on 28x28 digits or clothes)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from explorer.formats.manifest import Image
from explorer.latent import LatentSpace
from explorer.phrases import Phrase
from explorer.recognition.base import Finding, Hints, Layout, Recogniser, Shapes, size_text


def _match(shapes: Shapes, _hints: Hints) -> Finding | None:
    table, first = shapes.get("time_embed.weight"), shapes.get("b1.0.ln.weight")
    widths = [shapes.get(f"{level}.0.conv1.bias") for level in ("b1", "b2", "b3")]
    if table is None or first is None or len(table) != 2 or len(first) != 3:
        return None
    channels = [width[0] for width in widths if width]
    colours, size = first[:2]
    layout = _layout(table, size, colours, channels) if len(channels) == 3 else None
    if layout is None or colours not in (1, 3) or not layout.fits(shapes):
        return None
    steps, time = table
    settings = {
        "size": size, "colours": colours, "channels": channels, "steps": steps, "time": time,
    }  # fmt: skip
    image = Image(size, size, colours, -1.0, 1.0)
    return Finding(
        title=Phrase(f"DDPM of PapersReimplementations, {size_text(image)}"),
        family="diffusion",
        networks={"denoiser": layout.part("papers-unet", settings)},
        image=image,
        latent=LatentSpace((colours, size, size)),
        because=(
            Phrase("All names and shapes are those of the U-Net in PapersReimplementations' DDPM."),
            Phrase(f"Its table of times has {steps} rows: it was trained on {steps} steps."),
            Phrase(
                "That project's betas rise linearly from 0.0001 to 0.02, and the network "
                "tells noise."
            ),
            Phrase("Its pictures are scaled to -1 to 1 before noise is added."),
        ),
        diffusion={
            "train_timesteps": steps,
            "schedule": "linear",
            "beta_start": 0.0001,
            "beta_end": 0.02,
            "prediction": "epsilon",
        },
    )


def _layout(table: Sequence[int], size: int, colours: int, widths: Sequence[int]) -> Layout | None:
    if size % 4 or size // 4 % 2 == 0:
        return None
    a, b, c = widths
    half, quarter, low = size // 2, size // 4, (size // 4 - 1) // 2
    layout = Layout()
    layout.tensor("time_embed.weight", tuple(table))
    levels: dict[str, tuple[int, tuple[int, ...]]] = {
        "1": (size, (colours, a, a, a)), "2": (half, (a, b, b, b)), "3": (quarter, (b, c, c, c)),
        "_mid": (low, (c, b, b, c)), "4": (quarter, (2 * c, c, b, b)),
        "5": (half, (2 * b, b, a, a)), "_out": (size, (2 * a, a, a, a)),
    }  # fmt: skip
    for name, (side, channels) in levels.items():
        layout.linear(f"te{name}.0", channels[0], table[1])
        layout.linear(f"te{name}.2", channels[0], channels[0])
        for place, (before, after) in enumerate(pairwise(channels)):
            for what in ("weight", "bias"):
                layout.tensor(f"b{name}.{place}.ln.{what}", (before, side, side))
            layout.conv(f"b{name}.{place}.conv1", after, before, 3)
            layout.conv(f"b{name}.{place}.conv2", after, after, 3)
    layout.conv("down1", a, a, 4)
    layout.conv("down2", b, b, 4)
    layout.conv("down3.0", c, c, 2)
    layout.conv("down3.2", c, c, 4)
    layout.up("up1.0", c, c, 4)
    layout.up("up1.2", c, c, 2)
    layout.up("up2", b, b, 4)
    layout.up("up3", a, a, 4)
    layout.conv("conv_out", colours, a, 3)
    return layout


RECOGNISER = Recogniser(
    "papers-unet",
    "Small U-Net of PapersReimplementations",
    "Ho et al., Denoising diffusion probabilistic models, 2020; "
    "BrianPulfer/PapersReimplementations",
    _match,
)
