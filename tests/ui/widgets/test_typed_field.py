from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.widgets.typed_field import TypedField


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[TypedField]:
    window = QWidget()
    qtbot.addWidget(window)
    made = TypedField("Best value", LIGHT)
    room = QVBoxLayout(window)
    room.addWidget(made)
    other = QLineEdit()
    room.addWidget(other)
    window.show()
    made.show_text("2.0")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_Backtab)  # as one comes to it by keys
    yield made
    del window  # which has to stay until the test is over


def said(field: TypedField) -> list[str]:
    texts: list[str] = []
    field.entered.connect(texts.append)
    return texts


def test_what_is_typed_is_said_with_enter_and_once(field: TypedField) -> None:
    texts = said(field)
    QTest.keyClicks(field, "3.5")
    assert texts == []
    field.entered.connect(field.show_text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert texts == ["3.5"]


def test_what_is_typed_is_said_on_leaving(field: TypedField) -> None:
    texts = said(field)
    QTest.keyClicks(field, "1")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert texts == ["1"]


def test_nothing_is_said_of_a_text_that_is_as_it_was(field: TypedField) -> None:
    texts = said(field)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert texts == []


def test_esc_brings_back_what_was_shown(field: TypedField) -> None:
    texts = said(field)
    QTest.keyClicks(field, "9")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "2.0"
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert texts == []


def test_arrows_ask_for_a_step_and_undo_goes_to_the_session(
    qtbot: QtBot, field: TypedField
) -> None:
    steps: list[int] = []
    field.stepped.connect(steps.append)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert steps == [1, -1]
    with qtbot.waitSignal(field.undo_wanted):
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(field.redo_wanted):
        shift = Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | shift)


def test_the_same_text_shown_again_leaves_what_is_being_typed(field: TypedField) -> None:
    QTest.keyClicks(field, "3")
    field.show_text("2.0")
    assert field.text() == "3"
    field.show_text("2.1")
    assert field.text() == "2.1"
