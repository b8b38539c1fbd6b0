import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.panels.notes.linked_note import HOVER_MS, LinkedNote

TEXT = "One [E002](evidence:E002) and [gini](series:indicator/gini), [out](https://example.org)."


@pytest.fixture
def note(qtbot: QtBot) -> LinkedNote:
    made = LinkedNote(TEXT, LIGHT)
    qtbot.addWidget(made)
    made.resize(400, 60)
    with qtbot.waitExposed(made):
        made.show()
    made.clearFocus()  # which the window gave it
    return made


def told(note: LinkedNote) -> list[str]:
    found: list[str] = []

    def point(href: str, _place: QRect) -> None:
        found.append(href)

    note.pointed.connect(point)
    note.left.connect(lambda: found.append(""))
    return found


def test_tab_goes_from_link_to_link_and_points_at_those_within_the_app(note: LinkedNote) -> None:
    found = told(note)
    note.setFocus(Qt.FocusReason.TabFocusReason)
    assert found[-1] == "evidence:E002"
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert found[-1] == "series:indicator/gini"
    before = len(found)
    QTest.keyClick(note, Qt.Key.Key_Tab)  # to the link outside, which has no card
    assert all(href == "" for href in found[before:])


def test_coming_from_behind_the_last_link_is_the_first(note: LinkedNote) -> None:
    found = told(note)
    note.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert note.textCursor().selectedText() == "out"
    QTest.keyClick(note, Qt.Key.Key_Backtab)
    assert found[-1] == "series:indicator/gini"


def test_enter_follows_the_link_that_the_keyboard_is_at(note: LinkedNote) -> None:
    followed: list[str] = []
    note.followed.connect(followed.append)
    note.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert followed == ["evidence:E002"]


def test_the_pointer_points_once_it_rests_on_a_link(qtbot: QtBot, note: LinkedNote) -> None:
    found = told(note)
    places: list[QRect] = []

    def point(_href: str, place: QRect) -> None:
        places.append(place)

    note.pointed.connect(point)
    note.highlighted.emit(QUrl("evidence:E002"))
    assert found == []
    qtbot.waitUntil(lambda: found == ["evidence:E002"], timeout=HOVER_MS * 20)
    window = QRect(note.mapToGlobal(QPoint(0, 0)), note.size())
    assert window.contains(places[0].topLeft())
    note.highlighted.emit(QUrl())
    assert found[-1] == ""


def test_a_link_that_is_only_passed_over_is_not_pointed_at(qtbot: QtBot, note: LinkedNote) -> None:
    found = told(note)
    note.highlighted.emit(QUrl("evidence:E002"))
    note.highlighted.emit(QUrl())
    qtbot.wait(HOVER_MS + 40)
    assert found == [""]


def test_a_click_follows_within_the_app_and_opens_outside(note: LinkedNote) -> None:
    followed: list[str] = []
    opened: list[str] = []
    note.followed.connect(followed.append)
    note.link_opened.connect(opened.append)
    for link in ("note:country/KAZ", "https://example.org", "file:///etc/passwd", "place:x"):
        note.anchorClicked.emit(QUrl(link))
    assert followed == ["note:country/KAZ"]
    assert opened == ["https://example.org"]


def test_esc_points_at_nothing_and_keys_that_scroll_are_left_to_the_page(
    note: LinkedNote,
) -> None:
    found = told(note)
    note.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert found[-1] == ""
    at = note.textCursor().position()
    QTest.keyClick(note, Qt.Key.Key_PageDown)
    assert note.textCursor().position() == at
