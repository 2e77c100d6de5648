"""The strangers' models, as the readers' tests find them."""

from tests.formats.conftest import foreign

__all__ = ["foreign"]
