"""The directions along which a model's pictures vary most, over its whole latent space.

GANSpace (E. Harkonen et al., "GANSpace: Discovering interpretable GAN controls", 2020, section
2.2) takes the principal components of an early layer and regresses the latents on them. Here the
components are those of the pictures themselves, so that it works with any model that can be run.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.analysis.chance import POINTS, SEEN, effect_scores
from explorer.analysis.directions import Direction
from explorer.analysis.work import Generate, Images, Work, pictures
from explorer.errors import BadValue
from explorer.latent import LatentSpace
from explorer.phrases import Phrase

Wide = NDArray[np.float64]
EXPLAINS = Phrase("variance of all pixels in its component that goes straight along it (held out)")
SCORE = Phrase(f"pixel effect over that of {SEEN} random directions")


def response(
    generate: Generate,
    space: LatentSpace,
    count: int = 8,
    samples: int = 512,
    seed: int = 0,
    model: str = "",
) -> Work[tuple[Direction, ...]]:
    """The first `count` directions of the response, by the share they explain.

    A direction's share is the variance of its component, as a share of all pixels' variance, times
    the squared correlation of the component with the latents along the direction, measured on the
    half of the samples that the direction was not fitted to (both ways round, averaged).

    Args:
        generate: makes pictures.
        space: where from.
        count: at most; no more than there are dimensions.
        samples: draws from the prior, at least 4.
        seed: of the draws.
        model: its name, for the record.

    Raises:
        BadValue: too few samples.
    """
    if samples < 4:
        raise BadValue("samples", f"{samples} is too few", "Use some hundreds.")
    count = min(count, space.size)
    latents, total = space.sample(samples, seed), samples + 2 * POINTS * (count + SEEN)
    images = yield from pictures(generate, latents, total, small=True)
    rows = latents.reshape(samples, -1).astype(np.float64)
    shares, scores = _components(images.reshape(samples, -1), min(4 * count, 64))
    vectors = [_fit(rows, component) for component in scores]
    explained = [s * _held_out(rows, c) for s, c in zip(shares, scores, strict=True)]
    best = sorted(range(len(explained)), key=lambda k: -explained[k])[:count]
    chosen = np.array([vectors[k] for k in best], np.float32)
    strength = yield from effect_scores(generate, latents[:POINTS], chosen, seed, samples, total)
    source = Phrase(
        f"{model}: principal components of the pictures of {samples} samples (seed {seed})"
    )
    return tuple(
        Direction.of(
            Phrase(f"Response {place + 1}"),
            vectors[k],
            kind="response",
            explained=explained[k],
            explains=EXPLAINS,
            score=strength[place],
            score_kind=SCORE,
            samples=samples,
            source=source,
        )
        for place, k in enumerate(best)
    )


def _components(images: Images, count: int) -> tuple[Wide, Wide]:
    """Shares of variance (K,) and scores (K, N) of principal components, largest first."""
    centred = images.astype(np.float64) - images.mean(axis=0, dtype=np.float64)
    values, vectors = np.linalg.eigh(centred @ centred.T)
    order = np.argsort(values)[::-1][:count]
    values = np.maximum(values, 0.0)
    whole = float(values.sum())
    shares = values[order] / whole if whole > 0 else np.zeros(len(order))
    return shares, vectors[:, order].T * np.sqrt(values[order])[:, None]


def _fit(rows: Wide, component: Wide) -> Wide:
    """The direction in which latents go as the component grows, of unit length."""
    direction = (rows - rows.mean(axis=0)).T @ (component - component.mean())
    length = float(np.linalg.norm(direction))
    if length == 0.0:
        direction, length = np.eye(rows.shape[1])[0], 1.0
    unit = direction / length
    return np.asarray(unit if unit[np.argmax(np.abs(unit))] > 0 else -unit)


def _held_out(rows: Wide, component: Wide) -> float:
    """Squared correlation of component and direction, each half judged by the other's fit."""
    half = len(rows) // 2
    judged = []
    for fit, test in ((slice(None, half), slice(half, None)), (slice(half, None), slice(half))):
        along, wanted = rows[test] @ _fit(rows[fit], component[fit]), component[test]
        scale = float(along.std() * wanted.std())
        apart = (along - along.mean()) @ (wanted - wanted.mean()) / len(wanted)
        judged.append((float(apart) / scale) ** 2 if scale > 0 else 0.0)
    return float(np.mean(judged))
