"""What makes the picture of an entry of the history that was never seen, or why nothing does.

One pass of a network that is open already is made unasked, while nothing else runs. A run of many
steps is not, nor is a model read from the disk: both may take minutes, and a click does it.
"""

from __future__ import annotations

from collections.abc import Container

import numpy as np

from explorer.errors import ExplorerError
from explorer.export.sheet import sheet
from explorer.sampling import Frame, Request
from explorer.sampling.requests import Generate, Reconstruct
from explorer.sampling.translate_requests import Translate
from explorer.session import State
from explorer.session.plan import plan
from explorer.ui.failures import said
from explorer.ui.language import tr
from explorer.ui.pictures_seen import Bytes


def maker(state: State, opened: Container[str]) -> Request | str:
    """The request whose answer is the picture, or a sentence that says why there is none.

    Args:
        state: the entry. opened: names of the models that are open.
    """
    try:
        request = plan(state)
    except ExplorerError as error:  # a path without keys
        return tr("There is nothing to see yet: {reason}").format(reason=said(error.cause))
    if not isinstance(request, Generate | Translate | Reconstruct):
        return tr("Its run was not finished: go there to compute it")
    if state.model not in opened:
        return tr("{model} is not open: go there to open it").format(model=state.model)
    return request


def picture_of(request: Request, frame: Frame) -> Bytes:
    """What the view of that request shows as its picture."""
    rows = frame.images["reconstruction" if isinstance(request, Reconstruct) else "image"]
    return rows[0] if len(rows) == 1 else np.asarray(sheet(list(rows)))
