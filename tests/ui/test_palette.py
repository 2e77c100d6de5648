"""The command palette: opened, searched and used by key and mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.ui.palette import Palette, actions, leaves, score
from explorer.ui.shortcuts import Shortcuts
from explorer.ui.window import Window
from tests.ui.drive import LEFT, NONE, explore, settle

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def open_palette(bot: QtBot, window: Window) -> Palette:
    bot.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    bot.waitUntil(lambda: window.findChild(Palette) is not None)
    found = window.findChild(Palette)
    assert isinstance(found, Palette)
    return found


def rows(palette: Palette) -> list[str]:
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_a_few_letters_and_enter_do_a_command(qtbot: QtBot, vae: Window) -> None:
    explore(vae).sliders.set_value(0, 1.0)
    settle(qtbot, vae)
    palette = open_palette(qtbot, vae)
    qtbot.keyClicks(palette.field, "und")
    assert rows(palette)[0] == "Undo    Ctrl+Z"  # with its key
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not vae.store.can_undo and vae.store.can_redo


def test_arrows_choose_and_a_click_does(qtbot: QtBot, vae: Window) -> None:
    palette = open_palette(qtbot, vae)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1
    qtbot.keyClicks(palette.field, "interpol")
    assert palette.list.currentRow() == 0
    item = palette.list.visualItemRect(palette.list.item(0)).center()
    qtbot.mouseClick(palette.list.viewport(), LEFT, NONE, item)
    assert vae.store.state.view == "interpolate"


def test_escape_and_letters_that_nothing_has_do_nothing(qtbot: QtBot, vae: Window) -> None:
    state = vae.store.state
    palette = open_palette(qtbot, vae)
    qtbot.keyClicks(palette.field, "zzqx")
    assert rows(palette) == []
    assert not palette.list.isVisible() and palette.height() < 100  # no empty box
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: vae.findChild(Palette) is None)
    assert vae.store.state == state


def test_it_offers_every_command_of_the_menus_and_the_view(vae: Window) -> None:
    offered = {action for _, action in actions(vae)}
    assert vae.current is not None
    wanted = {a for a in leaves(vae.current.commands()) if a.isEnabled() and a.isVisible()}
    for menu in (vae.menus.file, vae.menus.edit, vae.menus.look, vae.menus.help):
        plain = (a for a in menu.actions() if not a.isSeparator() and a.menu() is None)
        wanted |= {a for a in plain if a.isEnabled() and a.isVisible()}
    assert wanted <= offered
    assert all(theme in offered for theme in vae.menus.themes.values())


def test_buttons_that_no_action_presses_are_commands_as_well(qtbot: QtBot, vae: Window) -> None:
    """Once each: what an action does already is not there twice; nor is a row of a list."""
    palette = open_palette(qtbot, vae)
    offered = [row.partition("    ")[0] for row in rows(palette)]
    assert "Neighbours" in offered and "Pin" not in offered
    assert offered.count("Randomise") == 1
    assert len(set(offered)) == len(offered)
    qtbot.keyClicks(palette.field, "neighb")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert explore(vae).tray.near.isChecked()


def test_entries_of_a_buttons_menu_are_commands(qtbot: QtBot, vae: Window) -> None:
    qtbot.keyClick(vae, Qt.Key.Key_D)
    settle(qtbot, vae)
    palette = open_palette(qtbot, vae)
    qtbot.keyClicks(palette.field, "whole space")
    assert rows(palette)[0].startswith("Find directions: In the whole space")


def test_the_overview_has_every_key_of_every_view(qtbot: QtBot, vae: Window) -> None:
    """Also of the views that are not on the screen; nothing that has a key is left out."""
    qtbot.keyClick(vae, Qt.Key.Key_F1)
    (page,) = vae.findChildren(Shortcuts)
    every = {what for _, rows in page.sections for _, what in rows}
    assert any(what.startswith("Find directions: ") for what in every)
    shown = {what.rpartition(": ")[2] for what in every}
    for name in ("explore", "interpolate"):
        for action in leaves(vae.view(name).commands()):
            if action.shortcuts() and action.isVisible():
                assert action.text().replace("&", "") in shown
    for _, action in actions(vae):
        assert not action.shortcuts() or action.text().replace("&", "") in shown
    page.close()


def test_a_bundled_model_opens_and_is_not_taken_for_one_to_send_to(
    qtbot: QtBot, vae: Window
) -> None:
    """Entries of a menu within a menu say which: the model is there to open, and to send to."""
    palette = open_palette(qtbot, vae)
    assert not any(": " in row for row in rows(palette)[:10])  # commands before choices
    title = vae.library.cards["tiny-gan"].text()
    qtbot.keyClicks(palette.field, f"open bundled model {title}")
    assert rows(palette)[0] == f"Open bundled model: {title}"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle(qtbot, vae)
    qtbot.waitUntil(lambda: vae.store.state.model == "tiny-gan")


def test_rows_can_be_hit_and_fit_a_small_window(qtbot: QtBot, vae: Window) -> None:
    vae.resize(vae.minimumSizeHint())
    palette = open_palette(qtbot, vae)
    assert palette.list.visualItemRect(palette.list.item(0)).height() >= 24
    assert vae.rect().contains(palette.geometry())


def test_no_key_is_shown_that_hardly_a_keyboard_has(vae: Window) -> None:
    keys = [key.toString() for _, action in actions(vae) for key in action.shortcuts()]
    assert "Ctrl+O" in keys and "Open" not in keys


def test_beginnings_of_words_and_runs_come_first() -> None:
    def rank(letters: str, *texts: str) -> list[str]:
        found = [(value, t) for t in texts if (value := score(letters, t)) is not None]
        return [text for _, text in sorted(found, reverse=True)]

    assert rank("sp", "Step back", "Save picture as...", "Quit") == [
        "Save picture as...",
        "Step back",
    ]
    assert rank("copy", "Copy picture", "No copy at all") == ["Copy picture", "No copy at all"]
    assert score("xyz", "Undo") is None and score("", "Undo") is not None


def test_a_command_that_is_gone_by_now_does_nothing(qtbot: QtBot, vae: Window) -> None:
    """The menu of recent files is filled anew each time somebody looks into it."""
    vae.settings.remember("/no/such/model")
    palette = open_palette(qtbot, vae)
    qtbot.keyClicks(palette.field, "no/such")
    assert rows(palette) == ["Open recent: /no/such/model"]
    state = vae.store.state
    vae.menus.recent.aboutToShow.emit()
    item = palette.list.visualItemRect(palette.list.item(0)).center()
    qtbot.mouseClick(palette.list.viewport(), LEFT, NONE, item)
    qtbot.waitUntil(lambda: vae.findChild(Palette) is None)
    settle(qtbot, vae)
    assert vae.store.state == state and not vae.banner.isVisible()
