import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.pages.tables import Table
from explorer.style import LIGHT
from explorer.ui.panels.outcomes.methods_table import LinedTable

_TABLE = Table(("Name", "Value"), (("One", "1"), ("Two", "2")), (False, True))


@pytest.fixture
def table(qtbot: QtBot) -> LinedTable:
    made = LinedTable(LIGHT, (3, 1))
    qtbot.addWidget(made)
    made.show_table(_TABLE, [1])
    made.resize(300, 120)
    made.show()
    return made


def label(table: LinedTable, words: str) -> QLabel:
    return next(each for each in table.findChildren(QLabel) if each.text() == words)


def test_figures_stand_to_the_right_and_words_to_the_left(table: LinedTable) -> None:
    assert label(table, "2").alignment() & Qt.AlignmentFlag.AlignRight
    assert label(table, "Two").alignment() & Qt.AlignmentFlag.AlignLeft


def test_a_row_that_stands_out_is_set_in_a_heavier_weight(table: LinedTable) -> None:
    assert label(table, "Two").font().weight() > label(table, "One").font().weight()
    table.show_table(_TABLE)
    assert label(table, "Two").font().weight() == label(table, "One").font().weight()


def test_a_longer_table_is_shown_whole(table: LinedTable, qtbot: QtBot) -> None:
    longer = Table(_TABLE.columns, (*_TABLE.rows, ("Three", "3")), _TABLE.numeric)
    table.show_table(longer)
    # At once: a turn of the event loop later, the page would jump.
    assert label(table, "Three").isVisible()
    qtbot.waitUntil(lambda: len(table.findChildren(QLabel)) == 8)
    assert table.accessibleName() == "One 1; Two 2; Three 3"


def test_columns_without_names_have_no_head(table: LinedTable) -> None:
    table.show_table(Table(("", ""), _TABLE.rows, _TABLE.numeric))
    heads = [each for each in table.findChildren(QLabel) if not each.text()]
    assert heads
    assert not any(head.isVisible() for head in heads)


def test_a_table_without_rows_takes_no_room(table: LinedTable) -> None:
    table.show_table(Table((), (), ()))
    assert not table.isVisible()
    assert table.table.rows == ()
