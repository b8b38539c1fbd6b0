from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.pages.what_if import SliderRow
from explorer.style import LIGHT
from explorer.ui.widgets.slider_line import SliderLine

ROW = SliderRow(
    key="iran_wedge",
    title="Shared wariness of Iran",
    holder="Israel's interest",
    value=1.4,
    judged=1.4,
    home=1.4,
    low=0.8,
    high=2.0,
    top=4.0,
    most=4.0,
    figure="1.4",
    change="",
    bearing="level",
    is_set=False,
    description="1.4 of 4.",
)
SET = replace(ROW, value=2.4, figure="2.4", change="+1.0", bearing="pull", is_set=True)


@pytest.fixture
def line(qtbot: QtBot) -> SliderLine:
    made = SliderLine(ROW, 0.1, LIGHT)
    qtbot.addWidget(made)
    made.resize(560, 44)
    made.show()
    return made


def test_the_way_back_is_there_only_where_there_is_one(line: SliderLine) -> None:
    width = line.slider.width()
    assert not line.link.isVisible()
    line.show_row(SET)
    assert line.link.isVisible()
    assert line.slider.width() == width  # nothing jumps


def test_the_signals_carry_the_key(line: SliderLine) -> None:
    told: list[object] = []
    line.moved.connect(lambda key, value: told.append((key, value)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] - Qt's signals tell no types
    line.typed.connect(lambda key, value: told.append((key, value)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] - as above
    line.returned.connect(told.append)
    line.held.connect(told.append)
    QTest.keyClick(line.slider, Qt.Key.Key_Right)
    line.number.begin("3")
    QTest.keyClick(line.number, Qt.Key.Key_Return)
    line.show_row(SET)
    line.link.click()
    assert told == [("iran_wedge", 1.5), ("iran_wedge", 3.0), "iran_wedge"]


def test_a_change_is_told_by_words_and_not_by_colour_alone(line: SliderLine) -> None:
    line.show_row(SET)
    pulls = line._change.grab().toImage()
    line.show_row(replace(SET, bearing="hold"))
    holds = line._change.grab().toImage()
    assert pulls.convertToFormat(pulls.Format.Format_Mono) != holds.convertToFormat(
        holds.Format.Format_Mono
    )


def test_after_typing_the_focus_goes_back_to_the_slider(line: SliderLine) -> None:
    line.slider.setFocus()
    QTest.keyClick(line.slider, Qt.Key.Key_2)
    assert line.number.hasFocus()
    QTest.keyClick(line.number, Qt.Key.Key_Escape)
    assert line.slider.hasFocus()
