from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.pages.what_if import SliderRow
from explorer.style import DARK, LIGHT
from explorer.ui.widgets.shortcuts import SHORTCUTS
from explorer.ui.widgets.slider import Slider

LEFT = Qt.MouseButton.LeftButton
ROW = SliderRow(
    key="public_opinion",
    title="Public opinion",
    holder="The country's own constraint",
    value=2.25,
    judged=2.25,
    home=2.25,
    low=1.5,
    high=3.0,
    top=4.0,
    most=4.0,
    figure="2.3",
    change="",
    bearing="level",
    is_set=False,
    description="2.3 of 4. Judged 2.3, range 1.5 to 3.0.",
)


@pytest.fixture
def slider(qtbot: QtBot) -> Slider:
    made = Slider(ROW, 0.1, LIGHT)
    qtbot.addWidget(made)
    made.resize(218, 28)  # 50 pixels a scale point
    made.show()
    return made


@pytest.fixture
def moved(slider: Slider) -> list[float]:
    found: list[float] = []
    slider.moved.connect(found.append)
    return found


def at(slider: Slider, value: float) -> QPoint:
    return QPoint(round(slider.place(value)), 14)


def test_a_value_lies_where_it_is_to_the_last_digit(slider: Slider) -> None:
    assert slider.place(0.0) == 9.0
    assert slider.place(4.0) == 209.0
    assert slider.place(2.25) == pytest.approx(121.5)


def test_a_screen_reader_is_told_name_value_and_judgement(slider: Slider) -> None:
    assert slider.accessibleName() == "Public opinion"
    assert slider.accessibleDescription() == ROW.description
    assert (slider.minimum(), slider.value(), slider.maximum()) == (0, 23, 40)


def test_keys_step_from_the_figure_that_is_shown(slider: Slider, moved: list[float]) -> None:
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    QTest.keyClick(slider, Qt.Key.Key_PageDown)
    assert moved == pytest.approx([2.4, 2.2, 1.8])


def test_the_ends_of_the_scale_hold(slider: Slider, moved: list[float]) -> None:
    slider.show_row(replace(ROW, value=4.0))
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert moved == []
    QTest.mousePress(slider, LEFT, pos=at(slider, 4.0))
    QTest.mouseMove(slider, QPoint(400, 14))
    QTest.mouseMove(slider, QPoint(-100, 14))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(-100, 14))
    assert moved == [0.0]


def test_the_knob_does_not_jump_when_it_is_taken_off_its_middle(
    slider: Slider, moved: list[float]
) -> None:
    grip = at(slider, 2.25) + QPoint(4, 0)
    QTest.mousePress(slider, LEFT, pos=grip)
    QTest.mouseMove(slider, grip + QPoint(50, 0))
    QTest.mouseRelease(slider, LEFT, pos=grip + QPoint(50, 0))
    assert moved == pytest.approx([3.3], abs=0.051)


def test_a_click_on_the_track_brings_the_knob_there(slider: Slider, moved: list[float]) -> None:
    QTest.mouseClick(slider, LEFT, pos=at(slider, 1.0))
    assert moved == [1.0]


def test_a_drag_says_when_it_begins_and_ends(slider: Slider) -> None:
    told: list[str] = []
    slider.held.connect(lambda: told.append("held"))
    slider.let_go.connect(lambda: told.append("let go"))
    QTest.mousePress(slider, LEFT, pos=at(slider, 2.25))
    assert slider.is_held
    QTest.mouseRelease(slider, LEFT, pos=at(slider, 2.25))
    assert (told, slider.is_held) == (["held", "let go"], False)


def test_another_button_of_the_mouse_moves_nothing(slider: Slider, moved: list[float]) -> None:
    QTest.mouseClick(slider, Qt.MouseButton.RightButton, pos=at(slider, 1.0))
    assert moved == []


def test_the_wheel_changes_no_judgement(slider: Slider, moved: list[float]) -> None:
    event = QWheelEvent(
        QPointF(100, 14),
        QPointF(100, 14),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(slider, event)
    assert moved == []


def test_digits_begin_a_number_and_shortcuts_do_not(slider: Slider) -> None:
    typed: list[str] = []
    slider.typing.connect(typed.append)
    QTest.keyClick(slider, Qt.Key.Key_3)
    QTest.keyClick(slider, Qt.Key.Key_F2)
    QTest.keyClick(slider, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(slider, Qt.Key.Key_A)
    assert typed == ["3", ""]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_state_of_a_row_is_painted_apart(slider: Slider, theme: object) -> None:
    assert theme in {LIGHT, DARK}
    slider.set_theme(LIGHT if theme is LIGHT else DARK)
    pictures: list[bytes] = []
    for row in (
        ROW,
        replace(ROW, value=1.0, change="\u22121.3", bearing="pull", is_set=True),
        replace(ROW, value=1.0, change="\u22121.3", bearing="hold", is_set=True),
        replace(ROW, value=1.0, home=3.5, change="\u22121.3", bearing="pull", is_set=True),
        replace(ROW, low=0.5),
    ):
        slider.show_row(row)
        pictures.append(bytes(slider.grab().toImage().constBits()))
    assert len(set(pictures)) == len(pictures)


def test_the_slider_takes_every_key_that_the_list_of_keys_says_of_it(slider: Slider) -> None:
    listed = [
        key
        for shortcut in SHORTCUTS
        if shortcut.group.startswith("On a slider")
        for keys in shortcut.keys
        for key in (("Left", "Right", "Up", "Down") if keys == "Arrows" else (keys,))
    ]
    assert {"Left", "PgDown", "End", "Backspace", "F2"} <= set(listed)
    said: list[object] = []
    slider.moved.connect(said.append)
    slider.typing.connect(said.append)
    slider.returned.connect(lambda: said.append("returned"))
    for key in listed:
        said.clear()
        QTest.keySequence(slider, key)
        assert len(said) == 1, key
