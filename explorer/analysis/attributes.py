"""A direction learned from labels: the normal of the plane that best parts "has it" from "has not".

As in Y. Shen et al., "Interpreting the latent space of GANs for semantic face editing" (2020),
with logistic regression in place of their support vector machine: it needs no solver beyond
numpy, and gives probabilities that can be judged.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.analysis.chance import PROJECTED, separation, separation_score
from explorer.analysis.directions import Direction
from explorer.analysis.work import Progress, Work
from explorer.errors import BadValue
from explorer.phrases import Phrase

Wide = NDArray[np.float64]
FOLDS = 5
EXPLAINS = Phrase("variance of the label (Brier skill, held out)")
SCORE = Phrase(f"separation d' (held out) over that of {PROJECTED} random directions")
_STEPS = 30
_CLOSE = 1e-8


def attribute(
    latents: NDArray[np.floating],
    labels: NDArray[np.bool_],
    name: str,
    ridge: float = 1.0,
    seed: int = 0,
    model: str = "",
) -> Work[Direction]:
    """The direction along which `labels` turn from False to True.

    What it explains is its Brier skill: 1 - (mean squared error of its probabilities) / (that of
    the label's share), on folds that the fit has not seen; below 0 counts as 0.

    Args:
        latents: (N, *shape).
        labels: (N,).
        name: of the direction.
        ridge: weight of the squared length of the normal; 1 is a standard normal prior on it.
        seed: of the division into FOLDS.
        model: its name, for the record.

    Raises:
        BadValue: counts differ, or a label has fewer than FOLDS samples.
    """
    rows = np.asarray(latents, np.float64).reshape(len(latents), -1)
    wanted = np.asarray(labels, np.bool_)
    if wanted.shape != (len(rows),):
        raise BadValue("labels", f"{wanted.size} for {len(rows)} latents", "Give one a latent.")
    fewest = int(min(wanted.sum(), len(wanted) - wanted.sum()))
    if fewest < FOLDS:
        raise BadValue(
            name, f"only {fewest} samples have it, or lack it", f"Give {FOLDS} of each at least."
        )
    fold = _folds(wanted, seed)
    chance, along = np.zeros(len(rows)), np.zeros(len(rows))
    for number in range(FOLDS):
        inside, outside = fold != number, fold == number
        normal, offset = fit(rows[inside], wanted[inside], ridge)
        chance[outside] = _sigmoid(rows[outside] @ normal + offset)
        along[outside] = rows[outside] @ (normal / max(float(np.linalg.norm(normal)), 1e-12))
        yield Progress(number + 1, FOLDS + 1)
    normal, _ = fit(rows, wanted, ridge)
    yield Progress(FOLDS + 1, FOLDS + 1)
    base = float(np.mean((wanted - wanted.mean()) ** 2))
    skill = 1 - float(np.mean((wanted - chance) ** 2)) / base
    right = float(np.mean((chance > 0.5) == wanted))
    return Direction.of(
        name,
        normal if normal.any() else np.eye(rows.shape[1])[0],
        kind="attribute",
        explained=max(0.0, skill),
        explains=EXPLAINS,
        score=separation_score(separation(along, wanted), rows, wanted, seed),
        score_kind=SCORE,
        samples=len(rows),
        source=Phrase(f"{model}: logistic regression, {FOLDS} folds, {right:.1%} right held out"),
    )


def fit(rows: Wide, labels: NDArray[np.bool_], ridge: float) -> tuple[Wide, float]:
    """Normal (size,) and offset of ridge logistic regression, by Newton's method.

    (C. M. Bishop, "Pattern recognition and machine learning", 2006, section 4.3.3.) The offset is
    not shrunk.
    """
    ones = np.concatenate([rows, np.ones((len(rows), 1))], axis=1)
    weights = np.zeros(ones.shape[1])
    penalty = np.full(ones.shape[1], ridge)
    penalty[-1] = 1e-6
    for _ in range(_STEPS):
        chance = _sigmoid(ones @ weights)
        gradient = ones.T @ (chance - labels) + penalty * weights
        curvature = np.maximum(chance * (1 - chance), 1e-9)
        hessian = (ones * curvature[:, None]).T @ ones + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        # far from the optimum a full step may overshoot where nearly all chances are 0 or 1
        weights -= step * min(1.0, 10.0 / max(float(np.abs(ones @ step).max()), 1e-12))
        if float(np.abs(step).max()) < _CLOSE:
            break
    return weights[:-1], float(weights[-1])


def _sigmoid(x: Wide) -> Wide:
    return np.asarray(0.5 * (1 + np.tanh(0.5 * x)))


def _folds(labels: NDArray[np.bool_], seed: int) -> NDArray[np.int64]:
    """A fold for every sample, both labels spread evenly."""
    fold = np.zeros(len(labels), np.int64)
    rng = np.random.default_rng(seed)
    for value in (False, True):
        places = rng.permutation(np.flatnonzero(labels == value))
        fold[places] = np.arange(len(places)) % FOLDS
    return fold
