"""Key frames stay in step with their times; trees stay trees; history keeps pins."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.errors import BadValue
from explorer.families import DenoiseSettings
from explorer.latent import Path, Seed
from explorer.session import keys, tree
from explorer.session.plan import denoising, film, film_length, is_measured, morph, path, retimed
from explorer.session.state import (
    Branch,
    Denoising,
    Exploring,
    Interpolating,
    Pin,
    State,
)
from explorer.session.store import Store

THREE = Interpolating((Seed(0), Seed(1), Seed(2)), times=(0.0, 0.8, 1.0))

actions = st.lists(
    st.tuples(
        st.sampled_from(
            ["insert", "remove", "duplicate", "reorder", "retime", "mode", "ease", "close", "drop"]
        ),
        st.integers(0, 6),
        st.integers(0, 6),
        st.floats(-1, 2),
    ),
    max_size=25,
)


def act(view: Interpolating, name: str, a: int, b: int, time: float) -> Interpolating:
    count, lines = len(view.keys), keys.segments(view)
    if name == "insert":
        return keys.insert(view, a, Seed(100 + a))
    if name == "remove":
        return keys.remove(view, a % count) if count > 2 else view
    if name == "duplicate":
        return keys.duplicate(view, a % count)
    if name == "reorder":
        return keys.reorder(view, a % count, b)
    if name == "retime":
        return keys.retime(view, a, time)
    if name == "mode":
        return keys.set_mode(view, a % lines, "smooth")
    if name == "ease":
        return keys.set_ease(view, a % lines, "both")
    if name == "drop":
        return keys.insert_at(view, time, Seed(200 + a))[0]
    return keys.close(view, not view.closed)


@settings(max_examples=200)
@given(actions=actions)
def test_whatever_is_done_to_keys_the_path_is_a_path(
    actions: list[tuple[str, int, int, float]],
) -> None:
    """No edit leaves times, modes or eases that the path would refuse."""
    view = THREE
    for action in actions:
        before = view
        view = act(view, *action)
        assert isinstance(view.path, Path)
        assert len(keys.times(view)) == keys.segments(view) + 1
        if action[0] == "drop":
            assert len(view.keys) == len(before.keys) + 1
        if action[0] == "close":
            assert bool(view.times) == bool(before.times)
            assert bool(view.eases) == bool(before.eases)
        if action[0] in {"insert", "duplicate"}:
            assert len(view.keys) == len(before.keys) + 1
            assert bool(view.times) == bool(before.times)
            assert bool(view.modes) == bool(before.modes)


def test_a_key_is_dropped_where_it_is_reached() -> None:
    view, index = keys.insert_at(THREE, 0.4, Seed(9))
    assert index == 1
    assert view.keys == (Seed(0), Seed(9), Seed(1), Seed(2))
    assert view.times == (0.0, 0.4, 0.8, 1.0)
    even, index = keys.insert_at(Interpolating(), 0.25, Seed(9))
    assert (even.times, index) == ((0.0, 0.25, 1.0), 1)
    assert keys.space_evenly(even).times == ()


def test_a_path_is_closed_and_opened_again() -> None:
    view = keys.set_ease(keys.set_mode(THREE, 1, "linear"), 0, "in")
    closed = keys.close(view, True)
    assert closed.closed and len(closed.times) == 4
    assert closed.modes == ("spherical", "linear", "linear")
    assert closed.eases == ("in", "steady", "steady")
    again = keys.close(closed, False)
    assert again == replace(view, times=again.times)
    assert again.times == pytest.approx(view.times)
    assert keys.set_all_modes(view, "smooth").modes == ()
    assert keys.set_all_eases(view, "both").eases == ("both", "both")
    assert keys.set_all_eases(view, "steady").eases == ()


def test_a_new_key_takes_the_middle_and_others_keep_their_times() -> None:
    view = keys.insert(THREE, 1, Seed(9))
    assert view.keys == (Seed(0), Seed(9), Seed(1), Seed(2))
    assert view.times == (0.0, 0.4, 0.8, 1.0)
    assert keys.remove(view, 1) == THREE


def test_keys_at_the_ends_make_room_in_proportion() -> None:
    last = keys.append(THREE, Seed(9))
    assert last.times == pytest.approx((0.0, 0.8 * 2 / 3, 2 / 3, 1.0))
    first = keys.insert(THREE, 0, Seed(9))
    assert first.times == pytest.approx((0.0, 1 / 3, 1 / 3 + 0.8 * 2 / 3, 1.0))
    assert keys.remove(last, 3).times == pytest.approx(THREE.times)


def test_a_key_is_held_between_its_neighbours_and_ends_are_fixed() -> None:
    assert keys.retime(THREE, 1, 5.0).times == pytest.approx((0.0, 1.0 - keys.CLOSEST, 1.0))
    assert keys.retime(THREE, 1, 0.25).times == (0.0, 0.25, 1.0)
    for end in (0, 2, 7):
        assert keys.retime(THREE, end, 0.5) == THREE
    even = replace(THREE, times=())
    assert keys.retime(even, 1, 0.25).times == (0.0, 0.25, 1.0)


def test_reordering_keeps_the_rhythm() -> None:
    view = keys.reorder(THREE, 2, 0)
    assert view.keys == (Seed(2), Seed(0), Seed(1))
    assert view.times == THREE.times


def test_two_keys_are_the_least() -> None:
    with pytest.raises(BadValue):
        keys.remove(Interpolating(), 0)


# -- constant speed -------------------------------------------------------------------------------


def test_a_measurement_counts_only_for_the_path_it_was_made_on() -> None:
    state = State("m", interpolating=replace(THREE, even=True))
    measured = retimed(state, (0.0, 0.5, 1.0), (1.0, 9.0))
    view = replace(state.interpolating, retimed=measured)
    state = replace(state, interpolating=view)
    assert is_measured(state)
    assert path(state).retiming == measured.retiming
    others = (
        replace(state, model="other"),
        replace(state, exploring=Exploring(conditions=(("label", 1),))),
        replace(state, interpolating=keys.put(view, 1, Seed(5))),
        replace(state, interpolating=keys.retime(view, 1, 0.3)),
        replace(state, interpolating=replace(view, mode="linear")),
    )
    for other in others:
        assert not is_measured(other)
        assert path(other) == other.interpolating.path
    off = replace(state, interpolating=replace(view, even=False))
    assert path(off).retiming is None


@pytest.mark.parametrize("frames", [2, 3, 10])
@pytest.mark.parametrize("loop", [False, True])
@pytest.mark.parametrize("bounce", [False, True])
@pytest.mark.parametrize("closed", [False, True])
def test_how_long_a_film_is_is_known_before_it_is_made(
    frames: int, loop: bool, bounce: bool, closed: bool
) -> None:
    view = Interpolating(frames=frames, loop=loop, bounce=bounce, closed=closed)
    state = State("m", interpolating=view)
    assert film_length(state) == len(film(state).points)


def test_a_closed_morph_grid_has_no_picture() -> None:
    with pytest.raises(BadValue, match="corners"):
        morph(State("m"))


# -- the tree -------------------------------------------------------------------------------------


def tree_of_five() -> Denoising:
    view = Denoising(DenoiseSettings(steps=20))
    view = tree.grow(view, 4, seed=1)  # 1
    view = tree.grow(view, 6, guidance=5.0, label=3)  # 2, from 1
    view = tree.grow(view, 2, parent=0, scheduler="heun")  # 3
    view = tree.grow(view, 8, parent=1, seed=7)  # 4, from 1
    return tree.grow(view, 9, parent=4, label=None)  # 5


def test_a_branch_is_its_ancestors_changes_in_order() -> None:
    view = tree_of_five()
    assert view.current == 5
    assert tree.lineage(view, 5) == (0, 1, 4, 5)
    assert tree.children(view, 1) == (2, 4)
    found = tree.settings(view, 5)
    assert (found.seed, found.conditions) == (7, (("label", None),))
    assert tree.settings(view, 2).changed(label=0) == DenoiseSettings(
        1, 20, "ddim", 5.0, (("label", 0),)
    )
    request = denoising(State("m", denoising=view))
    assert (request.settings, request.step) == (found, 9)
    assert request.parent is not None
    assert request.parent.parent is not None
    assert request.parent.parent.parent == denoising(State("m", denoising=view), 0)


def test_pruning_takes_what_grew_there_and_renumbers_the_rest() -> None:
    view = replace(tree_of_five(), beside=3)
    pruned = tree.prune(view, 1)
    assert pruned.branches == (Branch(0, 2, (("scheduler", "heun"),)),)
    assert (pruned.current, pruned.beside) == (0, 1)
    kept = tree.prune(view, 2)
    assert tree.lineage(kept, 4) == (0, 1, 3, 4)
    assert tree.settings(kept, kept.current) == tree.settings(view, 5)
    assert tree.prune(view, 5).current == 4
    assert tree.cleared(view) == Denoising(DenoiseSettings(steps=20))
    with pytest.raises(BadValue, match="trunk"):
        tree.prune(view, 0)


def test_revising_a_run_takes_what_grew_from_it() -> None:
    view = replace(tree_of_five(), beside=3)
    trunk = tree.revise(view, 0, guidance=3.0)
    assert (trunk.branches, trunk.current, trunk.beside) == ((), 0, None)
    assert trunk.settings == view.settings.changed(guidance=3.0)
    revised = tree.revise(view, 1, seed=8, label=2)
    assert revised.branches == (
        Branch(0, 4, (("label", 2), ("seed", 8))),
        Branch(0, 2, (("scheduler", "heun"),)),
    )
    assert (revised.current, revised.beside) == (1, 2)
    assert tree.settings(revised, 2) == tree.settings(view, 3)


@given(parents=st.lists(st.integers(0, 30), max_size=30), cut=st.integers(1, 30))
def test_pruning_keeps_every_other_run_what_it_was(parents: list[int], cut: int) -> None:
    view = Denoising()
    for number, parent in enumerate(parents):
        view = tree.grow(view, number, parent=parent % (number + 1), seed=number)
    if cut > len(parents):
        return
    pruned = tree.prune(view, cut)
    kept = [n for n in range(len(parents) + 1) if cut not in tree.lineage(view, n)]
    assert len(pruned.branches) == len(kept) - 1
    for new, old in enumerate(kept):
        assert tree.settings(pruned, new) == tree.settings(view, old)


def test_a_tree_that_is_none_cannot_be_made() -> None:
    for branches in ((Branch(1, 0),), (Branch(0, -1),), (Branch(-1, 0),)):
        with pytest.raises(BadValue):
            Denoising(branches=branches)
    with pytest.raises(BadValue):
        Denoising(current=1)
    for wrong in (-1, 3):
        with pytest.raises(BadValue):
            tree.grow(Denoising(), 0, parent=wrong)


# -- history --------------------------------------------------------------------------------------


def test_pins_stay_through_undo_and_redo() -> None:
    store = Store()
    for seed in (1, 2, 3):
        store.edit(replace(store.state, exploring=Exploring(Seed(seed))))
    pin = Pin("good", replace(store.state, pins=()))
    store.edit(replace(store.state, pins=(pin,)), record=False)
    store.undo()
    store.undo()
    assert store.state.exploring.point == Seed(1)
    assert store.state.pins == (pin,)
    store.redo()
    assert store.state.pins == (pin,)
    assert store.state.exploring.point == Seed(2)


def test_history_is_walked_in_one_step_with_one_notice() -> None:
    store, seen = Store(), []
    for seed in range(1, 6):
        store.edit(replace(store.state, exploring=Exploring(Seed(seed))))
    store.observe(lambda new, old: seen.append((new.exploring.point, old.exploring.point)))
    assert (len(store.history), store.place) == (6, 5)
    before = store.history
    store.go(-3)
    assert (store.place, seen) == (2, [(Seed(2), Seed(5))])
    assert store.history == before
    store.go(99)
    assert store.place == 5
    store.go(-99)
    assert (store.place, store.can_undo, store.can_redo) == (0, False, True)
    store.go(-1)
    assert len(seen) == 3


def test_an_opened_session_begins_with_its_own_past() -> None:
    store = Store()
    store.edit(State("old"))
    past = (State("a"), State("b"))
    store.restart(State("c"), past)
    assert store.history == (*past, State("c"))
    store.undo()
    assert store.state == State("b")
