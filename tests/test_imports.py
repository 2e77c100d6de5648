"""Who may import whom, and what must stay off the start-up path."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from explorer.ui.views import VIEWS

HEAVY = ("PySide6", "torch", "onnxruntime", "diffusers", "pyqtgraph", "PIL", "numpy")


def modules_after(statement: str) -> set[str]:
    """The modules that a fresh interpreter holds after `statement`."""
    code = f"import json, sys\n{statement}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return set(json.loads(done.stdout))


def loaded_by(statement: str) -> set[str]:
    """The same, of each the top level."""
    return {name.partition(".")[0] for name in modules_after(statement)}


@pytest.mark.parametrize("statement", ["import explorer.cli", "import explorer"])
def test_start_up_loads_nothing_heavy(statement: str) -> None:
    assert loaded_by(statement).isdisjoint(HEAVY)


def test_the_library_works_without_qt_and_torch() -> None:
    """Listing the models is for scripts and servers too."""
    loaded = loaded_by("import explorer\nexplorer.bundled()")
    assert loaded.isdisjoint({"PySide6", "torch", "pyqtgraph", "diffusers"})


def test_the_window_s_code_reads_no_view_s() -> None:
    """Nor what only they draw with: it would be on screen a sixth later."""
    modules = modules_after("import explorer.app")
    assert "explorer.ui.window" in modules
    assert modules.isdisjoint(f"explorer.ui.views.{kind.name}" for kind in VIEWS)
    assert modules.isdisjoint({"torch", "onnxruntime", "diffusers", "pyqtgraph"})


def test_rooms_import_downwards_only() -> None:
    """The contract in pyproject.toml, every module of the package in its place."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    words = [sys.executable, "-c", command, "--no-cache"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
