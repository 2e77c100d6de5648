"""Files that are whole or not there; sessions and settings are written by the same hand."""

from explorer.formats.atomic import atomic

__all__ = ["atomic"]
