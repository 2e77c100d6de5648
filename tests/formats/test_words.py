"""Tokenizers of whole words: prompts to numbers, strange words by name, files read as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explorer.errors import BadValue, FileDamaged, FileMissing, FileRefused, UnknownName
from explorer.formats.words import FILE, SETTINGS, read_words, split, vocabulary, written

WORDS = vocabulary(("cat face", "red heart", "Cat 2"), 6)


def saved(folder: Path) -> Path:
    for name, text in written(WORDS).items():
        (folder / name).write_text(text)
    return folder


def test_a_prompt_stands_between_start_and_end_and_is_filled_up() -> None:
    cat, face = WORDS.numbers["cat"], WORDS.numbers["face"]
    assert WORDS.encode("Cat, FACE!").tolist() == [2, cat, face, 3, 0, 0]
    assert WORDS.encode("").tolist() == WORDS.encode(" ,; ").tolist() == [2, 3, 0, 0, 0, 0]
    assert WORDS.known == ("2", "cat", "face", "heart", "red")


def test_words_are_letters_and_digits_of_any_script() -> None:
    assert split("Été_2, 火箭-Cat's") == ["été", "2", "火箭", "cat", "s"]


def test_strange_words_are_all_named_once() -> None:
    assert WORDS.unknown("cat dog 火箭 dog <pad>") == ("dog", "火箭", "pad")
    with pytest.raises(UnknownName, match="never learned 'dog', '火箭'"):
        WORDS.encode("cat dog 火箭")


def test_too_long_a_prompt_says_how_many_words_there_may_be() -> None:
    assert WORDS.room == 4
    with pytest.raises(BadValue, match=r"5 words.*at most 4"):
        WORDS.encode("cat cat cat cat cat")


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    assert read_words(saved(tmp_path)) == WORDS


def edited(file: Path, **changes: Any) -> None:
    file.write_text(json.dumps({**json.loads(file.read_text()), **changes}))


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"model": {"type": "BPE", "vocab": {}, "merges": []}}, "BPE"),
        ({"model": {"type": "WordLevel", "vocab": {"a": 0, "b": 2}}}, "numbered"),
        ({"model": {"type": "WordLevel", "vocab": {"a": 0, "b": 0}}}, "numbered"),
        ({"model": {"type": "WordLevel", "vocab": {"a": [0]}}}, "numbered"),
        ({"model": {"type": "WordLevel", "vocab": {}}}, "numbered"),
        ({"model": {"type": "WordLevel", "vocab": {"cat": 0}}}, "bos_token"),
        ({"model": None}, "None"),
        ({"normalizer": None}, "another way"),
        ({"pre_tokenizer": {"type": "ByteLevel"}}, "another way"),
        ({"pre_tokenizer": {"type": "Split", "pattern": {"Regex": "(a+)+$"}}}, "another way"),
    ],
)
def test_other_tokenizers_are_refused(tmp_path: Path, changes: dict[str, Any], wrong: str) -> None:
    edited(saved(tmp_path) / FILE, **changes)
    with pytest.raises((FileRefused, FileDamaged), match=wrong):
        read_words(tmp_path)


def test_settings_are_needed_and_sane(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match=r"tokenizer\.json"):
        read_words(tmp_path)
    saved(tmp_path)
    for length in (2, 1 << 40, "6", None, True):
        edited(tmp_path / SETTINGS, model_max_length=length)
        with pytest.raises(FileDamaged, match="model_max_length"):
            read_words(tmp_path)
    (tmp_path / SETTINGS).unlink()
    with pytest.raises(FileDamaged, match="bos_token"):
        read_words(tmp_path)
