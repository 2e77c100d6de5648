"""What every writer promises, and what each format keeps."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import weakref
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from explorer.errors import BadValue, WriteFailed
from explorer.export import KEYWORD, WRITERS, Options, Writer, recipe, sheet, write, writer_for
from explorer.export.base import Bytes, Frames, lasts
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


def film(path: Path) -> list[Bytes]:
    """Every frame of what was written, (H, W, 3) uint8; a sheet is one."""
    if "####" in path.name:
        files = sorted(path.parent.glob(path.name.replace("####", "????")))
        return [film(file)[0] for file in files]
    if path.suffix == ".mp4":
        with av.open(path) as opened:
            frames = opened.decode(video=0)
            return [frame.to_ndarray(format="rgb24").astype(np.uint8) for frame in frames]
    with Image.open(path) as image:
        assert image.format == path.suffix[1:].upper()
        made = []
        for index in range(getattr(image, "n_frames", 1)):
            image.seek(index)
            made.append(np.asarray(image.convert("RGB")))
        return made


@every_writer
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_a_written_file_opens_as_its_format(writer: Writer, channels: int, tmp_path: Path) -> None:
    path = tmp_path / f"out{writer.suffix}"
    write(pictures(3, channels), path)
    found = film(path)
    assert len(found) == (3 if writer.moves else 1)
    assert found[0].shape == ((6, 8, 3) if writer.moves else (2 * 7 - 1, 2 * 9 - 1, 3))


@every_writer
def test_the_same_pictures_give_the_same_bytes(writer: Writer, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        write(pictures(40), tmp_path / name / f"out{writer.suffix}", Options(recipe={"a": 1}))
    first, second = ([p.read_bytes() for p in sorted((tmp_path / n).iterdir())] for n in "ab")
    assert first and first == second


_FILM = """
import hashlib, sys
from pathlib import Path
import numpy as np
from explorer.export import write
rows, columns = np.mgrid[:40, :40]
planes = [np.stack([(rows * 31 + columns * 17 * n * i) % 251 for n in (1, 2, 3)], 2)
          for i in range(1, 31)]
write([plane.astype(np.uint8) for plane in planes], Path(sys.argv[1]))
print(hashlib.sha256(Path(sys.argv[1]).read_bytes()).hexdigest())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc can fill memory before its use")
def test_a_film_does_not_depend_on_what_memory_held(tmp_path: Path) -> None:
    """glibc fills what it hands out: x264's code for AVX-512 packed by what it found there."""

    def packed(filling: str) -> str:
        told = [sys.executable, "-c", _FILM, str(tmp_path / f"{filling}.mp4")]
        filled = os.environ | {"MALLOC_PERTURB_": filling}
        return subprocess.run(told, env=filled, check=True, capture_output=True, text=True).stdout

    assert packed("0") == packed("1") == packed("77")


@every_writer
def test_pixels_are_repeated_whole(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / f"out{writer.suffix}"
    write(pictures(1), path, Options(scale=3))
    assert film(path)[0].shape == (18, 24, 3)


@every_writer
def test_smooth_enlarging_has_no_steps(writer: Writer, tmp_path: Path) -> None:
    """Halves of black and white: between them lie greys, which repeated pixels would not have."""
    halves = np.repeat(np.array([0, 255], np.uint8), 8).reshape(1, 16, 1).repeat(16, axis=0)
    path = tmp_path / f"out{writer.suffix}"
    for smooth, greys in ((False, 0), (True, 2)):
        write([halves], path, Options(scale=4, smooth=smooth))
        row = film(path)[0][32, :, 0]
        assert np.count_nonzero((row > 30) & (row < 225)) >= greys
        assert smooth or np.count_nonzero((row > 60) & (row < 195)) == 0


@every_writer
def test_frames_are_taken_one_by_one_and_none_is_kept(writer: Writer, tmp_path: Path) -> None:
    """However long a film is: a frame that was written is let go before the next but some."""
    if not writer.moves:
        return  # a sheet is one picture, which is in memory as a whole
    alive: list[weakref.ref[Bytes]] = []
    most = 0

    def frames() -> Iterator[Bytes]:
        nonlocal most
        for picture in pictures(80):
            most = max(most, sum(ref() is not None for ref in alive))
            copied = picture.copy()
            alive.append(weakref.ref(copied))
            yield copied
            del copied

    write(frames(), tmp_path / f"out{writer.suffix}")
    assert len(alive) == 80
    assert most <= 3


@every_writer
def test_nothing_and_a_mixture_are_refused(writer: Writer, tmp_path: Path) -> None:
    """And leave no file behind, but for frames of a sequence that were whole before."""
    path = tmp_path / f"out{writer.suffix}"
    for wrong in ([], [*pictures(1), *pictures(1, 1)], [pictures(1)[0].astype(np.float32)]):
        with pytest.raises(BadValue, match="pictures"):
            write(wrong, path)  # type: ignore[arg-type]  # floats on purpose
    left = ["out-0001.png"] if writer.many else []
    assert [path.name for path in tmp_path.iterdir()] == left


def test_a_still_picture_keeps_every_pixel(tmp_path: Path) -> None:
    for channels in (1, 3, 4):
        (picture,) = pictures(1, channels)
        write([picture], tmp_path / "one.png")
        with Image.open(tmp_path / "one.png") as image:
            assert np.array_equal(np.asarray(image).reshape(picture.shape), picture)


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_a_webp_film_keeps_every_pixel(tmp_path: Path, channels: int) -> None:
    wanted = pictures(3, channels)
    write(wanted, tmp_path / "film.webp", Options(rate=30))
    with Image.open(tmp_path / "film.webp") as opened:
        for index, picture in enumerate(wanted):
            opened.seek(index)
            mode = "RGBA" if channels == 4 else "RGB"
            found = np.asarray(opened.convert(mode))
            assert np.array_equal(found[..., :channels], picture)


def test_an_mp4_looks_like_its_pictures_and_plays_at_its_rate(tmp_path: Path) -> None:
    """At twice the size, where players' halved colours cost nothing; edges of odd sizes repeat."""
    rows, columns = np.mgrid[:15, :21]
    ramp = np.stack([rows * 16, columns * 12, rows * 0 + 128], axis=2).astype(np.uint8)
    wanted = [np.roll(ramp, shift, axis=1) for shift in range(5)]
    write(wanted, tmp_path / "film.mp4", Options(rate=24, scale=2))
    for picture, found in zip(wanted, film(tmp_path / "film.mp4"), strict=True):
        large = picture.repeat(2, axis=0).repeat(2, axis=1).astype(int)
        assert np.abs(found - large).mean() < 2.5
    write(wanted, tmp_path / "odd.mp4", Options(rate=24))
    assert film(tmp_path / "odd.mp4")[0].shape == (16, 22, 3)
    with av.open(tmp_path / "film.mp4") as opened:
        stream = opened.streams.video[0]
        assert stream.average_rate == 24
        assert stream.frames == 5
        assert stream.duration is not None and stream.time_base is not None
        assert float(stream.duration * stream.time_base) == pytest.approx(5 / 24)


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
@pytest.mark.parametrize("loop", [True, False])
def test_a_film_plays_at_its_rate_and_loops_if_told(
    tmp_path: Path, suffix: str, loop: bool
) -> None:
    path = tmp_path / f"film{suffix}"
    write(pictures(30), path, Options(rate=30, loop=loop))
    total = 0
    with Image.open(path) as opened:
        assert opened.info.get("loop", 1) == (0 if loop else 1)
        for index in range(getattr(opened, "n_frames", 1)):
            opened.seek(index)
            opened.load()
            total += opened.info["duration"]
    assert total == 1000


def test_a_gif_film_has_the_colours_of_each_frame(tmp_path: Path) -> None:
    """A frame of at most 256 colours is kept to the pixel, beside others with other colours."""
    rng = np.random.default_rng(0)
    small = [rng.integers(0, 256, (16, 16, 3)).astype(np.uint8) for _ in range(3)]
    wanted = [picture.repeat(2, axis=0).repeat(2, axis=1) for picture in small]
    write(wanted, tmp_path / "film.gif")
    for picture, found in zip(wanted, film(tmp_path / "film.gif"), strict=True):
        assert np.array_equal(picture, found)


@pytest.mark.parametrize("rate", [7.0, 24.0, 30.0, 50.0])
def test_durations_do_not_drift(rate: float) -> None:
    """They add up to the film's length within half a unit, however long it is."""
    times = list(islice(lasts(rate, unit=10), 1000))
    assert abs(sum(times) - 1000 * 1000 / rate) <= 5
    assert max(times) - min(times) <= 10


def test_a_sequence_is_numbered_whole_files_that_each_carry_the_recipe(tmp_path: Path) -> None:
    made = recipe(Generate("scenes-vae", (Seed(7),)))
    write(pictures(12), tmp_path / "a-##.png", Options(recipe=made))
    names = [f"a-{number:02d}.png" for number in range(1, 13)]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    for name, picture in zip(names, pictures(12), strict=True):
        with Image.open(tmp_path / name) as image:
            assert np.array_equal(np.asarray(image), picture)
            assert json.loads(image.info[KEYWORD]) == made


@pytest.mark.parametrize("writer", [w for w in WRITERS if w.moves], ids=lambda w: w.suffix)
def test_a_folder_that_is_not_there_is_said(writer: Writer, tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match="folder does not exist"):
        write(pictures(2), tmp_path / "none" / f"film{writer.suffix}")


def test_a_suffix_nobody_writes_is_refused() -> None:
    assert writer_for(Path("A.PNG")).suffix == ".png"
    assert writer_for(Path("take #3.gif")).suffix == ".gif"
    assert writer_for(Path("take #3.png")).suffix == ".png"
    assert writer_for(Path("take-####.png")).many
    with pytest.raises(BadValue, match=r"Use \.mp4"):
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
