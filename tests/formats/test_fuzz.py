"""A short run of the fuzzer; `python -m tests.formats.fuzz 20000` is the long one."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.errors import ExplorerError
from explorer.formats import Budget, read
from tests.formats import fuzz, pickle_grammar
from tests.formats.making import floats, torch_zip


@pytest.mark.filterwarnings("ignore")
def test_a_thousand_mutated_files_are_read_or_refused(tmp_path: Path) -> None:
    outcome = fuzz.run(tmp_path, 1000, seed=2026)
    slow = [text for text in outcome.broken if " took " in text]
    assert not [text for text in outcome.broken if text not in slow], outcome.broken
    assert outcome.count == 1000
    assert outcome.kinds["read"] > 50, "nearly every file was refused: the mutations are too rough"
    assert outcome.kinds["FileDamaged"] > 200


def test_five_hundred_well_formed_pickles_of_nonsense_are_read_or_refused(tmp_path: Path) -> None:
    """Every call the machine knows, with arguments of every kind; one of them was a TypeError."""
    path, found = tmp_path / "m.pt", 0
    for seed in range(500):
        torch_zip(path, pickle_grammar.body(seed), {"0": floats(6)})
        try:
            contents = read(path, Budget(isolate=False))
            for tensor in contents.tensors.values():
                tensor.load()
            found += 1
        except ExplorerError as error:
            assert error.subject == str(path)
    assert found
