"""A table that says what samples or pictures have: what attributes are learned from.

A CSV file with a head. Its first column is `seed` (a draw of the prior, `index` beside it where a
seed has several) or `picture` (a file beside the table, to be encoded); each column more is an
attribute: 1, yes or true, 0, no or false, or nothing where it was not looked at.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from explorer.errors import FileDamaged, FileMissing, FileRefused, os_reason
from explorer.latent import Seed
from explorer.latent.space import MAX_SEED

MAX_BYTES = 16 << 20
MAX_ROWS, MAX_COLUMNS = 50_000, 64
_WORDS = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False, "": None}

Of: TypeAlias = Seed | Path


@dataclass(frozen=True)
class Labels:
    """A table.

    Attributes:
        names: of the attributes.
        of: what each row is about, all draws or all picture files.
        values: a row for each, a value an attribute; None where it was not looked at.
    """

    names: tuple[str, ...]
    of: tuple[Of, ...]
    values: tuple[tuple[bool | None, ...], ...]

    def known(self, name: str) -> tuple[list[int], list[bool]]:
        """The rows that have a value for an attribute, and those values."""
        column = self.names.index(name)
        both = [(row, value[column]) for row, value in enumerate(self.values)]
        kept = [(row, value) for row, value in both if value is not None]
        return [row for row, _ in kept], [value for _, value in kept]


def read_labels(path: Path) -> Labels:
    """The table of a file.

    Raises:
        FileMissing: no readable file. FileRefused: above a cap, or no such table.
        FileDamaged: a row that does not fit the head; its line is named.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise FileRefused(str(path), "it is above 16 MB", "Give fewer rows.")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FileMissing(str(path), os_reason(error), "Check the name and permissions.") from error
    except UnicodeDecodeError as error:
        raise FileDamaged(str(path), "it is not text", "Save the table as CSV, UTF-8.") from error
    try:
        rows = list(csv.reader(io.StringIO(text), skipinitialspace=True))
    except csv.Error as error:
        raise FileDamaged(str(path), f"it is no CSV ({error})", "Save the table as CSV.") from error
    head = [name.strip() for name in rows[0]] if rows else []
    first = 2 if head[1:2] == ["index"] else 1
    if head[:1] not in (["seed"], ["picture"]) or not 1 <= len(head) - first <= MAX_COLUMNS:
        remedy = "Begin it with a line such as: seed,smiling"
        raise FileRefused(str(path), "it has no head of labels", remedy)
    if len(rows) > MAX_ROWS:
        raise FileRefused(str(path), f"it is above {MAX_ROWS} rows", "Give fewer.")
    of, values = [], []
    for line, row in enumerate(rows[1:], 2):
        if row:
            subject = f"{path}, line {line}"
            of.append(_subject(row, head, path.parent, subject))
            values.append(_values(row[first:], len(head) - first, subject))
    return Labels(tuple(head[first:]), tuple(of), tuple(values))


def _subject(row: list[str], head: list[str], folder: Path, subject: str) -> Of:
    if head[0] == "picture":
        return folder / row[0].strip()
    numbers = row[: 1 + (head[1] == "index")]
    if not all(number.strip().isdecimal() and int(number) <= MAX_SEED for number in numbers):
        raise FileDamaged(subject, "it begins with no seed", "Give whole numbers.")
    seed, *index = map(int, numbers)
    return Seed(seed, index[0] if index else 0)


def _values(cells: list[str], count: int, subject: str) -> tuple[bool | None, ...]:
    if len(cells) != count:
        raise FileDamaged(subject, f"{len(cells)} labels for {count} attributes", "Give one each.")
    try:
        return tuple(_WORDS[cell.strip().lower()] for cell in cells)
    except KeyError as error:
        raise FileDamaged(subject, f"{error} is no label", "Use 1, 0 or nothing.") from error
