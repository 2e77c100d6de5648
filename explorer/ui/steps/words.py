"""What stages, panes and numbers of the families are called on the screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from explorer.families import Number
from explorer.ui.record import Record
from explorer.ui.widgets.curves import Lane
from explorer.ui.widgets.record_deck import DeckWords
from explorer.ui.words import later, tr

STAGE, PLANNED, LEFT = "stage", "planned", "left"
_MOST_LANES = 4

_NAMES = {
    "Gibbs sweep": later("Gibbs sweep"), "pixel": later("pixel"), "layer": later("layer"),
    "chance of on": later("chance of on"), "pixels": later("pixels"),
    "hidden units": later("hidden units"), "picture": later("picture"),
    "surprise": later("surprise, white is 8 bits"), "as picture": later("as picture"),
    "as numbers": later("as numbers, grey is 0"), "free energy": later("free energy"),
    "pixels changed": later("pixels changed"), "hidden units on": later("hidden units on"),
    "bits of this pixel": later("bits of this pixel"),
    "bits to expect of it": later("bits to expect of it"),
    "bits per drawn pixel so far": later("bits per drawn pixel so far"),
    "row": later("row, from 0"), "column": later("column, from 0"),
    "log density of these numbers": later("log density of these numbers"),
    "spread of these numbers": later("standard deviation of these numbers"),
    "bits per dimension, at the levels' middles": later(
        "bits per dimension, at the levels' middles"
    ),
    "bits per dimension": later("bits per dimension"),
    "bits per dimension, dequantised": later("bits per dimension, dequantised"),
    "evidence lower bound, greys as chances": later("evidence lower bound, greys as chances"),
    "nats": later("nats"), "bits": later("bits"),
}  # fmt: skip
# Beside a curve there is room for some twelve letters.
_SHORT = {
    "pixels changed": later("changed"), "hidden units on": later("hidden on"),
    "bits of this pixel": later("this pixel"), "bits to expect of it": later("expected"),
    "bits per drawn pixel so far": later("mean so far"),
    "log density of these numbers": later("log density"),
}  # fmt: skip
_ROOM = 12
# Likelihoods that are no bound; a free energy is one up to a constant that nobody knows.
_EXACT = {"bits per dimension", "bits per drawn pixel so far"}


def name(text: str) -> str:
    """A family's own word as it is shown; one that is not known here as it is."""
    return tr(_NAMES[text]) if text in _NAMES else text


def value(number: Number) -> str:
    """ "-12.3 nats"."""
    return _written(number.value, number.unit)


def said(number: Number) -> str:
    """All of a number in a line: "free energy: -12.3 nats (lower is likelier)"."""
    line = tr("{name}: {value}").format(name=name(number.name), value=value(number))
    about = meaning(number)
    return f"{line} ({about})" if about else line


def meaning(number: Number) -> str:
    """Whether it is a bound, and which way is likelier; empty where neither."""
    bounds = {"upper": tr("an upper bound"), "lower": tr("a lower bound")}
    exact = tr("exact") if number.name in _EXACT else ""
    ways = {"lower": tr("lower is likelier"), "higher": tr("higher is likelier")}
    parts = (bounds.get(number.bound, exact), ways.get(number.better, ""))
    return ", ".join(part for part in parts if part)


def lanes(numbers: Iterable[Number]) -> tuple[Lane, ...]:
    """A curve for each number that has a unit, at most four."""
    plotted = [number for number in numbers if number.unit][:_MOST_LANES]
    return tuple(_lane(number) for number in plotted)


def _lane(number: Number) -> Lane:
    short = tr(_SHORT[number.name]) if number.name in _SHORT else name(number.name)
    if len(short) > _ROOM:
        short = short[: _ROOM - 1] + "…"
    parts = (name(number.name), name(number.unit), meaning(number))
    about = ", ".join(part for part in parts if part)
    unit = number.unit
    low, high = (0.0, 1.0) if number.value >= 0 else (-1.0, 0.0)
    return Lane(short, about, lambda v: _written(v, unit), low, high, number.name)


def _written(number: float, unit: str) -> str:
    whole = not unit and number == round(number)
    digits = f"{number:.0f}" if whole else f"{number:.2f}" if abs(number) < 10 else f"{number:.1f}"
    digits = digits.replace("-", "\N{MINUS SIGN}")
    return f"{digits} {name(unit)}" if unit else digits


def words(parent: QWidget) -> DeckWords:
    """What the entries of a record are called."""
    return DeckWords(
        unit=parent.tr("stage"),
        shown=parent.tr("Stage shown"),
        first=parent.tr("First stage"),
        back=parent.tr("Back one stage"),
        forward=parent.tr("Forward one stage"),
        last=parent.tr("Last stage"),
        rate=parent.tr("Stages a second when playing"),
        curves=parent.tr("Curves by stage"),
        numbers=parent.tr("Stage shown, of how many"),
        about=parent.tr("What the model did last; of a long run some stages are shown"),
        widest=(parent.tr("{stage} {i} of {n}").format(stage=name("Gibbs sweep"), i=4096, n=4096),),
    )


def describe(parent: QWidget, stage: str, record: Record, index: int) -> tuple[str, ...]:
    """Which stage a frame shows."""
    at, of = record.numbers[STAGE][index], record.numbers[PLANNED][index]
    return (
        parent.tr("{stage} {i} of {n}").format(stage=name(stage), i=f"{at + 1:g}", n=f"{of:g}"),
    )
