"""Older session files to the present layout, one step a version, on plain JSON.

A step is never edited once files of the next version exist: a file of any age goes through the
same steps in the same order. To change the layout: raise VERSION, write one function from the old
to the new, add it to STEPS, and keep an example of the old version for its test.

Versions:
    0: before key frames had times, directions sliders and runs a tree. State alone, its fields
       under plain names, points by "kind", no models.
    1: explorer.session.recipe's tags, all fields; models, past and layout.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from explorer.errors import FileDamaged, FileRefused

VERSION = 1
_REMEDY = "Use an earlier copy."


def migrate(version: Any, data: Any, source: str) -> Any:
    """`data` of that version in the layout of VERSION.

    Raises:
        FileRefused: a version from the future. FileDamaged: no version, or data unlike it.
    """
    if type(version) is not int or version < 0:
        raise FileDamaged(source, "it says no version", _REMEDY)
    if version > VERSION:
        cause = f"it was saved by a later version (layout {version}; this one reads {VERSION})"
        raise FileRefused(source, cause, "Update Latent Explorer.")
    for step in range(version, VERSION):
        try:
            data = STEPS[step](data)
        except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
            cause = f"it is unlike version {step} ({type(error).__name__}: {error})"
            raise FileDamaged(source, cause, _REMEDY) from error
    return data


def _from_0(old: Any) -> Any:
    state = old["state"]
    exploring, interpolating = state["exploring"], state["interpolating"]
    settings = state["denoising"]["settings"]
    return {
        "is": "Session",
        "state": {
            "is": "State",
            "model": state["model"],
            "view": state["view"],
            "exploring": _exploring_1(exploring),
            "interpolating": _interpolating_1(interpolating),
            "denoising": _denoising_1(settings, state["denoising"]["shown"]),
            "pins": [],
        },
        "past": [],
        "models": [
            {"is": "ModelRef", "name": state["model"], "title": state["model"], "files": []}
        ],
        "layout": [],
    }


def _exploring_1(old: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "is": "Exploring",
        "point": _point_1(old["point"]),
        "conditions": _pairs_1(old["conditions"]),
        "locked": old["locked"],
        "picture": None,
        "by_importance": old["by_importance"],
        "grid_seed": old["grid_seed"],
        "names": [],
        "directions": [],
        "pad": None,
        "heat": None,
        "strips": True,
        "marked": [],
        "walk_seed": 0,
        "walk_reach": 0.15,
    }


def _interpolating_1(old: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("mode", "position", "frames", "rate", "loop")
    return {
        "is": "Interpolating",
        "keys": [_point_1(key) for key in old["keys"]],
        **{name: old[name] for name in kept},
        "closed": False,
        "times": [],
        "modes": [],
        "eases": [],
        "bounce": False,
        "even": False,
        "retimed": None,
        "grid": None,
        "grid_at": [0.5, 0.5],
    }


def _denoising_1(settings: Mapping[str, Any], shown: int) -> dict[str, Any]:
    kept = ("seed", "steps", "scheduler", "guidance")
    start = settings["start"]
    return {
        "is": "Denoising",
        "settings": {
            "is": "DenoiseSettings",
            **{name: settings[name] for name in kept},
            "conditions": _pairs_1(settings["conditions"]),
            "start": None if start is None else _point_1(start),
        },
        "shown": shown,
        "picture": None,
        "noised_to": 500,
        "branches": [],
        "current": 0,
        "beside": None,
        "compared": [],
        "tries": 8,
        "try_steps": 8,
    }


def _pairs_1(old: Mapping[str, Any]) -> list[list[Any]]:
    return [[name, old[name]] for name in sorted(old)]


def _point_1(old: Mapping[str, Any]) -> dict[str, Any]:
    """Points had the same fields, their class in small letters under "kind"."""
    new: dict[str, Any] = {"is": old["kind"].capitalize()}
    for name, value in old.items():
        if name != "kind":
            new[name] = _point_1(value) if isinstance(value, dict) else value
    return new


STEPS: tuple[Callable[[Any], Any], ...] = (_from_0,)
