"""The tree of runs, of noise or of stages: recipes only, so that it is small, saved whole, undone.

Run 0 is the view's own settings; every branch names its parent, the evaluation before which it
leaves it, and what it changes. The runs themselves are made by the engine, which shares what a
branch has in common with its parent.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar, overload

from explorer.errors import BadValue
from explorer.families import DenoiseSettings, StageSettings
from explorer.session.state import Branch, Changed, Denoising, Unfolding

Grown = TypeVar("Grown", Denoising, Unfolding)
Pruned = TypeVar("Pruned", bound=Denoising | Unfolding)  # of either, where which is not known


def grow(view: Grown, step: int, parent: int | None = None, **changes: Changed) -> Grown:
    """A branch of run `parent` (the current one where None) before evaluation `step`, shown.

    Args:
        view: the present tree.
        step: 0 or more.
        parent: the number of a run.
        changes: fields of its settings or conditions by name; none gives an equal run.
    """
    parent = view.current if parent is None else parent
    _check(view, parent)
    if step < 0:
        raise BadValue("step", f"{step} is below zero", "Branch at a step that was computed.")
    pairs = tuple((name, changes[name]) for name in sorted(changes))
    branches = (*view.branches, Branch(parent, step, pairs))
    return replace(view, branches=branches, current=len(branches))


def prune(view: Pruned, run: int) -> Pruned:
    """Without branch `run` and all that grew from it; runs keep their order and are renumbered."""
    _check(view, run)
    if run == 0:
        raise BadValue("run 0", "it is the trunk", "Change its settings instead.")
    gone: set[int] = {run}
    for number, branch in enumerate(view.branches, 1):
        if branch.parent in gone:
            gone.add(number)
    kept = [0, *(n for n in range(1, len(view.branches) + 1) if n not in gone)]
    new = {old: number for number, old in enumerate(kept)}
    branches = tuple(
        replace(view.branches[n - 1], parent=new[view.branches[n - 1].parent]) for n in kept[1:]
    )
    parent = view.branches[run - 1].parent
    current = new.get(view.current, new[parent])
    beside = None if view.beside is None else new.get(view.beside)
    return replace(view, branches=branches, current=current, beside=beside)


def revise(view: Grown, run: int, **changes: Changed) -> Grown:
    """Another recipe for a run, and it shown; what grew from it goes, as it grew from another.

    Args:
        view: the present tree.
        run: 0 changes the view's own settings, n what that branch changes.
        changes: fields of its settings or conditions by name.
    """
    _check(view, run)
    if run == 0:
        return replace(cleared(view), settings=view.settings.changed(**changes))
    for child in reversed(children(view, run)):
        view = prune(view, child)
    branch = view.branches[run - 1]
    merged = dict(branch.changes) | changes
    branches = list(view.branches)
    branches[run - 1] = replace(branch, changes=tuple(sorted(merged.items())))
    return replace(view, branches=tuple(branches), current=run)


def cleared(view: Grown) -> Grown:
    """Run 0 alone: what a change of its settings leaves of the tree."""
    return replace(view, branches=(), current=0, beside=None)


def lineage(view: Denoising | Unfolding, run: int) -> tuple[int, ...]:
    """The runs from 0 to `run`, each the parent of the next."""
    _check(view, run)
    line = [run]
    while line[0]:
        line.insert(0, view.branches[line[0] - 1].parent)
    return tuple(line)


def children(view: Denoising | Unfolding, run: int) -> tuple[int, ...]:
    """The branches that leave `run` directly, by number."""
    return tuple(n for n, branch in enumerate(view.branches, 1) if branch.parent == run)


@overload
def settings(view: Denoising, run: int) -> DenoiseSettings: ...
@overload
def settings(view: Unfolding, run: int) -> StageSettings: ...
def settings(view: Denoising | Unfolding, run: int) -> DenoiseSettings | StageSettings:
    """Everything that decides run `run`, beside where it leaves its parent."""
    result: DenoiseSettings | StageSettings = view.settings
    for number in lineage(view, run)[1:]:
        result = result.changed(**dict(view.branches[number - 1].changes))
    return result


def _check(view: Denoising | Unfolding, run: int) -> None:
    if not 0 <= run <= len(view.branches):
        raise BadValue(
            f"run number {run}", "there is no such run", f"Use 0 to {len(view.branches)}."
        )
