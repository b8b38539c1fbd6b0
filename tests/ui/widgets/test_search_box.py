from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.widgets.search_list import HitGroup
from explorer.ui.widgets.search_rows import Hit

PLACES = (Hit("Iran trade routes", "Constraint", 1), Hit("Vantage on Iran", "Interest", 2))
CLAIMS = tuple(Hit(f"Iran claim {at}", "", 10 + at) for at in range(5))
Key = Qt.Key


def find(query: str, group: str) -> list[HitGroup]:
    places = tuple(hit for hit in PLACES if query.casefold() in hit.title.casefold())
    claims = tuple(hit for hit in CLAIMS if query.casefold() in hit.title.casefold())
    if group:
        return [HitGroup("Evidence", claims)]
    groups = (HitGroup("Factors", places), HitGroup("Evidence", claims[:2], len(claims[2:])))
    return [each for each in groups if each.hits]


@pytest.fixture
def box(qtbot: QtBot, themes: ThemeKeeper) -> Iterator[SearchBox]:
    window = QWidget()
    window.resize(700, 500)
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
    assert box.hits == (*PLACES, *CLAIMS[:2])
    assert [group.title for group in box.groups] == ["Factors", "Evidence"]


def test_enter_jumps_to_the_first_hit_and_puts_the_list_away(box: SearchBox) -> None:
    assert goals_after(box, "iran", Key.Key_Return) == [1]
    assert box.hits == ()
    assert box.text() == ""


def test_the_arrows_go_through_the_groups_and_round(box: SearchBox) -> None:
    assert goals_after(box, "iran", Key.Key_Down, Key.Key_Down, Key.Key_Return) == [10]
    box.jumped.disconnect()
    # Up from the first is the way to open the last group.
    assert goals_after(box, "iran", Key.Key_Up, Key.Key_Up, Key.Key_Return) == [11]


def test_page_down_goes_to_the_next_group_and_page_up_back(box: SearchBox) -> None:
    assert goals_after(box, "iran", Key.Key_PageDown, Key.Key_Return) == [10]
    box.jumped.disconnect()
    keys = (Key.Key_PageDown, Key.Key_PageUp, Key.Key_Return)
    assert goals_after(box, "iran", *keys) == [1]


def test_more_opens_its_group_and_escape_goes_back_from_there(box: SearchBox) -> None:
    assert goals_after(box, "iran", Key.Key_Up, Key.Key_Return) == []
    assert box.hits == CLAIMS
    QTest.keyClick(box, Key.Key_Escape)
    assert box.hits == (*PLACES, *CLAIMS[:2])
    assert box.text() == "iran"
    QTest.keyClick(box, Key.Key_Escape)
    assert box.hits == ()
    assert box.text() == ""


def test_another_letter_searches_all_groups_again(box: SearchBox) -> None:
    goals_after(box, "ira", Key.Key_Up, Key.Key_Return)
    assert [group.title for group in box.groups] == ["Evidence"]
    QTest.keyClicks(box, "n")
    assert [group.title for group in box.groups] == ["Factors", "Evidence"]


def test_escape_leaves_without_a_jump(box: SearchBox) -> None:
    assert goals_after(box, "iran", Key.Key_Escape, Key.Key_Return) == []


def test_a_search_that_finds_nothing_jumps_nowhere(box: SearchBox) -> None:
    assert goals_after(box, "atlantis", Key.Key_Return) == []


def test_more_that_can_be_found_appears_while_the_hits_are_in_sight(box: SearchBox) -> None:
    box.refresh()
    assert box.hits == ()
    QTest.keyClicks(box, "iran")

    def find_more(_query: str, _group: str) -> list[HitGroup]:
        return [HitGroup("Factors", PLACES[1:])]

    box._find = find_more
    box.refresh()
    assert box.hits == PLACES[1:]


def test_the_chosen_hit_is_said_in_full_to_a_screen_reader(box: SearchBox) -> None:
    QTest.keyClicks(box, "iran")
    assert box.accessibleDescription() == "Factors, 1 of 2: Iran trade routes. Constraint."
    QTest.keyClick(box, Key.Key_Up)
    assert box.accessibleDescription() == "Evidence: 3 more. Enter shows them."
    QTest.keyClicks(box, "x")
    assert box.accessibleDescription() == "Nothing found"


def test_the_hits_go_when_the_window_changes_or_the_focus_leaves(box: SearchBox) -> None:
    QTest.keyClicks(box, "iran")
    box.window().resize(720, 480)
    assert box.hits == ()
    QTest.keyClicks(box, "x")
    box.clearFocus()
    assert box.hit_list is not None
    assert not box.hit_list.isVisible()
