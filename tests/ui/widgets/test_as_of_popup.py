from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.as_of_popup import AsOfPopup

THEN = date(2025, 11, 5)
GROUPS = (("", ((None, "Newest"),)), ("Days of events", ((THEN, "5 Nov 2025 · Something"),)))


@pytest.fixture
def popup(qtbot: QtBot) -> Iterator[AsOfPopup]:
    window = QWidget()
    qtbot.addWidget(window)
    made = AsOfPopup(window)
    made.show_days(GROUPS, THEN)
    yield made
    del window


def test_the_day_looked_at_is_the_one_marked(popup: AsOfPopup) -> None:
    item = popup.days.currentItem()
    assert item is not None
    assert item.text() == "5 Nov 2025 · Something"


def test_a_day_of_the_list_is_taken_and_a_heading_is_not(popup: AsOfPopup) -> None:
    taken: list[object] = []
    popup.chosen.connect(taken.append)
    for row in range(popup.days.count()):
        popup.days.itemClicked.emit(popup.days.item(row))
    assert taken == [None, THEN]


def test_what_is_typed_is_taken_with_enter_and_with_the_button(popup: AsOfPopup) -> None:
    taken: list[str] = []
    popup.typed.connect(taken.append)
    popup.field.setText("2025-11-05")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    QTest.mouseClick(popup.go, Qt.MouseButton.LeftButton)
    assert taken == ["2025-11-05"] * 2


def test_every_part_has_a_name_and_is_reached_by_tab(popup: AsOfPopup) -> None:
    for part in (popup.field, popup.days):
        assert part.accessibleName()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert popup.go.text()
