"""The library: cards under the branches of the tree, each branch explained."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.families import BRANCHES, FAMILIES
from explorer.library import bundled
from explorer.ui.branches import branch_about, branch_title
from explorer.ui.library_panel import LibraryPanel
from tests.support import tiny


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A VAE, a GAN that misses two classes, and a linear pair."""
    for make in (tiny.make_classical, tiny.make_gan, tiny.make_vae):
        make(tmp_path)
    figures = {"missing_classes": {"value": "3, 7"}, "collapsed": {"value": "none"}}
    (tmp_path / "tiny-gan" / "figures.json").write_text(json.dumps(figures))
    monkeypatch.setattr("explorer.library.models_dir", lambda: tmp_path)
    return tmp_path


def test_cards_stand_under_their_branches_in_the_trees_order(qtbot: QtBot, models: Path) -> None:
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    panel.resize(260, 900)
    panel.show()
    qtbot.waitExposed(panel)
    assert list(panel.headings) == ["autoencoders", "adversarial", "classical"]
    tops = [panel.cards[n].y() for n in ("tiny-vae", "tiny-gan", "tiny-classical")]
    heads = [about.y() for about in panel.headings.values()]
    assert sorted(tops + heads) == [y for pair in zip(heads, tops, strict=True) for y in pair]
    for about in panel.headings.values():
        assert about.height() >= about.heightForWidth(about.width()), "the text is cut"


def test_every_branch_is_explained_in_two_sentences(qtbot: QtBot) -> None:
    for branch in BRANCHES:
        assert branch_about(branch).count(". ") == 1 and branch_about(branch).endswith(".")
    titles = {branch_title(branch) for branch in BRANCHES}
    assert len(titles) == len(BRANCHES)
    assert {family.branch for family in FAMILIES} <= set(BRANCHES)


def test_what_a_model_lacks_is_said_on_its_card(qtbot: QtBot, models: Path) -> None:
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    assert "3, 7" in panel.cards["tiny-gan"].toolTip()
    assert panel.cards["tiny-gan"].toolTip().startswith(panel.cards["tiny-gan"].text())
    assert "collapse" not in panel.cards["tiny-vae"].toolTip()
    assert isinstance(panel.headings["adversarial"], QLabel)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"collapsed": 3}', '{"collapsed": {}}'])
def test_figures_that_cannot_be_read_say_nothing(models: Path, text: str) -> None:
    (models / "tiny-gan" / "figures.json").write_text(text)
    entry = next(e for e in bundled() if e.manifest.name == "tiny-gan")
    assert entry.lacks == ()


def test_the_open_models_card_is_scrolled_into_sight(qtbot: QtBot, models: Path) -> None:
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    panel.resize(260, 300)
    panel.show()
    qtbot.waitExposed(panel)
    last = panel.cards["tiny-classical"]
    assert last.visibleRegion().isEmpty()
    panel.mark("tiny-classical")
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().height() == last.height())


def test_a_few_words_find_a_model_and_enter_opens_it(qtbot: QtBot, models: Path) -> None:
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    panel.resize(260, 900)
    panel.show()
    qtbot.waitExposed(panel)
    qtbot.keyClicks(panel.finder, "TINY 16×16 adversarial")
    assert [n for n, card in panel.cards.items() if card.isVisible()] == ["tiny-gan"]
    assert [b for b, about in panel.headings.items() if about.isVisible()] == ["adversarial"]
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.finder, Qt.Key.Key_Return)
    assert chosen.args == ["tiny-gan"]
    qtbot.keyClicks(panel.finder, "qq")
    assert not any(card.isVisible() for card in panel.cards.values())
    assert any("No bundled model" in label.text() for label in visible_labels(panel))
    panel.finder.clear()
    assert all(card.isVisible() for card in panel.cards.values())
    with qtbot.assertNotEmitted(panel.chosen):
        qtbot.keyClick(panel.finder, Qt.Key.Key_Return)


def visible_labels(panel: LibraryPanel) -> list[QLabel]:
    return [label for label in panel.findChildren(QLabel) if label.isVisible()]
