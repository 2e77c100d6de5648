"""What a recogniser is, and what it finds. To add one: a file, a line in RECOGNISERS.

A recogniser reads names and shapes alone, so that nothing has to be loaded, and no torch imported,
to say what a file is. It sees a state dict whose wrappers were taken off (`tidy`, `scopes`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from explorer.formats.contents import Shape
from explorer.formats.manifest import Condition, Image
from explorer.latent import LatentSpace
from explorer.phrases import Phrase

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Shapes = Mapping[str, Shape]


@dataclass(frozen=True)
class Hints:
    """What stands beside the weights. A recogniser may use it where shapes leave something open.

    Attributes:
        file: the file's or folder's name.
        metadata: hyper-parameters and the like.
        classes: names of the classes that the file mentions.
        size: height and width that were asked for, where the network takes several.
        whole: whether the names to match are all the file has, optimisers aside.
    """

    file: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    classes: tuple[str, ...] = ()
    size: tuple[int, int] | None = None
    whole: bool = True


@dataclass(frozen=True)
class Part:
    """One network of a finding.

    Attributes:
        architecture: its name in `networks.ARCHITECTURES`.
        settings: what it is built with.
        keys: names in its state dict to names in the state dict that was matched.
    """

    architecture: str
    settings: Mapping[str, Any]
    keys: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class Finding:
    """What a state dict turned out to be.

    Attributes:
        title: for people ("Burgess VAE, 10 latents").
        family: a name of families.FAMILIES.
        networks: by role.
        image: size, channels and range of the pictures.
        latent: shape of the latents, with a standard normal prior; None where only another file
            tells.
        because: sentences that say what was seen and what follows from it, the range's reason
            among them.
        conditions: what is categorical.
        diffusion: as the manifest's table of that name.
        needs: roles that another file has to bring.
        multiple: what the sides of a picture must be multiples of, where the network takes any
            size (`Hints.size` chooses); 0 where the weights fix it.
        reads: small tensors whose numbers tell more; `Recogniser.refine` is given them.
        styles: names in explorer.latent.Styles to names in the state dict that was matched, where
            latents are mapped before a generator takes them.
        beside: of `styles`, what may stand outside the matched names: (name, length) by our name.
    """

    title: Phrase
    family: str
    networks: Mapping[str, Part]
    image: Image
    latent: LatentSpace | None
    because: tuple[Phrase, ...]
    conditions: tuple[Condition, ...] = ()
    diffusion: Mapping[str, Any] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    multiple: int = 0
    reads: tuple[str, ...] = ()
    styles: Mapping[str, str] = field(default_factory=dict, repr=False)
    beside: Mapping[str, tuple[str, int]] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Recogniser:
    """One entry of RECOGNISERS.

    Attributes:
        name: for programs.
        title: for people.
        source: the paper and the project whose layout it is.
        match: the finding for exactly these names and shapes, or None; must not raise.
        refine: the finding once the numbers of its `reads` are known.
    """

    name: str
    title: str
    source: str
    match: Callable[[Shapes, Hints], Finding | None]
    refine: Callable[[Finding, Mapping[str, NDArray[np.float32]]], Finding] | None = None


class Layout:
    """The names and shapes an architecture has, written down layer by layer, to be compared.

    `module` names a layer in our module where it differs from the name in the file.
    """

    def __init__(self) -> None:
        self.shapes: dict[str, Shape] = {}
        self.keys: dict[str, str] = {}

    def tensor(self, name: str, shape: Shape, module: str = "") -> None:
        """Any one tensor."""
        self.shapes[name] = shape
        self.keys[module or name] = name

    def unused(self, name: str, shape: Shape) -> None:
        """A tensor that files have and our module makes for itself."""
        self.shapes[name] = shape

    def layer(self, name: str, shape: Shape, bias: int = 0, module: str = "") -> None:
        """A weight of `shape`, and a bias of that length unless it is 0."""
        self.tensor(f"{name}.weight", shape, f"{module or name}.weight")
        if bias:
            self.tensor(f"{name}.bias", (bias,), f"{module or name}.bias")

    def conv(
        self, name: str, out: int, inside: int, kernel: int, bias: bool = True, module: str = ""
    ) -> None:
        """A convolution, (out, in, kernel, kernel)."""
        self.layer(name, (out, inside, kernel, kernel), out if bias else 0, module)

    def up(
        self, name: str, inside: int, out: int, kernel: int, bias: bool = True, module: str = ""
    ) -> None:
        """A transposed convolution, (in, out, kernel, kernel)."""
        self.layer(name, (inside, out, kernel, kernel), out if bias else 0, module)

    def linear(self, name: str, out: int, inside: int, bias: bool = True, module: str = "") -> None:
        """A fully connected layer, (out, in)."""
        self.layer(name, (out, inside), out if bias else 0, module)

    def norm(self, name: str, channels: int, running: bool = False, module: str = "") -> None:
        """A normalisation's weight and bias, and its running statistics if it keeps any."""
        self.layer(name, (channels,), channels, module)
        if running:
            for what in ("running_mean", "running_var"):
                self.tensor(f"{name}.{what}", (channels,), f"{module or name}.{what}")

    def fits(self, shapes: Shapes, *others: Layout) -> bool:
        """Whether `shapes` are these and those of `others`, no more and no less."""
        wanted = dict(self.shapes)
        for other in others:
            wanted |= other.shapes
        return wanted == dict(shapes)

    def part(self, architecture: str, settings: Mapping[str, Any]) -> Part:
        """The network of these names."""
        return Part(architecture, settings, self.keys)


def size_text(image: Image) -> Phrase:
    """A picture's size and channels, for titles: "32 x 32 grey"."""
    if image.channels == 1:
        return Phrase(f"{image.width} x {image.height} grey")
    if image.channels == 3:
        return Phrase(f"{image.width} x {image.height} colour")
    return Phrase(f"{image.width} x {image.height} RGBA")
