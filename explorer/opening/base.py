"""What a file was understood as: everything a model needs but the numbers, with the reasons.

Understanding reads names, shapes and settings and runs nothing, so a card "what is this" can be
shown at once. What only running tells (a range of pictures, sizes that a graph leaves open) stays
None here and is probed when the model opens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from explorer.formats.contents import Contents
from explorer.formats.manifest import Condition, Image, Manifest
from explorer.formats.words import Words
from explorer.latent import LatentSpace
from explorer.networks.layer import Layer
from explorer.phrases import Phrase
from explorer.recognition import Recognition
from explorer.recognition.weights import Weight
from explorer.runtimes.network import Network

TORCH = "torch"


@dataclass(frozen=True)
class Piece:
    """One network.

    Attributes:
        role: as families call it.
        title: what runs it, for people ("burgess-decoder", "ONNX graph").
        open: (device, precision) to the network, under our names; raises ExplorerError.
        architecture, settings, weights: what it is built from, where it is built of known parts.
    """

    role: str
    title: str
    open: Callable[[str, str], Network] = field(repr=False, compare=False)
    architecture: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict, repr=False)
    weights: Mapping[str, Weight] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True)
class Size:
    """A picture's height, width and channels, before its range is known."""

    height: int
    width: int
    channels: int


@dataclass(frozen=True)
class Understanding:
    """What a file is taken for.

    Attributes:
        contents: the file. more: others that belong to it (the other half of a pair).
        title: what it is. how: "recognised", "graph", "folder", "declared" or "proposed".
        family: of families.FAMILIES.
        pieces: its networks.
        size, span, latent: None where only running it tells.
        because: sentences: what was seen, and what follows.
        guesses: names of answers that are guesses, which the user should look at.
        missing: roles that another file would bring.
        needs: modules that must be imported before it opens.
        layers: by role, where it is a stack of layers.
        ports: (side, name, shape, role) of a graph's inputs and outputs, for correcting.
        multiple: what sides of pictures must be multiples of, where any size is taken; else 0.
        runs: the program that opening it runs, as a sentence; "" for none.
        recognition: what a recogniser found, if one did.
        class_room: how few and how many names of classes fit; (0, 0) where none can be given.
        words: what it can be told, where it listens to a text.
        named: the model.toml that gives it a name and an example, where one lies beside it.
        styles: arrays of explorer.latent.Styles, where latents are mapped before they are drawn.
    """

    contents: Contents
    title: str
    how: str
    family: str
    pieces: tuple[Piece, ...]
    because: tuple[Phrase, ...] = ()
    size: Size | None = None
    span: tuple[float, float] | None = None
    latent: tuple[int, ...] | None = None
    space: LatentSpace | None = None
    conditions: tuple[Condition, ...] = ()
    diffusion: Mapping[str, Any] = field(default_factory=dict)
    guesses: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    needs: tuple[str, ...] = (TORCH,)
    layers: Mapping[str, tuple[Layer, ...]] = field(default_factory=dict)
    ports: tuple[tuple[str, str, str, str], ...] = ()
    more: tuple[Contents, ...] = ()
    multiple: int = 0
    runs: str = ""
    recognition: Recognition | None = field(default=None, repr=False, compare=False)
    class_room: tuple[int, int] = (0, 0)
    words: Words | None = None
    named: Manifest | None = None
    styles: Mapping[str, Weight] = field(default_factory=dict, repr=False, compare=False)

    @property
    def image(self) -> Image | None:
        """Size and range, once both are known."""
        if self.size is None or self.span is None:
            return None
        return Image(self.size.height, self.size.width, self.size.channels, *self.span)

    @property
    def sure(self) -> bool:
        """Whether nothing was guessed."""
        return not self.guesses

    @property
    def weight_bytes(self) -> int:
        """Bytes of all its weights in memory, as float32."""
        return sum(c.count for c in (self.contents, *self.more)) * 4
