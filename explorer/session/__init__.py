"""What is being looked at, as frozen values: the state, its history, and the requests it makes."""

from explorer.session.plan import plan
from explorer.session.state import Denoising, Exploring, Interpolating, State
from explorer.session.store import Store

__all__ = ["Denoising", "Exploring", "Interpolating", "State", "Store", "plan"]
