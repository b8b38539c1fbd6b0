import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from explorer.domain.atlas import Atlas
from explorer.pages.evidence_table import COLUMNS, EvidenceFilter, EvidenceRow, compose_ledger
from explorer.style import DARK, LIGHT
from explorer.ui.panels.evidence.table import EvidenceTable
from explorer.workspace.document import Workspace


@pytest.fixture
def rows(atlas: Atlas) -> tuple[EvidenceRow, ...]:
    return compose_ledger(atlas, Workspace()).find(EvidenceFilter())


@pytest.fixture
def table(qtbot: QtBot, rows: tuple[EvidenceRow, ...]) -> EvidenceTable:
    made = EvidenceTable(LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show_rows(rows, rows[0].id)
    made.show()
    return made


def carried(told: SignalBlocker) -> list[object]:
    """Give what a signal carried."""
    return list(told.args or ())  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - pytest-qt does not say what a signal may carry


def test_the_arrows_go_from_item_to_item(
    table: EvidenceTable, rows: tuple[EvidenceRow, ...], qtbot: QtBot
) -> None:
    table.setFocus()
    with qtbot.waitSignal(table.item_chosen) as told:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert carried(told) == [rows[1].id]


def test_enter_asks_for_the_detail(table: EvidenceTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.entered):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_other_rows_keep_the_item_that_one_is_on_without_a_word(
    table: EvidenceTable, rows: tuple[EvidenceRow, ...], qtbot: QtBot
) -> None:
    table.go_to(rows[5].id)
    with qtbot.assertNotEmitted(table.item_chosen):
        table.show_rows(rows[3:], rows[5].id)
    assert table.currentIndex().row() == 2


def test_an_item_far_down_is_brought_into_sight(
    table: EvidenceTable, rows: tuple[EvidenceRow, ...]
) -> None:
    table.go_to(rows[-1].id)
    index = table.evidence.index(len(rows) - 1, 0)
    assert table.viewport().rect().contains(table.visualRect(index))


@pytest.mark.parametrize("width", [700, 860, 1100, 1600])
def test_the_columns_fill_the_width_and_the_claim_gets_what_is_left(
    table: EvidenceTable, width: int
) -> None:
    table.resize(width, 500)
    widths = [table.columnWidth(place) for place in range(len(COLUMNS))]
    claim = widths[[name for name, _ in COLUMNS].index("claim")]
    assert claim >= 200
    assert sum(widths) == table.viewport().width() or claim == 200


def test_a_head_sorts_by_its_column_and_again_the_other_way(
    table: EvidenceTable, qtbot: QtBot
) -> None:
    head = table.horizontalHeader()
    with qtbot.waitSignal(table.sort_wanted) as told:
        head.sectionClicked.emit(3)
    assert carried(told) == ["factor", False]
    table.show_sort("factor", descending=False)
    with qtbot.waitSignal(table.sort_wanted) as told:
        head.sectionClicked.emit(3)
    assert carried(told) == ["factor", True]


def test_a_screen_reader_gets_all_of_a_row_with_its_claim(
    table: EvidenceTable, rows: tuple[EvidenceRow, ...]
) -> None:
    index = table.evidence.index(0, 2)
    said = str(table.evidence.data(index, Qt.ItemDataRole.AccessibleTextRole))
    for words in (rows[0].id, rows[0].claim, rows[0].direction_words, "grade"):
        assert words in said


def test_rows_are_painted_in_the_colours_of_both_themes(table: EvidenceTable) -> None:
    for theme in (LIGHT, DARK):
        table.set_theme(theme)
        image = table.grab().toImage()
        found = {image.pixelColor(1, y).name() for y in range(40, image.height())}
        assert found & {theme.pull, theme.hold}
