"""What every writer promises, and what each format keeps."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from explorer.errors import BadValue
from explorer.export import KEYWORD, WRITERS, Options, Writer, recipe, sheet, write, writer_for
from explorer.export.animation import durations
from explorer.export.base import Bytes, Frames
from explorer.families import DenoiseSettings
from explorer.formats.picture import Picture
from explorer.latent import Seed, edit
from explorer.sampling.requests import Denoise, Generate, Reconstruct
from explorer.session.recipe import decode

every_writer = pytest.mark.parametrize("writer", WRITERS, ids=lambda w: w.suffix)


def pictures(count: int, channels: int = 3) -> list[Bytes]:
    """Small and busy, each unlike the others."""
    rows, columns = np.mgrid[:6, :8]
    numbers = [range(i + 1, i + 1 + channels) for i in range(count)]
    planes = [[(rows * 31 + columns * 17 * n) % 251 for n in part] for part in numbers]
    return [np.stack(part, axis=2).astype(np.uint8) for part in planes]


@every_writer
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_a_written_file_opens_as_its_format(writer: Writer, channels: int, tmp_path: Path) -> None:
    path = tmp_path / f"out{writer.suffix}"
    write(pictures(3, channels), path)
    with Image.open(path) as image:
        assert image.format == writer.suffix[1:].upper()
        assert getattr(image, "n_frames", 1) == (3 if writer.moves else 1)
        assert image.size == ((8, 6) if writer.moves else (2 * 9 - 1, 2 * 7 - 1))


@every_writer
def test_the_same_pictures_give_the_same_bytes(writer: Writer, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}{writer.suffix}" for name in "ab"]
    for file in files:
        write(pictures(4), file)
    assert files[0].read_bytes() == files[1].read_bytes()


@every_writer
def test_pixels_are_repeated_whole(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / f"out{writer.suffix}"
    write(pictures(1), path, Options(scale=3))
    with Image.open(path) as image:
        assert image.size == (24, 18)


@every_writer
def test_nothing_and_a_mixture_are_refused(writer: Writer, tmp_path: Path) -> None:
    """And leave no file behind."""
    path = tmp_path / f"out{writer.suffix}"
    for wrong in ([], [*pictures(1), *pictures(1, 1)], [pictures(1)[0].astype(np.float32)]):
        with pytest.raises(BadValue, match="pictures"):
            write(wrong, path)  # type: ignore[arg-type]  # floats on purpose
    assert list(tmp_path.iterdir()) == []


def test_a_still_picture_keeps_every_pixel(tmp_path: Path) -> None:
    for channels in (1, 3, 4):
        (picture,) = pictures(1, channels)
        write([picture], tmp_path / "one.png")
        with Image.open(tmp_path / "one.png") as image:
            assert np.array_equal(np.asarray(image).reshape(picture.shape), picture)


def test_a_webp_film_keeps_every_pixel(tmp_path: Path) -> None:
    wanted = pictures(3)
    write(wanted, tmp_path / "film.webp", Options(rate=30))
    with Image.open(tmp_path / "film.webp") as film:
        for index, picture in enumerate(wanted):
            film.seek(index)
            assert np.array_equal(np.asarray(film.convert("RGB")), picture)


def test_a_gif_film_plays_at_its_rate(tmp_path: Path) -> None:
    write(pictures(30), tmp_path / "film.gif", Options(rate=30))
    total = 0
    with Image.open(tmp_path / "film.gif") as film:
        for index in range(getattr(film, "n_frames", 1)):
            film.seek(index)
            total += film.info["duration"]
    assert total == 1000


@pytest.mark.parametrize("rate", [7.0, 24.0, 30.0, 50.0])
def test_durations_do_not_drift(rate: float) -> None:
    """They add up to the film's length within half a unit, however long it is."""
    lasts = durations(1000, rate, unit=10)
    assert abs(sum(lasts) - 1000 * 1000 / rate) <= 5
    assert max(lasts) - min(lasts) <= 10


def test_a_suffix_nobody_writes_is_refused() -> None:
    assert writer_for(Path("A.PNG")).suffix == ".png"
    with pytest.raises(BadValue, match=r"Use \.png"):
        writer_for(Path("picture.tga"))


def test_a_dummy_writer_is_one_line_in_the_tuple(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else has to change for another format."""

    def packed(frames: Frames, path: Path, _: Options) -> None:
        path.write_bytes(zlib.compress(b"".join(frame.tobytes() for frame in frames)))

    dummy = Writer(".z", "Packed bytes", True, packed)
    monkeypatch.setattr("explorer.export.WRITERS", (*WRITERS, dummy))
    write(pictures(2), tmp_path / "out.z")
    assert len(zlib.decompress((tmp_path / "out.z").read_bytes())) == 2 * 6 * 8 * 3


# -- sheets ---------------------------------------------------------------------------------------


def test_a_sheet_is_row_by_row_with_one_grey_pixel_between() -> None:
    tiles = pictures(5)
    whole = sheet(tiles, columns=3)
    assert whole.shape == (6 + 1 + 6, 8 + 1 + 8 + 1 + 8, 3)
    assert np.array_equal(whole[:6, :8], tiles[0])
    assert np.array_equal(whole[7:, 9:17], tiles[4])
    assert (whole[6] == 0x77).all()
    assert (whole[:, 8] == 0x77).all()
    assert (whole[7:, 18:] == 0x77).all()


@pytest.mark.parametrize(("count", "shape"), [(1, (6, 8)), (12, (27, 26)), (64, (62, 62))])
def test_a_sheet_is_nearly_square_unless_told(count: int, shape: tuple[int, int]) -> None:
    height, width, _ = sheet(pictures(count)).shape
    assert (height, width) == shape or 0.6 < width / height < 1.7


def test_options_that_make_no_sense_are_refused() -> None:
    for wrong in ({"columns": -1}, {"rate": 0.0}, {"rate": float("nan")}, {"scale": 0}):
        with pytest.raises(BadValue):
            Options(**wrong)


# -- recipes --------------------------------------------------------------------------------------


def test_a_recipe_is_json_that_reads_back_as_the_same_requests() -> None:
    point = edit(Seed(42), 3, -0.25)
    settings = DenoiseSettings(seed=1)
    base = Denoise("m", settings)
    requests = (
        Generate("scenes-vae", (point,), (("label", "3"),)),
        Denoise("m", settings.changed(guidance=3.0), parent=base, step=5),
        Reconstruct("m", Picture.of(pictures(1)[0], "photo.png")),
    )
    plain = json.loads(json.dumps(recipe(*requests)))["requests"]
    again = [decode(type(r), data, "a.png", {}) for r, data in zip(requests, plain, strict=True)]
    assert tuple(again) == requests


def test_a_png_holds_its_recipe_in_a_text_chunk(tmp_path: Path) -> None:
    made = recipe(Generate("scenes-vae", (Seed(7),)))
    write(pictures(1), tmp_path / "out.png", Options(recipe=made))
    with Image.open(tmp_path / "out.png") as image:
        assert json.loads(image.info[KEYWORD]) == made
