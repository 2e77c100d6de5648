"""`python -m explorer.bench NAME`: one measurement in this process, printed as a line of JSON."""

from __future__ import annotations

import json
import sys
from importlib import import_module

from explorer.bench import MEASUREMENTS, main

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.exit(main())
    if sys.argv[1] not in MEASUREMENTS:
        sys.exit(f"no such measurement: {sys.argv[1]}. There are {', '.join(MEASUREMENTS)}.")
    print(json.dumps(import_module(f"explorer.bench.{sys.argv[1]}").measure()))
