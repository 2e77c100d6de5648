"""One network, several ways to run it: measured, checked against each other, the fastest kept.

A bundled model starts in ONNX Runtime, since that needs no torch. When torch has come, each other
way is timed in turns with the first on the model's own input, as a machine's speed changes from
one second to the next. It must agree with the first to 1/255 of the output's range on several
inputs, and be clearly faster: a tie that flips from run to run would flip the last bit of pictures
with it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from explorer.errors import ExplorerError
from explorer.phrases import Phrase
from explorer.runtimes.network import Arrays, Network

MARGIN = 0.8
TOLERANCE = 1 / 255
_REPEATS, _FEWEST = 9, 2
_ENOUGH_SECONDS = 1.0
Outputs = dict[str, NDArray[np.float32]]


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
        self, openers: Sequence[Callable[[], Network]], spans: Mapping[str, float] | None = None
    ) -> None:
        """`openers` open the ways to run, the first at once, the others on `measure`.

        Args:
            openers: at least one.
            spans: widths of outputs' ranges, which differences are divided by; the range that the
                reference's answers span where an output is not named.
        """
        self._openers, self._spans = list(openers), dict(spans or {})
        self._current: Network = self._openers[0]()
        self._is_reference = True
        self.timings: tuple[Timing, ...] = ()
        # Called just before every run, which leaves the interpreter to other threads.
        self.leaving: Callable[[], object] = _nothing

    @property
    def runtime(self) -> str:
        """How it runs at present."""
        return self._current.runtime

    def run(self, inputs: Arrays) -> Outputs:
        """As the present way runs it."""
        self.leaving()
        return self._current.run(inputs)

    def measure(self, inputs: Arrays, tolerance: float = TOLERANCE) -> tuple[Timing, ...]:
        """Try every way on `inputs` and keep the best; the timings, the reference first.

        Args:
            inputs: several rows each; all are compared, the first is timed.
            tolerance: how far a way may differ, as a share of the range; 0 for no bit.
        """
        reference = self._current if self._is_reference else self._openers[0]()
        row = {name: array[:1] for name, array in inputs.items()}
        if len(self._openers) == 1:
            self.timings = (Timing(reference.runtime, _alone_ms(reference, row), 0.0, True),)
            return self.timings
        wanted = reference.run(inputs)
        best, best_ratio, chosen = reference, MARGIN, 0
        timings = [Timing(reference.runtime, _alone_ms(reference, row), 0.0)]
        for place, opener in enumerate(self._openers[1:], start=1):
            network, timing, ratio = self._try(opener, reference, inputs, wanted, tolerance)
            timings.append(timing)
            if network is not None and ratio < best_ratio:
                best, best_ratio, chosen = network, ratio, place
        self._current, self._is_reference = best, chosen == 0
        timings[chosen] = replace(timings[chosen], chosen=True)
        self.timings = tuple(timings)
        return self.timings

    def _try(
        self,
        opener: Callable[[], Network],
        reference: Network,
        inputs: Arrays,
        wanted: Outputs,
        tolerance: float,
    ) -> tuple[Network | None, Timing, float]:
        """The network, how it did, and its time as a share of the reference's."""
        row, way = {name: array[:1] for name, array in inputs.items()}, ""
        try:
            network = opener()
            way = network.runtime
            difference = self._difference(network.run(inputs), wanted)
            if not difference <= tolerance:
                note = Phrase(f"differs by {difference * 255:.1f}/255")
                return None, Timing(network.runtime, None, difference, note=note), np.inf
            base, ms = _medians((reference, network), row)
            return network, Timing(network.runtime, ms, difference), ms / base
        except ExplorerError as error:
            return None, Timing(way or error.subject, None, None, note=error.cause), np.inf

    def _difference(self, got: Outputs, wanted: Outputs) -> float:
        """The largest over all outputs, as a share of the range; infinite where shapes differ."""
        shares = [0.0]
        for name, array in wanted.items():
            if name not in got or got[name].shape != array.shape:
                return float("inf")
            with np.errstate(invalid="ignore"):
                span = self._spans.get(name) or float(np.ptp(array)) or 1.0
                shares.append(float(np.abs(got[name] - array).max(initial=0.0)) / span)
        return float(np.max(shares))  # not a number, if any is


def _nothing() -> None:
    """Nobody wants to know."""


def _alone_ms(network: Network, inputs: Arrays) -> float:
    return _medians((network,), inputs)[0]


def _medians(networks: Sequence[Network], inputs: Arrays) -> tuple[float, ...]:
    """Of large networks a few turns do: nothing else is drawn until it is done."""
    times: list[list[float]] = []
    spent = 0.0
    while len(times) <= _REPEATS and (len(times) < _FEWEST or spent < _ENOUGH_SECONDS):
        turn = []
        for network in networks:
            start = time.perf_counter()
            network.run(inputs)
            turn.append(time.perf_counter() - start)
        times.append(turn)
        spent += sum(turn)
    return tuple(float(ms) for ms in np.median(times[1:], axis=0) * 1e3)
