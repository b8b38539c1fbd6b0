from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from explorer.pages.compare import ComparePage
from explorer.pages.view import Target
from explorer.ui.panels.compare.model import CompareModel

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


def model_of(page: ComparePage) -> CompareModel:
    model = CompareModel()
    model.show(page)
    return model


def test_the_model_keeps_qts_own_rules(qtbot: QtBot, page_of: Callable[..., ComparePage]) -> None:
    model = CompareModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(page_of("KAZ"))
    model.show(page_of("KAZ", "UZB"))
    model.show(page_of("KAZ", "UZB"))
    checked: QAbstractItemModel = tester.model()
    assert checked.rowCount() == model.rowCount()


def test_a_pair_has_a_column_for_its_difference(page_of: Callable[..., ComparePage]) -> None:
    model = model_of(page_of("KAZ"))
    names = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
    assert names == ["Factor", "Azerbaijan", "Difference", "Kazakhstan"]


def test_several_countries_have_a_column_each(page_of: Callable[..., ComparePage]) -> None:
    model = model_of(page_of("KAZ", "UZB", "TKM"))
    names = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
    assert names == ["Factor", "Azerbaijan", "Kazakhstan", "Uzbekistan", "Turkmenistan"]


def test_headings_cannot_be_selected_and_all_else_can(page_of: Callable[..., ComparePage]) -> None:
    model = model_of(page_of("KAZ"))
    for row, line in enumerate(model.rows):
        selectable = bool(model.flags(model.index(row, 1)) & Qt.ItemFlag.ItemIsSelectable)
        assert selectable != isinstance(line, str)
        assert (model.target(model.index(row, 1)) is None) == isinstance(line, str)


def test_every_selectable_cell_says_in_words_what_it_shows(
    page_of: Callable[..., ComparePage],
) -> None:
    for page in (page_of("KAZ"), page_of("KAZ", "UZB", "TKM", "KGZ", "TJK")):
        model = model_of(page)
        for row, line in enumerate(model.rows):
            for column in range(model.columnCount()):
                text = model.data(model.index(row, column), ACCESSIBLE)
                is_gap = model.columns[column] == "difference" and row == model.rowCount() - 1
                assert isinstance(line, str) or is_gap or text


def test_a_cells_words_hold_its_summary_in_full(page_of: Callable[..., ComparePage]) -> None:
    page = page_of("KAZ")
    model = model_of(page)
    cell = page.sections[0].rows[0].cells[1]
    index = model.index_of(Target("cell", "KAZ", page.sections[0].rows[0].factor))
    assert cell.summary in str(model.data(index, ACCESSIBLE))
    assert "Kazakhstan" in str(model.data(index, ACCESSIBLE))


def test_a_target_is_found_where_it_stands(page_of: Callable[..., ComparePage]) -> None:
    model = model_of(page_of("KAZ", "UZB"))
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            target = model.target(index)
            if target is not None:
                assert model.index_of(target) == index


def test_what_is_not_shown_is_not_found(page_of: Callable[..., ComparePage]) -> None:
    model = model_of(page_of("KAZ"))
    assert not model.index_of(Target("cell", "TJK", "iran_wedge")).isValid()
    assert not model.index_of(Target("factor", factor="no such factor")).isValid()


def test_a_page_of_the_same_shape_keeps_the_rows(
    qtbot: QtBot, page_of: Callable[..., ComparePage]
) -> None:
    model = model_of(page_of("KAZ"))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show(page_of("KAZ"))
    with qtbot.waitSignal(model.modelReset):
        model.show(page_of("UZB"))
