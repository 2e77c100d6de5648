"""What is being looked at, as frozen values: the state, its history, and the requests it makes.

Beside them: key frames (keys) and branches (tree) edited, session files (files) and whether what
they hold can be shown (fits), what leaves the window in small (share, python), and what survives
a kill (autosave, saver).
"""

from explorer.session.plan import plan
from explorer.session.state import (
    Applied,
    Branch,
    Denoising,
    Exploring,
    Interpolating,
    Pin,
    Retimed,
    SideBySide,
    State,
    Translating,
    Unfolding,
)
from explorer.session.store import Store

__all__ = [
    "Applied",
    "Branch",
    "Denoising",
    "Exploring",
    "Interpolating",
    "Pin",
    "Retimed",
    "SideBySide",
    "State",
    "Store",
    "Translating",
    "Unfolding",
    "plan",
]
