"""The store: one drag is one entry, undo is the state before, and everybody hears in order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.latent import Seed
from explorer.session import Exploring, State, Store
from explorer.session.store import LIMIT


def named(name: str) -> State:
    return replace(State(), model=name)


def test_a_drag_is_one_entry_until_it_settles() -> None:
    store = Store(named("start"))
    for i in range(20):
        store.edit(named(f"drag {i}"), merge="z0")
    store.settle()
    store.edit(named("drag again"), merge="z0")
    store.undo()
    assert store.state == named("drag 19")
    store.undo()
    assert store.state == named("start") and not store.can_undo


def test_a_drag_that_comes_back_is_no_entry() -> None:
    """Undo would do nothing that anybody sees; where it goes on from there it is one again."""
    store = Store(named("start"))
    store.edit(named("before"))
    for name in ("a", "b", "before"):
        store.edit(named(name), merge="z0")
    assert store.history == (named("start"), named("before"))
    store.edit(named("c"), merge="z0")
    store.undo()
    assert store.state == named("before")
    store.undo()
    assert store.state == named("start") and not store.can_undo


def test_two_sliders_are_two_entries() -> None:
    store = Store(named("start"))
    store.edit(named("a"), merge="z0")
    store.edit(named("b"), merge="z1")
    store.undo()
    assert store.state == named("a")


def test_an_edit_to_the_same_state_is_none() -> None:
    store, seen = Store(named("a")), list[str]()
    store.observe(lambda new, _: seen.append(new.model))
    store.edit(named("a"))
    assert seen == [] and not store.can_undo


def test_the_playhead_leaves_no_entries() -> None:
    store = Store(named("start"))
    store.edit(named("a"))
    store.undo()
    store.edit(named("playing"), record=False)
    assert not store.can_undo and store.can_redo
    store.redo()
    assert store.state == named("a")


def test_a_new_edit_forgets_what_was_undone() -> None:
    store = Store(named("start"))
    store.edit(named("a"))
    store.undo()
    store.edit(named("b"))
    assert not store.can_redo


def test_the_history_is_bounded() -> None:
    store = Store(named("start"))
    for i in range(LIMIT + 50):
        store.edit(named(str(i)))
    while store.can_undo:
        store.undo()
    assert store.state == named("49")


def test_observers_hear_new_and_old() -> None:
    store, seen = Store(named("start")), list[tuple[str, str]]()
    store.observe(lambda new, old: seen.append((new.model, old.model)))
    store.edit(named("a"))
    store.undo()
    store.redo()
    assert seen == [("a", "start"), ("start", "a"), ("a", "start")]


def test_an_observer_that_edits_is_heard_after_the_change_it_answers() -> None:
    """Every observer sees the same changes in the same order."""
    store = Store(named("start"))
    first, last = list[str](), list[str]()

    def answer(new: State, _old: State) -> None:
        first.append(new.model)
        if new.model == "asked":
            store.edit(named("answered"))

    store.observe(answer)
    store.observe(lambda new, _: last.append(new.model))
    store.edit(named("asked"))
    assert first == last == ["asked", "answered"]
    assert store.state == named("answered")


def test_an_observer_that_fails_does_not_silence_the_store() -> None:
    store, seen = Store(named("start")), list[str]()

    def fail_once(new: State, _old: State) -> None:
        if new.model == "a":
            raise ValueError("observer")
        seen.append(new.model)

    store.observe(fail_once)
    with pytest.raises(ValueError, match="observer"):
        store.edit(named("a"))
    store.edit(named("b"))
    assert seen == ["b"] and store.state == named("b")


EDITS = st.lists(st.tuples(st.integers(0, 9), st.sampled_from([None, "x", "y"])), max_size=30)


@given(EDITS)
def test_undoing_all_and_redoing_all_comes_back(edits: list[tuple[int, str | None]]) -> None:
    store = Store(named("start"))
    for value, merge in edits:
        store.edit(named(str(value)), merge=merge)
    end = store.state
    while store.can_undo:
        store.undo()
    assert store.state == named("start")
    while store.can_redo:
        store.redo()
    assert store.state == end


def test_what_one_looks_with_stays_through_undo_and_other_models_begin_plain() -> None:
    store = Store(State("a"))
    moved = replace(store.state.exploring, point=Seed(5))
    store.edit(replace(store.state, exploring=moved))
    aids: dict[str, Any] = {
        "locked": frozenset({1}),
        "strips": False,
        "heat": 2,
        "pad": (0, 1),
        "walk_reach": 0.4,
    }
    store.edit(replace(store.state, exploring=replace(moved, **aids)), record=False)
    store.undo()
    assert store.state.exploring == replace(Exploring(), **aids)
    store.redo()
    assert store.state.exploring == replace(moved, **aids)
    store.edit(State("b"))
    store.undo()
    assert store.state == State("a", exploring=replace(moved, **aids))
    store.redo()
    assert store.state == State("b")
