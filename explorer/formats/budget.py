"""What opening a file may cost at most, in one place.

A small file can ask for a lot: a view of 1e15 elements, a record that inflates a thousandfold, a
graph that names itself. `Budget` is what the user may change; the constants below are far above
any real model and only stop what was made to hurt.
"""

from __future__ import annotations

from dataclasses import dataclass

MAX_RANK = 16
"""Axes of a tensor."""
MAX_TENSORS = 100_000
MAX_TEXT = 16 << 20
"""Bytes of one text in a pickle."""
MAX_JSON = 64 << 20
"""Bytes of a JSON or configuration file."""
MAX_VALUES = 3_000_000
"""Values in a JSON file; a safetensors header of 100,000 tensors has a third of it."""
MAX_ENTRIES = 200_000
"""Entries of a zip."""
MAX_DIRECTORY = 64 << 20
"""Bytes of a zip's directory."""
MAX_INFLATION = 20
"""How many times larger than the file its deflated entries may be together ..."""
FREE_INFLATION = 16 << 20
"""... above this many bytes, which every file may inflate to."""
MAX_OPCODES = 4_000_000
"""Steps of the pickle machine, nested pickles included; a network of 10,000 tensors takes 0.4 M."""
MAX_NESTING = 100
"""Containers inside containers."""
MAX_VISITS = 400_000
"""Objects walked over in search of tensors."""
MAX_PICKLES = 4
"""Pickles inside pickles."""
MAX_INLINE = 64 << 20
"""Bytes of tensors that exist only as text inside a pickle."""
SMALL_VIEW = 1 << 20
"""Bytes up to which a view may repeat its storage (an expanded constant)."""


@dataclass(frozen=True)
class Budget:
    """What the reading of one file may cost.

    Attributes:
        weights: bytes of all tensors together, once loaded.
        reader: bytes of memory of the child process that reads pickles, beyond its start.
        seconds: how long that child may take.
        isolate: read pickles in a child process; False reads them here, with the same limits of
            the machine but no second wall (for programs that cannot start one).
    """

    weights: int = 32 << 30
    reader: int = 1 << 30
    seconds: float = 30.0
    isolate: bool = True
