from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.pages.charts import BarChart
from explorer.pages.tables import Table, as_tsv
from explorer.style import LIGHT
from explorer.ui.charts.table_window import TableModel, TableWindow


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def window(parent: QWidget, bar_chart: BarChart) -> TableWindow:
    return TableWindow(bar_chart.caption, LIGHT, parent)


def test_the_model_gives_the_texts_of_the_table_and_their_side(bar_chart: BarChart) -> None:
    model = TableModel(bar_chart.caption.table)
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    assert model.data(model.index(1, 1)) == "no value found"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Year"
    side = model.data(model.index(0, 1), Qt.ItemDataRole.TextAlignmentRole)
    assert isinstance(side, int)
    assert side & int(Qt.AlignmentFlag.AlignRight)


def test_copy_takes_the_whole_table(window: TableWindow, bar_chart: BarChart) -> None:
    next(b for b in window.findChildren(QPushButton) if b.accessibleName() == "Copy table").click()
    assert QGuiApplication.clipboard().text() == as_tsv(bar_chart.caption.table)


def test_tab_leaves_the_table(window: TableWindow) -> None:
    assert not window._view.tabKeyNavigation()


def test_long_words_leave_the_figures_beside_them_in_sight(
    parent: QWidget, bar_chart: BarChart
) -> None:
    parent.resize(1280, 800)
    words = "A claim that goes on for a whole sentence and more. " * 6
    row = ("Kazakhstan", words, "24 %", "69 %", "+45")
    table = Table(
        ("State", "What", "Then", "Now", "Move"), (row,), (False, False, True, True, True)
    )
    window = TableWindow(replace(bar_chart.caption, table=table), LIGHT, parent)
    window.show()
    view = window._view
    assert not view.horizontalScrollBar().isVisible()
    assert view.columnViewportPosition(4) + view.columnWidth(4) <= view.viewport().width()
    model = view.model()
    assert model.data(model.index(0, 1), Qt.ItemDataRole.ToolTipRole) == words
