"""One thread owns the device; everybody else leaves notes for it.

Why so: models, torch's settings and CUDA contexts belong to one thread each, and a window must
never wait for any of them. Requests go into named slots. A slot holds the newest request only, so
a drag at 120 changes a second costs one evaluation at a time, and the last value is always
rendered. Requests with many frames (a denoising run, a grid, an export) are generators: between
two frames the engine looks for something more urgent.

A screen that is slower than the model must slow the model: a preview's newest request starts when
the last frame of its slot was painted, so that what is painted next is as fresh as can be. A
preview that goes on (a denoising run) may compute one frame ahead meanwhile, which is handed over
when the last was painted: every step is seen, and painting costs the run no time.
"""

from __future__ import annotations

import itertools
import logging
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field

from explorer.errors import Cancelled, ExplorerError, RunFailed
from explorer.runtimes.memory import few_heaps
from explorer.sampling.cache import Cache
from explorer.sampling.frames import Frame
from explorer.sampling.loader import Loader, NotYet
from explorer.sampling.requests import Context, Request

PREVIEW = 0
JOB = 1
CACHE_BYTES = 256 << 20
# For so long a thread that computes keeps the interpreter from one that waits. Python's default of
# 5 ms would be seen; at 0.5 ms a denoising step waited 0.3 ms longer than at 0.2 for its run.
_SWITCH_SECONDS = 0.0002
_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Result:
    """A frame, an end or a failure of a request, as delivered.

    Attributes:
        slot: where the request was put.
        stamp: what `submit` returned; a slot's results come in the order of their stamps.
        request: the request.
        frame: the pictures, or None at a bare end or failure.
        error: what went wrong, or None.
        done: whether this is the request's last result. A request that was cancelled or overtaken
            has none.
        milliseconds: the engine's time for this frame.
    """

    slot: str
    stamp: int
    request: Request
    frame: Frame | None
    error: ExplorerError | None
    done: bool
    milliseconds: float


class _Key:
    """A request as a key of the cache, hashed once: a strip's hash walks hundreds of points."""

    __slots__ = ("_hash", "request")

    def __init__(self, request: Request) -> None:
        self.request, self._hash = request, hash(request)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.request == other.request


@dataclass(eq=False)
class _Task:
    """A request in a slot: its frames so far, and a result that waits for the screen."""

    slot: str
    stamp: int
    request: Request
    priority: int
    frames: Iterator[Frame] | None = None
    key: _Key | None = None
    kept: list[Frame] = field(default_factory=list)
    ready: Result | None = None
    parked: bool = False


class Engine:
    """Serves requests on its own thread and delivers results from there.

    Args:
        deliver: called on the engine's thread with every Result; must be quick.
        device: "auto", "cpu", "cuda" or "mps".
        cache_bytes: upper bound of the memory for kept answers.
        trusted: SHA-256 of the programs in files that may be run, asked on each opening.
    """

    def __init__(
        self,
        deliver: Callable[[Result], None],
        device: str = "auto",
        cache_bytes: int = CACHE_BYTES,
        trusted: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        self._deliver = deliver
        self._loader = Loader(self._loaded)
        self._context = Context(
            device, Cache(cache_bytes), self._checkpoint, self._loader, self._hand_over, trusted
        )
        # These two belong to the engine's thread.
        self._current: _Task | None = None
        self._held: tuple[_Task, Result] | None = None
        # Everything below is read and written with this held.
        self._wake = threading.Condition()
        self._waiting: dict[str, _Task] = {}
        self._running: dict[str, _Task] = {}
        self._unshown: set[str] = set()
        self._stamps = itertools.count(1)
        self._latest: dict[str, int] = {}
        self._barrier: dict[str, int] = {}
        self._closed = False
        self._dropped = 0
        sys.setswitchinterval(_SWITCH_SECONDS)
        few_heaps()
        self._thread = threading.Thread(target=self._loop, name="explorer-engine", daemon=True)
        self._thread.start()

    # -- from any thread ------------------------------------------------------------------------

    def submit(self, request: Request, slot: str, priority: int = PREVIEW) -> int:
        """Put a request into a slot, in place of what the slot held; returns its stamp."""
        with self._wake:
            stamp = next(self._stamps)
            if self._waiting.pop(slot, None):  # the new one goes to the back of the queue
                self._dropped += 1
            self._waiting[slot] = _Task(slot, stamp, request, priority)
            self._latest[slot] = stamp
            self._wake.notify()
        return stamp

    def cancel(self, slot: str) -> None:
        """Stop what the slot holds; frames already delivered stay with whoever got them."""
        with self._wake:
            self._waiting.pop(slot, None)
            self._latest[slot] = self._barrier[slot] = next(self._stamps)
            self._unshown.discard(slot)
            self._wake.notify()

    def shown(self, slot: str) -> None:
        """The last frame of this slot's preview is on the screen: the next may come."""
        with self._wake:
            self._unshown.discard(slot)
            self._wake.notify()

    def close(self, timeout: float = 10.0) -> None:
        """Stop after the evaluation under way and wait for the thread; nothing is delivered after.

        May be called twice, and from `deliver`, where it does not wait.
        """
        with self._wake:
            self._closed = True
            self._waiting.clear()
            self._wake.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout)
            self._loader.join(timeout)

    @property
    def idle(self) -> bool:
        """Whether nothing is asked for, under way, being imported, or waiting for the screen.

        What was delivered last may still be on its way to the window.
        """
        with self._wake:
            busy = self._waiting or self._running
        return not busy and self._loader.idle

    @property
    def cache_used(self) -> int:
        """Bytes of kept answers."""
        return self._context.cache.used

    @property
    def model_bytes(self) -> int:
        """Bytes of the weights of all open models."""
        return self._context.shelf.used

    @property
    def open_models(self) -> tuple[str, ...]:
        """Names of all models that are open; what is being opened is not among them yet."""
        return self._context.shelf.names

    @property
    def dropped(self) -> int:
        """How many requests were replaced before they began."""
        return self._dropped

    # -- on the engine's thread -----------------------------------------------------------------

    def _loop(self) -> None:
        while (task := self._next()) is not None:
            if task.ready is None:
                self._current = task
                self._compute(task)
                self._current = None
            self._hand_over()
            result = self._release(task)
            if result is not None:
                self._held = (task, result)
                if result.frame is None or not result.frame.before_run:
                    self._hand_over()
        with self._wake:
            left = list(self._running.values())
            self._running.clear()
        _abandon(left)

    def _next(self) -> _Task | None:
        while True:
            with self._wake:
                if self._closed:
                    return None
                overtaken = self._overtaken()
                if not overtaken:
                    task = self._pick()
                    if task is not None:
                        return task
                    if self._held is None:
                        self._wake.wait()
            _abandon(overtaken)
            self._hand_over()  # nothing runs next after all

    def _hand_over(self) -> None:
        """Deliver the result that waits for a network to start, if there is one.

        A receiver that wakes takes the interpreter, and would keep the next run from starting for
        a third of a millisecond: 4 % of a small denoiser's step.
        """
        held, self._held = self._held, None
        if held is None:
            return
        task, result = held
        with self._wake:
            if self._closed or self._unwanted(task):
                return
        try:
            self._deliver(result)
        except Exception:  # noqa: BLE001  (it is logged; see below)
            # The receiver is at fault (a window half closed); other slots still want theirs.
            _log.exception("A result of %s could not be delivered", result.slot)

    def _overtaken(self) -> list[_Task]:
        """Tasks under way that a newer request or a cancel has ended; they run no longer."""
        gone = [task for slot, task in self._running.items() if self._latest[slot] != task.stamp]
        for task in gone:
            del self._running[task.slot]
        return gone

    def _pick(self) -> _Task | None:
        """Previews before jobs; what is new before what goes on; what is ready before all."""
        for task in self._running.values():
            if task.ready is not None and task.slot not in self._unshown:
                return task
        for priority in (PREVIEW, JOB):
            for task in self._waiting.values():
                if task.priority == priority and task.slot not in self._unshown:
                    del self._waiting[task.slot]
                    self._running[task.slot] = task
                    return task
            for task in self._running.values():
                if task.priority == priority and task.ready is None and not task.parked:
                    del self._running[task.slot]  # to the back: slots take turns
                    self._running[task.slot] = task
                    return task
        return None

    def _compute(self, task: _Task) -> None:
        """Leave the task's next result in `ready`, or park it where modules must load first."""
        start = time.perf_counter()
        try:
            frame, error, done = self._advance(task)
        except NotYet:
            with self._wake:
                task.frames = None
                task.parked = not self._loader.idle
            return
        spent = (time.perf_counter() - start) * 1e3
        task.ready = Result(task.slot, task.stamp, task.request, frame, error, done, spent)

    def _advance(self, task: _Task) -> tuple[Frame | None, ExplorerError | None, bool]:
        """The task's next frame, its failure if it had one, and whether it has ended."""
        try:
            if task.frames is None:
                task.frames = self._kept(task) or task.request.frames(self._context)
            frame = next(task.frames)
            if task.key is not None:
                task.kept.append(frame)
            if frame.index + 1 < frame.total:
                return frame, None, False
            if task.key is not None and task.kept:
                size = sum(f.nbytes for f in task.kept)
                self._context.cache.put(task.key, tuple(task.kept), size)
            return frame, None, True
        except NotYet:
            raise
        except (StopIteration, Cancelled):
            return None, None, True
        except ExplorerError as error:
            return None, error, True
        except MemoryError:
            self._context.cache.clear()
            remedy = "Close other models or programs, or ask for fewer pictures."
            return None, RunFailed("this computer", "its memory is used up", remedy), True
        except Exception as error:  # noqa: BLE001  (see below)
            # The thread must outlive any fault of a model or a library.
            _log.debug("A request failed", exc_info=True)
            cause = f"{type(error).__name__}: {error}"
            remedy = "Open it again; report it if it stays."
            return None, RunFailed("the model", cause, remedy), True

    def _kept(self, task: _Task) -> Iterator[Frame] | None:
        """The frames of an equal request that was answered before; else keep them from now on."""
        if not task.request.keep:
            return None
        key = _Key(task.request)
        kept: tuple[Frame, ...] | None = self._context.cache.get(key)
        if kept is None:
            task.key = key
            return None
        return iter(kept)

    def _release(self, task: _Task) -> Result | None:
        """What is to be delivered of the task now, if anything."""
        with self._wake:
            result = task.ready
            if result is None or self._closed or self._unwanted(task):
                return None
            preview = task.priority == PREVIEW
            if preview and task.slot in self._unshown:
                return None
            task.ready = None
            if result.done and self._running.get(task.slot) is task:
                del self._running[task.slot]
            if preview and result.frame is not None:
                self._unshown.add(task.slot)
            return result

    def _checkpoint(self) -> None:
        """Raise Cancelled in the middle of a long evaluation whose result nobody wants now."""
        with self._wake:
            if self._closed or (self._current is not None and self._unwanted(self._current)):
                raise Cancelled

    def _unwanted(self, task: _Task) -> bool:
        """Whether a result is of no use any more.

        A preview that was overtaken is still newer than what is on the screen: were it dropped, a
        fast drag over a slow model would show nothing until it stopped.
        """
        if task.priority == PREVIEW:
            return task.stamp < self._barrier.get(task.slot, 0)
        return self._latest[task.slot] != task.stamp

    # -- on the loader's thread -----------------------------------------------------------------

    def _loaded(self) -> None:
        with self._wake:
            for task in self._running.values():
                task.parked = False
            self._wake.notify()


def _abandon(tasks: list[_Task]) -> None:
    """End tasks in the middle, so that a film being written lets go of its file and its thread.

    Never with the lock held: ending may take as long as a frame takes to pack.
    """
    for task in tasks:
        if isinstance(task.frames, Generator):
            task.frames.close()
