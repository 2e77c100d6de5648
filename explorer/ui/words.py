"""What things of the program are called on the screen, in few words."""

from __future__ import annotations

import math

from explorer.families import FAMILIES, Lack
from explorer.latent import Edited, Point, Seed, Shift, Values
from explorer.ui.branches import branch_of
from explorer.ui.failures import name_said
from explorer.ui.language import later, plural, tr

__all__ = [
    "family_title",
    "lack_words",
    "later",
    "name_of",
    "picture_facts",
    "plural",
    "probability",
    "score_words",
    "shell_distance",
    "tr",
]

_CHANNELS = {1: later("grey"), 3: "RGB", 4: "RGBA"}


def name_of(point: Point) -> str:
    """A point in a few words: "seed 42", "photo.png", "seed 42, edited"."""
    if isinstance(point, Seed):
        text = tr("seed {seed}").format(seed=point.seed)
        return text if point.index == 0 else f"{text} #{point.index + 1}"
    if isinstance(point, Values):
        return name_said(point.origin) if point.origin else tr("values")
    if isinstance(point, Edited):
        return tr("{point}, edited").format(point=name_of(point.base))
    if isinstance(point, Shift):
        return tr("{point}, shifted").format(point=name_of(point.base))
    return tr("mixture")


def shell_distance(sigmas: float) -> str:
    """How typical a latent is: explorer.latent.typicality in words, with its unit; "" unknown."""
    if math.isnan(sigmas):
        return ""
    if abs(sigmas) < 0.05:
        return tr("on the shell")
    outside, inside = tr("{far} σ outside the shell"), tr("{far} σ inside the shell")
    return (outside if sigmas > 0 else inside).format(far=f"{abs(sigmas):.1f}")


def family_title(name: str) -> str:
    """A family as people say it."""
    return next((tr(f.title) for f in FAMILIES if f.name == name), name)


def score_words(kind: str, score: float, shown: str) -> str:
    """A critic's score, of explorer.formats.manifest.SCORES, as it stands under the picture."""
    if kind == "wasserstein":
        return tr("Wasserstein critic {score} (higher is more real)").format(score=shown)
    if kind == "least-squares":
        return tr("critic {score} (1 is real)").format(score=shown)
    words = tr("critic {p} (logit {logit})")
    return words.format(p=f"{probability(score):.2f}", logit=shown)


def probability(logit: float) -> float:
    """The critic's estimate that a picture is real: the sigmoid of its logit."""
    return 1 / (1 + math.exp(-min(500.0, max(-500.0, logit))))


def lack_words(lack: Lack, family: str) -> str:
    """What a model of a family does not do, in a sentence: modes collapse in adversarial ones."""
    collapse = tr("Mode collapse: it hardly ever draws {what}.")
    missed = tr("It hardly ever draws {what}.")
    said = {
        "missing_classes": collapse if branch_of(family) == "adversarial" else missed,
        "collapsed": tr("Posterior collapse: {what} carry next to nothing."),
    }
    return said[lack.kind].format(what=lack.what)


def picture_facts(height: int, width: int, channels: int) -> str:
    """ "64\N{MULTIPLICATION SIGN}64 RGB"."""
    kind = tr(_CHANNELS[channels]) if channels in _CHANNELS else str(channels)
    return f"{height}\N{MULTIPLICATION SIGN}{width} {kind}"


def mode_name(mode: str) -> str:
    """The curve between two key frames, one of explorer.latent.PATH_MODES."""
    names = {"linear": tr("Linear"), "spherical": tr("Spherical"), "smooth": tr("Smooth spline")}
    return names.get(mode, mode)


def ease_name(ease: str) -> str:
    """How a segment slows down at its ends, one of explorer.latent.EASES."""
    names = {
        "steady": tr("Steady"),
        "in": tr("Slow start"),
        "out": tr("Slow end"),
        "both": tr("Slow start and end"),
    }
    return names.get(ease, ease)
