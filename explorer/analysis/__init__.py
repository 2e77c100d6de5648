"""What can be found out about a latent space: directions, effects, maps. No Qt, no threads."""

from explorer.analysis.around import neighbours, pad, strip
from explorer.analysis.attributes import attribute
from explorer.analysis.directions import Direction
from explorer.analysis.effects import heat, movement, pixel_effects
from explorer.analysis.groups import difference
from explorer.analysis.local import local_axes
from explorer.analysis.response import response
from explorer.analysis.work import Progress, Work, finish

__all__ = [
    "Direction",
    "Progress",
    "Work",
    "attribute",
    "difference",
    "finish",
    "heat",
    "local_axes",
    "movement",
    "neighbours",
    "pad",
    "pixel_effects",
    "response",
    "strip",
]
