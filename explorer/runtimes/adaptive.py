"""One network, several ways to run it: measured, checked against each other, the fastest kept.

A bundled model starts in ONNX Runtime, since that needs no torch. When torch has come, the other
ways are timed on the model's own input, each must agree with the first to 1/255 of the image's
range, and a challenger must be clearly faster: a tie that flips from run to run would flip the
last bit of pictures with it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.errors import ExplorerError
from explorer.runtimes.network import Arrays, Network

MARGIN = 0.8
_REPEATS = 7


@dataclass(frozen=True)
class Timing:
    """How one way of running a network did.

    Attributes:
        runtime: its name.
        milliseconds: median of repeated runs at batch 1, or None where it could not run.
        difference: largest difference to the reference, as a share of the range; None likewise.
        chosen: whether it runs the network from now on.
        note: why it was passed over, for people.
    """

    runtime: str
    milliseconds: float | None
    difference: float | None
    chosen: bool = False
    note: str = ""


class Adaptive:
    """A Network that can change how it runs; the first opener gives the reference."""

    def __init__(
        self, openers: Sequence[Callable[[], Network]], span: float, output: str | None = None
    ) -> None:
        """`openers` open the ways to run, the first at once, the others on `measure`.

        Args:
            openers: at least one.
            span: width of the output's range, which differences are divided by.
            output: the output compared, the first where None.
        """
        self._openers = list(openers)
        self._span, self._output = span, output
        self._current: Network = self._openers[0]()
        self.timings: tuple[Timing, ...] = ()

    @property
    def runtime(self) -> str:
        """How it runs at present."""
        return self._current.runtime

    def run(self, inputs: Arrays) -> dict[str, NDArray[np.float32]]:
        """As the present way runs it."""
        return self._current.run(inputs)

    def measure(self, inputs: Arrays) -> tuple[Timing, ...]:
        """Time every way on `inputs` and keep the best; the timings, the reference first."""
        reference = self._current
        wanted = self._pick(reference.run(inputs))
        base = _median_ms(reference, inputs)
        best, best_ms = reference, base * MARGIN
        rows: list[tuple[Network | None, Timing]] = [
            (reference, Timing(reference.runtime, base, 0.0))
        ]
        for opener in self._openers[1:]:
            network, timing = self._try(opener, inputs, wanted)
            rows.append((network, timing))
            ms = timing.milliseconds
            if network is not None and ms is not None and not timing.note and ms < best_ms:
                best, best_ms = network, ms
        self._current = best
        self.timings = tuple(
            Timing(t.runtime, t.milliseconds, t.difference, n is best, t.note) for n, t in rows
        )
        return self.timings

    def _try(
        self, opener: Callable[[], Network], inputs: Arrays, wanted: NDArray[np.float32]
    ) -> tuple[Network | None, Timing]:
        try:
            network = opener()
            got = self._pick(network.run(inputs))
            difference = float(np.abs(got - wanted).max()) / self._span
            if not difference <= 1 / 255:
                note = f"differs by {difference * 255:.1f}/255"
                return network, Timing(network.runtime, None, difference, note=note)
            return network, Timing(network.runtime, _median_ms(network, inputs), difference)
        except ExplorerError as error:
            return None, Timing(error.subject, None, None, note=error.cause)

    def _pick(self, outputs: dict[str, NDArray[np.float32]]) -> NDArray[np.float32]:
        return outputs[self._output or next(iter(outputs))]


def _median_ms(network: Network, inputs: Arrays) -> float:
    times = []
    for _ in range(_REPEATS):
        start = time.perf_counter()
        network.run(inputs)
        times.append(time.perf_counter() - start)
    return float(np.median(times)) * 1e3
