"""A cache that never holds more than its bytes, and drops what was used longest ago."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.sampling import Cache

PUTS = st.tuples(st.integers(0, 6), st.integers(0, 60))


def test_the_least_recently_used_goes_first() -> None:
    cache = Cache(30)
    for key in "abc":
        cache.put(key, key.upper(), 10)
    assert cache.get("a") == "A"
    cache.put("d", "D", 10)
    assert [cache.get(key) for key in "abcd"] == ["A", None, "C", "D"]


def test_what_is_larger_than_the_limit_is_not_kept_and_drops_nothing() -> None:
    cache = Cache(30)
    cache.put("a", 1, 30)
    cache.put("b", 2, 31)
    assert cache.get("a") == 1 and cache.get("b") is None
    cache.put("a", 3, 31)
    assert cache.get("a") is None and cache.used == 0


@given(st.integers(0, 100), st.lists(PUTS, max_size=60))
def test_the_bytes_in_use_are_those_of_what_is_kept(
    limit: int, puts: list[tuple[int, int]]
) -> None:
    cache, sizes = Cache(limit), dict[int, int]()
    for key, size in puts:
        cache.put(key, key, size)
        sizes[key] = size
        kept = [k for k in sizes if cache.get(k) is not None]
        assert cache.used == sum(sizes[k] for k in kept) <= limit
        assert len(cache) == len(kept)
    cache.clear()
    assert cache.used == len(cache) == 0


class Held:
    """What somebody else may hold too."""


def test_what_is_dropped_is_found_while_somebody_holds_it() -> None:
    """It takes its memory in any case: making it again would take twice that."""
    cache, held = Cache(30), Held()
    cache.put("a", held, 20)
    cache.put("b", Held(), 20)
    assert cache.get("a") is held and cache.used == 20
    cache.put("c", Held(), 20)
    assert cache.get("b") is None
    cache.drop("a")
    assert cache.get("a") is None
    cache.put("d", held, 20)
    cache.put("e", Held(), 20)
    cache.clear()
    assert cache.get("d") is None
