"""One thread owns the device; everybody else leaves notes for it.

Why so: models, torch's settings and CUDA contexts belong to one thread each, and a window must
never wait for any of them. Requests go into named slots. A slot holds the newest request only, so
a drag at 120 changes a second costs one evaluation at a time, and the last value is always
rendered. Requests with many frames (a denoising run, a grid, an export) are generators: between
two frames the engine looks for something more urgent. A preview's next frame starts when its last
one was painted, so that a slow screen slows the model and not the other way round.
"""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from explorer.errors import Cancelled, ExplorerError, RunFailed
from explorer.sampling.cache import Cache
from explorer.sampling.frames import Frame
from explorer.sampling.requests import Context, Request

PREVIEW = 0
JOB = 1
CACHE_BYTES = 256 << 20
# Python's default of 5 ms lets a busy worker keep the window waiting that long.
_SWITCH_SECONDS = 0.0005


@dataclass(frozen=True, eq=False)
class Result:
    """A frame, an end or a failure of a request, as delivered.

    Attributes:
        slot: where the request was put.
        stamp: what `submit` returned; a slot's results come in the order of their stamps.
        request: the request.
        frame: the pictures, or None at a bare end or failure.
        error: what went wrong, or None.
        done: whether this is the request's last result.
        milliseconds: the engine's time for this frame.
    """

    slot: str
    stamp: int
    request: Request
    frame: Frame | None
    error: ExplorerError | None
    done: bool
    milliseconds: float


@dataclass(eq=False)
class _Task:
    slot: str
    stamp: int
    request: Request
    priority: int
    frames: Iterator[Frame] | None = None
    kept: list[Frame] = field(default_factory=list)


class Engine:
    """Serves requests on its own thread and delivers results from there.

    Args:
        deliver: called on the engine's thread with every Result; must be quick and not raise.
        device: "auto", "cpu", "cuda" or "mps".
        cache_bytes: upper bound of the memory for kept answers.
    """

    def __init__(
        self,
        deliver: Callable[[Result], None],
        device: str = "auto",
        cache_bytes: int = CACHE_BYTES,
    ) -> None:
        self._deliver = deliver
        self._context = Context(device, Cache(cache_bytes), self._checkpoint)
        self._wake = threading.Condition()
        self._waiting: dict[str, _Task] = {}
        self._running: dict[str, _Task] = {}
        self._unshown: set[str] = set()
        self._stamps = itertools.count(1)
        self._latest: dict[str, int] = {}
        self._barrier: dict[str, int] = {}
        self._closed = False
        self._current: _Task | None = None
        self.dropped = 0
        sys.setswitchinterval(_SWITCH_SECONDS)
        self._thread = threading.Thread(target=self._loop, name="explorer-engine", daemon=True)
        self._thread.start()

    # -- from any thread ------------------------------------------------------------------------

    def submit(self, request: Request, slot: str, priority: int = PREVIEW) -> int:
        """Put a request into a slot, in place of what the slot held; returns its stamp."""
        with self._wake:
            stamp = next(self._stamps)
            if slot in self._waiting:
                self.dropped += 1
            self._waiting.pop(slot, None)  # to the back of the queue of its priority
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
        """The last frame of this slot's preview is on the screen: the next may start."""
        with self._wake:
            self._unshown.discard(slot)
            self._wake.notify()

    def close(self, timeout: float = 10.0) -> None:
        """Stop after the evaluation under way and wait for the thread to end."""
        with self._wake:
            self._closed = True
            self._wake.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout)

    @property
    def idle(self) -> bool:
        """Whether nothing is asked for, under way, or waiting for its last frame to be shown."""
        with self._wake:
            return not self._waiting and not self._running

    @property
    def cache_used(self) -> int:
        """Bytes of kept answers."""
        return self._context.cache.used

    # -- on the engine's thread -----------------------------------------------------------------

    def _loop(self) -> None:
        while (task := self._next()) is not None:
            self._current = task
            start = time.perf_counter()
            frame, error, done = self._advance(task)
            result = Result(
                task.slot,
                task.stamp,
                task.request,
                frame,
                error,
                done,
                (time.perf_counter() - start) * 1e3,
            )
            self._finish(task, result)

    def _next(self) -> _Task | None:
        with self._wake:
            while True:
                if self._closed:
                    return None
                self._drop_stale()
                task = self._pick()
                if task is not None:
                    return task
                self._wake.wait()

    def _drop_stale(self) -> None:
        for slot, task in list(self._running.items()):
            if self._latest.get(slot) != task.stamp:
                del self._running[slot]

    def _pick(self) -> _Task | None:
        """Previews before jobs; what is new before what goes on; nothing that is not shown yet."""
        for priority in (PREVIEW, JOB):
            for pool in (self._waiting, self._running):
                for slot, task in pool.items():
                    if task.priority == priority and slot not in self._unshown:
                        del pool[slot]
                        self._running[slot] = task  # to the back: slots take turns
                        return task
        return None

    def _advance(self, task: _Task) -> tuple[Frame | None, ExplorerError | None, bool]:
        """The task's next frame, its failure if it had one, and whether it has ended."""
        try:
            if task.frames is None:
                kept = self._context.cache.get(task.request)
                task.frames = iter(kept) if kept else task.request.frames(self._context)
            frame = next(task.frames)
            if task.request.keep:
                task.kept.append(frame)
            if frame.index + 1 < frame.total:
                return frame, None, False
            if task.kept:
                size = sum(f.nbytes for f in task.kept)
                self._context.cache.put(task.request, tuple(task.kept), size)
            return frame, None, True
        except StopIteration:
            return None, None, True
        except Cancelled:
            return None, None, True
        except ExplorerError as error:
            return None, error, True
        except MemoryError:
            remedy = "Close other models or programs, or ask for fewer pictures."
            return None, RunFailed("this computer", "its memory is used up", remedy), True
        except Exception as error:  # noqa: BLE001  (the thread must outlive any fault of a model)
            cause = f"{type(error).__name__}: {error}"
            return (
                None,
                RunFailed("the model", cause, "Open it again; report it if it stays."),
                True,
            )

    def _finish(self, task: _Task, result: Result) -> None:
        with self._wake:
            if result.done:
                self._running.pop(task.slot, None)
            if self._unwanted(task):
                return
            if task.priority == PREVIEW and result.frame is not None:
                self._unshown.add(task.slot)
        self._deliver(result)

    def _checkpoint(self) -> None:
        """Raise Cancelled in the middle of a long evaluation whose result nobody wants now."""
        if self._closed or (self._current is not None and self._unwanted(self._current)):
            raise Cancelled

    def _unwanted(self, task: _Task) -> bool:
        """Whether a result is of no use any more.

        A preview that was overtaken is still newer than what is on the screen: were it dropped, a
        fast drag over a slow model would show nothing until it stopped.
        """
        if task.priority == PREVIEW:
            return task.stamp < self._barrier.get(task.slot, 0)
        return self._latest.get(task.slot) != task.stamp
