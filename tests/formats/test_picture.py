"""Users' pictures: read with limits, upright, in their true levels, and never stretched."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray
from PIL import Image

from explorer.errors import BadValue, FileDamaged, FileMissing, FileRefused
from explorer.formats.picture import KEPT_PIXELS, Picture, read_picture, screened, to_bytes


def noise(height: int, width: int, channels: int = 3) -> NDArray[np.uint8]:
    return np.random.default_rng(0).integers(0, 256, (height, width, channels), np.uint8)


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".tiff", ".webp", ".ppm"])
def test_lossless_formats_give_their_pixels(tmp_path: Path, suffix: str) -> None:
    file, pixels = tmp_path / f"a{suffix}", noise(9, 7)
    Image.fromarray(pixels).save(file, lossless=True)
    picture = read_picture(file)
    assert np.array_equal(picture.array, pixels)
    assert (picture.name, picture.height, picture.width, picture.channels) == (file.name, 9, 7, 3)


@pytest.mark.parametrize(
    "mode, channels",
    [("1", 1), ("L", 1), ("LA", 4), ("P", 3), ("RGB", 3), ("RGBA", 4), ("CMYK", 3)],
)
def test_every_colour_mode_becomes_grey_rgb_or_rgba(
    tmp_path: Path, mode: str, channels: int
) -> None:
    file = tmp_path / ("a.tiff" if mode == "CMYK" else "a.png")
    Image.fromarray(noise(6, 5)).convert(mode).save(file)
    assert read_picture(file).channels == channels


def test_sixteen_bits_keep_their_levels(tmp_path: Path) -> None:
    """257 of its levels make one of ours; clipped, all but the darkest would be white."""
    levels = np.arange(0, 65536, 257, dtype=np.uint16).reshape(16, 16)
    for name in ("a.png", "a.tiff"):
        Image.fromarray(levels).save(tmp_path / name)
        assert np.array_equal(
            read_picture(tmp_path / name).array[..., 0], np.arange(256).reshape(16, 16)
        )


def test_levels_without_a_range_are_refused(tmp_path: Path) -> None:
    for dtype in (np.float32, np.int32):
        Image.fromarray(np.ones((4, 4), dtype)).save(tmp_path / "a.tiff")
        with pytest.raises(FileRefused, match="8 or 16 bits"):
            read_picture(tmp_path / "a.tiff")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photographs_stand_upright(tmp_path: Path, orientation: int) -> None:
    """As the camera noted: the light corner is at the upper left again."""
    upright = np.zeros((8, 16, 3), np.uint8)
    upright[:4, :8] = 255
    turn = {
        1: lambda a: a, 2: np.fliplr, 3: lambda a: np.rot90(a, 2), 4: np.flipud,
        5: lambda a: a.transpose(1, 0, 2), 6: lambda a: np.rot90(a, 1),
        7: lambda a: np.rot90(a, 2).transpose(1, 0, 2), 8: lambda a: np.rot90(a, -1),
    }[orientation]  # fmt: skip
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = np.ascontiguousarray(turn(upright))
    Image.fromarray(stored).save(tmp_path / "a.png", exif=exif)
    assert np.array_equal(read_picture(tmp_path / "a.png").array, upright)


def test_large_pictures_are_kept_small(tmp_path: Path) -> None:
    Image.new("RGB", (4000, 3000), "teal").save(tmp_path / "a.png")
    picture = read_picture(tmp_path / "a.png")
    assert picture.height * picture.width <= KEPT_PIXELS
    assert picture.width / picture.height == pytest.approx(4 / 3, abs=0.01)


def wide_png(file: Path, width: int, height: int) -> None:
    """A PNG that says it is that large, with one row of data."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(3 * width + 1)))
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b""))


@pytest.mark.parametrize("size", [(60_000, 60_000), (60_000, 1_500), (8_001, 8_000)])
def test_pictures_above_the_limit_are_refused_before_they_are_decoded(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "wide.png"
    wide_png(file, *size)
    assert file.stat().st_size < 10_000
    with pytest.raises(FileRefused, match="64 megapixels") as caught:
        read_picture(file)
    assert caught.value.subject == str(file)


def test_sixty_thousand_pixels_in_a_row_are_no_harm(tmp_path: Path) -> None:
    Image.new("L", (60_000, 2), 9).save(tmp_path / "wide.png")
    fitted = read_picture(tmp_path / "wide.png").fitted(16, 16, 1)
    assert fitted.shape == (16, 16, 1)


EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n"


@pytest.mark.parametrize(
    "raw", [b"", b"\x00" * 100, b"a letter", EPS, b"%PDF-1.4", b"\x80\x04K\x01.", b"<svg/>"]
)
def test_what_is_no_picture_is_refused(tmp_path: Path, raw: bytes) -> None:
    """PostScript too, which Pillow itself would hand to an interpreter."""
    file = tmp_path / "a.png"
    file.write_bytes(raw)
    with pytest.raises(FileDamaged, match="PNG") as caught:
        read_picture(file)
    assert caught.value.subject == str(file)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".gif", ".tiff"])
def test_pictures_cut_short_are_refused(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    Image.fromarray(noise(64, 64)).save(file)
    raw = file.read_bytes()
    for share in (0.2, 0.5, 0.9):
        file.write_bytes(raw[: int(len(raw) * share)])
        with pytest.raises(FileDamaged):
            read_picture(file)


def test_files_that_are_not_there_or_folders_are_missing(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.png", tmp_path):
        with pytest.raises(FileMissing) as caught:
            read_picture(path)
        assert caught.value.subject == str(path)


@given(
    hnp.arrays(np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 40), st.just(3))),
    st.integers(1, 40),
    st.integers(1, 40),
    st.sampled_from([1, 3, 4]),
)
def test_fitting_gives_the_size_and_range_asked_for(
    pixels: NDArray[np.uint8], height: int, width: int, channels: int
) -> None:
    fitted = Picture.of(pixels, "a").fitted(height, width, channels)
    assert fitted.shape == (height, width, channels) and fitted.dtype == np.float32
    assert fitted.min() >= 0 and fitted.max() <= 1


def test_fitting_to_its_own_size_changes_nothing() -> None:
    pixels = noise(12, 9)
    assert np.array_equal(to_bytes(Picture.of(pixels, "a").fitted(12, 9, 3)), pixels)


def test_fitting_never_stretches() -> None:
    """A wide picture keeps its shape between bands of its border's mean colour."""
    pixels = np.full((10, 40, 3), 200, np.uint8)
    pixels[3:7, 15:25] = 0
    fitted = Picture.of(pixels, "a").fitted(40, 40, 3)
    assert np.allclose(fitted[:15], 200 / 255, atol=1e-6)
    dark = np.argwhere(fitted[..., 0] < 0.4)
    height, width = dark.max(axis=0) - dark.min(axis=0) + 1
    assert (height, width) == (4, 10)


def test_transparent_pixels_become_white() -> None:
    pixels = np.zeros((4, 4, 4), np.uint8)
    pixels[:2, :, 3] = 255
    fitted = Picture.of(pixels, "a").fitted(4, 4, 3)
    assert (fitted[:2] == 0).all() and (fitted[2:] == 1).all()


def test_pictures_compare_by_their_pixels() -> None:
    a, b = Picture.of(noise(3, 3), "a"), Picture.of(noise(3, 3), "a")
    changed = noise(3, 3)
    changed[0, 0, 0] ^= 1
    assert a == b and hash(a) == hash(b) and a != Picture.of(changed, "a")
    assert not a.array.flags.writeable


@pytest.mark.parametrize("shape", [(3,), (2, 2, 2), (2, 2, 3, 1)])
def test_arrays_that_are_no_pictures_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(BadValue, match="shape"):
        Picture.of(np.zeros(shape, np.uint8), "array")


def test_bytes_are_rounded_clipped_and_grey_where_there_is_no_number() -> None:
    given = np.array([0, 0.5, 1, -3, 7, 0.1, np.nan, np.inf, -np.inf], np.float32)
    assert to_bytes(given).tolist() == [0, 128, 255, 0, 255, 26, 119, 255, 0]


@given(hnp.arrays(np.uint8, (3, 3, 1)))
def test_bytes_survive_the_way_to_floats_and_back(pixels: NDArray[np.uint8]) -> None:
    assert np.array_equal(to_bytes(pixels.astype(np.float32) / 255), pixels)


@pytest.mark.parametrize("low", [0.0, -1.0])
@pytest.mark.parametrize("odd", [None, np.nan, np.inf, -np.inf, 1e30])
def test_planes_become_the_bytes_of_pictures_and_tell_whether_all_are_numbers(
    odd: float | None, low: float
) -> None:
    """Also where a square overflows, which is a number, and in pictures beside an odd one."""
    planes = np.random.default_rng(0).uniform(low - 0.2, 1.2, (3, 2, 5, 7)).astype(np.float32)
    if odd is not None:
        planes[1, 0, 2, 3] = odd
    pictures, finite = screened(planes, low, 1.0)
    assert finite == bool(np.isfinite(planes).all())
    scaled = (planes - np.float32(low)) * (1 / (1.0 - low))
    assert np.abs(pictures.astype(int) - to_bytes(scaled.transpose(0, 2, 3, 1))).max() <= 1
    assert np.array_equal(pictures[0], screened(planes[:1], low, 1.0)[0][0])


@pytest.mark.parametrize("few", [1, 4, 100])
def test_bytes_do_not_depend_on_how_many_pictures_are_made_at_once(
    few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    planes = np.random.default_rng(1).uniform(-0.2, 1.2, (11, 3, 4, 5)).astype(np.float32)
    planes[6, 1, 2, 3] = np.nan
    monkeypatch.setattr("explorer.formats.picture._CACHED", few * planes[0].size)
    together, finite = screened(planes)
    alone = [screened(planes[index : index + 1]) for index in range(len(planes))]
    assert np.array_equal(together, np.concatenate([pictures for pictures, _ in alone]))
    assert not finite and [fine for _, fine in alone].count(False) == 1
