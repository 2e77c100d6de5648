"""An engine whose results a receiver keeps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from explorer.sampling import Engine
from tests.support.fakes import Receiver


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
def engine(receiver: Receiver) -> Iterator[Engine]:
    engine = Engine(receiver, "cpu")
    receiver.engine = engine
    yield engine
    engine.close()
