"""card.md: what a model is, how it came about and what it is worth, in words and figures.

The figures stand between two markers, so that measuring again replaces them and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from explorer.errors import FileDamaged
from explorer.library import FIGURES
from explorer.training.recipe import Figure, Recipe

BEGIN, END = "<!-- figures: written by evaluate -->", "<!-- end of figures -->"


def write_card(recipe: Recipe, folder: Path, history: Mapping[str, Any]) -> None:
    """Write card.md anew, its figures still to be measured."""
    facts, name = recipe.facts, recipe.name
    steps = (
        "solved at once" if recipe.closed_form
        else f"{history['steps']:,} steps of {recipe.batch} images"
    )  # fmt: skip
    length = f"{steps} in {history['minutes']:.1f} minutes on {history['hardware']}"
    lines = [
        f"# {facts.title}", "", facts.about, "",
        "## Training", "",
        f"- Data: {facts.data}.",
        f"- Recipe: `python -m explorer.training train {name}{_data(recipe)}`, seed {recipe.seed}.",
        *([f"- Before it: {recipe.before()}."] if recipe.before() else []),
        f"- Length: {length}.",
        f"- Weights: {_parameters(recipe)}.",
        "- Licence of the weights: MIT.", "",
        "## Figures", "", BEGIN, "Not measured yet.", END, "",
        "## Limits", "", facts.limits, "",
    ]  # fmt: skip
    (folder / "card.md").write_text("\n".join(lines), encoding="utf-8")


def _parameters(recipe: Recipe) -> str:
    counts = {
        role: sum(p.numel() for p in network.parameters())
        for role, network in recipe.networks.items()
    }
    return ", ".join(f"{role} {count:,} parameters" for role, count in counts.items())


def write_figures(recipe: Recipe, folder: Path, figures: Sequence[Figure]) -> None:
    """Put measured figures into card.md and figures.json.

    Raises FileDamaged where the card lacks its markers.
    """
    path = folder / "card.md"
    text = path.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise FileDamaged(
            str(path), "the markers around its figures are gone", f"Put {BEGIN} and {END} back."
        )
    rows = [
        "Reproduce with", "", f"    {command(recipe)}", "",
        "| figure | value | how |", "| --- | --- | --- |",
        *(f"| {f.label} | {_shown(f)} | {f.how} |" for f in figures),
    ]  # fmt: skip
    path.write_text("\n".join([before + begin, *rows, end + after]), encoding="utf-8")
    table = {f.key: {"value": f.value, "unit": f.unit, "how": f.how} for f in figures}
    (folder / FIGURES).write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def command(recipe: Recipe) -> str:
    """What reproduces the figures."""
    return f"python -m explorer.training evaluate {recipe.name}{_data(recipe)}"


def _data(recipe: Recipe) -> str:
    return " --data DIR" if recipe.needs_data else ""


def _shown(figure: Figure) -> str:
    values = figure.value if isinstance(figure.value, list) else [figure.value]
    numbers = ", ".join(_number(v) for v in values)
    return f"{numbers} {figure.unit}".strip()


def _number(value: float | int | str) -> str:
    return f"{value:.4g}" if isinstance(value, float) else f"{value}"
