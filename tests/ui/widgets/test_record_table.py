import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.style import DARK, LIGHT, Theme
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.record_table import RecordColumn, RecordRow, RecordTable

COLUMNS = (RecordColumn("Date", 80, starts_high=True), RecordColumn("Name", 0))
ROWS = (
    RecordRow("b", ("2 Jan", "Berta"), "Berta, on 2 January", ("2025-01-02", "Berta")),
    RecordRow("a", ("10 Jan", "Anna"), "Anna, on 10 January", ("2025-01-10", "Anna")),
    RecordRow("c", ("1 Dec", "Clara"), "Clara, on 1 December", ("2024-12-01", "Clara")),
)


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable:
    made = RecordTable("Records", LIGHT)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.show_rows(COLUMNS, ROWS)
    return made


def keys(table: RecordTable) -> str:
    return "".join(row.key for row in table.rows)


def test_rows_stand_as_given_until_a_head_is_pressed(table: RecordTable) -> None:
    assert keys(table) == "bac"
    table.horizontalHeader().sectionClicked.emit(0)
    assert keys(table) == "abc"
    table.horizontalHeader().sectionClicked.emit(0)
    assert keys(table) == "cba"
    table.horizontalHeader().sectionClicked.emit(1)
    assert keys(table) == "abc"


def first_ink(image: QImage) -> int:
    """Give the first column of pixels that is not all of one colour."""
    for x in range(image.width()):
        if len({image.pixel(x, y) for y in range(2, image.height() - 3)}) > 1:
            return x
    return -1


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_head_stands_exactly_over_its_cells(
    table: RecordTable, themes: ThemeKeeper, theme: Theme
) -> None:
    themes.choose("dark" if theme is DARK else "light")
    table.set_theme(theme)
    names = ("Date", "Name")
    table.show_rows(COLUMNS, [RecordRow("a", names, "")])
    table.clearSelection()
    head = table.horizontalHeader()
    for column in range(len(names)):
        left, width = head.sectionViewportPosition(column), head.sectionSize(column)
        over = head.viewport().grab(QRect(left, 0, width, head.height())).toImage()
        row = QRect(left, 0, width, table.rowHeight(0))
        under = table.viewport().grab(row).toImage()
        assert first_ink(over) == first_ink(under) > 0


def test_the_order_chosen_stays_with_other_rows(table: RecordTable) -> None:
    table.horizontalHeader().sectionClicked.emit(1)
    table.show_rows(COLUMNS, ROWS[::-1])
    assert keys(table) == "abc"


def test_the_row_that_the_user_is_on_stays_chosen_when_others_come(
    qtbot: QtBot, table: RecordTable
) -> None:
    table.go_to("c")
    with qtbot.assertNotEmitted(table.chosen):
        table.show_rows(COLUMNS, ROWS[1:])
    assert table.key == "c"
    table.show_rows(COLUMNS, ROWS[:1])
    assert table.key == ""


def test_going_to_a_row_by_key_says_so_once(table: RecordTable) -> None:
    table.go_to("b")
    table.setFocus()
    chosen: list[str] = []
    table.chosen.connect(chosen.append)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert chosen == ["a"]


def test_a_row_is_told_whole_and_a_cell_with_its_head(table: RecordTable) -> None:
    index = table.records.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Berta, on 2 January"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Name: Berta"
    head = table.records.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert head == "Sort by name"


def test_the_open_column_takes_what_is_left(table: RecordTable) -> None:
    assert table.columnWidth(0) == 80
    assert table.columnWidth(1) == table.viewport().width() - 80


def test_copying_and_entering_are_asked_for_by_keys(qtbot: QtBot, table: RecordTable) -> None:
    table.setFocus()
    table.go_to("a")
    with qtbot.waitSignal(table.copy_wanted):
        QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(table.entered_row):
        QTest.keyClick(table, Qt.Key.Key_Return)
