from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.compare import ComparePage, OutcomeCell
from explorer.pages.compare_page import compose_compare
from explorer.pages.view import Sort, Target, View
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.panels.compare.panel import ComparePanel
from explorer.ui.presenters.compare import ComparePresenter, first_view, in_view, with_baseline
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.assumptions import set_rating
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


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskDoor]:
    del qtbot
    door = TaskDoor()
    yield door
    door.close()


@pytest.fixture
def keeper(session: Session, tasks: TaskDoor) -> Iterator[OutlookKeeper]:
    made = OutlookKeeper(session, tasks)
    yield made
    made.close()


@pytest.fixture
def following(session: Session, panel: ComparePanel, keeper: OutlookKeeper) -> ComparePresenter:
    return ComparePresenter(session, panel, keeper)


def outcome(panel: ComparePanel, column: int = 3) -> OutcomeCell:
    model = panel.grid.compare_model
    cell = model.cell(model.rowCount() - 1, column)
    assert isinstance(cell, OutcomeCell)
    return cell


def assume(session: Session, value: float = 0.5) -> None:
    session.edit(set_rating(session.workspace, "KAZ", "iran_wedge", value))


def test_the_outcomes_follow_a_scenario_and_its_banner_leads_back(
    session: Session, panel: ComparePanel, following: ComparePresenter
) -> None:
    judged = outcome(panel).shares
    assume(session)
    assert outcome(panel).shares != judged
    assert outcome(panel).before == judged
    assert panel.banner.words.startswith("What if: Own assumptions · 1 change")
    panel.banner.back.click()
    assert outcome(panel).shares == judged
    assert panel.banner.words == ""
    session.undo()
    assert outcome(panel).before == judged


def test_the_banner_opens_the_assumptions(
    session: Session, panel: ComparePanel, following: ComparePresenter
) -> None:
    assume(session)
    wanted: list[str] = []
    panel.view_wanted.connect(wanted.append)
    panel.banner.open.click()
    assert wanted == ["what_if"]


def test_intervals_come_into_the_outcomes_alone_and_the_selection_stays(
    qtbot: QtBot,
    session: Session,
    panel: ComparePanel,
    following: ComparePresenter,
    keeper: OutlookKeeper,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session.select(Target("outcome", "KAZ"))
    assert outcome(panel).interval == ""

    def compose(*_args: object) -> None:
        raise AssertionError("the whole page was composed")

    monkeypatch.setattr("explorer.ui.presenters.compare.compose_compare", compose)
    assert keeper.outlook.is_plain
    with qtbot.waitSignal(keeper.intervals_changed, timeout=20_000):
        keeper.begin()
    assert outcome(panel).interval
    assert outcome(panel).bounds
    assert shown(panel) == Target("outcome", "KAZ")


def test_an_edit_is_composed_once_though_two_tell_of_it(
    session: Session, following: ComparePresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed: list[object] = []

    def compose(*args: object) -> ComparePage:
        composed.append(args)
        return compose_compare(*args)  # pyright: ignore[reportArgumentType] - passed on as it came

    monkeypatch.setattr("explorer.ui.presenters.compare.compose_compare", compose)
    assume(session)
    assert len(composed) == 1


def test_behind_another_view_nothing_is_composed_until_it_comes_back(
    qtbot: QtBot, session: Session, panel: ComparePanel, following: ComparePresenter
) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(panel)
    stack.addWidget(QWidget())
    stack.show()
    judged = outcome(panel).shares
    stack.setCurrentIndex(1)
    assume(session)
    session.select(Target("outcome", "AZE"))
    assert following.is_behind
    assert outcome(panel).shares == judged
    stack.setCurrentIndex(0)
    assert not following.is_behind
    assert outcome(panel).shares != judged
    assert shown(panel) == Target("outcome", "AZE")
    stack.removeWidget(panel)
    panel.setParent(None)


def test_the_first_page_makes_no_forecast(
    session: Session, following: ComparePresenter, keeper: OutlookKeeper
) -> None:
    assert keeper.outlook_if_due is None


def test_another_day_is_composed_and_shown_once(
    session: Session,
    panel: ComparePanel,
    atlas: Atlas,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tasks = TaskDoor()
    outlooks = OutlookKeeper(session, tasks)
    presenter = ComparePresenter(session, panel, outlooks)
    assert outlooks.outlook.after
    pages: list[ComparePage] = []
    show = panel.show_page

    def spy(page: ComparePage, order: Sort) -> None:
        pages.append(page)
        show(page, order)

    monkeypatch.setattr(panel, "show_page", spy)
    for day in (date(2025, 11, 5), None):
        pages.clear()
        session.look_as_of(day)
        outlook = outlooks.outlook_if_due
        composed = compose_compare(session.atlas, session.workspace, session.view, outlook, None)
        assert pages == [composed]
    assert not presenter.is_behind
    tasks.close()
