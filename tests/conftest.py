"""What every test may ask for: tiny models, made once a run, and no thread left behind."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before Qt or torch is imported by any test.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from explorer.assets import MODELS_VARIABLE
from explorer.opening.places import DATA_VARIABLE
from tests.support import tiny


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write the golden images anew in place of comparing with them",
    )
    parser.addoption("--actions", type=int, default=1000, help="of the random run of the window")
    parser.addoption("--seed", type=int, default=0, help="of the random run of the window")


def pytest_configure(config: pytest.Config) -> None:
    # diffusers hands torch tensors to numpy.array; nothing we could write differently.
    known = "ignore:__array__ implementation doesn't accept a copy"
    config.addinivalue_line("filterwarnings", known)


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with tiny-vae, tiny-gan and tiny-ddpm (tests.support.tiny). Do not write in it."""
    return tiny.make_models(tmp_path_factory.mktemp("models"))


@pytest.fixture
def bundled_tiny(tiny_models: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny models in place of the bundled ones, in this process and its children."""
    monkeypatch.setenv(MODELS_VARIABLE, str(tiny_models))
    return tiny_models


@pytest.fixture(autouse=True)
def _own_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers and trust of a test stay with it; the user's own are neither read nor written."""
    folder = tmp_path_factory.getbasetemp() / f"data-{time.monotonic_ns()}"
    monkeypatch.setenv(DATA_VARIABLE, str(folder))


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """An engine that a test leaves running fails that test, not a later one."""
    yield
    ours = [t for t in threading.enumerate() if t.name.startswith("explorer")]
    deadline = time.monotonic() + 10
    for thread in ours:
        thread.join(max(0.0, deadline - time.monotonic()))
    left = [t.name for t in ours if t.is_alive()]
    assert not left, f"threads left running: {left}"
