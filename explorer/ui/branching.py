"""What the branches of a tree of runs are called, of noise and of stages alike."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from explorer.families.base import NEGATIVE, PROMPT
from explorer.formats.manifest import Condition
from explorer.session.state import Branch, Changed, Denoising, Unfolding
from explorer.ui.desk import Desk
from explorer.ui.failures import said
from explorer.ui.language import tr
from explorer.ui.widgets.run_panel import solver_title
from explorer.ui.widgets.run_tree import TreeRow

# What comes with another seed where the run had a noise of its own; the seed says it.
_OWN_NOISE = ("start", None)


def replant(desk: Desk, view: Denoising | Unfolding, merge: Hashable = None) -> None:
    """Another tree of runs in the state; where branches went with the run they left, say so.

    Args:
        desk: whose state.
        view: the new part of it.
        merge: as for Desk.edit.
    """
    part = "denoising" if isinstance(view, Denoising) else "unfolding"
    if len(view.branches) < len(getattr(desk.state, part).branches):
        desk.said.emit(tr("Branches of the run as it was are gone; undo brings them back."))
    desk.edit(part, merge, **vars(view))


def not_begun() -> str:
    """Why there is no branch yet."""
    return tr("The run has not begun yet: branch once its first step is there.")


def trunk_row(reached: float) -> TreeRow:
    """Run 0."""
    about = tr("Run 0, the trunk: its settings are on the right")
    return TreeRow(tr("run {n}").format(n=0), "", about, None, 0.0, reached)


def branch_row(
    run: int, branch: Branch, span: tuple[float, float], conditions: Sequence[Condition],
    about: str,
) -> TreeRow:  # fmt: skip
    """Run `run`, from where it leaves its parent to where it was computed, shares of the axis.

    `about` says where it leaves, with fields {n} (its number), {p} (its parent's), {i} (the step,
    from 1) and {changed}.
    """
    each = [_change(*pair, conditions) for pair in branch.changes if pair != _OWN_NOISE]
    changed = ", ".join(each) or tr("equal")
    told = about.format(n=run, p=branch.parent, i=branch.step + 1, changed=changed)
    return TreeRow(tr("run {n}").format(n=run), changed, told, branch.parent, *span)


def _change(name: str, value: Changed, conditions: Sequence[Condition]) -> str:
    """One change in few words."""
    if name == "seed":
        return tr("seed {seed}").format(seed=value)
    if name == "guidance":
        return tr("guidance {g}").format(g=f"{value:g}")
    if name == "temperature":
        return tr("temperature {t}").format(t=value)
    if name == "scheduler":
        return solver_title(str(value))
    if name == "steps":
        return tr("{n} steps").format(n=value)
    if name == "start":
        return tr("other noise")
    if name == PROMPT:
        return tr('"{words}"').format(words=value) if value else tr("no prompt")
    if name == NEGATIVE:
        return tr('not "{words}"').format(words=value) if value else tr("no negative prompt")
    return _class(name, value, conditions)


def _class(name: str, value: Changed, conditions: Sequence[Condition]) -> str:
    names = next((c.names for c in conditions if c.name == name), ())
    if value is None:
        return tr("no class")
    known = isinstance(value, int) and value < len(names)
    return tr("class {name}").format(name=said(names[int(str(value))]) if known else value)
