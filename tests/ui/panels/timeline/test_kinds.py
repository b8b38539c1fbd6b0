import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.pages.timeline_kinds import in_order
from explorer.style import DARK, LIGHT
from explorer.ui.panels.timeline.kinds import KindKey

KINDS = in_order(frozenset({"accords", "iran", "un", "visit"}))


@pytest.fixture
def key(qtbot: QtBot) -> KindKey:
    made = KindKey(LIGHT)
    qtbot.addWidget(made)
    made.show_kinds(KINDS)
    made.resize(700, 24)
    made.show()
    return made


def test_all_kinds_are_shown_at_first(key: KindKey) -> None:
    assert [each.kind for each in key.buttons] == list(KINDS)
    assert key.hidden == frozenset()


def test_a_click_hides_a_kind_and_says_so_once(qtbot: QtBot, key: KindKey) -> None:
    with qtbot.waitSignal(key.changed):
        key.buttons[2].click()
    assert key.hidden == {"iran"}


def test_a_hidden_kind_looks_otherwise_without_its_colour(key: KindKey) -> None:
    button = key.buttons[0]
    shown = button.grab().toImage().convertToFormat(button.grab().toImage().Format.Format_Mono)
    button.click()
    hidden = button.grab().toImage().convertToFormat(shown.format())
    assert shown != hidden


def test_all_kinds_can_be_hidden_and_shown_at_once(key: KindKey) -> None:
    heard: list[int] = []
    key.changed.connect(lambda: heard.append(1))
    key.all_link.click()
    assert key.hidden == {kind.key for kind in KINDS}
    assert key.all_link.text() == "Show all kinds"
    key.all_link.click()
    assert key.hidden == frozenset()
    assert heard == [1, 1]


def test_tab_stops_at_one_kind_and_the_arrows_go_on(key: KindKey) -> None:
    stops = [each for each in key.buttons if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == key.buttons[:1]
    key.buttons[0].setFocus()
    QTest.keyClick(key.buttons[0], Qt.Key.Key_Right)
    assert key.buttons[1].hasFocus()
    assert key.buttons[1].focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(key.buttons[1], Qt.Key.Key_Space)
    assert key.hidden == {key.buttons[1].kind.key}


def test_what_was_hidden_stays_hidden_among_other_kinds(key: KindKey) -> None:
    key.buttons[0].click()
    key.show_kinds(in_order(frozenset({"accords", "energy"})))
    assert key.hidden == {"accords"}


def test_the_letter_is_said(key: KindKey) -> None:
    assert key.buttons[0].accessibleName() == "Accords, letter A"


def test_no_kind_is_cut_off_where_the_key_is_narrow(qtbot: QtBot, key: KindKey) -> None:
    layout = key.layout()
    assert layout is not None
    height = layout.heightForWidth(200)
    assert height >= 2 * key.buttons[0].height()
    key.resize(200, height)
    key.set_theme(DARK)
    parts = (*key.buttons, key.all_link)
    qtbot.waitUntil(lambda: all(key.rect().contains(each.geometry()) for each in parts))
