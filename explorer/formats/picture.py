"""A user's picture, read with limits and brought to a model's size without silent stretching."""

from __future__ import annotations

import hashlib
import math
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue, FileDamaged, FileMissing, FileRefused, os_reason

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage

# Pillow would also open EPS (through Ghostscript), a program in disguise: name what is safe.
FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF", "PPM")
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".ppm")
MAX_PIXELS = 64_000_000
# What is kept of a large one: it is part of the session, its history and its files.
KEPT_PIXELS = 4_000_000
# What stands where a network gave no number: the mat that pictures lie on.
MID_GREY = 119
# So many float32 lie in a core's own cache beside their bytes: four pictures of 64 x 64 in colour.
_CACHED = 50_000


@dataclass(frozen=True)
class Picture:
    """Pixels with a name, hashable by their SHA-256.

    Attributes:
        name: where it came from, as the user would say it.
        height, width, channels: 1 (grey), 3 (RGB) or 4 (RGBA) channels.
        pixels: uint8, rows from the top, channels last.
    """

    name: str
    height: int
    width: int
    channels: int
    pixels: bytes = field(repr=False, compare=False)
    digest: str = ""

    def __post_init__(self) -> None:
        if len(self.pixels) != self.height * self.width * self.channels:
            raise BadValue(self.name, "pixels and size disagree", "Give height * width * channels.")
        object.__setattr__(self, "digest", hashlib.sha256(self.pixels).hexdigest())

    @classmethod
    def of(cls, array: NDArray[Any], name: str) -> Picture:
        """From (H, W, C) or (H, W): uint8, or float in [0, 1]."""
        data: NDArray[np.uint8] = array if array.dtype == np.uint8 else to_bytes(array)
        if data.ndim == 2:
            data = data[..., None]
        if data.ndim != 3 or data.shape[2] not in (1, 3, 4):
            raise BadValue(name, f"shape {data.shape} is no image", "Give (H, W, 1, 3 or 4).")
        height, width, channels = data.shape
        return cls(name, height, width, channels, np.ascontiguousarray(data).tobytes())

    @property
    def array(self) -> NDArray[np.uint8]:
        """(H, W, C) uint8, read-only."""
        shape = (self.height, self.width, self.channels)
        return np.frombuffer(self.pixels, np.uint8).reshape(shape)

    def fitted(self, height: int, width: int, channels: int) -> NDArray[np.float32]:
        """(height, width, channels) float32 in [0, 1]: whole picture, padded to shape, smooth.

        Transparent pixels become white. Padding repeats the mean colour of the border, so that it
        shows as padding and nothing is stretched.
        """
        from PIL import Image

        mode = "L" if channels == 1 else "RGB"
        image = self._opaque().convert(mode)
        scale = min(height / self.height, width / self.width)
        size = (max(1, round(self.width * scale)), max(1, round(self.height * scale)))
        if size != image.size:
            image = image.resize(size, Image.Resampling.LANCZOS)
        inner: NDArray[np.float32] = np.asarray(image, np.float32) / np.float32(255)
        inner = inner.reshape(size[1], size[0], -1)
        out = np.empty((height, width, inner.shape[2]), np.float32)
        out[:] = _border(inner)
        top, left = (height - size[1]) // 2, (width - size[0]) // 2
        out[top : top + size[1], left : left + size[0]] = inner
        if channels == 4:
            out = np.concatenate([out, np.ones_like(out[..., :1])], axis=2)
        return out

    def _opaque(self) -> PillowImage:
        from PIL import Image

        array = self.array
        if self.channels == 1:
            return Image.fromarray(np.ascontiguousarray(array[..., 0]))
        if self.channels == 3:
            return Image.fromarray(array)
        alpha = array[..., 3:].astype(np.float32) / 255
        return Image.fromarray(np.rint(array[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8))


def _border(inner: NDArray[np.float32]) -> NDArray[np.float32]:
    edges = (inner[0], inner[-1], inner[:, 0], inner[:, -1])
    return np.asarray(np.concatenate(edges).mean(axis=0), np.float32)


def to_bytes(images: NDArray[np.floating]) -> NDArray[np.uint8]:
    """Floats in [0, 1] to uint8, rounded to nearest, clipped; not-a-number becomes mid-grey."""
    given = np.asarray(images)
    rounded = np.empty(given.shape, np.uint8)
    if given.ndim < 4:
        _round(given, rounded)
    else:
        for index, picture in enumerate(given):
            _round(picture, rounded[index])  # one picture at a time stays in the processor's cache
    return rounded


def planes_to_bytes(
    planes: NDArray[np.float32], low: float = 0.0, high: float = 1.0
) -> NDArray[np.uint8]:
    """(N, C, H, W) floats from `low` to `high` to (N, H, W, C) uint8, otherwise as to_bytes."""
    return screened(planes, low, high)[0]


def screened(
    planes: NDArray[np.float32], low: float = 0.0, high: float = 1.0
) -> tuple[NDArray[np.uint8], bool]:
    """The same, and whether all of `planes` are finite numbers.

    A few pictures at a time, so that all but the first and the last touch of a pixel are in the
    processor's cache: less than half of the time that a whole batch of large ones takes.
    """
    count, channels, height, width = planes.shape
    pictures = np.empty((count, height, width, channels), np.uint8)
    few = max(_CACHED // max(channels * height * width, 1), 1)
    scratch = np.empty((min(few, count), channels, height, width), np.float32)
    all_finite = True
    for first in range(0, count, few):
        part, into = planes[first : first + few], pictures[first : first + few]
        scaled = scratch[: len(part)]
        finite = bool(np.isfinite(part).all())
        all_finite = all_finite and finite
        shifted = np.subtract(part, low, out=scaled) if low else part
        np.multiply(shifted, 255 / (high - low), out=scaled)
        np.clip(scaled, 0, 255, out=scaled)
        if not finite:
            scaled[np.isnan(scaled)] = MID_GREY
        np.rint(scaled, out=scaled)
        for channel in range(channels):
            np.copyto(into[..., channel], scaled[:, channel], casting="unsafe")
    return pictures, all_finite


def _round(picture: NDArray[np.floating], into: NDArray[np.uint8]) -> None:
    scaled = np.multiply(picture, 255, dtype=np.float32)
    _finish(scaled)
    np.copyto(into, scaled, casting="unsafe")


def _finish(scaled: NDArray[np.float32]) -> None:
    """Clip to 0 to 255 and round, in place; what is not a number becomes mid-grey."""
    np.minimum(np.maximum(scaled, 0, out=scaled), 255, out=scaled)
    missing = np.isnan(scaled)
    if missing.any():
        scaled[missing] = MID_GREY
    np.rint(scaled, out=scaled)


def read_picture(path: Path) -> Picture:
    """A picture file's first frame, turned as its camera noted, at most KEPT_PIXELS large.

    Raises:
        FileMissing: no readable file.
        FileDamaged: not one of FORMATS, or truncated.
        FileRefused: above MAX_PIXELS, or grey levels without a range.
    """
    from PIL import Image, UnidentifiedImageError

    kinds = ", ".join(FORMATS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=list(FORMATS)) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise _too_large(path, f"it is {image.width:,} x {image.height:,} pixels")
                return Picture.of(_pixels(path, image), path.name)
    except UnidentifiedImageError as error:
        raise FileDamaged(str(path), "it is not a picture", f"Use one of {kinds}.") from error
    except Image.DecompressionBombError as error:
        raise _too_large(path, "it has too many pixels") from error
    except OSError as error:
        if error.errno is not None:  # from the system; Pillow's own have none
            raise FileMissing(
                str(path), os_reason(error), "Check the name and permissions."
            ) from error
        raise FileDamaged(str(path), f"it cannot be read ({error})", f"Use {kinds}.") from error
    except (SyntaxError, ValueError) as error:
        raise FileDamaged(str(path), f"it cannot be read ({error})", f"Use {kinds}.") from error


def _too_large(path: Path, cause: str) -> FileRefused:
    return FileRefused(str(path), cause, f"Scale it below {MAX_PIXELS // 1_000_000} megapixels.")


def _pixels(path: Path, image: PillowImage) -> NDArray[np.uint8]:
    """(H, W, 1, 3 or 4) of an opened image that is not too large."""
    from PIL import ImageOps

    if image.mode in {"I", "F"}:
        raise FileRefused(
            str(path), "its grey levels have no stated range", "Save it with 8 or 16 bits."
        )
    if image.mode.startswith("I;16"):
        # Pillow would clip all above 255 to white.
        levels = np.asarray(image).astype(np.uint16)[..., None]
        return np.rint(levels / 257).astype(np.uint8)
    turned = ImageOps.exif_transpose(image)
    has_alpha = "A" in turned.getbands() or "transparency" in turned.info
    grey = turned.mode in {"1", "L"} and not has_alpha
    plain = turned.convert("RGBA" if has_alpha else "L" if grey else "RGB")
    excess = math.ceil(math.sqrt(plain.width * plain.height / KEPT_PIXELS))
    return np.asarray(plain.reduce(excess) if excess > 1 else plain)
