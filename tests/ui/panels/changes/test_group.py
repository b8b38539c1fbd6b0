from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.pages.changes_page import ChangeGroup, ChangeLine
from explorer.pages.view import Target
from explorer.style import LIGHT
from explorer.ui.panels.changes.group import SHOWN, ChangeGroupView

CELL = Target("cell", "KAZ", "iran_wedge")


def line(number: int, words: str = "Iran trade routes") -> ChangeLine:
    text = f"{words} {number}"
    return ChangeLine(text, f"{text}: told.", aside="more hold", move="+0.1", goal=CELL)


def group_of(count: int) -> ChangeGroup:
    return ChangeGroup("ratings", "Ratings that moved", tuple(map(line, range(count))))


@pytest.fixture
def view(qtbot: QtBot) -> ChangeGroupView:
    made = ChangeGroupView(group_of(20), "Kazakhstan", LIGHT)
    qtbot.addWidget(made)
    made.resize(420, made.heightForWidth(420))
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def test_a_long_group_is_folded_and_says_how_many_more(view: ChangeGroupView) -> None:
    assert len(view.lines) == SHOWN
    low = view.heightForWidth(420)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.accessibleDescription() == f"Show {20 - SHOWN} more"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert len(view.lines) == 20
    assert view.heightForWidth(420) > low
    assert view.accessibleDescription() == f"Iran trade routes {SHOWN}: told."


def test_one_line_too_many_is_not_folded_away(qtbot: QtBot) -> None:
    made = ChangeGroupView(group_of(SHOWN + 1), "Kazakhstan", LIGHT)
    qtbot.addWidget(made)
    assert len(made.lines) == SHOWN + 1


def test_the_arrows_go_from_line_to_line_and_enter_to_its_place(
    view: ChangeGroupView,
) -> None:
    assert view.accessibleName() == "Kazakhstan: Ratings that moved · 20"
    assert view.accessibleDescription() == "Iran trade routes 0: told."
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.accessibleDescription() == "Iran trade routes 1: told."
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.accessibleDescription() == "Iran trade routes 0: told."
    goals: list[object] = []
    view.goal_wanted.connect(goals.append)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert goals == [CELL]


def test_a_click_on_a_line_goes_to_its_place_and_on_more_unfolds(
    view: ChangeGroupView,
) -> None:
    goals: list[object] = []
    view.goal_wanted.connect(goals.append)
    for at in (2, SHOWN):
        place = view.place_of(at).topLeft() + QPoint(20, 6)
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert goals == [CELL]
    assert view.is_whole


def test_the_pointer_over_a_line_shows_that_it_leads_somewhere(view: ChangeGroupView) -> None:
    QTest.mouseMove(view, view.place_of(1).center())
    QTest.mouseMove(view, view.place_of(1).center() + QPoint(1, 0))
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view, QPoint(5, 4))
    assert view.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_lines_do_not_overlap_whatever_the_width(qtbot: QtBot) -> None:
    long = tuple(
        line(at, "A long claim of many words that has to break here " * 3) for at in range(2)
    )
    made = ChangeGroupView(replace(group_of(0), lines=long, kind="evidence"), "KAZ", LIGHT)
    qtbot.addWidget(made)
    heights: list[int] = []
    for width in (220, 360, 700):
        made.resize(width, made.heightForWidth(width))
        places = [made.place_of(at) for at in range(2)]
        assert places[0].bottom() < places[1].top()
        assert places[1].bottom() < made.height()
        heights.append(made.height())
    assert heights == sorted(heights, reverse=True)


def test_a_group_without_lines_is_no_stop_and_says_why(qtbot: QtBot) -> None:
    made = ChangeGroupView(replace(group_of(0), note="None in this time."), "KAZ", LIGHT)
    qtbot.addWidget(made)
    assert made.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert made.accessibleDescription() == "None in this time."


def test_a_ladder_is_drawn_then_and_now(qtbot: QtBot) -> None:
    bars = ((0.2, 0.2, 0.2, 0.2, 0.2), (0.1, 0.1, 0.1, 0.1, 0.6))
    plain = ChangeGroup("ladder", "Likely outcome", (line(1),), "It leads.", counts=False)
    pictures: list[set[int]] = []
    for group in (plain, replace(plain, bars=bars)):
        made = ChangeGroupView(group, "KAZ", LIGHT)
        qtbot.addWidget(made)
        made.resize(420, made.heightForWidth(420))
        image = made.grab().toImage()
        y = made.place_of(0).top() - 22
        pictures.append({image.pixel(x, y) for x in range(0, 380, 3)})
    assert len(pictures[1]) > 4
    assert len(pictures[1]) > len(pictures[0])
