"""What every runtime offers: a callable on named arrays.

The border is numpy on purpose. It costs nothing on a CPU (torch and ONNX Runtime share the
memory), a copy of a small picture on a GPU, and it lets a model show before torch is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Arrays: TypeAlias = Mapping[str, NDArray[Any]]


class Network(Protocol):
    """A network that runs.

    Attributes:
        runtime: how it runs, as shown to the user ("ONNX Runtime, CPU").
    """

    @property
    def runtime(self) -> str:
        """How it runs, as shown to the user."""

    def run(self, inputs: Arrays) -> dict[str, NDArray[np.float32]]:
        """All outputs by name, float32, owning their memory.

        Raises:
            RunFailed: the runtime failed (out of memory, a shape it cannot take).
        """
