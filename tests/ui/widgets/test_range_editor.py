import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.style import DARK, LIGHT
from explorer.ui.widgets.range_editor import BEST, HIGH, LOW, RangeEditor

Found = list[tuple[float, float, float]]


@pytest.fixture
def editor(qtbot: QtBot) -> RangeEditor:
    made = RangeEditor("KAZ", LIGHT)
    qtbot.addWidget(made)
    made.resize(300, made.sizeHint().height())
    made.show_range("KAZ", (1.0, 2.0, 3.0), 1.4)
    made.show()
    return made


def moves(editor: RangeEditor) -> Found:
    found: Found = []

    def take(low: float, best: float, high: float) -> None:
        found.append((low, best, high))

    editor.moved.connect(take)
    return found


def point(editor: RangeEditor, value: float) -> QPoint:
    return editor.place_of(value).toPoint()


def drag(editor: RangeEditor, start: float, *through: float) -> None:
    QTest.mousePress(editor, Qt.MouseButton.LeftButton, pos=point(editor, start))
    for value in through:
        QTest.mouseMove(editor, point(editor, value))
    QTest.mouseRelease(editor, Qt.MouseButton.LeftButton, pos=point(editor, through[-1]))


@pytest.mark.parametrize(
    ("start", "end", "handle", "last"),
    [
        (2.0, 2.5, BEST, (1.0, 2.5, 3.0)),
        (1.0, 0.5, LOW, (0.5, 2.0, 3.0)),
        (3.0, 3.6, HIGH, (1.0, 2.0, 3.6)),
        (3.0, 1.5, HIGH, (1.0, 1.5, 1.5)),
        (0.2, 0.4, LOW, (0.4, 2.0, 3.0)),
    ],
)
def test_each_handle_is_dragged_and_pushes_the_others(
    qtbot: QtBot,
    editor: RangeEditor,
    start: float,
    end: float,
    handle: int,
    last: tuple[float, float, float],
) -> None:
    found = moves(editor)
    with qtbot.waitSignal(editor.released):
        drag(editor, start, (start + end) / 2, end)
    assert editor.handle == handle
    assert found[-1] == pytest.approx(last)


def test_the_first_click_rates(editor: RangeEditor) -> None:
    editor.show_range("KAZ", None, None)
    found = moves(editor)
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=point(editor, 3.0))
    assert found == [(2.5, 3.0, 3.5)]
    assert editor.accessibleName().endswith("low 2.5, best 3.0, high 3.5")


def test_keys_move_the_handle_in_use_and_change_it(editor: RangeEditor) -> None:
    found = moves(editor)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    QTest.keyClick(editor, Qt.Key.Key_Up)
    QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_PageDown)
    assert found == [(1.0, 2.1, 3.0), (1.0, 2.1, 2.9), (0.0, 2.1, 2.9)]
    assert "low value" in editor.accessibleDescription()


def test_a_key_rates_what_is_not_rated(editor: RangeEditor) -> None:
    editor.show_range("KAZ", None, 1.0)
    found = moves(editor)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    assert found == [(1.5, 2.0, 2.5)]


def test_beyond_the_ends_nothing_goes_and_nothing_is_said_twice(editor: RangeEditor) -> None:
    found = moves(editor)
    QTest.keyClick(editor, Qt.Key.Key_End)
    QTest.keyClick(editor, Qt.Key.Key_End)
    assert found == [(1.0, 4.0, 4.0)]


def test_it_is_painted_in_both_themes_rated_and_not(qtbot: QtBot) -> None:
    pictures: set[bytes] = set()
    for theme in (LIGHT, DARK):
        for shown, pooled in ((None, None), (None, 1.0), ((1.0, 2.0, 3.0), 1.0)):
            made = RangeEditor("KAZ", theme)
            qtbot.addWidget(made)
            made.resize(300, 40)
            made.show_range("KAZ", shown, pooled)
            pictures.add(bytes(made.grab().toImage().constBits()))
    assert len(pictures) == 6


def test_the_places_rise_with_the_values(editor: RangeEditor) -> None:
    places: list[QPointF] = [editor.place_of(value) for value in (0, 1, 2, 3, 4)]
    assert [each.x() for each in places] == sorted(each.x() for each in places)
    assert places[0].x() >= 0
    assert places[-1].x() <= editor.width()
