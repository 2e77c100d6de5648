"""Words of ours that are made far from Qt and shown in the window: reasons, notes, names of things.

They are plain English, so that the command line, Python and files hold the same everywhere. A
`Phrase` is nothing but a str at run time. The type says that the window may say it again in the
user's language (`ui/failures.py`), and `packaging/translations.py` finds what it is made from:
write the text where the type is given, `Phrase(f"{count} layers.")`, and let no field hold English
that is not a Phrase itself.
"""

from __future__ import annotations

from typing import NewType

Phrase = NewType("Phrase", str)

ROLES = (
    Phrase("encoder"), Phrase("decoder"), Phrase("generator"), Phrase("critic"),
    Phrase("denoiser"), Phrase("text"), Phrase("flow"), Phrase("inverse"),
    Phrase("above"), Phrase("along"), Phrase("energy"),
    Phrase("latent"), Phrase("label"), Phrase("timestep"), Phrase("image"), Phrase("noise"),
    Phrase("ignored"), Phrase("mean"), Phrase("log_variance"), Phrase("score"),
    Phrase("prediction"), Phrase("input"), Phrase("output"),
)  # fmt: skip
"""What networks, and the inputs and outputs of a graph, are called."""

RANGES = Phrase("0 to 1"), Phrase("-1 to 1"), Phrase("0 to 255")
"""Of the numbers that stand for a picture."""
