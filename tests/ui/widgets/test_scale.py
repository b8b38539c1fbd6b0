from pytestqt.qtbot import QtBot

from explorer.pages.detail import ScaleBlock, ScaleMark
from explorer.style import LIGHT
from explorer.ui.widgets.scale import ScalePoints

POINTS = ("None", "Minor", "One route among several", "A main route", "The main outlet " * 6)


def points_with(qtbot: QtBot, *values: float) -> ScalePoints:
    codes = ("AZE", "KAZ", "UZB")
    marks = tuple(ScaleMark(iso3, iso3, value) for iso3, value in zip(codes, values, strict=False))
    made = ScalePoints(ScaleBlock("Scale", POINTS, marks), LIGHT)
    qtbot.addWidget(made)
    made.resize(300, made.heightForWidth(300))
    made.show()
    return made


def test_a_mark_stands_at_the_height_of_its_value(qtbot: QtBot) -> None:
    made = points_with(qtbot, 0.0, 2.0, 4.0)
    rows = {row.text(): row.geometry().top() for row in made._rows}
    for index, point in ((0, 0), (1, 2), (2, 4)):
        top = rows[POINTS[point]]
        assert top <= made.place(index).y() <= top + 16


def test_a_mark_between_two_points_stands_between_their_rows(qtbot: QtBot) -> None:
    made = points_with(qtbot, 2.0, 2.5, 3.0)
    assert made.place(2).y() < made.place(1).y() < made.place(0).y()


def test_marks_that_would_touch_stand_side_by_side(qtbot: QtBot) -> None:
    made = points_with(qtbot, 2.0, 2.1, 3.5)
    xs = [made.place(index).x() for index in range(3)]
    assert xs[0] != xs[1]
    assert xs[0] == xs[2]


def test_the_values_are_said_for_screen_readers(qtbot: QtBot) -> None:
    assert "AZE 2.0; KAZ 3.1" in points_with(qtbot, 2.0, 3.1).accessibleName()
