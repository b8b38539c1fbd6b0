from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.search import Hit
from explorer.pages.view import Target, View
from explorer.ui.panels.record import RecordPanel
from explorer.ui.presenters.record import RecordPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.link import LinkButton
from explorer.workspace.document import OwnForecast, OwnQuestion, Workspace
from explorer.workspace.forecasts import put_forecast, put_question

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
QUESTION = OwnQuestion("P01", "Will it rain?", ("KAZ",), date(2027, 1, 31), "A drop", NOW)


@pytest.fixture
def session(atlas: Atlas) -> Session:
    return Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("country", "KAZ"))


@pytest.fixture
def panel(qtbot: QtBot, themes: ThemeKeeper) -> RecordPanel:
    made = RecordPanel(themes.theme)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    return made


@pytest.fixture
def presenter(
    session: Session, themes: ThemeKeeper, panel: RecordPanel
) -> Iterator[RecordPresenter]:
    tasks = TaskDoor()
    made = RecordPresenter(session, tasks, themes, panel)
    panel.show()
    yield made
    tasks.close()


def test_the_view_opens_on_the_first_resolved_case(presenter: RecordPresenter) -> None:
    panel = presenter.panel
    assert panel.head.count.text() == "22 questions, 18 resolved"
    assert panel.rows.count() == 22
    assert panel.detail.page is not None
    assert panel.detail.page.key == presenter.chosen == "Q01"


def test_the_question_leads_to_where_it_is_from_and_an_own_one_does_not(
    presenter: RecordPresenter, session: Session
) -> None:
    said: list[str] = []
    presenter.panel.detail.trace_wanted.connect(said.append)
    links = presenter.panel.detail.findChildren(LinkButton)
    next(each for each in links if each.text() == "Where from?").click()
    assert said == ["question:Q01"] == [presenter.goal()]
    session.edit(put_question(session.workspace, QUESTION))
    presenter.show_question("P01")
    assert presenter.goal() == ""


def test_nothing_is_composed_while_the_panel_is_out_of_sight(
    session: Session, themes: ThemeKeeper, panel: RecordPanel
) -> None:
    tasks = TaskDoor()
    RecordPresenter(session, tasks, themes, panel)
    session.edit(put_question(session.workspace, QUESTION))
    assert panel.rows.count() == 0
    panel.show()
    assert panel.rows.count() == 23
    tasks.close()


def test_going_to_another_question_shows_it(presenter: RecordPresenter) -> None:
    panel = presenter.panel
    panel.rows.setCurrentRow(4)
    assert panel.detail.page is not None
    assert panel.detail.page.key == "Q05"


def test_the_filters_narrow_the_list_and_the_first_of_it_is_shown(
    presenter: RecordPresenter,
) -> None:
    head = presenter.panel.head
    head.shown.show_chosen("open")
    head.states.setCurrentIndex(head.states.findData("KAZ"))
    head.asked.emit()
    assert head.count.text() == "4 of 22 questions"
    assert presenter.chosen == "Q02"
    head.shown.show_chosen("mine")
    head.asked.emit()
    assert presenter.panel.nothing.isVisible()
    assert presenter.panel.detail.page is None


def test_a_question_that_is_searched_for_is_shown_though_the_filter_hid_it(
    presenter: RecordPresenter,
) -> None:
    head = presenter.panel.head
    head.shown.show_chosen("open")
    head.asked.emit()
    presenter.panel.show_face("scores")
    assert presenter.open_hit(Hit("question", "", "", None, key="Q17"))
    assert presenter.panel.rows.key == "Q17"
    assert presenter.panel.face == "questions"


def test_what_is_no_question_of_the_record_is_left_to_others(presenter: RecordPresenter) -> None:
    assert not presenter.open_hit(Hit("question", "", "", None, key="Q99"))
    assert not presenter.open_hit(Hit("source", "", "", None, key="Q01"))


def test_an_edit_is_followed_and_undone(presenter: RecordPresenter, session: Session) -> None:
    workspace = put_question(session.workspace, QUESTION)
    session.edit(put_forecast(workspace, OwnForecast("F001", "P01", "", 0.3, NOW, "")))
    presenter.show_question("P01")
    page = presenter.panel.detail.page
    assert page is not None
    assert [each.key for each in page.mine] == ["F001"]
    session.undo()
    assert presenter.chosen == "Q01"


def test_on_an_earlier_day_what_was_resolved_later_reads_open(
    presenter: RecordPresenter, session: Session
) -> None:
    session.look_as_of(date(2025, 11, 5))
    presenter.show_question("Q01")
    page = presenter.panel.detail.page
    assert page is not None
    assert page.outcome == "Open"
    assert page.judged
    assert {line.brier for line in page.judged} == {"not scored"}
    assert "What happened" not in dict(page.facts)
    assert "5 Nov 2025" in page.blocked
    session.look_as_of(None)
    page = presenter.panel.detail.page
    assert page is not None
    assert page.outcome == "Yes, 6 Nov 2025"


def test_the_scores_are_composed_when_they_are_asked_for(presenter: RecordPresenter) -> None:
    panel = presenter.panel
    assert panel.scores.page is None
    panel.head.face_chosen.emit("scores")
    assert panel.face == "scores"
    assert panel.scores.page is not None
    assert panel.scores.page.progress == "0 of 30 resolved questions needed."
    assert not panel.head.shown.isVisible()


def test_another_theme_is_taken_to_every_part(
    presenter: RecordPresenter, themes: ThemeKeeper
) -> None:
    presenter.panel.head.face_chosen.emit("scores")
    themes.choose("dark")
    assert presenter.panel.rows.theme == themes.theme
