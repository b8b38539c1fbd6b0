from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from explorer.pages.compare import ComparePage, FactorRow
from explorer.pages.view import Target
from explorer.ui.panels.compare.grid import CompareGrid
from explorer.ui.panels.compare.pinned import PinnedView
from explorer.ui.theme import ThemeKeeper

Key = Qt.Key
FIVE = ("KAZ", "UZB", "TKM", "KGZ", "TJK")


@pytest.fixture
def grid(qtbot: QtBot, themes: ThemeKeeper, page_of: Callable[..., ComparePage]) -> CompareGrid:
    made = CompareGrid(themes)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.chosen.connect(made.show_selection)
    made.show_page(page_of("KAZ"))
    made.show()
    made.show_selection(Target("cell", "KAZ", "energy_diversification"))
    return made


def press(qtbot: QtBot, grid: CompareGrid, *keys: Qt.Key) -> list[Target]:
    """Press keys and give the targets that the grid said were chosen."""
    said: list[Target] = []
    grid.chosen.connect(said.append)
    for key in keys:
        QTest.keyClick(grid, key)
    grid.chosen.disconnect(said.append)
    return said


def test_showing_a_selection_is_not_choosing(qtbot: QtBot, grid: CompareGrid) -> None:
    with qtbot.assertNotEmitted(grid.chosen):
        grid.show_selection(Target("cell", "AZE", "energy_diversification"))
        grid.show_selection(Target("country", "KAZ"))


def test_the_arrows_move_cell_by_cell(qtbot: QtBot, grid: CompareGrid) -> None:
    said = press(qtbot, grid, Key.Key_Left, Key.Key_Left, Key.Key_Left, Key.Key_Down)
    assert [str(target) for target in said] == [
        "factor:energy_diversification",
        "cell:AZE:energy_diversification",
        "factor:energy_diversification",
        "factor:iran_wedge",
    ]


def test_the_arrows_reach_the_outcomes_past_the_headings(qtbot: QtBot, grid: CompareGrid) -> None:
    said = press(qtbot, grid, *[Key.Key_Down] * 30)
    factors = {target.factor for target in said if target.kind == "cell"}
    assert len(factors) == 10
    assert said[-1] == Target("outcome", "KAZ")


def test_up_from_the_first_row_selects_the_country_and_down_comes_back(
    qtbot: QtBot, grid: CompareGrid
) -> None:
    said = press(qtbot, grid, Key.Key_Up, Key.Key_Up, Key.Key_Left, Key.Key_Down)
    assert [str(target) for target in said] == [
        "cell:KAZ:diplomatic_legitimacy",
        "country:KAZ",
        "country:AZE",
        "cell:AZE:diplomatic_legitimacy",
    ]


def test_down_leaves_a_country_that_was_jumped_to(qtbot: QtBot, grid: CompareGrid) -> None:
    grid.setCurrentIndex(QModelIndex())
    grid.show_selection(Target("country", "KAZ"))
    said = press(qtbot, grid, Key.Key_Down)
    assert [str(target) for target in said] == ["cell:KAZ:diplomatic_legitimacy"]


def test_enter_asks_for_the_details(qtbot: QtBot, grid: CompareGrid) -> None:
    with qtbot.waitSignal(grid.entered):
        QTest.keyClick(grid, Key.Key_Return)


def test_tab_leaves_the_grid(qtbot: QtBot, grid: CompareGrid) -> None:
    before = grid.currentIndex()
    QTest.keyClick(grid, Key.Key_Tab)
    assert grid.currentIndex() == before


def test_a_click_on_a_name_selects_the_country(qtbot: QtBot, grid: CompareGrid) -> None:
    header = grid.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(3) + 40, 15)
    said: list[object] = []
    grid.chosen.connect(said.append)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said == [Target("country", "KAZ")]


def test_a_click_on_the_difference_selects_the_factor(qtbot: QtBot, grid: CompareGrid) -> None:
    index = grid.compare_model.index(1, 2)
    place = grid.visualRect(index).center()
    said: list[object] = []
    grid.chosen.connect(said.append)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said == [Target("factor", factor="diplomatic_legitimacy")]


def test_nothing_scrolls_sideways_where_there_is_room(grid: CompareGrid) -> None:
    assert grid.horizontalScrollBar().maximum() == 0


def test_factor_and_baseline_stay_in_sight_when_the_grid_scrolls(
    qtbot: QtBot, grid: CompareGrid, page_of: Callable[..., ComparePage]
) -> None:
    grid.resize(620, 500)
    grid.show_page(page_of(*FIVE))
    grid.show_selection(Target("cell", "TJK", "energy_diversification"))
    QApplication.processEvents()
    pinned = next(view for view in grid.findChildren(QTableView) if view.isVisible())
    assert grid.horizontalScrollBar().value() > 0
    assert not pinned.isColumnHidden(0)
    assert not pinned.isColumnHidden(1)
    assert pinned.isColumnHidden(2)
    assert pinned.rowHeight(3) == grid.rowHeight(3)
    grid.verticalScrollBar().setValue(40)
    assert pinned.verticalScrollBar().value() == grid.verticalScrollBar().value()


def test_a_cell_beside_the_pinned_columns_is_not_covered_by_them(
    qtbot: QtBot, grid: CompareGrid, page_of: Callable[..., ComparePage]
) -> None:
    grid.resize(620, 500)
    grid.show_page(page_of(*FIVE))
    grid.show_selection(Target("cell", "TJK", "energy_diversification"))
    press(qtbot, grid, *[Key.Key_Left] * 4)
    assert grid.compare_model.target(grid.currentIndex()) == Target(
        "cell", "KAZ", "energy_diversification"
    )
    pinned = grid.columnWidth(0) + grid.columnWidth(1)
    assert grid.columnViewportPosition(2) >= pinned


def test_a_painted_grid_differs_between_light_and_dark(
    qtbot: QtBot, grid: CompareGrid, themes: ThemeKeeper
) -> None:
    light = grid.grab().toImage()
    themes.choose("dark")
    dark = grid.grab().toImage()
    themes.choose("light")
    assert light != dark
    assert grid.grab().toImage() == light


def pinned_views(grid: CompareGrid) -> list[PinnedView]:
    return [view for view in grid.findChildren(PinnedView) if view.isVisible()]


def shown_rows(view: QTableView) -> list[int]:
    return [row for row in range(view.model().rowCount()) if not view.isRowHidden(row)]


def wheel_down(view: QTableView) -> None:
    place = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        place,
        view.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_outcomes_stay_in_sight_while_the_factors_scroll(
    qtbot: QtBot, grid: CompareGrid
) -> None:
    (foot,) = pinned_views(grid)
    last = grid.compare_model.rowCount() - 1
    assert shown_rows(foot) == [last - 1, last]
    assert foot.rowHeight(last) == grid.rowHeight(last)
    assert foot.geometry().bottom() == grid.viewport().geometry().bottom()
    assert foot.verticalScrollBar().maximum() == 0
    grid.verticalScrollBar().setValue(100)
    assert foot.visualRect(grid.compare_model.index(last, 1)).top() == foot.rowHeight(last - 1)


def test_nothing_is_pinned_where_all_rows_are_in_sight(grid: CompareGrid) -> None:
    grid.resize(1400, 1200)
    assert pinned_views(grid) == []


def test_the_outcomes_scroll_with_the_rest_where_the_grid_is_low(grid: CompareGrid) -> None:
    grid.resize(900, 320)
    assert pinned_views(grid) == []
    grid.show_selection(Target("outcome", "KAZ"))
    assert grid.verticalScrollBar().value() == grid.verticalScrollBar().maximum()


def test_down_goes_from_the_last_factor_to_the_outcomes_and_up_comes_back(
    qtbot: QtBot, grid: CompareGrid
) -> None:
    factors = [row for row in grid.compare_model.rows if isinstance(row, FactorRow)]
    last = Target("cell", "KAZ", factors[-1].factor)
    grid.show_selection(last)
    before = grid.verticalScrollBar().value()
    said = press(qtbot, grid, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Up)
    assert said[0] == Target("outcome", "KAZ")
    assert said[-1] == last
    assert grid.verticalScrollBar().value() == before


def test_no_factor_that_is_moved_to_is_under_the_outcomes(qtbot: QtBot, grid: CompareGrid) -> None:
    (foot,) = pinned_views(grid)
    seen = set[int]()
    for _ in range(13):
        press(qtbot, grid, Key.Key_Down)
        row = grid.currentIndex().row()
        if row < grid.compare_model.rowCount() - 2:
            seen.add(row)
            low = grid.rowViewportPosition(row) + grid.rowHeight(row)
            assert low <= grid.viewport().height() - foot.height()
    assert len(seen) >= 10


def test_a_click_on_pinned_outcomes_selects_them_and_the_grid_keeps_the_keys(
    qtbot: QtBot, grid: CompareGrid
) -> None:
    (foot,) = pinned_views(grid)
    last = grid.compare_model.rowCount() - 1
    place = foot.visualRect(grid.compare_model.index(last, 1)).center()
    said: list[object] = []
    grid.chosen.connect(said.append)
    QTest.mouseClick(foot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said == [Target("outcome", "AZE")]
    assert foot.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_wheel_over_pinned_outcomes_scrolls_the_factors(
    qtbot: QtBot, grid: CompareGrid
) -> None:
    (foot,) = pinned_views(grid)
    wheel_down(foot)
    assert grid.verticalScrollBar().value() > 0


def test_pinned_outcomes_move_sideways_with_the_grid_beside_pinned_columns(
    qtbot: QtBot, grid: CompareGrid, page_of: Callable[..., ComparePage]
) -> None:
    grid.resize(620, 560)
    grid.show_page(page_of(*FIVE))
    grid.show_selection(Target("outcome", "TJK"))
    QApplication.processEvents()
    assert len(pinned_views(grid)) == 3
    foot = next(view for view in pinned_views(grid) if not view.isColumnHidden(6))
    corner = next(
        view for view in pinned_views(grid) if view.isColumnHidden(6) and view.isRowHidden(1)
    )
    assert grid.horizontalScrollBar().value() > 0
    assert foot.columnViewportPosition(6) == grid.columnViewportPosition(6)
    assert corner.columnViewportPosition(0) == 0
    assert foot.geometry().top() == corner.geometry().top()


def test_rows_take_the_height_that_is_left_but_not_without_end(grid: CompareGrid) -> None:
    grid.resize(1400, 3000)
    roomy = sum(grid.rowHeight(row) for row in range(grid.compare_model.rowCount()))
    assert grid.natural_height == roomy + grid.horizontalHeader().height() + 2
    grid.resize(1400, grid.natural_height - 40)
    less = sum(grid.rowHeight(row) for row in range(grid.compare_model.rowCount()))
    assert roomy - less == 40
    QApplication.processEvents()
    assert grid.verticalScrollBar().maximum() == 0


# The offscreen platform lets no menu take the keyboard, and says so.
no_grab = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def asked_at(
    widget: QWidget,
    place: QPoint,
    reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse,
) -> QMenu | None:
    """Ask for the menu at a place on a widget; give the grid's menu if there is one then."""
    event = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    return menu if isinstance(menu, QMenu) else None


@no_grab
def test_the_menu_offers_the_actions_that_the_grid_was_given(grid: CompareGrid) -> None:
    actions = [QAction("Copy", grid), QAction("Write a note", grid)]
    grid.addActions(actions)
    by_mouse = asked_at(grid.viewport(), QPoint(300, 200))
    assert by_mouse is not None
    assert by_mouse.actions() == actions
    by_mouse.close()
    by_key = asked_at(grid, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)
    assert by_key is not None
    assert by_key.actions() == actions
    current = grid.visualRect(grid.currentIndex())
    assert current.contains(grid.viewport().mapFromGlobal(by_key.pos()))
    by_key.close()


def test_a_grid_without_actions_has_no_menu(grid: CompareGrid) -> None:
    assert asked_at(grid.viewport(), QPoint(300, 200)) is None


@no_grab
def test_a_click_for_the_menu_selects_what_it_is_on(grid: CompareGrid) -> None:
    said: list[object] = []
    grid.chosen.connect(said.append)
    place = grid.visualRect(grid.compare_model.index(3, 1)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert said[-1] == grid.compare_model.target(grid.compare_model.index(3, 1))
    grid.addActions([QAction("Copy", grid)])
    header = grid.horizontalHeader()
    on_name = QPoint(header.sectionViewportPosition(3) + 40, 15)
    menu = asked_at(header.viewport(), on_name)
    assert menu is not None
    assert said[-1] == Target("country", "KAZ")
    menu.close()


@no_grab
def test_what_is_pinned_has_the_menu_too(
    grid: CompareGrid, page_of: Callable[..., ComparePage]
) -> None:
    grid.addActions([QAction("Copy", grid)])
    grid.resize(620, 500)
    grid.show_page(page_of(*FIVE))
    QApplication.processEvents()
    pinned = [view for view in grid.findChildren(PinnedView) if view.isVisible()]
    assert pinned
    for view in pinned:
        menu = asked_at(view.viewport(), QPoint(10, 10))
        assert menu is not None
        menu.close()


def test_the_grid_says_whether_it_is_on_a_difference(qtbot: QtBot, grid: CompareGrid) -> None:
    assert not grid.is_on_difference
    press(qtbot, grid, Key.Key_Left)
    assert grid.is_on_difference
    press(qtbot, grid, Key.Key_Left)
    assert not grid.is_on_difference
    grid.show_selection(Target("country", "KAZ"))
    assert not grid.is_on_difference


def test_the_mark_of_a_note_covers_no_sign_that_raters_differ(
    grid: CompareGrid, page_of: Callable[..., ComparePage]
) -> None:
    grid.resize(900, 900)
    page = page_of(*FIVE)
    section = page.sections[0]
    row = section.rows[0]

    def sheet(*, has_note: bool, differ: str) -> QImage:
        cell = replace(row.cells[0], has_note=has_note, disagreement=differ)
        rows = (replace(row, cells=(cell, *row.cells[1:])), *section.rows[1:])
        grid.show_page(replace(page, sections=(replace(section, rows=rows), *page.sections[1:])))
        index = grid.model().index(1, 1)
        box = grid.visualRect(index)
        picture = grid.viewport().grab().toImage()
        return picture.copy(box.right() - 12, box.top() + 3, 12, 12)

    assert sheet(has_note=True, differ="") != sheet(has_note=False, differ="")
    assert sheet(has_note=True, differ="raters differ") == sheet(has_note=True, differ="")
