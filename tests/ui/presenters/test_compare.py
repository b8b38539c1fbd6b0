from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.view import Target, View
from explorer.ui.panels.compare.panel import ComparePanel
from explorer.ui.presenters.compare import ComparePresenter, first_view, in_view, with_baseline
from explorer.ui.session import Session
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import Workspace
from explorer.workspace.edits import write_note

CELL = Target("cell", "KAZ", "iran_wedge")
FIVE = ("KAZ", "UZB", "TKM", "KGZ", "TJK")


@pytest.fixture
def session(qtbot: QtBot, atlas: Atlas) -> Session:
    return Session(atlas, Workspace(), View("AZE", ("KAZ",)), CELL)


@pytest.fixture
def panel(qtbot: QtBot, themes: ThemeKeeper) -> ComparePanel:
    made = ComparePanel(themes)
    qtbot.addWidget(made)
    made.resize(900, 700)
    return made


@pytest.fixture
def presenter(session: Session, panel: ComparePanel) -> ComparePresenter:
    return ComparePresenter(session, panel)


def shown(panel: ComparePanel) -> Target | None:
    return panel.grid.compare_model.target(panel.grid.currentIndex())


def test_the_selection_of_the_session_is_the_grids(
    session: Session, panel: ComparePanel, presenter: ComparePresenter
) -> None:
    assert shown(panel) == CELL
    session.select(Target("outcome", "AZE"))
    assert shown(panel) == Target("outcome", "AZE")


def test_what_is_chosen_in_the_grid_is_selected(
    session: Session, panel: ComparePanel, presenter: ComparePresenter
) -> None:
    panel.grid.setCurrentIndex(panel.grid.compare_model.index(1, 1))
    assert session.selection == Target("cell", "AZE", "diplomatic_legitimacy")


def test_the_selection_moves_to_the_new_country_when_its_own_is_hidden(
    session: Session, panel: ComparePanel, presenter: ComparePresenter
) -> None:
    presenter.choose_comparators(("UZB",))
    assert session.selection == replace(CELL, iso3="UZB")
    assert shown(panel) == session.selection


def test_comparators_keep_the_packs_order_and_are_never_none(
    session: Session, presenter: ComparePresenter
) -> None:
    presenter.choose_comparators(("TJK", "AZE", "KAZ"))
    assert session.view.comparators == ("KAZ", "TJK")
    presenter.choose_comparators(())
    presenter.choose_comparators(("AZE",))
    assert session.view.comparators == ("KAZ", "TJK")


def test_a_new_baseline_changes_places_with_the_old_one(
    session: Session, panel: ComparePanel, presenter: ComparePresenter
) -> None:
    presenter.choose_baseline("KAZ")
    assert session.view.shown == ("KAZ", "AZE")
    assert panel.grid.compare_model.headerData(1, panel.grid.horizontalHeader().orientation()) == (
        "Kazakhstan"
    )


def test_a_new_baseline_keeps_the_others(atlas: Atlas) -> None:
    view = with_baseline(atlas, View("AZE", FIVE), "TJK")
    assert view.baseline == "TJK"
    assert set(view.comparators) == {"AZE", "KAZ", "UZB", "TKM", "KGZ"}
    kept = with_baseline(atlas, View("AZE", ("KAZ",)), "UZB")
    assert kept == View("UZB", ("KAZ",))


def test_sorting_by_difference_puts_the_largest_first(
    session: Session, panel: ComparePanel, presenter: ComparePresenter
) -> None:
    presenter.switch_sort()
    model = panel.grid.compare_model
    sizes = [abs(d.value) for row in range(9) if (d := model.difference(row)) is not None]
    assert len(sizes) == 8
    assert sizes == sorted(sizes, reverse=True)
    presenter.switch_sort()
    assert session.view.sort == "factor"


def test_a_new_note_marks_its_cell_at_once(
    session: Session, panel: ComparePanel, presenter: ComparePresenter
) -> None:
    index = panel.grid.currentIndex()
    cell = panel.grid.compare_model.cell(index.row(), index.column())
    assert cell is not None
    assert not cell.has_note
    session.edit(write_note(session.workspace, str(CELL), "mine", datetime.now(UTC)))
    cell = panel.grid.compare_model.cell(index.row(), index.column())
    assert cell is not None
    assert cell.has_note
    session.undo()
    cell = panel.grid.compare_model.cell(index.row(), index.column())
    assert cell is not None
    assert not cell.has_note


def test_a_view_that_no_longer_fits_the_data_gives_the_packs_own(atlas: Atlas) -> None:
    assert first_view(atlas, "XXX", ("YYY",), "sideways") == View("AZE", ("KAZ",), "factor")
    assert first_view(atlas, "UZB", ("AZE", "UZB"), "difference") == View(
        "UZB", ("AZE",), "difference"
    )


def test_a_target_without_a_country_is_always_in_view() -> None:
    view = View("AZE", ("KAZ",))
    factor = Target("factor", factor="iran_wedge")
    assert in_view(factor, view) == factor
    assert in_view(Target("country", "TJK"), view) == Target("country", "KAZ")
