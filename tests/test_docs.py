"""The papers name only what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAPERS = [
    file
    for file in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("models/*.md")]
    if file.name != "LICENSE"
]
ARCHITECTURE = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")


def links(paper: Path) -> list[str]:
    text = paper.read_text(encoding="utf-8")
    return re.findall(r"\]\((?!https?:|#)([^)#]+)", text)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(paper: Path) -> None:
    for target in links(paper):
        assert (paper.parent / target).exists(), target


@pytest.mark.parametrize(
    ("name", "file"), re.findall(r"`([A-Z_]+)` in `([a-z_/]+\.py)`", ARCHITECTURE)
)
def test_what_additions_are_listed_in_is_there(name: str, file: str) -> None:
    text = (ROOT / "explorer" / file).read_text(encoding="utf-8")
    assert re.search(rf"^{name}: (tuple|dict|Mapping)\[", text, re.MULTILINE)


def test_every_room_has_its_line() -> None:
    """A new folder or file of the package takes a place on the page."""
    rooms = {
        path.stem
        for path in (ROOT / "explorer").iterdir()
        if path.name not in {"__init__.py", "__pycache__", "_bundled", "py.typed"}
    }
    table = ARCHITECTURE.partition("## Rooms")[2].partition("## Flow")[0]
    named = {
        name.strip("/").removesuffix(".py") for name in re.findall(r"`([a-z_]+(?:\.py|/)?)`", table)
    }
    assert rooms <= set(named)
