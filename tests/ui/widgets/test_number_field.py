import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.widgets.number_field import NumberField

Key = Qt.Key


@pytest.fixture
def field(qtbot: QtBot) -> NumberField:
    made = NumberField("Public opinion", 4.0, LIGHT)
    qtbot.addWidget(made)
    made.show_figure("2.3", 4.0)
    made.show()
    return made


@pytest.fixture
def typed(field: NumberField) -> list[float]:
    found: list[float] = []
    field.typed.connect(found.append)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 1.0), ("1.55", 1.55), ("1,5", 1.5), ("9", 4.0), ("-3", 0.0), (" 2 % ", 2.0)],
)
def test_a_number_is_taken_and_held_within_the_scale(
    field: NumberField, typed: list[float], text: str, value: float
) -> None:
    field.begin("")
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)
    assert typed == [value]
    assert field.text() == "2.3"  # until the page says otherwise


@pytest.mark.parametrize("text", ["", "abc", "nan", "inf", "1.2.3"])
def test_what_is_no_number_is_not_taken_and_is_told(
    field: NumberField, typed: list[float], text: str
) -> None:
    field.begin("")
    field.selectAll()
    QTest.keyClick(field, Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)
    assert typed == []
    assert field.toolTip().startswith("This is no number. Type a number from 0 to 4")


def test_esc_leaves_it_as_it_was(field: NumberField, typed: list[float]) -> None:
    left: list[bool] = []
    field.left.connect(lambda: left.append(True))
    field.begin("3")
    QTest.keyClick(field, Key.Key_Escape)
    assert (field.text(), typed, left) == ("2.3", [], [True])


def test_enter_without_typing_changes_nothing(field: NumberField, typed: list[float]) -> None:
    field.begin("")
    QTest.keyClick(field, Key.Key_Return)
    assert typed == []


def test_leaving_takes_the_number_that_was_typed(field: NumberField, typed: list[float]) -> None:
    field.begin("3")
    field.clearFocus()
    assert typed == [3.0]


def test_a_figure_that_is_shown_does_not_overwrite_what_is_being_typed(
    field: NumberField,
) -> None:
    field.begin("3")
    field.show_figure("1.0", 4.0)
    assert field.text() == "3"
    QTest.keyClick(field, Key.Key_Escape)
    assert field.text() == "1.0"
