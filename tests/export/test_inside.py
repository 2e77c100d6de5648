"""A saved picture or film opens as what was on the screen; other files carry nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from explorer.export import KEYWORD, Options, recipe_in, write
from explorer.formats.picture import Picture
from explorer.latent import Edited, Seed
from explorer.session.share import read_recipe, recipe_of
from explorer.session.state import Exploring, State

SUFFIXES = (".png", ".gif", ".webp")


def frames(count: int = 3) -> list[np.ndarray]:
    rng = np.random.default_rng(0)
    return [rng.integers(0, 256, (8, 8, 3)).astype(np.uint8) for _ in range(count)]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.usefixtures("bundled_tiny")
def test_what_was_on_the_screen_comes_out_of_the_file(tmp_path: Path, suffix: str) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (40, 40, 3)).astype(np.uint8)
    picture = Picture.of(noise, "ünïcode.png")
    state = State(
        "tiny-vae", exploring=Exploring(Edited(Seed(2**62), ((3, -0.42),)), picture=picture)
    )
    path = tmp_path / f"out{suffix}"
    write(frames(), path, Options(recipe=recipe_of(state)))
    text = recipe_in(path)
    assert text is not None
    opened = read_recipe(text, path.name)
    assert opened.state == state
    assert opened.models[0].files


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_files_without_a_recipe_have_none(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out{suffix}"
    write(frames(), path)
    assert recipe_in(path) is None
    foreign = tmp_path / f"foreign{suffix}"
    if suffix == ".png":
        info = PngImagePlugin.PngInfo()
        info.add_text("Software", f"{KEYWORD} or another")
        Image.fromarray(frames()[0]).save(foreign, pnginfo=info)
    else:
        Image.fromarray(frames()[0]).save(foreign, comment=b"made elsewhere")
    assert recipe_in(foreign) is None


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n\0\0", b"RIFF....WEBP", b"%!PS"]
)
def test_what_is_no_picture_has_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(data)
    assert recipe_in(path) is None
    assert recipe_in(tmp_path / "none.png") is None
    assert recipe_in(tmp_path) is None
