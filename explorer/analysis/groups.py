"""The direction from one group of marked pictures to another: the difference of their means."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.analysis.chance import PROJECTED, separation, separation_score
from explorer.analysis.directions import Direction
from explorer.errors import BadValue
from explorer.phrases import Phrase

EXPLAINS = Phrase("variance of the marked latents that lies between the groups")
SCORE = Phrase(
    f"separation d' (each judged without itself) over that of {PROJECTED} random directions"
)


def difference(
    first: NDArray[np.floating], second: NDArray[np.floating], name: str = "Groups", model: str = ""
) -> Direction:
    """From the mean of `first` to the mean of `second`.

    Each marked latent is projected on the direction that the others give, so that a direction is
    not praised for the very samples it was made from. With fewer than two in a group there is no
    score.

    Args:
        first, second: (N, *shape) and (M, *shape), one or more each.
        name: of the direction.
        model: its name, for the record.

    Raises:
        BadValue: a group is empty, shapes differ, or both means are the same.
    """
    if not len(first) or not len(second):
        raise BadValue("groups", "one of them is empty", "Mark pictures for both.")
    a = np.asarray(first, np.float64).reshape(len(first), -1)
    b = np.asarray(second, np.float64).reshape(len(second), -1)
    if a.shape[1] != b.shape[1]:
        raise BadValue("groups", "they are of different models", "Mark pictures of one model.")
    apart = b.mean(axis=0) - a.mean(axis=0)
    if not apart.any():
        raise BadValue("groups", "their means are the same", "Mark other pictures.")
    rows = np.concatenate([a, b])
    group = np.arange(len(rows)) >= len(a)
    score = None
    if min(len(a), len(b)) >= 2:
        score = separation_score(separation(_judged(a, b), group), rows, group)
    whole = float(((rows - rows.mean(axis=0)) ** 2).sum())
    between = float((apart**2).sum()) * len(a) * len(b) / len(rows)
    return Direction.of(
        name,
        apart,
        kind="groups",
        explained=between / whole if whole > 0 else 1.0,
        explains=EXPLAINS,
        score=score,
        score_kind=SCORE if score is not None else "",
        samples=len(rows),
        source=Phrase(f"{model}: mean of {len(b)} marked minus mean of {len(a)} marked"),
    )


def _judged(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    """Every row along the unit direction that all the other rows give."""
    along = []
    for rows, other, sign in ((a, b, -1.0), (b, a, 1.0)):
        total, mean = rows.sum(axis=0), other.mean(axis=0)
        for row in rows:
            direction = sign * ((total - row) / (len(rows) - 1) - mean)
            length = float(np.linalg.norm(direction))
            along.append(float(row @ direction) / length if length > 0 else 0.0)
    return np.asarray(along)
