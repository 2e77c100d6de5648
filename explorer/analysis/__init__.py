"""What can be found out about a latent space: directions, effects, maps. No Qt, no threads."""

from explorer.analysis.directions import Direction

__all__ = ["Direction"]
