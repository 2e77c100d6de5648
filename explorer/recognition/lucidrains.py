"""The U-Net of lucidrains' denoising-diffusion-pytorch, alone or inside its GaussianDiffusion.

The whole object keeps its betas and the weight of each step's loss, which tell the schedule and
what the network was taught to predict; the U-Net alone does not.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from explorer.formats.manifest import Image
from explorer.latent import LatentSpace
from explorer.phrases import Phrase
from explorer.recognition.base import Finding, Hints, Layout, Recogniser, Shapes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SIDE = 128
"""As in that project's first example; weights do not tell."""
_TAUGHT = {
    "epsilon": Phrase("the noise"),
    "sample": Phrase("the clean picture"),
    "v_prediction": Phrase("v"),
}
_ASSUMED = Phrase("Schedule and prediction are that project's defaults: a guess.")
_CLIPS = (float("inf"), 5.0)
"""Where the weight of a step's loss is cut off; 5 is that project's default once asked for."""


def _match(shapes: Shapes, hints: Hints) -> Finding | None:
    prefix = "model." if "model.init_conv.weight" in shapes else ""
    inner = {n.removeprefix(prefix): s for n, s in shapes.items() if n.startswith(prefix)}
    kept = {n: s for n, s in shapes.items() if prefix and not n.startswith(prefix)}
    length = kept.get("betas", (0,))[0]
    if any(shape != (length,) for shape in kept.values()):
        return None
    settings = _settings(inner)
    if settings is None:
        return None
    layout = _layout(settings, prefix)
    for name, shape in kept.items():
        layout.unused(name, shape)
    if not layout.fits(shapes):
        return None
    multiple = 1 << (len(settings["channels"]) - 2)
    height, width = (max(multiple, n // multiple * multiple) for n in hints.size or (_SIDE, _SIDE))
    colours = settings["colours"]
    generation = (
        Phrase("first") if settings["old"]
        else Phrase("third") if settings["root"] else Phrase("second")
    )  # fmt: skip
    return Finding(
        title=Phrase(f"Diffusion U-Net of lucidrains, {len(settings['channels']) - 1} levels"),
        family="diffusion",
        networks={"denoiser": layout.part("lucidrains-unet", settings)},
        image=Image(height, width, colours, -1.0, 1.0),
        latent=LatentSpace((colours, height, width)),
        because=(
            Phrase(
                f"All names and shapes are those of lucidrains' U-Net, its {generation} generation."
            ),
            Phrase(
                f"Weights do not tell the size it was trained at: {height} x {width} is a guess."
            ),
            Phrase("That project scales pictures to -1 to 1 before noise is added."),
            *(() if kept else (_ASSUMED,)),
        ),
        diffusion={
            "train_timesteps": length or 1000,
            "schedule": "squaredcos_cap_v2",
            "prediction": "v_prediction" if settings["root"] else "epsilon",
        },
        multiple=multiple,
        reads=tuple(n for n in ("betas", "loss_weight", "p2_loss_weight") if n in kept),
    )


def _refine(finding: Finding, values: Mapping[str, NDArray[np.float32]]) -> Finding:
    """The schedule as it was kept, and what the loss's weights say of the prediction."""
    import numpy as np

    betas = values["betas"].astype(np.float64)
    table: dict[str, Any] = {
        "train_timesteps": len(betas), "schedule": "betas",
        "betas": [min(max(float(b), 1e-8), 0.9999) for b in betas],
        "prediction": finding.diffusion["prediction"],
    }  # fmt: skip
    because = [Phrase(f"Its {len(betas)} betas are in the file.")]
    if "loss_weight" in values:
        ratio = np.cumprod(1 - betas) / np.maximum(1 - np.cumprod(1 - betas), 1e-12)
        weights = values["loss_weight"].astype(np.float64)
        over = {"epsilon": ratio, "sample": np.ones_like(ratio), "v_prediction": ratio + 1}
        misses = {
            (name, clip): float(np.abs(np.minimum(ratio, clip) / below - weights).mean())
            for name, below in over.items()
            for clip in _CLIPS
        }
        table["prediction"] = min(misses, key=lambda key: misses[key])[0]
        taught = _TAUGHT[table["prediction"]]
        because.append(
            Phrase(f"The weights of its loss are those of a network that tells {taught}.")
        )
    elif "p2_loss_weight" in values:
        table["prediction"] = "epsilon"
        because.append(Phrase("Its generation tells the noise unless asked otherwise: a guess."))
    return dataclasses.replace(
        finding, diffusion=table, because=(*finding.because, *because), reads=()
    )


def _settings(shapes: Shapes) -> dict[str, Any] | None:
    """Sizes, from the layers that tell them; None where one is missing or out of line."""
    first, last = shapes.get("init_conv.weight", ()), shapes.get("final_conv.weight", ())
    told, query = shapes.get("time_mlp.1.weight", ()), shapes.get("mid_attn.to_qkv.weight")
    old = query is None
    query = query or shapes.get("mid_attn.fn.fn.to_qkv.weight", ())
    if len(first) != 4 or len(last) != 4 or len(told) != 2 or len(query) != 4:
        return None
    channels = [first[0]]
    while (shape := _leaves(shapes, f"downs.{len(channels) - 1}.3")) is not None:
        channels.append(shape[0])
    # Twice as much comes out where variances are told, goes in where an earlier answer comes along.
    inputs, outputs = first[1], last[0]
    colours = min(inputs, outputs)
    if inputs == outputs and inputs in (2, 6, 8):
        colours = inputs // 2
    if colours not in (1, 3, 4) or len(channels) < 3 or told[1] < 4:
        return None
    kept = shapes.get("mid_attn.mem_kv", (2, 4, 0, 0))
    heads = kept[1]
    return {
        "colours": colours, "channels": channels, "time": told[0], "waves": told[1],
        "heads": heads, "head": query[0] // 3 // heads, "memory": kept[2],
        "full": [
            f"downs.{n}.2.{'fn.fn.' if old else ''}to_out.weight" in shapes
            for n in range(len(channels) - 1)
        ],
        "old": old, "root": "mid_block1.block1.norm.g" in shapes,
        "twice": inputs == 2 * colours, "spread": outputs == 2 * colours,
    }  # fmt: skip


def _leaves(shapes: Shapes, name: str) -> tuple[int, ...] | None:
    return shapes.get(f"{name}.weight") or shapes.get(f"{name}.1.weight")


def _layout(settings: Mapping[str, Any], prefix: str) -> Layout:
    layout = _Rows(settings, prefix)
    channels, colours = settings["channels"], settings["colours"]
    first, levels = channels[0], list(pairwise(channels))
    layout.of("init_conv", first, colours * (2 if settings["twice"] else 1), 7)
    layout.named_linear("time_mlp.1", settings["time"], settings["waves"])
    layout.named_linear("time_mlp.3", settings["time"], settings["time"])
    last = len(levels) - 1
    for level, (before, after) in enumerate(levels):
        name = f"downs.{level}"
        layout.block(f"{name}.0", before, before)
        layout.block(f"{name}.1", before, before)
        layout.attention(f"{name}.2", before, settings["full"][level])
        if level == last:
            layout.of(f"{name}.3", after, before, 3)
        elif settings["old"]:
            layout.of(f"{name}.3", after, before, 4)
        else:
            layout.of(f"{name}.3.1", after, 4 * before, 1)
    middle = channels[-1]
    layout.block("mid_block1", middle, middle)
    layout.block("mid_block2", middle, middle)
    layout.attention("mid_attn", middle, True)
    for place, (before, after) in enumerate(reversed(levels)):
        name = f"ups.{place}"
        layout.block(f"{name}.0", before + after, after)
        layout.block(f"{name}.1", before + after, after)
        layout.attention(f"{name}.2", after, settings["full"][last - place])
        layout.of(f"{name}.3" if place == last else f"{name}.3.1", before, after, 3)
    layout.block("final_res_block", 2 * first, first)
    layout.of("final_conv", colours * (2 if settings["spread"] else 1), first, 1)
    return layout


class _Rows(Layout):
    """A layout under a prefix, with the blocks that this network is made of."""

    def __init__(self, settings: Mapping[str, Any], prefix: str) -> None:
        super().__init__()
        self.settings, self.prefix = settings, prefix

    def of(self, name: str, out: int, inside: int, kernel: int, bias: bool = True) -> None:
        """A convolution of the same name in both."""
        self.conv(self.prefix + name, out, inside, kernel, bias, name)

    def named_linear(self, name: str, out: int, inside: int) -> None:
        """A fully connected layer of the same name in both."""
        self.linear(self.prefix + name, out, inside, module=name)

    def block(self, name: str, before: int, after: int) -> None:
        """A residual block."""
        self.named_linear(f"{name}.mlp.1", 2 * after, self.settings["time"])
        for part, inside in (("block1", before), ("block2", after)):
            self.of(f"{name}.{part}.proj", after, inside, 3)
            if self.settings["root"]:
                self.gain(f"{name}.{part}.norm.g", after)
            else:
                self.norm(f"{self.prefix}{name}.{part}.norm", after, module=f"{name}.{part}.norm")
        if before != after:
            self.of(f"{name}.res_conv", after, before, 1)

    def attention(self, name: str, width: int, full: bool) -> None:
        """Attention, which the old generation wraps twice."""
        s, old = self.settings, self.settings["old"]
        norm, inner = (f"{name}.fn", f"{name}.fn.fn") if old else (name, name)
        heads, head, memory = s["heads"], s["head"], s["memory"]
        self.gain(f"{norm}.norm.g", width, f"{name}.norm.g")
        if memory:
            shape = (2, heads, memory, head) if full else (2, heads, head, memory)
            self.tensor(f"{self.prefix}{inner}.mem_kv", shape, f"{name}.mem_kv")
        theirs, wide = self.prefix + inner, heads * head
        self.conv(f"{theirs}.to_qkv", 3 * wide, width, 1, False, f"{name}.to_qkv")
        out = "to_out" if full else "to_out.0"
        self.conv(f"{theirs}.{out}", width, wide, 1, module=f"{name}.{out}")
        if not full:
            self.gain(f"{inner}.to_out.1.g", width, f"{name}.to_out.1.g")

    def gain(self, name: str, width: int, module: str = "") -> None:
        """A norm's gain, (1, width, 1, 1)."""
        self.tensor(self.prefix + name, (1, width, 1, 1), module or name)


RECOGNISER = Recogniser(
    "lucidrains-unet",
    "U-Net of denoising-diffusion-pytorch",
    "Ho et al., Denoising diffusion probabilistic models, 2020; "
    "lucidrains/denoising-diffusion-pytorch",
    _match,
    _refine,
)
