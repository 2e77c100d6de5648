"""Answers kept by request, the least recently used dropped first, never above a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Any


class Cache:
    """A byte-bounded map. Not thread-safe: it belongs to the engine's thread."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.used = 0
        self._items: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._items)

    def get(self, key: Hashable) -> Any | None:
        """What was kept under `key`, now the most recently used; or None."""
        if key not in self._items:
            return None
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
            _, (_, freed) = self._items.popitem(last=False)
            self.used -= freed

    def drop(self, key: Hashable) -> None:
        """Forget `key`, if it is there."""
        if key in self._items:
            self.used -= self._items.pop(key)[1]

    def clear(self) -> None:
        """Forget everything: the networks now run another way."""
        self._items.clear()
        self.used = 0
