"""Tokenizers that know whole words: a prompt to numbers, and the words that were never learned.

The file is `tokenizer.json` of the `tokenizers` library (Hugging Face) with its WordLevel model,
read as data. Prompts are lower-cased and split into runs of letters and digits; everything else
between them counts as a space.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.errors import BadValue, FileDamaged, FileMissing, FileRefused, UnknownName
from explorer.formats.jsons import plain_file, read_table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE, SETTINGS = "tokenizer.json", "tokenizer_config.json"
SPECIAL = ("<pad>", "<unknown>", "<start>", "<end>")
"""The first numbers of a vocabulary that `written` makes."""
_WORD = re.compile(r"[^\W_]+")
_PATTERN = r"[^\W_]+"
_MAX_WORDS, _MAX_LENGTH = 100_000, 1024
_NAMES = ("bos_token", "eos_token", "pad_token", "unk_token")


@dataclass(frozen=True)
class Words:
    """A vocabulary.

    Attributes:
        numbers: of each word, special ones included.
        start, end, pad: numbers of what stands before, after, and then to the end.
        length: of every encoded prompt.
        special: words that nobody types.
    """

    numbers: Mapping[str, int] = field(repr=False)
    start: int
    end: int
    pad: int
    length: int
    special: frozenset[str] = frozenset(SPECIAL)

    @property
    def room(self) -> int:
        """How many words a prompt may have."""
        return self.length - 2

    @property
    def known(self) -> tuple[str, ...]:
        """The words that can be asked for, in alphabetical order."""
        return tuple(sorted(word for word in self.numbers if word not in self.special))

    def unknown(self, text: str) -> tuple[str, ...]:
        """The words of a prompt that were never learned, each once, as they come."""
        return tuple(dict.fromkeys(w for w in split(text) if w not in self.numbers))

    def encode(self, text: str) -> NDArray[np.int64]:
        """A prompt as (length,) int64; "" is the prompt that asks for nothing.

        Raises:
            UnknownName: words that were never learned, all of them named.
            BadValue: more words than there is room for.
        """
        import numpy as np  # formats do without it until numbers are wanted

        words, strange = split(text), self.unknown(text)
        if strange:
            named = ", ".join(f"'{word[:40]}'" for word in strange[:8])
            raise UnknownName(
                "prompt", f"the model never learned {named}", "Use words that it knows."
            )
        if len(words) > self.room:
            raise BadValue(
                "prompt", f"it has {len(words)} words", f"Use at most {self.room}."
            )  # fmt: skip
        made = np.full(self.length, self.pad, np.int64)
        inside = [self.start, *(self.numbers[word] for word in words), self.end]
        made[: len(inside)] = inside
        return made


def split(text: str) -> list[str]:
    """A text's words: runs of letters and digits, in lower case."""
    return _WORD.findall(text.lower())


def vocabulary(texts: Iterable[str], length: int) -> Words:
    """The vocabulary of all words of `texts`, in alphabetical order after the special ones."""
    words = sorted({word for text in texts for word in split(text)})
    numbers = {word: n for n, word in enumerate((*SPECIAL, *words))}
    return Words(numbers, numbers["<start>"], numbers["<end>"], numbers["<pad>"], length)


# -- files ----------------------------------------------------------------------------------------


def read_words(folder: Path) -> Words:
    """The vocabulary of a tokenizer's folder.

    Raises:
        FileMissing: there is no tokenizer.json.
        FileDamaged, FileRefused: it is not what it says, or splits texts in another way.
    """
    file = plain_file(folder, FILE)
    if file is None:
        raise FileMissing(str(folder / FILE), "it is not there", "Copy the whole folder.")
    table = read_table(file)
    model = _table(table.get("model"))
    if model.get("type") != "WordLevel":
        cause = f"its model is {str(model.get('type'))[:40]!r}"
        raise FileRefused(str(file), cause, "Tokenizers of whole words (WordLevel) are read.")
    if not _splits_as_here(table):
        cause = "it splits texts in another way than into lower-case words"
        raise FileRefused(str(file), cause, f"Known is {_PATTERN}, inverted, removed.")
    numbers = _numbers(file, model.get("vocab"))
    settings = plain_file(folder, SETTINGS)
    said = {} if settings is None else read_table(settings)
    named = [_special(file, said, name, numbers) for name in _NAMES]
    length = said.get("model_max_length")
    if type(length) is not int or not 2 < length <= _MAX_LENGTH:
        cause = f"its model_max_length is {str(length)[:40]}"
        raise FileDamaged(str(folder / SETTINGS), cause, f"Make it 3 to {_MAX_LENGTH}.")
    start, end, pad = (numbers[name] for name in named[:3])
    return Words(numbers, start, end, pad, length, frozenset(named))


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _numbers(file: Path, vocab: object) -> dict[str, int]:
    found = _table(vocab)
    if not 0 < len(found) <= _MAX_WORDS or sorted(map(str, found.values())) != sorted(
        map(str, range(len(found)))
    ):
        raise FileDamaged(str(file), "its words are not numbered from 0 on", "Download it again.")
    return {str(word): int(number) for word, number in found.items()}


def _splits_as_here(table: Mapping[str, Any]) -> bool:
    how = _table(table.get("pre_tokenizer"))
    return (
        _table(table.get("normalizer")).get("type") == "Lowercase"
        and how.get("type") == "Split"
        and _table(how.get("pattern")).get("Regex") == _PATTERN
        and how.get("behavior") == "Removed"
        and how.get("invert") is True
    )


def _special(
    file: Path, said: Mapping[str, Any], name: str, numbers: Mapping[str, int]
) -> str:  # fmt: skip
    word = said.get(name)
    word = word.get("content") if isinstance(word, dict) else word
    if not isinstance(word, str) or word not in numbers:
        raise FileDamaged(
            str(file), f"its {name} is no word of it", f"Restore {SETTINGS} beside it."
        )
    return word


def written(words: Words) -> dict[str, str]:
    """The files of a tokenizer's folder by name, as `tokenizers` and `transformers` read them."""
    pad, unknown, start, end = SPECIAL
    numbers = dict(words.numbers)

    def alone(word: str) -> dict[str, Any]:
        return {"SpecialToken": {"id": word, "type_id": 0}}

    whole = {
        "version": "1.0",
        "truncation": {
            "direction": "Right", "max_length": words.length, "strategy": "LongestFirst",
            "stride": 0,
        },
        "padding": {
            "strategy": {"Fixed": words.length}, "direction": "Right", "pad_to_multiple_of": None,
            "pad_id": words.pad, "pad_type_id": 0, "pad_token": pad,
        },
        "added_tokens": [
            {
                "id": numbers[word], "content": word, "single_word": False, "lstrip": False,
                "rstrip": False, "normalized": False, "special": True,
            }
            for word in SPECIAL
        ],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {
            "type": "Split", "pattern": {"Regex": _PATTERN}, "behavior": "Removed", "invert": True,
        },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [alone(start), {"Sequence": {"id": "A", "type_id": 0}}, alone(end)],
            "pair": [
                alone(start), {"Sequence": {"id": "A", "type_id": 0}},
                {"Sequence": {"id": "B", "type_id": 0}}, alone(end),
            ],
            "special_tokens": {
                word: {"id": word, "ids": [numbers[word]], "tokens": [word]}
                for word in (start, end)
            },
        },
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": numbers, "unk_token": unknown},
    }  # fmt: skip
    settings = {
        "tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": words.length,
        "bos_token": start, "eos_token": end, "pad_token": pad, "unk_token": unknown,
        "clean_up_tokenization_spaces": False,
    }  # fmt: skip
    return {
        name: json.dumps(table, indent=1, ensure_ascii=False) + "\n"
        for name, table in ((FILE, whole), (SETTINGS, settings))
    }
