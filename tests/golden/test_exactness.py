"""The same state is the same picture on every bundled model: to the bit on one machine, whoever
computes it and however often, and within a grey level whatever runs the networks."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from explorer.analysis import Direction
from explorer.assets import models_dir
from explorer.families import DenoiseSettings
from explorer.formats.manifest import read_manifest
from explorer.latent import Edited, Mix, Seed
from explorer.sampling import Cache, Context
from explorer.session import State, files
from explorer.session.plan import plan
from explorer.session.python import python
from explorer.session.state import Applied, Denoising, Exploring, Interpolating

BUNDLED = sorted(file.parent.name for file in models_dir().glob("*/model.toml"))
# Eight guided evaluations: far more arithmetic than any picture of one pass.
STEPS = 8


def state_of(name: str) -> State:
    """Something on the screen of the view that the model opens in, far from its defaults."""
    manifest = read_manifest(models_dir() / name)
    classes = tuple((c.name, min(3, len(c.names) - 1)) for c in manifest.conditions)
    if manifest.family == "diffusion":
        told: tuple[tuple[str, int | str | None], ...] = classes
        if manifest.example:
            told = (("prompt", manifest.example),)
        settings = DenoiseSettings(5, STEPS, "ddim", 2.0, told)
        return State(name, "denoise", denoising=Denoising(settings))
    size = int(np.prod(manifest.latent.shape))
    moved = Applied(Direction.of("d", np.linspace(-1, 1, size)), 1.3)
    point = Edited(Mix(Seed(3), Seed(4), 0.4), ((0, 1.5), (size - 1, -0.7)))
    exploring = Exploring(point, classes, directions=(moved,))
    return State(name, exploring=exploring, interpolating=Interpolating((point, Seed(9))))


def drawn(state: State) -> NDArray[np.uint8]:
    """The picture of a state, computed with nothing kept from before."""
    *_, frame = plan(state).frames(Context("cpu", Cache(0), lambda: None))
    return np.array(frame.images["image"][0])


@pytest.mark.parametrize("name", BUNDLED)
def test_the_same_state_is_the_same_picture_to_the_bit(name: str, tmp_path: Path) -> None:
    """Computed twice, from a session file, and by the copied script in a process of its own."""
    state = state_of(name)
    wanted = drawn(state)
    assert wanted.std() > 1  # something is on it
    assert np.array_equal(drawn(state), wanted)
    files.save(tmp_path / "a.lsx", files.gather(state))
    again, _ = files.load(tmp_path / "a.lsx")
    assert again.state == state
    assert np.array_equal(drawn(again.state), wanted)
    out = tmp_path / "out.npy"
    lines = ("import numpy", "from explorer.sampling.frames import pixels")
    keep = f"numpy.save({str(out)!r}, pixels(image[None])[0])"
    script = "\n".join((python(state), *lines, keep))
    (tmp_path / "script.py").write_text(script, encoding="utf-8")
    subprocess.run([sys.executable, str(tmp_path / "script.py")], check=True)
    assert np.array_equal(np.load(out), wanted)


def only(name: str, folder: Path, way: str) -> str:
    """The model with one way to run its networks; the path of its folder."""
    given, copy = models_dir() / name, folder / way
    copy.mkdir()
    for file in given.iterdir():
        if file.name != "model.toml":
            (copy / file.name).symlink_to(file)
    unwanted = {"torch": ("onnx",), "onnx": ("weights", "architecture", "settings")}[way]
    lines = (given / "model.toml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.split("=")[0].strip() not in unwanted]
    (copy / "model.toml").write_text("\n".join(kept), encoding="utf-8")
    return str(copy)


@pytest.mark.parametrize("name", BUNDLED)
def test_runtimes_give_the_same_picture_within_a_grey_level(name: str, tmp_path: Path) -> None:
    """In the sliders' picture, in the middle of a path, and at the end of a guided run."""
    if read_manifest(models_dir() / name).pipeline:
        pytest.skip("torch alone runs it")
    states = [state_of(name)]
    if states[0].view != "denoise":
        between = replace(states[0].interpolating, position=0.35)
        states.append(replace(states[0], view="interpolate", interpolating=between))
    ways = [only(name, tmp_path, way) for way in ("torch", "onnx")]
    for state in states:
        pictures = [drawn(replace(state, model=way)).astype(int) for way in ways]
        assert np.abs(pictures[0] - pictures[1]).max() <= 1, state.view
