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

SUFFIXES = (".png", ".gif", ".webp", ".mp4")


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
    if suffix == ".mp4":
        write(frames(), foreign)
        data = foreign.read_bytes()
        foreign.write_bytes(data[: len(data) // 2])
    elif suffix == ".png":
        info = PngImagePlugin.PngInfo()
        info.add_text("Software", f"{KEYWORD} or another")
        Image.fromarray(frames()[0]).save(foreign, pnginfo=info)
    else:
        Image.fromarray(frames()[0]).save(foreign, comment=b"made elsewhere")
    assert recipe_in(foreign) is None


def test_a_large_recipe_comes_out_of_a_film_whole(tmp_path: Path) -> None:
    """A user's picture in it makes it megabytes; the film's own size does not matter."""
    words = "".join(chr(97 + int(n)) for n in np.random.default_rng(0).integers(0, 26, 5 << 20))
    write(frames(), tmp_path / "film.mp4", Options(recipe={"words": words}))
    assert recipe_in(tmp_path / "film.mp4") == f'{{"words":"{words}"}}'


@pytest.mark.parametrize("cut", [0, 4, 8, 9, 15, 16, 17, 40, 100, 400, 700])
def test_a_film_cut_off_anywhere_has_none_or_all(tmp_path: Path, cut: int) -> None:
    """And sizes that lie lead nowhere."""
    whole, part = tmp_path / "whole.mp4", tmp_path / "part.mp4"
    write(frames(), whole, Options(recipe={"a": 1}))
    data = whole.read_bytes()
    part.write_bytes(data[:cut])
    assert recipe_in(part) is None
    part.write_bytes(data[:cut] + b"\xff\xff\xff\xff" + data[cut + 4 :])
    assert recipe_in(part) in {None, '{"a":1}'}


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n\0\0", b"RIFF....WEBP", b"%!PS"]
)
def test_what_is_no_picture_has_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(data)
    assert recipe_in(path) is None
    assert recipe_in(tmp_path / "none.png") is None
    assert recipe_in(tmp_path) is None
