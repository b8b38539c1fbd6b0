from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from explorer.pages.compare import ComparePage
from explorer.pages.view import Target
from explorer.style import LIGHT
from explorer.ui.panels.compare.grid import CompareGrid
from explorer.ui.theme import ThemeKeeper

FIVE = ("KAZ", "UZB", "TKM", "KGZ", "TJK")
ACCESSIBLE, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole
ACROSS = Qt.Orientation.Horizontal


@pytest.fixture
def grid(qtbot: QtBot, themes: ThemeKeeper, page_of: Callable[..., ComparePage]) -> CompareGrid:
    made = CompareGrid(themes)
    qtbot.addWidget(made)
    made.resize(960, 700)
    made.show_page(page_of("KAZ"))
    made.show()
    return made


def picture(grid: CompareGrid) -> QImage:
    return grid.horizontalHeader().grab().toImage()


def test_a_headline_under_the_names_makes_the_header_higher(
    grid: CompareGrid, page_of: Callable[..., ComparePage]
) -> None:
    plain = grid.horizontalHeader().height()
    grid.show_page(page_of(*FIVE))
    assert grid.horizontalHeader().height() > plain + 30
    grid.show_page(page_of("KAZ"))
    assert grid.horizontalHeader().height() == plain


def test_a_wide_column_needs_fewer_lines_for_its_headline(
    grid: CompareGrid, page_of: Callable[..., ComparePage]
) -> None:
    grid.show_page(page_of(*FIVE))
    narrow = grid.horizontalHeader().height()
    grid.resize(2600, 700)
    assert grid.horizontalHeader().height() < narrow


def test_the_selected_country_has_a_line_under_its_name(grid: CompareGrid) -> None:
    before = picture(grid)
    grid.show_selection(Target("country", "KAZ"))
    after = picture(grid)
    place = grid.columnViewportPosition(3) + 20
    bottom = after.height() - 1
    assert QColor(before.pixelColor(place, bottom)).name() != LIGHT.accent
    assert QColor(after.pixelColor(place, bottom)).name() == LIGHT.accent
    grid.show_selection(Target("cell", "KAZ", "iran_wedge"))
    assert picture(grid) == before


def test_the_header_says_what_a_cell_holds(grid: CompareGrid) -> None:
    model = grid.compare_model
    for role in (ACCESSIBLE, TIP):
        text = str(model.headerData(1, ACROSS, role))
        assert "rating, confidence, number of evidence items" in text
    assert "baseline" in str(model.headerData(1, ACROSS, ACCESSIBLE))
    assert "Comparator less baseline" in str(model.headerData(2, ACROSS, TIP))


def test_a_headline_cut_short_is_whole_in_the_tool_tip(
    grid: CompareGrid, page_of: Callable[..., ComparePage]
) -> None:
    page = page_of(*FIVE)
    grid.show_page(page)
    for column, country in enumerate(page.columns, start=1):
        assert country.headline in str(grid.compare_model.headerData(column, ACROSS, TIP))
        assert country.headline in str(grid.compare_model.headerData(column, ACROSS, ACCESSIBLE))
