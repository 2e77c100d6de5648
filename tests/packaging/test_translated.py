"""Everything the program says can be said in every language: nothing is left in English."""

from __future__ import annotations

import pytest

from tests.packaging.translating import script


@pytest.mark.parametrize("name", list(script().LANGUAGES))
def test_every_text_is_translated(name: str) -> None:
    """`python packaging/translations.py` lists what is missing, and where to put it."""
    tool = script()
    assert "\n".join(tool.untranslated(tool.read_code(), name)) == ""


@pytest.mark.parametrize("name", list(script().LANGUAGES))
def test_no_text_is_kept_that_the_code_has_not(name: str) -> None:
    tool = script()
    wanted = tool.wanted(tool.read_code(), name)
    kept = tool.read_ts(tool.FOLDER / f"{tool.NAME}_{name}.ts")
    assert "\n".join(sorted(key[1] for key in set(kept) - set(wanted))) == ""


def test_every_text_can_be_read_from_the_code() -> None:
    """An f-string or a sum in `tr` is looked up as what it gives, which no file can hold."""
    assert script().read_code().unclear == []
