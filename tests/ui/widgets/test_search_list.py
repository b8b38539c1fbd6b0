from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.search_list import HitGroup, HitList
from explorer.ui.widgets.search_rows import Hit

HITS = tuple(
    Hit(f"A claim {at} …", "", at, under="E1 · 2025", whole=f"A claim {at} in full")
    for at in range(40)
)
Spoken = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def listed(qtbot: QtBot, themes: ThemeKeeper) -> Iterator[HitList]:
    window = QWidget()
    window.resize(640, 480)
    qtbot.addWidget(window)
    box = QLineEdit(window)
    box.setGeometry(400, 10, 220, 30)
    window.show()
    made = HitList(window)
    made.show_groups([HitGroup("Factors", HITS[:2]), HitGroup("Evidence", HITS[2:5], 7)])
    made.place_under(box)
    yield made
    window.close()


def rows(listed: HitList) -> list[str]:
    items = listed.findChildren(QListWidget)[0]
    return [str(items.item(at).data(Spoken) or "") for at in range(items.count())]


def test_a_screen_reader_says_a_hit_whole_with_its_group_and_place(listed: HitList) -> None:
    assert rows(listed)[1] == "Factors, 1 of 2: A claim 0 in full. E1 · 2025."
    assert rows(listed)[-1] == "Evidence: 7 more. Enter shows them."


def test_the_list_stays_within_the_window(listed: HitList) -> None:
    window = listed.window()
    listed.show_groups([HitGroup("Evidence", HITS)], "Evidence")
    listed.place_under(window.findChildren(QLineEdit)[0])
    assert window.rect().contains(listed.geometry())
    assert listed.height() < 40 * len(HITS)


def test_the_keys_bring_the_row_into_sight(listed: HitList) -> None:
    listed.show_groups([HitGroup("Evidence", HITS)], "Evidence")
    listed.place_under(listed.window().findChildren(QLineEdit)[0])
    listed.step(-1)
    items = listed.findChildren(QListWidget)[0]
    assert listed.current is not None
    assert listed.current.hit == HITS[-1]
    place = items.visualItemRect(items.currentItem())
    assert items.viewport().rect().contains(place)


def test_an_opened_group_says_how_many_more_there_are_but_offers_no_more(
    listed: HitList,
) -> None:
    listed.show_groups([HitGroup("Evidence", HITS[:3], 9)], "Evidence")
    listed.step(-1)
    assert listed.current is not None
    assert listed.current.hit == HITS[2]


def test_a_click_says_which_row_was_meant(listed: HitList) -> None:
    told: list[object] = []
    listed.clicked.connect(told.append)
    items = listed.findChildren(QListWidget)[0]
    viewport = items.viewport()
    for at, expected in ((0, 0), (2, 1)):
        centre = items.visualItemRect(items.item(at)).center()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=centre)
        assert len(told) == expected
    assert told == [listed.current]


def test_with_nothing_found_nothing_can_be_chosen(listed: HitList) -> None:
    listed.show_groups([])
    assert listed.current is None
    listed.step(1)
    listed.step_group(1)
    assert listed.current is None
