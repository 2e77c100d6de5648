"""The open models, within a budget of memory: the least recently used ones go first.

They are only numbers that lie on the disk too: a model that was put away opens again when it is
asked for, as if it had never been away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explorer.families import Model
from explorer.library import Ready, prepare
from explorer.opening.answers import Answers
from explorer.runtimes.memory import hand_back
from explorer.sampling.loader import NotYet

MODEL_BYTES = 2 << 30
"""What open models may take together. The newest stays, however large."""


class Shelf:
    """Opens models and keeps them.

    Args:
        device: "auto", "cpu", "cuda" or "mps".
        need: raises NotYet while a module is being imported.
        trusted: SHA-256 of the programs that may be run, asked on each opening.

    Attributes:
        answers: by name, what to open a model with beside the answers kept with its file.
        budget: bytes that open models may take together.
    """

    def __init__(
        self,
        device: str,
        need: Callable[..., None],
        trusted: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        self.budget = MODEL_BYTES
        self._device, self._need, self._trusted = device, need, trusted
        self._models: dict[str, tuple[Model, int]] = {}
        self._programs: set[str] = set()
        self._ready: dict[str, Ready] = {}
        self.answers: dict[str, Answers] = {}

    @property
    def used(self) -> int:
        """Bytes of the weights of all that is open."""
        return sum(size for _, size in self._models.values())

    @property
    def names(self) -> tuple[str, ...]:
        """What is open, the least recently used first."""
        return tuple(self._models)

    def get(self, name: str) -> Model | None:
        """The open model of that name or path, used just now; None if it is not open."""
        if name not in self._models:
            return None
        self._models[name] = held = self._models.pop(name)
        return held[0]

    def read(self, name: str) -> Model:
        """Open it, in place of one of that name; raises as library.open_model, and NotYet."""
        made: list[Model] = []
        for _ in self.reading(name, made):
            pass
        return made[0]

    def reading(self, name: str, made: list[Model]) -> Iterator[tuple[int, int]]:
        """The same step by step, telling (bytes read, bytes in all); `made` gets the model."""
        ready = self.ready(name)
        yield from ready.steps(made)
        self._models.pop(name, None)
        self._models[name] = made[0], ready.bytes
        (self._programs.add if ready.runs else self._programs.discard)(name)
        self._evict()

    def keep_within(self, budget: int) -> None:
        """Another budget, from now on: what it has no room for is put away."""
        self.budget = budget
        self._evict()

    def put_away_programs(self) -> None:
        """Models that run a program of a file: opened again, each asks whether it is trusted."""
        for name in self._programs & self._models.keys():
            del self._models[name]

    def put_away_all(self) -> None:
        """Everything, to be opened again in another way."""
        self._models.clear()
        hand_back()

    def tried(self, name: str, answers: Answers) -> Model:
        """A model under other answers, opened beside what is open and not kept."""
        ready = prepare(name, self._device, answers, self._trusted())
        self._need(*ready.needs)
        return ready.open()

    def ready(self, name: str) -> Ready:
        """It looked at, and all imported that it needs; may raise NotYet."""
        ready = self._ready.pop(name, None)
        if ready is None:
            ready = prepare(name, self._device, self.answers.get(name), self._trusted())
        try:
            self._need(*ready.needs)
        except NotYet:
            self._ready[name] = ready  # looked at once, however long torch takes
            raise
        return ready

    def _evict(self) -> None:
        gone = False
        while self.used > self.budget and len(self._models) > 1:
            del self._models[next(iter(self._models))]
            gone = True
        if gone:
            hand_back()
