"""One evaluation of a denoiser, and what follows from it.

From the network's input x, its output m and the noise level, everything shown follows linearly
(Ho et al., 2020, eq. 9; Salimans and Ho, 2022, appendix D, for v), so nothing else is stored.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Step:
    """One evaluation of the network.

    Attributes:
        index: from 0.
        timestep: on the training scale, 0 (clean) to T.
        x_t: what the network saw, (C, H, W) float32: alpha * x0 + sigma * noise.
        output: what it answered, after guidance.
        alpha, sigma: the noise level, with alpha^2 + sigma^2 = 1.
        prediction: what `output` means: "epsilon", "v_prediction" or "sample".
    """

    index: int
    timestep: float
    x_t: Array
    output: Array
    alpha: float
    sigma: float
    prediction: str

    @property
    def x0(self) -> Array:
        """The clean picture predicted from here, not clipped, (C, H, W) in the network's range."""
        if self.prediction == "sample":
            return self.output
        if self.prediction == "v_prediction":
            return np.asarray(self.alpha * self.x_t - self.sigma * self.output, np.float32)
        return np.asarray((self.x_t - self.sigma * self.output) / self.alpha, np.float32)

    @property
    def noise(self) -> Array:
        """The noise predicted to be in x_t, (C, H, W), unit variance."""
        if self.prediction == "epsilon":
            return self.output
        if self.prediction == "v_prediction":
            return np.asarray(self.sigma * self.x_t + self.alpha * self.output, np.float32)
        return np.asarray((self.x_t - self.alpha * self.output) / self.sigma, np.float32)

    @property
    def log_snr(self) -> float:
        """Natural logarithm of alpha^2 / sigma^2."""
        return float(2 * (np.log(self.alpha) - np.log(self.sigma)))

    @property
    def nbytes(self) -> int:
        """Memory of its arrays, in bytes."""
        return self.x_t.nbytes + self.output.nbytes
