from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.search_box import Hit, SearchBox

PLACES = (Hit("Iran trade routes", "Constraint", 1), Hit("Vantage on Iran", "Interest", 2))
Key = Qt.Key


def find(query: str) -> list[Hit]:
    return [hit for hit in PLACES if query.casefold() in hit.title.casefold()]


@pytest.fixture
def box(qtbot: QtBot, themes: ThemeKeeper) -> Iterator[SearchBox]:
    window = QWidget()
    window.resize(500, 300)
    qtbot.addWidget(window)
    made = SearchBox(find, window)
    window.show()
    made.setFocus()
    yield made
    window.close()


def goals_after(box: SearchBox, words: str, *keys: Qt.Key) -> list[object]:
    goals: list[object] = []
    box.jumped.connect(goals.append)
    QTest.keyClicks(box, words)
    for key in keys:
        QTest.keyClick(box, key)
    return goals


def test_hits_appear_as_one_types(box: SearchBox) -> None:
    QTest.keyClicks(box, "iran")
    assert box.hits == PLACES


def test_enter_jumps_to_the_first_hit_and_puts_the_list_away(box: SearchBox) -> None:
    assert goals_after(box, "iran", Key.Key_Return) == [1]
    assert box.hits == ()
    assert box.text() == ""


def test_the_arrows_choose_among_the_hits_and_go_round(box: SearchBox) -> None:
    assert goals_after(box, "iran", Key.Key_Down, Key.Key_Return) == [2]
    box.jumped.disconnect()
    assert goals_after(box, "iran", Key.Key_Up, Key.Key_Up, Key.Key_Return) == [1]


def test_escape_leaves_without_a_jump(box: SearchBox) -> None:
    assert goals_after(box, "iran", Key.Key_Escape, Key.Key_Return) == []


def test_a_search_that_finds_nothing_jumps_nowhere(box: SearchBox) -> None:
    assert goals_after(box, "atlantis", Key.Key_Return) == []
