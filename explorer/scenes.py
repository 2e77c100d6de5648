"""A small ray tracer that draws the scenes one bundled model has learned.

Why our own: the factors behind every picture are known exactly (so a latent dimension can be
compared with what it ought to mean), no data set need be shipped or fetched, and the program can
draw a fresh sample input whenever somebody wants one to encode.

A scene is one object in the corner of a room, lit by one soft lamp. Six numbers in [0, 1] decide
it (`FACTORS`). Numpy only and float32 throughout, since training renders tens of thousands.

The object is {|x|^a + |y|^a <= r(z)^a}: the exponent `a` squares its cross-section and the profile
`r` shapes its silhouette, so that `shape` runs without a jump from cube through cylinder and
sphere to cone. Its surface is found by marching each ray to the first crossing, then bisecting.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.errors import BadValue

Floats = NDArray[np.floating[Any]]
"""Inside: float32 in fact, which numpy's types cannot follow through arithmetic."""

FACTORS = ("floor hue", "wall hue", "object hue", "size", "shape", "view angle")
"""What each of the six numbers means, in order."""

SHAPES = ("cube", "cylinder", "sphere", "cone")
"""What `shape` passes at 0, 1/3, 2/3 and 1."""

_SAMPLES = 3  # rays along each side of a pixel
_MARCH, _BISECT = 20, 7
_WALL = 2.6  # distance of both walls from the middle of the floor
_EYE_DISTANCE, _EYE_HEIGHT, _AIM_HEIGHT, _FIELD = 6.4, 2.7, 0.84, 0.33
_SWING = np.deg2rad(36.0)  # the view angle runs this far to each side of the corner
_HUES = (25.0, 305.0)  # degrees in OKLCh, coral to violet: an arc, so that both ends differ
_LAMP = np.array([0.58, -0.30, 0.7575], np.float32)  # towards it; a unit vector
_TO_LMS = np.array(
    [
        [1, 0.3963377774, 0.2158037573],
        [1, -0.1055613458, -0.0638541728],
        [1, -0.0894841775, -1.2914855480],
    ],
    np.float32,
)
_LMS_TO_RGB = np.array(
    [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.7076147010],
    ],
    np.float32,
)


def sample_factors(rng: np.random.Generator) -> NDArray[np.float32]:
    """Draw one scene: (6,) float32, each factor uniform in [0, 1]."""
    return rng.random(len(FACTORS), dtype=np.float32)


def render(factors: Sequence[float] | Floats, size: int = 64) -> NDArray[np.float32]:
    """Draw the scene of six `factors` (each clipped to [0, 1]): (size, size, 3) float32 in [0, 1].

    The values are sRGB. Raises BadValue when there are not six finite numbers.
    """
    values = np.asarray(factors, np.float32)
    if values.shape != (len(FACTORS),) or not np.isfinite(values).all():
        raise BadValue(
            "scene", "it is not given by six finite numbers", f"Give {', '.join(FACTORS)}."
        )
    floor_hue, wall_hue, object_hue, scale, shape, angle = (float(v) for v in values.clip(0, 1))
    radius = 0.66 + 0.40 * scale
    eye, rays = _camera((2 * angle - 1) * _SWING, size)
    floor, wall = _colour(floor_hue, 0.80, 0.095), _colour(wall_hue, 0.86, 0.075)
    picture = _room(eye, rays, floor, wall, radius, shape)
    _draw_object(picture, eye, rays, _colour(object_hue, 0.69, 0.16), floor, radius, shape)
    picture = picture.reshape(size, _SAMPLES, size, _SAMPLES, 3).mean((1, 3))
    return np.asarray(_encode_srgb(picture), np.float32)


def _colour(hue: float, lightness: float, chroma: float) -> Floats:
    """A linear RGB colour on the arc of hues, (3,), from OKLCh (B. Ottosson, 2020)."""
    angle = np.deg2rad(_HUES[0] + (_HUES[1] - _HUES[0]) * hue)
    lightness += 0.05 * float(np.cos(angle - 1.8))  # a dim yellow would be olive
    lab = np.array([lightness, chroma * np.cos(angle), chroma * np.sin(angle)], np.float32)
    return np.asarray((_LMS_TO_RGB @ (_TO_LMS @ lab) ** 3).clip(0, 1), np.float32)


def _encode_srgb(linear: Floats) -> Floats:
    """Linear light to sRGB values in [0, 1] (IEC 61966-2-1)."""
    linear = linear.clip(0, 1)
    curve = np.float32(1.055) * np.maximum(linear, 0.0031308) ** np.float32(1 / 2.4)
    return np.where(linear <= 0.0031308, 12.92 * linear, curve - np.float32(0.055))


@lru_cache(maxsize=4)
def _screen(size: int) -> tuple[Floats, Floats]:
    """Each ray's place on the screen, right and up, both (rays,)."""
    count = size * _SAMPLES
    line = ((np.arange(count, dtype=np.float32) + 0.5) / count * 2 - 1) * np.float32(_FIELD)
    right, down = np.meshgrid(line, line)
    return right.ravel(), -down.ravel()


def _camera(angle: float, size: int) -> tuple[Floats, Floats]:
    """The eye (3,) and its unit rays (3, size^2 x samples^2), looking into the corner."""
    turn = np.pi / 4 + angle
    ahead = np.array([-np.cos(turn), -np.sin(turn), 0.0])
    eye = -ahead * _EYE_DISTANCE + np.array([0.0, 0.0, _EYE_HEIGHT])
    ahead = np.array([0.0, 0.0, _AIM_HEIGHT]) - eye
    ahead /= np.linalg.norm(ahead)
    side = np.array([ahead[1], -ahead[0], 0.0]) / np.hypot(ahead[0], ahead[1])
    top = np.cross(side, ahead)
    basis = np.stack([side, top, ahead], 1).astype(np.float32)
    right, up = _screen(size)
    rays = basis @ np.stack([right, up, np.ones_like(right)])
    rays /= np.sqrt((rays * rays).sum(0))
    return eye.astype(np.float32), rays


def _room(
    eye: Floats, rays: Floats, floor: Floats, wall: Floats, radius: float, shape: float
) -> Floats:
    """Floor and two walls as the rays see them, (rays, 3) linear light."""
    tiny = np.float32(-1e-6)
    to_floor = -eye[2] / np.minimum(rays[2], tiny)
    to_x = -(_WALL + eye[0]) / np.minimum(rays[0], tiny)
    to_y = -(_WALL + eye[1]) / np.minimum(rays[1], tiny)
    distance = np.minimum(np.minimum(to_x, to_y), to_floor)
    x, y, z = eye[:, None] + distance * rays
    on_floor = distance == to_floor
    on_x = distance == to_x
    from_x, from_y = x + _WALL, y + _WALL
    # Corners receive less light: each surface darkens towards the ones it meets.
    crease = _crease(np.where(on_floor, from_x, z)) * _crease(
        np.where(on_floor | on_x, from_y, from_x)
    )
    falloff = 1.06 - 0.022 * ((x - 0.8) ** 2 + (y - 0.4) ** 2 + 0.5 * (z - 1.6) ** 2)
    facing = np.where(on_floor, 0.98, np.where(on_x, 0.95, 0.74)).astype(np.float32)
    light = facing * falloff * crease
    light[on_floor] *= _shadow(x[on_floor], y[on_floor], radius, shape)
    colour = np.where(on_floor[:, None], floor, wall)
    bounce = (0.10 * np.exp(-1.6 * z) * ~on_floor)[:, None] * floor * wall
    return np.asarray(colour * light[:, None] + bounce, np.float32)


def _crease(distance: Floats) -> Floats:
    return np.asarray(1 - np.float32(0.30) * np.exp(np.float32(-2.2) * distance))


def _shadow(x: Floats, y: Floats, radius: float, shape: float) -> Floats:
    """How much light the object leaves to a point of the floor, in (0, 1]."""
    height = 2 * radius
    reach = -_LAMP[:2] / _LAMP[2] * height * 0.62
    along = ((x * reach[0] + y * reach[1]) / (reach @ reach)).clip(0, 1)
    apart = np.hypot(x - along * reach[0], y - along * reach[1]) / radius
    narrow = 1 - along * (0.75 * max(0.0, 3 * shape - 2) + 0.15)  # a cone's shadow tapers
    soft = 0.34 + 0.30 * along
    cast = 1 / (1 + np.exp((apart - narrow) / soft * 3.2))
    contact = np.exp(-((np.hypot(x, y) / (radius * 0.92)) ** 4))
    return np.asarray((1 - 0.46 * cast) * (1 - 0.35 * contact), np.float32)


def _form(shape: float) -> tuple[float, float, float]:
    """Exponent of the cross-section, of the profile, and the share of cone in it."""
    part = 3 * shape
    square = 9.0 * (2 / 9.0) ** min(part, 1.0)
    profile = 12.0 * (2 / 12.0) ** min(max(part - 1, 0.0), 1.0)
    return square, profile, max(part - 2, 0.0)


def _outside(points: Floats, form: tuple[float, float, float]) -> Floats:
    """Negative inside the unit object (x, y, z in [-1, 1]), positive outside; (points,)."""
    square, profile, cone = form
    x, y, z = points
    height = np.minimum(np.abs(z), 1)
    around = (np.abs(x) ** square + np.abs(y) ** square) ** np.float32(1 / square)
    reach = (1 - height**profile).clip(0) ** np.float32(1 / profile)
    if cone:
        reach = (1 - cone) * reach + cone * np.float32(0.57) * (1 - z).clip(0, 2)
    return np.asarray(np.where(np.abs(z) > 1, np.maximum(around - reach, 0.01), around - reach))


def _draw_object(
    picture: Floats,
    eye: Floats,
    rays: Floats,
    colour: Floats,
    floor: Floats,
    radius: float,
    shape: float,
) -> None:
    """Shade the rays that meet the object, in place."""
    form = _form(shape)
    centre = np.array([0, 0, radius], np.float32)
    start = (eye - centre) / np.float32(radius)
    near, far = _box_span(start, rays, 1.17 if form[2] else 1.02)
    chosen = np.flatnonzero(near < far)
    ray, near, far = rays[:, chosen], near[chosen], far[chosen]
    step = (far - near) / _MARCH
    inside_at = far.copy()
    found = np.zeros(len(chosen), bool)
    for k in range(_MARCH + 1):
        reach = near + k * step
        hit = ~found & (_outside(start[:, None] + reach * ray, form) < 0)
        inside_at[hit] = reach[hit]
        found |= hit
    chosen, ray, inside, step = chosen[found], ray[:, found], inside_at[found], step[found]
    outside = inside - step
    for _ in range(_BISECT):
        middle = (inside + outside) / 2
        within = _outside(start[:, None] + middle * ray, form) < 0
        inside, outside = np.where(within, middle, inside), np.where(within, outside, middle)
    points: Floats = start[:, None] + outside * ray
    normal = _normal(points, form)
    picture[chosen] = _shade(points, normal, ray, colour, floor)


def _box_span(start: Floats, rays: Floats, half: float) -> tuple[Floats, Floats]:
    """Where each ray enters and leaves the object's box, (rays,) each."""
    bound = np.array([half, half, 1.0], np.float32)[:, None]
    safe = np.where(np.abs(rays) < 1e-6, np.float32(1e-6), rays)
    one, two = (-bound - start[:, None]) / safe, (bound - start[:, None]) / safe
    return np.minimum(one, two).max(0), np.maximum(one, two).min(0)


def _normal(points: Floats, form: tuple[float, float, float]) -> Floats:
    """Unit normals (3, points) by central differences, wide enough to round an edge softly."""
    width = np.float32(0.035)
    slopes = []
    for axis in range(3):
        shift = np.zeros((3, 1), np.float32)
        shift[axis] = width
        slopes.append(_field(points + shift, form) - _field(points - shift, form))
    normal = np.stack(slopes)
    length = np.sqrt((normal * normal).sum(0))
    return np.asarray(normal / np.maximum(length, np.float32(1e-6)))


def _field(points: Floats, form: tuple[float, float, float]) -> Floats:
    """A smooth field with the object's surface as a level set, also beyond its caps."""
    square, profile, cone = form
    x, y, z = points
    around = (np.abs(x) ** square + np.abs(y) ** square) ** np.float32(1 / square)
    round_part = (around**profile + np.abs(z) ** profile) ** np.float32(1 / profile)
    if not cone:
        return np.asarray(round_part)
    lean = np.maximum(around - 0.57 * (1 - z) + 1, -z)
    return np.asarray((1 - cone) * round_part + cone * lean)


def _shade(points: Floats, normal: Floats, ray: Floats, colour: Floats, floor: Floats) -> Floats:
    """Lamp, sky, light thrown back by the floor, and a soft highlight; (points, 3) linear."""
    lamp = (_LAMP @ normal).clip(0)
    wrap = ((_LAMP @ normal) * 0.8 + 0.2).clip(0)
    sky = 0.5 + 0.5 * normal[2]
    ground = 1 - np.float32(0.45) * np.exp(np.float32(-2.6) * (points[2] + 1))
    half = _LAMP[:, None] - ray
    half /= np.sqrt((half * half).sum(0))
    shine = ((half * normal).sum(0)).clip(0) ** 48 * (lamp > 0)
    rim = (1 + (ray * normal).sum(0)).clip(0, 1) ** 3
    diffuse = (0.38 * sky + 0.92 * wrap) * ground
    bounced = 0.30 * (1 - sky) * ground
    light = diffuse[:, None] * colour + bounced[:, None] * floor * (0.3 + 0.7 * colour)
    return np.asarray(light + (0.26 * shine + 0.07 * rim * sky)[:, None], np.float32)
