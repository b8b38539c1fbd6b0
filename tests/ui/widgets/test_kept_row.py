from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.compare import ComparePage
from explorer.pages.evidence_table import EvidenceFilter, compose_ledger
from explorer.pages.record import QuestionRow
from explorer.style import LIGHT
from explorer.ui.panels.compare.grid import CompareGrid
from explorer.ui.panels.evidence.table import EvidenceTable
from explorer.ui.panels.record.rows import QuestionRows
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import Workspace


def evidence(atlas: Atlas) -> QAbstractItemView:
    made = EvidenceTable(LIGHT)
    made.show_rows(compose_ledger(atlas, Workspace()).find(EvidenceFilter()), "")
    return made


def chosen_place(view: QAbstractItemView) -> QRect:
    return view.visualRect(view.currentIndex())


def shrunk(view: QAbstractItemView, qtbot: QtBot, row: int) -> QRect:
    """Choose a row at the lower end of a high list, and make the list low."""
    qtbot.addWidget(view)
    view.resize(900, 620)
    with qtbot.waitExposed(view):
        view.show()
    view.setCurrentIndex(view.model().index(row, 0))
    place = chosen_place(view)
    assert place.top() > 300
    assert place.bottom() <= view.viewport().height()
    view.resize(900, 300)
    qtbot.wait(1)
    return chosen_place(view)


def test_the_chosen_item_of_evidence_stays_in_sight_in_a_lower_list(
    qtbot: QtBot, atlas: Atlas
) -> None:
    view = evidence(atlas)
    place = shrunk(view, qtbot, 8)
    assert 0 <= place.top() <= place.bottom() <= view.viewport().height()


def test_the_chosen_question_stays_in_sight_in_a_lower_list(qtbot: QtBot) -> None:
    view = QuestionRows(LIGHT)
    rows = tuple(QuestionRow(f"Q{at}", f"Question {at}", "Open", is_own=False) for at in range(30))
    view.show_rows(rows, "")
    place = shrunk(view, qtbot, 8)
    assert 0 <= place.top() <= place.bottom() <= view.viewport().height()


def test_a_row_that_was_out_of_sight_is_not_scrolled_to(qtbot: QtBot, atlas: Atlas) -> None:
    view = evidence(atlas)
    qtbot.addWidget(view)
    view.resize(900, 620)
    with qtbot.waitExposed(view):
        view.show()
    view.setCurrentIndex(view.model().index(8, 0))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    view.resize(900, 500)
    qtbot.wait(1)
    assert chosen_place(view).bottom() < 0


def test_the_chosen_cell_stays_in_sight_in_a_lower_comparison(
    qtbot: QtBot, themes: ThemeKeeper, page_of: Callable[..., ComparePage]
) -> None:
    view = CompareGrid(themes)
    page = page_of("KAZ", "UZB")
    view.show_page(page)
    qtbot.addWidget(view)
    view.resize(900, 620)
    with qtbot.waitExposed(view):
        view.show()
    seen = [
        row
        for row in range(view.model().rowCount())
        if 330 < view.rowViewportPosition(row) < view.viewport().height() - 150
    ]
    view.setCurrentIndex(view.model().index(seen[-1], 1))
    view.resize(900, 360)
    qtbot.wait(1)
    place = chosen_place(view)
    assert 0 <= place.top() < place.bottom() <= view.viewport().height() + 1
