"""The directions that change the picture most around one point.

They are the principal axes of the decoder's Jacobian, the eigenvectors of J'J: the metric that the
pictures induce on the latent space (H. Shao et al., "The Riemannian geometry of deep generative
models", 2018; as editing directions J. Choi et al., "Do not escape from the manifold", 2022). The
Jacobian is taken by central differences through whatever runs the model, in batches, so that it
needs no gradients and no torch.
"""

from __future__ import annotations

import numpy as np

from explorer.analysis.directions import Direction
from explorer.analysis.work import Generate, Images, Latents, Work, pictures
from explorer.errors import BadValue
from explorer.phrases import Phrase

# Half the distance of a central difference, in units of the latent: wide enough that a network in
# bfloat16 does not answer with its own rounding.
STEP = 0.25
MAX_SIZE = 2048
EXPLAINS = Phrase("squared change of the picture around this point, over all directions")
SCORE = Phrase("change over the root mean square of all directions of that length")


def local_axes(
    generate: Generate, latent: Latents, count: int = 6, step: float = STEP, model: str = ""
) -> Work[tuple[Direction, ...]]:
    """The `count` strongest local directions, the strongest first.

    With the eigenvalues l of J'J over d dimensions, a direction explains l / sum(l) and scores
    sqrt(l / mean(l)): against all directions on the sphere, exactly, with none drawn.

    Args:
        generate: makes pictures.
        latent: the point, (*shape).
        count: at most; no more than there are dimensions.
        step: half the distance of a difference, as latents are measured.
        model: its name, for the record.

    Raises:
        BadValue: more than MAX_SIZE dimensions.
    """
    size = latent.size
    if size > MAX_SIZE:
        cause = f"{size} dimensions take {2 * size} pictures"
        raise BadValue("local directions", cause, f"They are for up to {MAX_SIZE} dimensions.")
    jacobian = yield from derivative(generate, latent, step)
    values, vectors = np.linalg.eigh(jacobian.astype(np.float64) @ jacobian.T.astype(np.float64))
    values = np.maximum(values[::-1], 0.0)
    whole = float(values.sum())
    source = Phrase(f"{model}: Jacobian by central differences of {step} around one point")
    found = []
    for k in range(min(count, size)):
        vector = vectors[:, size - 1 - k]
        vector = vector if vector[np.argmax(np.abs(vector))] > 0 else -vector
        share = float(values[k]) / whole if whole > 0 else 0.0
        found.append(
            Direction.of(
                Phrase(f"Local {k + 1}"),
                vector,
                kind="local",
                explained=share,
                explains=EXPLAINS,
                score=float(np.sqrt(share * size)),
                score_kind=SCORE,
                samples=2 * size,
                source=source,
            )
        )
    return tuple(found)


def derivative(generate: Generate, latent: Latents, step: float = STEP) -> Work[Images]:
    """The Jacobian, (size, pixels) float32, pictures above SIDE averaged down."""
    size = latent.size
    moved = step * np.eye(size, dtype=np.float32)
    flat = latent.reshape(1, size).astype(np.float32)
    pairs = np.stack([flat + moved, flat - moved], axis=1).reshape(2 * size, *latent.shape)
    images = yield from pictures(generate, pairs, small=True)
    sides = images.reshape(size, 2, -1)
    return (sides[:, 0] - sides[:, 1]) / np.float32(2 * step)
