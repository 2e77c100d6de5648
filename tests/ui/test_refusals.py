"""What the window refuses in Chinese: no part of the sentence is left in English.

That every part can be said is proved from the code (tests/packaging/test_translated.py); here it is
read off the window.
"""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from explorer.errors import BadValue, ExplorerError, FileMissing, os_reason
from explorer.export import write
from explorer.sampling.requests import Generate
from explorer.session import State, share
from explorer.session.fits import check_fit
from explorer.ui import language
from explorer.ui.clipboard import copy_latent, paste_latent
from explorer.ui.failures import failure_said, name_said, said
from explorer.ui.settings import Settings
from explorer.ui.window import Window
from tests.ui.drive import drop, explore, settle

CHINESE = re.compile(r"[\u4e00-\u9fff]")
# What stays: files, what stands between quotes, foreign libraries' own words.
FOREIGN = re.compile(r"'[^']*'|`[^`]*`|\([^)]*\)|Latent Explorer|Git LFS")
NAMES = ("/", "Tiny scenes", "tiny-vae")
BROKEN = {
    "notes.txt": b"hello",
    "empty.pt": b"",
    "pointer.safetensors": b"version https://git-lfs.github.com/spec/v1\n",
    "page.pth": b"<!DOCTYPE html>",
    "cut.safetensors": b"\x10\0\0\0\0\0\0\0{}",
    "cut.pt": b"PK\x03\x04",
    "packed.gz": b"\x1f\x8b\x08",
    "attack.pkl": pickle.dumps(print),
    "no.png": b"\x89PNG\r\n\x1a\nxxxx",
    "no.lsx": b"PK\x03\x04bad",
    "folder/model.toml": b"format = 1\nname = 3\n",
    "torn/model.toml": b"format = ",
    "pipeline/model_index.json": b'{"_class_name": "Evil"}',
    "nothing/README.md": b"",
}


def english(sentence: str) -> bool:
    """Whether a refusal has a part without Chinese, or words of English beside it."""
    line, _, remedy = sentence.partition("\n")
    subject, _, cause = line.partition("：")
    parts = [cause, remedy] if subject.startswith(NAMES) else [subject, cause, remedy]
    left = [FOREIGN.sub("", part) for part in parts]
    return not all(CHINESE.search(p) and not re.search("[a-z]{2,} [a-z]{2,}", p) for p in left)


@pytest.fixture
def window(
    qapp: object, settings: Settings, open_window: Callable[[str], Window]
) -> Iterator[Window]:
    """The window on the tiny VAE, in Chinese."""
    settings.language = "zh_CN"
    language.apply("zh_CN")
    yield open_window("tiny-vae")
    language.apply("en")


def refused(bot: QtBot, window: Window, act: Callable[[], object]) -> str:
    """What the banner says of something that is wrong."""
    window.banner.dismiss()
    act()
    bot.waitUntil(window.banner.isVisible, timeout=20_000)
    settle(bot, window)
    return window.banner.words.text()


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_none(qtbot: QtBot, window: Window, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(BROKEN[name])
    dropped = path if path.parent == tmp_path else path.parent
    words = refused(qtbot, window, lambda: drop(window, dropped))
    assert words.startswith(str(dropped)) and not english(words), words


def test_what_is_not_there(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    gone = tmp_path / "gone.png"
    for act in (
        lambda: window.open_path(gone),
        lambda: window.open_path(tmp_path / "gone.pt"),
        lambda: window.sessions.open(tmp_path / "gone.lsx"),
        lambda: window.open_model("scenes"),
        lambda: explore(window).directions.load(tmp_path / "a.directions.json"),
        lambda: window.sessions.save_to(tmp_path / "no" / "a.lsx"),
    ):
        words = refused(qtbot, window, act)
        assert not english(words), words


def test_a_latent_that_is_none(qtbot: QtBot, window: Window) -> None:
    copy_latent(window.desk)
    good = json.loads(QGuiApplication.clipboard().text())
    bad: list[Any] = [{**good, "model": "tiny-gan"}, {**good, "version": 99}]
    bad += [{**good, "space": "w+"}, {**good, "point": {"is": "Seed", "seed": -1}}]
    bad += [{**good, "point": None, "values": [0.0]}, {**good, "point": 7}, {}]
    for data in bad:
        QGuiApplication.clipboard().setText(json.dumps(data))
        words = refused(qtbot, window, lambda: paste_latent(window.desk))
        assert not english(words), words


def test_directions_of_another_model(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    file = tmp_path / "a.directions.json"
    for text in ("{", "[]", '{"format": "latent-explorer directions", "version": 1}'):
        file.write_text(text)
        words = refused(qtbot, window, lambda: explore(window).directions.load(file))
        assert not english(words), words


def odd(state: State) -> Iterator[State]:
    """States that no session made here has."""
    at = state.exploring
    yield replace(state, exploring=replace(at, heat=77))
    yield replace(state, exploring=replace(at, grid_seed=-1))
    yield replace(state, exploring=replace(at, walk_reach=9.0))
    yield replace(state, exploring=replace(at, conditions=(("label", 5),)))
    yield replace(state, interpolating=replace(state.interpolating, frames=0))
    yield replace(state, denoising=replace(state.denoising, beside=4))
    yield replace(state, denoising=replace(state.denoising, compared=("none",)))
    yield replace(state, unfolding=replace(state.unfolding, shown=-2))


def test_a_state_that_does_not_fit(window: Window) -> None:
    assert window.desk.spec is not None
    for state in odd(window.store.state):
        with pytest.raises(ExplorerError) as caught:
            check_fit(state, window.desk.spec)
        words = failure_said(caught.value)
        assert not english(words), words


def test_pictures_that_cannot_be_written(window: Window, tmp_path: Path) -> None:
    picture = np.zeros((4, 4, 3), np.uint8)
    for path, frames in (
        (tmp_path / "a.mp4", []), (tmp_path / "a.png", []), (tmp_path / "a.xyz", [picture]),
        (tmp_path / "a", [picture]), (tmp_path / "no" / "a.png", [picture]), (tmp_path, [picture]),
    ):  # fmt: skip
        with pytest.raises(ExplorerError) as caught:
            write(frames, path)
        words = failure_said(caught.value)
        assert not english(words), words


def test_memory_that_is_used_up(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def short(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Generate, "frames", short)
    words = refused(qtbot, window, lambda: explore(window).sliders.set_value(0, 1.0))
    assert words.startswith("此计算机：") and not english(words), words


def test_files_keep_their_names_and_the_rest_does_not(window: Window) -> None:
    """Also where a file is called like something of ours."""
    assert [name_said(name) for name in ("run 0", "step", "clipboard")] == [
        "第 0 次运行",
        "步",
        "剪贴板",
    ]
    names = ["step.png", "seed.pt", "/a/model 'x'.onnx", "tiny-vae"]
    assert [name_said(name) for name in names] == names
    assert name_said("model 'x'") == "模型 'x'" and name_said("drawn face") == "手绘人脸"


def test_a_failure_that_is_the_cause_of_another_is_said_in_both_parts(window: Window) -> None:
    assert said("dimension: 77 is out of range") == "维度：77 超出范围"
    assert said("What opens: safetensors; Picture.") == "可打开的有：safetensors；图像。"


@pytest.mark.parametrize("number", [2, 13, 28, 30])
def test_the_usual_reasons_of_the_system(window: Window, number: int) -> None:
    words = failure_said(FileMissing("/a.pt", os_reason(OSError(number, "odd")), "Check its name."))
    assert not english(words), words
    assert os_reason(OSError(18, "Invalid cross-device link")) == "Invalid cross-device link"


def test_a_recipe_of_a_model_that_is_not_here(window: Window) -> None:
    with pytest.raises(ExplorerError) as caught:
        share.read_latent("{")
    assert failure_said(caught.value).startswith("剪贴板：")
    assert not english(failure_said(BadValue("seed", "-1 is out of range", "Open it again.")))
