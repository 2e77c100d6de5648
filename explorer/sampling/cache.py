"""Answers kept by request, the least recently used dropped first, never above a number of bytes.

What was dropped while somebody else holds it (a run that a branch left) costs its memory anyhow, so
it is found as long as it lives and not made a second time.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Any
from weakref import WeakValueDictionary


class Cache:
    """A byte-bounded map. Not thread-safe: it belongs to the engine's thread."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.used = 0
        self._items: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._dropped: WeakValueDictionary[Hashable, Any] = WeakValueDictionary()

    def __len__(self) -> int:
        return len(self._items)

    def get(self, key: Hashable) -> Any | None:
        """What was kept under `key`, now the most recently used; or None."""
        if key not in self._items:
            return self._dropped.get(key)
        self._items.move_to_end(key)
        return self._items[key][0]

    def put(self, key: Hashable, value: Any, size: int) -> None:
        """Keep `value` of `size` bytes, dropping old ones; larger than the limit is not kept."""
        self.drop(key)
        if size > self.limit:
            return
        self._items[key] = (value, size)
        self.used += size
        while self.used > self.limit:
            old, (gone, freed) = self._items.popitem(last=False)
            self.used -= freed
            if hasattr(gone, "__weakref__"):  # not so: tuples of frames, which nobody shares
                self._dropped[old] = gone

    def drop(self, key: Hashable) -> None:
        """Forget `key`, if it is there."""
        self._dropped.pop(key, None)
        if key in self._items:
            self.used -= self._items.pop(key)[1]

    def clear(self) -> None:
        """Forget everything: the networks now run another way."""
        self._items.clear()
        self._dropped.clear()
        self.used = 0
