"""The script of packaging/ as a module, for the tests: that folder is no package."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]


def script() -> ModuleType:
    """packaging/translations.py, imported once."""
    name = "packaging_translations"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / "translations.py")
        assert spec is not None and spec.loader is not None
        sys.path.append(str(ROOT / "packaging"))  # for the modules beside it
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]
