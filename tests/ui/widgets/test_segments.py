import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.widgets.segments import Segments

CHOICES = (
    ("AZE", "Azerbaijan", "AZE"),
    ("KAZ", "Kazakhstan", "KAZ"),
    ("TKM", "Turkmenistan", "TKM"),
)


@pytest.fixture
def segments(qtbot: QtBot) -> Segments:
    made = Segments("State", LIGHT)
    qtbot.addWidget(made)
    made.show_choices(CHOICES)
    made.show_chosen("KAZ")
    made.resize(420, 28)
    made.show()
    return made


@pytest.fixture
def chosen(segments: Segments) -> list[str]:
    found: list[str] = []
    segments.chosen.connect(found.append)
    return found


def test_what_is_shown_is_not_told_as_chosen(segments: Segments, chosen: list[str]) -> None:
    segments.show_chosen("AZE")
    assert (segments.key, chosen) == ("AZE", [])


def test_a_click_chooses_once(segments: Segments, chosen: list[str]) -> None:
    for _ in range(2):
        QTest.mouseClick(segments.buttons[2], Qt.MouseButton.LeftButton)
    assert (segments.key, chosen) == ("TKM", ["TKM"])


def test_arrows_choose_the_neighbour_and_stop_at_the_ends(
    segments: Segments, chosen: list[str]
) -> None:
    segments.buttons[1].setFocus()
    QTest.keyClick(segments.buttons[1], Qt.Key.Key_Right)
    assert segments.buttons[2].hasFocus()
    QTest.keyClick(segments.buttons[2], Qt.Key.Key_Right)
    QTest.keyClick(segments.buttons[2], Qt.Key.Key_Left)
    assert chosen == ["TKM", "KAZ"]


def test_tab_stops_only_at_the_chosen_one(segments: Segments) -> None:
    stops = [bool(b.focusPolicy() & Qt.FocusPolicy.TabFocus) for b in segments.buttons]
    assert stops == [False, True, False]


def test_names_become_codes_where_they_do_not_fit_and_are_told_whole(segments: Segments) -> None:
    assert [button.text() for button in segments.buttons] == [words for _, words, _ in CHOICES]
    segments.resize(200, 28)
    assert [button.text() for button in segments.buttons] == ["AZE", "KAZ", "TKM"]
    assert segments.buttons[2].accessibleName() == segments.buttons[2].toolTip() == "Turkmenistan"


def test_a_dot_is_said_in_words_too(segments: Segments) -> None:
    before = segments.grab().toImage()
    segments.buttons[0].set_dot(has_dot=True, words="Ratings set apart: 2")
    assert segments.buttons[0].accessibleDescription() == "Ratings set apart: 2"
    assert segments.grab().toImage() != before


def test_the_same_choices_are_not_built_again(segments: Segments) -> None:
    before = list(segments.buttons)
    segments.show_choices(CHOICES)
    assert segments.buttons == before
    segments.show_choices(CHOICES[:2])
    assert [button.key for button in segments.buttons] == ["AZE", "KAZ"]


def test_choices_that_come_late_get_their_room_in_a_row_already_laid_out(qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    late = Segments("State", LIGHT)
    across = QHBoxLayout(row)
    across.addWidget(late)
    across.addStretch(1)
    row.resize(600, 40)
    row.show()
    late.show_choices(CHOICES)
    qtbot.wait(10)
    assert [button.text() for button in late.buttons] == [words for _, words, _ in CHOICES]
