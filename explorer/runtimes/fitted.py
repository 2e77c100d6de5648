"""A stranger's network under the names, layout and batch that families expect.

Exports differ in what they call things ("z", "input.1"), in the order of a picture's axes, in
whether there is a batch and how large, and in number types. All that is put right here, around
the network, so that families see one shape of thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.errors import RunFailed
from explorer.runtimes.network import Arrays, Network

LAYOUTS = ("plain", "nchw", "nhwc")
"""How an array's axes lie: as they are, channels before or after a picture's rows and columns."""


@dataclass(frozen=True)
class Fit:
    """How one input or output of a network answers to one of ours.

    Attributes:
        name: as families say ("latent", "image", "timestep", "label", ...).
        port: as the network says.
        layout: of LAYOUTS.
        dtype: numpy's name of the type that an input wants.
        shape: of one item as the network has it, without the batch; None leaves it as it comes.
        batched: whether its first axis is a batch.
        one_hot: width of the row of zeros and a one that a class is given as; 0 for its number.
    """

    name: str
    port: str
    layout: str = "plain"
    dtype: str = "float32"
    shape: tuple[int, ...] | None = None
    batched: bool = True
    one_hot: int = 0


@dataclass(frozen=True)
class Constant:
    """An input that is always the same: noise that a generator adds, a truncation, a flag.

    `value` is one item without a batch if `batched`, else the whole.
    """

    port: str
    value: NDArray[np.generic]
    batched: bool = True


class FittedNetwork:
    """Runs `network` for callers that know our names.

    Args:
        network: what is really run.
        inputs, outputs: how its ports answer to ours; inputs that are not named are left out.
        constants: what it wants beside them.
        batch: how many items it takes at once; None for any number, 1 loops.
    """

    def __init__(
        self,
        network: Network,
        inputs: tuple[Fit, ...],
        outputs: tuple[Fit, ...],
        constants: tuple[Constant, ...] = (),
        batch: int | None = None,
    ) -> None:
        self._network, self._batch = network, batch
        self._inputs, self._outputs, self._constants = inputs, outputs, constants

    @property
    def runtime(self) -> str:
        """How it runs, as shown to the user."""
        return self._network.runtime

    def run(self, inputs: Arrays) -> dict[str, NDArray[np.float32]]:
        """All outputs by our names, float32; pictures as (N, C, H, W).

        Raises:
            RunFailed: as the network's, or an output that is not what it was said to be.
        """
        count = max((len(array) for array in inputs.values()), default=0)
        size = self._batch or max(count, 1)
        parts = [self._some(inputs, start, size, count) for start in range(0, count, size)]
        if len(parts) == 1:
            return parts[0]
        if not parts:  # nothing asked for: what one would give, without it
            one = {name: np.zeros((1, *a.shape[1:]), a.dtype) for name, a in inputs.items()}
            return {name: array[:0] for name, array in self._some(one, 0, size, 1).items()}
        return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}

    def _some(self, inputs: Arrays, start: int, size: int, count: int) -> dict[str, NDArray]:  # type: ignore[type-arg]
        """The outputs for rows from `start`; a last batch that is short is filled up."""
        held = min(size, count - start)
        feed = {}
        for fit in self._inputs:
            if fit.name in inputs:
                rows = inputs[fit.name][start : start + held]
                if held < size:
                    rows = np.concatenate([rows, rows[-1:].repeat(size - held, axis=0)])
                feed[fit.port] = to_port(rows, fit)
        for constant in self._constants:
            value = constant.value
            feed[constant.port] = (
                np.broadcast_to(value, (size, *value.shape)).copy() if constant.batched else value
            )
        out = self._network.run(feed)
        return dict(self._ours(out, held))

    def _ours(
        self, out: Mapping[str, NDArray[np.float32]], held: int
    ) -> Iterator[tuple[str, NDArray[np.float32]]]:
        for fit in self._outputs:
            if fit.port not in out:
                raise RunFailed(fit.port, "the network did not give this output", "Export again.")
            yield fit.name, from_port(out[fit.port], fit)[:held]


def to_port(rows: NDArray[np.generic], fit: Fit) -> NDArray[np.generic]:
    """Our rows (N, ...) as the network's input wants them."""
    if fit.one_hot:
        rows = np.eye(fit.one_hot)[rows.astype(np.int64)]
    if fit.layout == "nhwc":
        rows = rows.transpose(0, 2, 3, 1)
    if fit.shape is not None and fit.layout == "plain":
        rows = rows.reshape(len(rows), *fit.shape)
    if np.issubdtype(np.dtype(fit.dtype), np.integer) and np.issubdtype(rows.dtype, np.floating):
        limits = np.iinfo(fit.dtype)
        rows = np.clip(np.rint(rows), limits.min, limits.max)
    rows = rows.astype(fit.dtype, copy=False)
    return np.ascontiguousarray(rows if fit.batched else rows[0])


def from_port(array: NDArray[np.generic], fit: Fit) -> NDArray[np.float32]:
    """What the network gave as ours: float32, with a batch, pictures as (N, C, H, W)."""
    rows = np.asarray(array, np.float32)
    if not fit.batched:
        rows = rows[None]
    if fit.layout in {"nchw", "nhwc"} and rows.ndim == 3:  # grey without an axis for channels
        rows = rows[:, None] if fit.layout == "nchw" else rows[..., None]
    if fit.layout == "nhwc":
        rows = rows.transpose(0, 3, 1, 2)
    if fit.shape is not None and fit.layout == "plain":
        rows = rows.reshape(len(rows), *fit.shape)
    return np.ascontiguousarray(rows)
