from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from explorer.pages.compare import ComparePage
from explorer.pages.view import Target
from explorer.ui.panels.compare.grid import CompareGrid
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
