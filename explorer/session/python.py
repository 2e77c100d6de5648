"""What is on the screen as a Python script that makes it again, to the bit, without a window.

A recipe's own constructors are written, with the fields that are not at their defaults, so that
the text can be read, changed and run again. The batches are those of the engine, since a network
may round differently in batches of another size.
"""

from __future__ import annotations

import base64
import dataclasses
import textwrap
import zlib
from typing import Any

from explorer.errors import NotSupported
from explorer.families import SPACE, DenoiseSettings
from explorer.families.base import PROMPT, TEXTS
from explorer.formats.picture import Picture
from explorer.sampling.requests import BATCH
from explorer.session import tree
from explorer.session.plan import path
from explorer.session.state import State

_WIDTH = 88
# Longer runs of numbers are laid out in rows of this many.
_ROW = 8
# A picture above this many packed characters belongs in a file of its own.
_MAX_PICTURE = 2_000_000


def python(state: State) -> str:
    """A script whose last lines hold the picture, or pictures, of the view on screen.

    Raises:
        NotSupported: the view shows no picture, or the user's picture is too large.
        BadValue: a path without keys.
    """
    writers = {
        "explore": _explore,
        "interpolate": _interpolate,
        "denoise": _denoise,
        "steps": _steps,
        "translate": _translate,
        "side": _side,
    }
    if state.view not in writers:
        cause = f"there is no view called {state.view}"
        raise NotSupported("Python", cause, "Go to another view.")
    script = _Script(state.model)
    writers[state.view](state, script)
    return script.text()


class _Script:
    """Lines under the imports that they turn out to need."""

    def __init__(self, model: str) -> None:
        self._imports: dict[str, set[str]] = {}
        self._modules: set[str] = set()
        self._lines = [f"model = explorer.open_model({model!r})"]

    def needs(self, module: str, name: str = "") -> None:
        """`from module import name`, or `import module`."""
        if name:
            self._imports.setdefault(module, set()).add(name)
        else:
            self._modules.add(module)

    def say(self, *lines: str) -> None:
        """More lines."""
        self._lines += lines

    def source(self, value: Any) -> str:
        """An expression that evaluates to `value`."""
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return self._record(value)
        if isinstance(value, tuple) and len(value) > _ROW and _are_numbers(value):
            numbers = [f"{float(part)!r}," for part in value]
            rows = [" ".join(numbers[i : i + _ROW]) for i in range(0, len(numbers), _ROW)]
            return "(\n    " + "\n    ".join(rows) + "\n)"
        if isinstance(value, tuple):
            inner = ", ".join(map(self.source, value))
            return f"({inner},)" if len(value) == 1 else f"({inner})"
        if isinstance(value, float):
            return repr(float(value))
        return repr(value)

    def _record(self, value: Any) -> str:
        kind = type(value)
        package = ".".join(kind.__module__.split(".")[:2])
        self.needs(package, kind.__name__)
        parts = []
        for field in dataclasses.fields(value):
            part = getattr(value, field.name)
            if field.default is dataclasses.MISSING:
                parts.append(self.source(part))
            elif part != field.default:
                parts.append(f"{field.name}={self.source(part)}")
        return f"{kind.__name__}({', '.join(parts)})"

    def text(self) -> str:
        """The whole script."""
        system = sorted(m for m in self._modules if m in {"base64", "zlib"})
        head = [f"import {name}" for name in system] + ([""] if system else [])
        if "numpy" in self._modules:
            head += ["import numpy as np", ""]
        head.append("import explorer")
        for module, names in sorted(self._imports.items()):
            head.append(f"from {module} import {', '.join(sorted(names))}")
        return "\n".join([*head, "", *self._lines, ""])


def _explore(state: State, script: _Script) -> None:
    script.say(f"point = {script.source(state.exploring.shown)}")
    _one_picture(state, script, "point")


def _interpolate(state: State, script: _Script) -> None:
    view = state.interpolating
    script.needs("numpy")
    given = _conditions(state, script)
    script.say(
        f"path = {script.source(path(state))}",
        f"latents = path.latents({view.frames}, {_space(state)})",
        "images = np.concatenate([  # (N, H, W, C) float32 in [0, 1]",
        f"    model.generate(latents[i : i + {BATCH}]{given})"
        f" for i in range(0, {view.frames}, {BATCH})",
        "])",
        "",
    )
    if view.grid is None:
        script.say(f"point = path.at({view.position!r})  # under the playhead")
    else:
        script.say(f"grid = {script.source(view.grid)}", f"point = grid.at{view.grid_at!r}")
    _one_picture(state, script, "point")


def _one_picture(state: State, script: _Script, name: str) -> None:
    script.say(
        f"latent = {name}.resolve({_space(state)})",
        f"image = model.generate(latent[None]{_conditions(state, script)})[0]"
        "  # (H, W, C) float32 in [0, 1]",
    )


def _denoise(state: State, script: _Script) -> None:
    view = state.denoising
    if view.picture is None:
        script.say(f"run = model.denoise({_arguments(_changes(view.settings), script)})")
    else:
        _from_picture(view.picture, view.settings, view.noised_to, script)
    for number in tree.lineage(view, view.current)[1:]:
        branch = view.branches[number - 1]
        changes = _arguments(dict(branch.changes), script)
        script.say(f"run = run.branch({branch.step}{', ' if changes else ''}{changes})")
    script.say("image = run.image  # (H, W, C) float32 in [0, 1]")
    if view.shown >= 0:
        script.say(
            f"step = run[{view.shown}]  # .x_t, .x0, .noise: (C, H, W) in the network's range"
        )


def _translate(state: State, script: _Script) -> None:
    view = state.translating
    script.needs("explorer.formats.brush", "as_seen")
    if view.picture is None:
        script.say("picture = None  # the face that the program draws")
    else:
        _say_picture(view.picture, script)
    script.say(
        "size = model.spec.image",
        "seen = as_seen(picture, size.height, size.width, model.spec.taken)",
        'source = (seen[None] / 255).astype("float32")',
    )
    given = _arguments(dict(view.conditions), script)
    if view.style is None:
        script.say(f"image = model.translate(source{given and ', '}{given})[0]")
    else:
        _say_style(view.style, given, script)
    if view.back:
        back = _arguments(dict(view.back), script)
        script.say(f"returned = model.translate(image[None], {back})[0]")


def _say_style(style: Picture, given: str, script: _Script) -> None:
    """By the picture that the style is taken from, where the model takes one."""
    _say_picture(style, script, "style")
    script.say(
        'if "restyle" in model.spec.capabilities:',
        "    like = as_seen(style, size.height, size.width, size.channels)",
        '    like = (like[None] / 255).astype("float32")',
        f"    image = model.restyle(source, like{given and ', '}{given})[0]",
        "else:",
        f"    image = model.translate(source{given and ', '}{given})[0]",
    )


def _from_picture(picture: Picture, settings: DenoiseSettings, level: int, script: _Script) -> None:
    _say_picture(picture, script)
    script.say(
        f"settings = {script.source(settings)}",
        f"run = model.trajectory(settings, picture, {level}).finish()",
    )


def _steps(state: State, script: _Script) -> None:
    view = state.unfolding
    given = ""
    if view.picture is not None:
        _say_picture(view.picture, script)
        given = ", picture"
    script.say(
        f"settings = {script.source(view.settings)}",
        f"run = model.stages(settings{given}).finish()  # run[i]: panes and numbers of stage i",
    )
    for number in tree.lineage(view, view.current)[1:]:
        branch = view.branches[number - 1]
        old, new = vars(tree.settings(view, branch.parent)), vars(tree.settings(view, number))
        changes = {name: value for name, value in new.items() if value != old[name]}
        given = _arguments(changes, script)
        script.say(f"run = run.branch({branch.step}{given and ', '}{given}).finish()")
    script.say(
        "image = run.image  # (H, W, C) float32 in [0, 1]",
    )


def _side(state: State, script: _Script) -> None:
    """Every model told the same, as far as it listens; those that cannot be told are left out."""
    view, told = state.side, dict(state.exploring.conditions)
    if view.prompt is not None:
        told[PROMPT] = view.prompt
    script.needs("numpy")
    made, can = _told_each(state, script)
    script.say(
        f"told = {told!r}",
        f"models = {{{state.model!r}: model}}",
        f"models |= {{name: explorer.open_model(name) for name in {view.others!r}}}",
        'example = next((m.spec.example for m in models.values() if m.spec.example), "")',
        "images = {}  # by the model's name: (N, H, W, C) float32 in [0, 1]",
        "for name, model in models.items():",
        "    spec = model.spec",
        f"    if not ({can}):",
        "        continue",
        "    given = {c.name: 0 for c in spec.conditions if c.null is None}",
        f'    given |= {{"{PROMPT}": example}} if spec.words else {{}}',
        "    heard = {c.name for c in spec.conditions}"
        f" | ({{{', '.join(map(repr, sorted(TEXTS)))}}} if spec.words else set())",
        "    given |= {what: value for what, value in told.items() if what in heard}",
        f"    latents = {made}",
        "    images[name] = model.generate(latents, **given)",
        "image = next(iter(images.values()))[0]",
    )


def _told_each(state: State, script: _Script) -> tuple[str, str]:
    """Expressions of the latents that a model is told, and of whether it can be."""
    view = state.side
    if view.source == "picture":
        if state.exploring.picture is None:
            raise NotSupported("Python", "there is no picture to rebuild", "Drop one first.")
        _say_picture(state.exploring.picture, script)
        size = "spec.image.height, spec.image.width, spec.image.channels"
        return f"model.encode(picture.fitted({size})[None])[0]", '"encode" in spec.capabilities'
    if view.source == "sliders":
        script.say(f"point = {script.source(state.exploring.shown)}", "shape = model.latent.shape")
        return "point.resolve(model.space(**given))[None]", "model.latent.shape == shape"
    script.needs("explorer.latent", "Seed")
    drawn = f"Seed({view.seed}, i).resolve(model.space(**given)) for i in range({view.count})"
    return f"np.stack([{drawn}])", '"generate" in spec.capabilities'


def _say_picture(picture: Picture, script: _Script, name: str = "picture") -> None:
    packed = base64.b85encode(zlib.compress(picture.pixels, 9)).decode("ascii")
    if len(packed) > _MAX_PICTURE:
        cause = "it is too large to be written into a script"
        raise NotSupported(picture.name, cause, "Scale the picture down and drop it again.")
    for module in ("base64", "zlib"):
        script.needs(module)
    script.needs("explorer.formats.picture", "Picture")
    size = f"{picture.height}, {picture.width}, {picture.channels}"
    pieces = textwrap.wrap(packed, _WIDTH)
    script.say("packed = (", *(f"    {piece!r}" for piece in pieces), ")")
    script.say(
        "pixels = zlib.decompress(base64.b85decode(packed))",
        f"{name} = Picture({picture.name!r}, {size}, pixels)",
    )


def _changes(settings: DenoiseSettings) -> dict[str, Any]:
    """Settings as the keyword arguments of Model.denoise: the plain ones always, for reading."""
    given: dict[str, Any] = {
        name: getattr(settings, name) for name in ("seed", "steps", "scheduler", "guidance")
    }
    if settings.start is not None:
        given["start"] = settings.start
    return given | dict(settings.conditions)


def _space(state: State) -> str:
    """The space that the latents are of: the model's one, or one of several."""
    given = dict(state.exploring.conditions)
    if not given.get(SPACE):
        return "model.latent"
    told = {name: value for name, value in given.items() if name != "truncation"}
    return f"model.space(**{told!r})"


def _conditions(state: State, script: _Script) -> str:
    given = dict(state.exploring.conditions)
    return f", {_arguments(given, script)}" if given else ""


def _arguments(given: dict[str, Any], script: _Script) -> str:
    plain = {k: v for k, v in given.items() if k.isidentifier()}
    odd = {k: v for k, v in given.items() if k not in plain}
    parts = [f"{name}={script.source(value)}" for name, value in plain.items()]
    if odd:
        parts.append(f"**{odd!r}")
    return ", ".join(parts)


def _are_numbers(values: tuple[Any, ...]) -> bool:
    return all(isinstance(value, float) for value in values)
