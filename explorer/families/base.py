"""What every model offers, whatever its family.

A model states its capabilities; asking for another raises a sentence that says so. Families know
meaning, not execution: they hold `Network`s, and never see threads or windows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from numbers import Integral
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue, NotSupported, UnknownName
from explorer.formats.manifest import Condition, Image, Manifest
from explorer.formats.words import Words
from explorer.latent import SPACES, LatentSpace, Styles
from explorer.phrases import Phrase
from explorer.runtimes import Adaptive, Arrays, Timing
from explorer.runtimes.adaptive import TOLERANCE

if TYPE_CHECKING:
    from explorer.families.stages import Number, StageControls, Stages, StageSettings
    from explorer.families.trajectory import DenoiseSettings, Trajectory
    from explorer.formats.picture import Picture

Images = NDArray[np.float32]
Given: TypeAlias = Iterable[tuple[str, "int | str | float"]] | Mapping[str, "int | str | float"]
PROMPT, NEGATIVE = TEXTS = ("prompt", "negative")
"""The conditions that are texts: what to draw, and what to keep away from."""
SPACE = "space"
"""The condition that says which of a model's latent spaces latents are of."""
# How many inputs every way to run a network must agree on.
EXAMPLES = 8
# Rounding and smooth scaling overshoot a little; bytes overshoot by 254.
_SLACK = 0.05
CAPABILITIES = (
    "generate", "encode", "score", "step", "translate", "restyle", "read", "stages", "likelihood",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Reading:
    """What a recognition head reads off N pictures.

    Attributes:
        condition: the name of the condition that the categories are values of.
        shares: probability of each category, (N, K) float32, rows summing to one.
        codes: the continuous codes, (N, M) float32: the latent's first M dimensions.
    """

    condition: str
    shares: NDArray[np.float32]
    codes: NDArray[np.float32]


@dataclass(frozen=True)
class Dial:
    """A number that a model can be told, from `low` to `high`."""

    name: str
    low: float
    high: float
    default: float


@dataclass(frozen=True)
class Lack:
    """What measured figures say that a model does not do.

    Attributes:
        kind: "missing_classes" (mode collapse) or "collapsed" (idle dimensions of an encoder).
        what: which ones: "1, 6, 7".
        how: how that was found, and from how many samples.
    """

    kind: str
    what: str
    how: str


@dataclass(frozen=True)
class Spec:
    """What a model is, for windows, scripts and people.

    Attributes:
        name: the folder's name, which opens it.
        title, summary, licence: for people.
        family: "vae", "gan", "diffusion", ...
        image: size in pixels, channels, and the networks' own range.
        latent: shape, prior, names, importance.
        conditions: what is categorical.
        score: what its critic's score is, of explorer.formats.manifest.SCORES.
        capabilities: of CAPABILITIES, those the model has.
        stages: what decides its runs of stages; None where it has none.
        dials: numbers that it can be told.
        styles: what latents are mapped to before they are drawn, where they are.
        words: those that it can be told in a prompt; None where it listens to no text.
        example: a prompt to begin with.
        lacks: what its measured figures say that it does not do.
    """

    name: str
    title: str
    family: str
    summary: str
    licence: str
    image: Image
    latent: LatentSpace
    conditions: tuple[Condition, ...]
    capabilities: frozenset[str]
    score: str = "logit"
    stages: StageControls | None = None
    dials: tuple[Dial, ...] = ()
    styles: Styles | None = field(default=None, repr=False)
    words: Words | None = None
    example: str = ""
    lacks: tuple[Lack, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """Names of all that it can be told."""
        names = (*(c.name for c in self.conditions), *(dial.name for dial in self.dials))
        return names if self.words is None else (*names, *TEXTS)

    @property
    def taken(self) -> int:
        """Channels of the pictures that it redraws: of a translator's latent, which is one."""
        return self.image.channels if self.latent.flat else self.latent.shape[0]

    def space(self, given: Given = ()) -> LatentSpace:
        """The space that latents are of when the model is told `given` (names and values)."""
        name = self.space_name(given)
        if self.styles is None or name == SPACES[0]:
            return self.latent
        return self.styles.space(name, self.label(given))

    def space_name(self, given: Given = ()) -> str:
        """Its name, of explorer.latent.SPACES."""
        return self._value(SPACE, dict(given)) or SPACES[0]

    def label(self, given: Given = ()) -> int:
        """The number of the class told, of the first where none is; 0 where it knows no classes."""
        classes = next((c for c in self.conditions if c.name != SPACE), None)
        return 0 if classes is None else classes.names.index(self._value(classes.name, dict(given)))

    def _value(self, name: str, told: Mapping[str, int | str | float]) -> str:
        """The name of the value of a condition that is told, of its first where nothing fits."""
        names = next((c.names for c in self.conditions if c.name == name), ("",))
        value = told.get(name, 0)
        if isinstance(value, int) and 0 <= value < len(names):
            return names[value]
        return value if isinstance(value, str) and value in names else names[0]


class Model:
    """An opened model. Families override what they can do and list it in `CAN`."""

    CAN: ClassVar[frozenset[str]] = frozenset()
    stage_controls: ClassVar[StageControls | None] = None
    # How far another way to run a network may differ, as a share of the range of its answers.
    tolerance: ClassVar[float] = TOLERANCE

    def __init__(self, manifest: Manifest, networks: Mapping[str, Adaptive]) -> None:
        self.manifest = manifest
        self.networks = networks
        self.spec = Spec(
            name=manifest.name,
            title=manifest.title,
            family=manifest.family,
            summary=manifest.summary,
            licence=manifest.licence,
            image=manifest.image,
            latent=manifest.latent,
            conditions=manifest.conditions,
            capabilities=self.capabilities(),
            score=manifest.score,
            stages=self.controls(),
            words=manifest.words,
            example=manifest.example,
        )

    def capabilities(self) -> frozenset[str]:
        """What this model can do, given its networks."""
        return self.CAN

    def controls(self) -> StageControls | None:
        """What decides its runs of stages; None where it has none."""
        return self.stage_controls

    @property
    def latent(self) -> LatentSpace:
        """The latent space; `latent.sample(count, seed)` draws from its prior."""
        return self.spec.latent

    def space(self, **conditions: int | str | float) -> LatentSpace:
        """The space that latents are of under these conditions: `latent`, but where it has more."""
        return self.spec.space(conditions)

    def generate(self, latents: NDArray[np.floating], **conditions: int | str | float) -> Images:
        """Latents (N, *latent.shape) to pictures (N, H, W, C) float32 in [0, 1]."""
        return self.to_images(self.draw(latents, **conditions))

    def draw(
        self, latents: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """The same as the networks give it: (N, C, H, W) float32 in their range, not clipped."""
        raise self._lacks(Phrase("generate pictures from latents"))

    def encode(self, images: NDArray[np.floating]) -> tuple[Images, Images]:
        """Pictures (N, H, W, C) in [0, 1] to mean and standard deviation, (N, *latent.shape)."""
        raise self._lacks(Phrase("encode pictures"))

    def score(
        self, images: NDArray[np.floating], **conditions: int | str | float
    ) -> NDArray[np.float32]:
        """The critic's scores of pictures (N, H, W, C) in [0, 1]: (N,), higher is "more real".

        `spec.score` says what they are. The class matters where the critic is told it.
        """
        raise self._lacks(Phrase("score pictures: it has no critic"))

    def translate(self, images: NDArray[np.floating], **conditions: int | str | float) -> Images:
        """Pictures (N, H, W, C) in [0, 1] to what the model makes of them, alike."""
        raise self._lacks(Phrase("translate pictures"))

    def restyle(
        self,
        images: NDArray[np.floating],
        styles: NDArray[np.floating],
        **conditions: int | str | float,
    ) -> Images:
        """Pictures (N, H, W, C) in [0, 1] in the styles of others, (N or 1, H, W, C)."""
        raise self._lacks(Phrase("take a style from a picture"))

    def read(self, images: NDArray[np.floating]) -> Reading:
        """The codes that a recognition head reads off pictures (N, H, W, C) in [0, 1]."""
        raise self._lacks(Phrase("read codes off pictures: it has no recognition head"))

    def denoise(self, **settings: Any) -> Trajectory:
        """A finished denoising trajectory; see the diffusion family for the settings."""
        raise self._lacks(Phrase("denoise: it has no diffusion steps"))

    def trajectory(
        self, settings: DenoiseSettings, picture: Picture | None = None, level: int = 0
    ) -> Trajectory:
        """A denoising run that has not begun: from noise, or from a picture noised to a level."""
        raise self._lacks(Phrase("denoise: it has no diffusion steps"))

    def stages(self, settings: StageSettings, picture: Picture | None = None) -> Stages:
        """A run of stages that has not begun; from a picture in the model's own way, if given."""
        raise self._lacks(Phrase("draw stage by stage"))

    def likelihood(self, images: NDArray[np.floating]) -> tuple[Number, ...]:
        """How likely each of the pictures (N, H, W, C) in [0, 1] is, named as what it is."""
        raise self._lacks(Phrase("say how likely a picture is"))

    def example(self, role: str, count: int) -> Arrays:
        """`count` inputs of the network `role`, from seed 0, to measure ways to run it with."""
        raise self._lacks(Phrase(f"make an input for {role}"))

    def measure(self) -> Mapping[str, tuple[Timing, ...]]:
        """Time the ways to run each network and keep the fastest that agrees (imports torch)."""
        return {
            role: network.measure(self.example(role, EXAMPLES), self.tolerance)
            for role, network in self.networks.items()
        }

    def _lacks(self, what: Phrase) -> NotSupported:
        cause = f"a {self.spec.family} model cannot {what}"
        return NotSupported(self.spec.name, cause, "Open a model that can.")

    # -- shared by the families ---------------------------------------------------------------

    def check_images(self, images: NDArray[np.floating], channels: int = 0) -> Images:
        """`images` as (N, H, W, C) float32 of the model's size; raises BadValue otherwise.

        C is the model's, unless `channels` says another.
        """
        try:
            array = np.asarray(images, np.float32)
        except (TypeError, ValueError) as error:
            raise BadValue("images", "they are no array of numbers", "Give an array.") from error
        image = self.spec.image
        size = (image.height, image.width, channels or image.channels)
        if array.ndim != 4 or array.shape[1:] != size:
            wanted = f"(N, {size[0]}, {size[1]}, {size[2]})"
            raise BadValue("images", f"shape {array.shape} does not fit", f"Give {wanted}.")
        if not np.isfinite(array).all():
            raise BadValue("images", "some pixels are not finite", "Replace NaN and infinity.")
        if array.size and not (array.min() >= -_SLACK and array.max() <= 1 + _SLACK):
            cause = f"they span {array.min():.3g} to {array.max():.3g}"
            raise BadValue("images", cause, "Scale them to 0 to 1 (bytes: divide by 255).")
        return array

    def to_network(self, images: Images) -> NDArray[np.float32]:
        """(N, H, W, C) in [0, 1] to (N, C, H, W) in the networks' range."""
        low, high = self.spec.image.low, self.spec.image.high
        scaled = images * np.float32(high - low) + np.float32(low)
        return np.ascontiguousarray(scaled.transpose(0, 3, 1, 2), np.float32)

    def to_images(self, arrays: NDArray[np.float32]) -> Images:
        """(N, C, H, W) in the networks' range to (N, H, W, C) in [0, 1]; not finite stays so."""
        low, high = self.spec.image.low, self.spec.image.high
        count, channels, height, width = arrays.shape
        images = np.empty((count, height, width, channels), np.float32)
        for channel in range(channels):  # three times as quick as one transposed copy
            images[..., channel] = arrays[:, channel]
        if (low, high) != (0.0, 1.0):
            images -= np.float32(low)
            images *= np.float32(1 / (high - low))
        return np.minimum(np.maximum(images, 0.0, out=images), 1.0, out=images)

    def class_index(self, name: str, value: int | str | float | None) -> int:
        """A condition's value (index or name; None: the null index) as an index.

        Raises:
            UnknownName: no such condition or class.
            BadValue: None, where the condition has no null index.
        """
        condition = next((c for c in self.spec.conditions if c.name == name), None)
        if condition is None:
            has = ", ".join(c.name for c in self.spec.conditions) or Phrase("none")
            raise UnknownName(
                f"condition {name!r}", f"{self.spec.name} lacks it", f"It has: {has}."
            )
        if value is None:
            if condition.null is None:
                raise BadValue(name, "no class is given", f"Give one of {_some(condition.names)}.")
            return condition.null
        index: object = condition.names.index(value) if value in condition.names else value
        if not isinstance(index, Integral) or not 0 <= int(index) < len(condition.names):
            raise UnknownName(
                f"{name} {value!r}",
                f"{self.spec.name} has no such class",
                f"Use one of {_some(condition.names)}.",
            )
        return int(index)


def _some(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:12])
    return shown if len(names) <= 12 else f"{shown}, ... ({len(names)} in all)"


BRANCHES = (
    "autoencoders", "adversarial", "flow", "autoregressive", "energy", "classical", "diffusion",
    "translation",
)  # fmt: skip
"""The tree of families, in the order it is taught and shown."""


@dataclass(frozen=True)
class Family:
    """One entry of FAMILIES.

    Attributes:
        name: as in the manifest's `family`.
        title: as on screen.
        branch: where it stands in the tree of families, of BRANCHES.
        roles: the networks it must have.
        optional: the networks it may have.
        open: makes the model.
    """

    name: str
    title: str
    roles: tuple[str, ...]
    optional: tuple[str, ...]
    open: Callable[[Manifest, Mapping[str, Adaptive]], Model]
    branch: str = ""
