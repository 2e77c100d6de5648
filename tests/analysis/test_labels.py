"""Tables of labels: what can be read is what is there, anything else is a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.analysis import labels
from explorer.analysis.labels import read_labels
from explorer.errors import FileDamaged, FileMissing, FileRefused
from explorer.latent import Seed


def table(folder: Path, text: str | bytes) -> Path:
    path = folder / "labels.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_draws_are_named_by_seed_and_index(tmp_path: Path) -> None:
    text = '\ufeffseed,index,hat, "a smile"\r\n3,0,1,no\r\n\r\n4,7,,Yes\r\n'
    found = read_labels(table(tmp_path, text))
    assert found.names == ("hat", "a smile")
    assert found.of == (Seed(3, 0), Seed(4, 7))
    assert found.values == ((True, False), (None, True))
    assert found.known("hat") == ([0], [True])
    assert found.known("a smile") == ([0, 1], [False, True])


def test_pictures_lie_beside_the_table(tmp_path: Path) -> None:
    found = read_labels(table(tmp_path, "picture,round\nin/a.png,true\nb.png,0\n"))
    assert found.of == (tmp_path / "in/a.png", tmp_path / "b.png")


@pytest.mark.parametrize(
    "text",
    ["", "\n", "name,hat\n1,1\n", "seed\n1\n", "seed,index\n1,2\n", "\0\0,\n"],
)
def test_other_tables_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(FileRefused, match="no head"):
        read_labels(table(tmp_path, text))


@pytest.mark.parametrize("row", ["x,1", "1,maybe", "1", "1,1,1", "-1,1", f"{10**30},1", "1.5,1"])
def test_a_row_that_does_not_fit_is_named_by_its_line(tmp_path: Path, row: str) -> None:
    with pytest.raises(FileDamaged, match="line 3"):
        read_labels(table(tmp_path, f"seed,hat\n1,1\n{row}\n"))


def test_no_file_no_text_and_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileMissing):
        read_labels(tmp_path / "none.csv")
    with pytest.raises(FileDamaged, match="not text"):
        read_labels(table(tmp_path, b"seed,\xff\xfe\n"))
    monkeypatch.setattr(labels, "MAX_ROWS", 2)
    with pytest.raises(FileRefused, match="above 2 rows"):
        read_labels(table(tmp_path, "seed,hat\n1,1\n2,0\n"))
    monkeypatch.setattr(labels, "MAX_BYTES", 4)
    with pytest.raises(FileRefused, match="above"):
        read_labels(table(tmp_path, "seed,hat\n"))
