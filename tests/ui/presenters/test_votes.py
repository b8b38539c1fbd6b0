from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from explorer import paths
from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.packs.observations import read_observations
from explorer.pages.charts import LineChart
from explorer.pages.search import Hit
from explorer.pages.view import Target, View
from explorer.pages.voting_agreement import HALF
from explorer.settings import Settings
from explorer.style import DARK
from explorer.ui.app import build_window, settle
from explorer.ui.charts.origin import ChartOrigin
from explorer.ui.main_window import MainWindow
from explorer.ui.panels.sources import SourcesPanel
from explorer.ui.panels.votes import VotesPanel
from explorer.ui.panels.votes.agreement import AgreementFace
from explorer.ui.panels.votes.panel import AGREEMENT, CALLS, TEXTS
from explorer.ui.panels.votes.texts import TextsTable
from explorer.ui.presenters import votes
from explorer.ui.presenters.votes import VotesPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.record_table import RecordTable
from explorer.workspace.document import Workspace


@pytest.fixture(scope="module")
def observations(atlas: Atlas) -> Observations:
    return read_observations(paths.bundled_pack(), atlas)


def settle_tasks(tasks: TaskDoor) -> None:
    while not tasks.is_idle:
        QApplication.processEvents()
    QApplication.processEvents()


@dataclass
class Desk:
    """The view Votes with all that it stands on."""

    session: Session
    tasks: TaskDoor
    panel: VotesPanel
    presenter: VotesPresenter
    themes: ThemeKeeper

    @property
    def chart(self) -> LineChart:
        chart = self.panel.agreement.view.chart
        assert isinstance(chart, LineChart)
        return chart

    def show(self, face: str) -> None:
        """Show a face with all that comes to it from threads and in later turns."""
        self.panel.show_face(face)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        settle_tasks(self.tasks)

    @property
    def heads(self) -> list[str]:
        return [column.title for column in self.panel.texts.table.records.columns]


@pytest.fixture
def desk(
    qtbot: QtBot, atlas: Atlas, observations: Observations, themes: ThemeKeeper
) -> Iterator[Desk]:
    session = Session(atlas, Workspace(), View("AZE", ("TKM",)), Target("outcome"))
    session.take_observations(observations)
    tasks = TaskDoor()
    panel = VotesPanel(themes.theme)
    panel.resize(1180, 720)
    qtbot.addWidget(panel)
    presenter = VotesPresenter(session, tasks, themes, panel)
    panel.show()
    yield Desk(session, tasks, panel, presenter, themes)
    tasks.close()


def test_the_twelve_texts_stand_with_a_column_for_each_state_shown(desk: Desk) -> None:
    assert len(desk.panel.texts.rows) == 12
    assert desk.heads == ["Date", "Number", "Text", "Azerbaijan", "Turkmenistan"]


def test_all_six_states_may_be_shown_at_once(desk: Desk) -> None:
    assert desk.panel.all_states.text() == "All six states"
    desk.panel.all_states.setChecked(True)
    assert len(desk.heads) == 3 + 6
    desk.session.show(View("AZE", ("KAZ", "UZB", "TKM", "KGZ", "TJK")))
    assert desk.panel.all_states.isHidden()


def test_a_vote_that_was_not_recorded_says_so_in_words_and_wears_a_mark(desk: Desk) -> None:
    model = desk.panel.texts.table.records
    at = next(i for i, row in enumerate(model.rows) if row.key == "A/RES/80/1")
    cell = model.index(at, 4)
    assert model.data(cell) == "not recorded"
    assert model.data(cell, Qt.ItemDataRole.DecorationRole) is not None
    assert model.data(model.index(at, 1), Qt.ItemDataRole.DecorationRole) is None
    told = model.data(cell, Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "Turkmenistan not recorded as voting" in str(told)


def test_another_state_brings_its_own_votes(desk: Desk) -> None:
    desk.session.show(View("AZE", ("KAZ",)))
    assert desk.heads[-1] == "Kazakhstan"
    assert "Kazakhstan: 12 yes" in desk.panel.texts.tally.text()


def test_texts_voted_on_after_the_day_looked_at_are_not_shown(desk: Desk) -> None:
    desk.session.look_as_of(date(2024, 6, 1))
    assert [row.day.year for row in desk.panel.texts.rows] == [2024, 2023, 2023]


def test_the_head_of_the_date_turns_the_order_round(desk: Desk) -> None:
    head = desk.panel.texts.table.horizontalHeader()
    head.sectionClicked.emit(0)
    head.sectionClicked.emit(0)
    days = [row.day for row in desk.panel.texts.rows]
    assert days == sorted(days)


def test_the_table_is_copied_as_it_stands_with_its_sources(desk: Desk) -> None:
    desk.panel.texts.copy_link.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 13
    assert lines[0].split("\t") == [*desk.heads, "Source"]
    assert "not recorded" in lines[3]
    assert lines[1].endswith("]")
    assert "S094" in lines[1]


def test_the_table_is_saved_as_a_file(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.panel.texts.csv_link.click()
    dialog = desk.panel.findChild(QFileDialog, "save file")
    assert isinstance(dialog, QFileDialog)
    path = tmp_path / "votes.csv"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: desk.tasks.is_idle)
    assert path.read_text("utf-8-sig").startswith(
        "Date,Number,Text,Azerbaijan,Turkmenistan,Source"
    )


def test_a_source_is_opened_outside_and_traced_inside(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    traced: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    desk.presenter.trace_wanted.connect(traced.append)
    desk.panel.texts.table.setFocus()
    desk.panel.texts.table.setCurrentIndex(desk.panel.texts.table.records.index(0, 0))
    desk.panel.texts.source_link.click()
    desk.panel.texts.trace_link.click()
    assert opened[0].startswith("https://github.com/")
    assert traced == ["vote:A/RES/80/116"]
    assert desk.presenter.goal() == "vote:A/RES/80/116"


def test_agreement_is_drawn_with_the_partner_topic_and_measure_chosen(desk: Desk) -> None:
    desk.show(AGREEMENT)
    assert "Israel" in desk.chart.caption.title
    face = desk.panel.agreement
    QTest.mouseClick(face.partners.buttons[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(face.topics.buttons[1], Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.chart.caption.title == "Agreement with Russia at the UN, votes on Palestine"
    same = desk.chart.lines[0].values
    QTest.mouseClick(face.measures.buttons[1], Qt.MouseButton.LeftButton)
    desk.settle()
    assert face.measures.key == HALF
    assert desk.chart.lines[0].values != same
    assert "half" in face.definition.text()
    assert desk.presenter.goal() == "series:un_agreement/palestine/RUS"


def test_the_threshold_of_hollow_marks_is_said_beside_the_chart(desk: Desk) -> None:
    desk.show(AGREEMENT)
    assert "fewer than 10 votes" in desk.panel.agreement.caution.text()


def test_a_row_of_the_newest_shares_draws_its_partner(desk: Desk) -> None:
    desk.show(AGREEMENT)
    table = desk.panel.agreement.latest
    assert "votes" in table.rows[0].cells[1]
    table.setCurrentIndex(table.records.index(5, 0))
    desk.settle()
    assert "Iran" in desk.chart.caption.title
    assert desk.panel.agreement.partners.key == "IRN"


def test_the_newest_shares_are_copied(desk: Desk) -> None:
    desk.show(AGREEMENT)
    desk.panel.agreement.copy_wanted.emit()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 7
    assert lines[0] == "Partner\tAzerbaijan\tTurkmenistan"


def test_the_chart_ends_with_the_last_year_that_was_over_on_the_day(desk: Desk) -> None:
    desk.show(AGREEMENT)
    desk.session.look_as_of(date(2020, 6, 1))
    desk.settle()
    assert max(year for line in desk.chart.lines for year in line.years) == 2019


def test_roll_calls_are_sieved_by_words_topic_and_difference(desk: Desk) -> None:
    desk.show(CALLS)
    assert len(desk.panel.calls.rows) == 737
    desk.panel.field.setText("jerusalem")
    found = desk.panel.calls.rows
    assert 0 < len(found) < 100
    desk.panel.topics.setCurrentIndex(desk.panel.topics.findData("Palestine"))
    desk.panel.topics.activated.emit(desk.panel.topics.currentIndex())
    assert {row.topic for row in desk.panel.calls.rows} == {"Palestine"}
    desk.panel.split.setChecked(True)
    assert all(len(set(row.votes)) > 1 for row in desk.panel.calls.rows)
    desk.panel.clear()
    desk.panel.changed.emit()
    assert len(desk.panel.calls.rows) == 737


def test_roll_calls_after_the_day_looked_at_are_not_shown(desk: Desk) -> None:
    desk.show(CALLS)
    desk.session.look_as_of(date(2020, 6, 1))
    desk.settle()
    assert desk.panel.calls.rows
    assert max(row.day for row in desk.panel.calls.rows) <= date(2020, 6, 1)
    desk.session.look_as_of(None)
    desk.settle()
    assert len(desk.panel.calls.rows) == 737


def test_the_fields_of_roll_calls_are_shown_with_them_alone(desk: Desk) -> None:
    assert desk.panel.field.isHidden()
    QTest.keyClick(desk.panel, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.panel.face == CALLS
    assert not desk.panel.field.isHidden()


def test_before_the_series_are_read_the_head_says_so(
    qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper, observations: Observations
) -> None:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
    panel = VotesPanel(themes.theme)
    qtbot.addWidget(panel)
    tasks = TaskDoor()
    VotesPresenter(session, tasks, themes, panel)
    panel.show()
    panel.show_face(CALLS)
    assert panel.calls.rows == ()
    panel.show_face(AGREEMENT)
    assert panel.agreement.view.chart is None
    session.take_observations(observations)
    settle_tasks(tasks)
    assert panel.agreement.view.chart is not None


def test_a_face_is_made_when_it_is_wanted_and_not_before(desk: Desk) -> None:
    assert desk.panel.findChild(AgreementFace) is None
    assert len(desk.panel.findChildren(TextsTable)) == 1
    desk.show(AGREEMENT)
    assert desk.panel.findChild(AgreementFace) is not None


def test_agreement_and_roll_calls_are_composed_off_the_thread_of_the_window(desk: Desk) -> None:
    desk.panel.show_face(AGREEMENT)
    assert desk.panel.agreement.view.chart is None
    desk.settle()
    assert desk.panel.agreement.view.chart is not None
    assert len(desk.panel.agreement.latest.rows) == 6
    desk.panel.show_face(CALLS)
    assert desk.panel.calls.rows == ()
    desk.settle()
    assert len(desk.panel.calls.rows) == 737


def test_coming_back_to_a_face_composes_nothing_again(desk: Desk) -> None:
    desk.show(AGREEMENT)
    chart = desk.chart
    desk.show(TEXTS)
    desk.panel.show_face(AGREEMENT)
    assert desk.tasks.is_idle
    assert desk.chart is chart


def test_an_answer_that_the_user_no_longer_waits_for_is_not_shown(desk: Desk) -> None:
    desk.show(AGREEMENT)
    desk.panel.agreement.latest.setCurrentIndex(desk.panel.agreement.latest.records.index(5, 0))
    desk.session.show(View("AZE", ("KAZ",)))
    desk.settle()
    assert [line.iso3 for line in desk.chart.lines] == ["AZE", "KAZ"]
    assert "Iran" in desk.chart.caption.title


def test_what_cannot_be_composed_is_said_and_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise ValueError("a row is broken")

    with monkeypatch.context() as broken:
        broken.setattr(votes, "compose_roll_calls", fail)
        desk.show(CALLS)
    said = [label.text() for label in desk.panel.findChildren(ElidedLabel)]
    assert any("could not be composed: a row is broken" in words for words in said)
    desk.show(CALLS)
    assert len(desk.panel.calls.rows) == 737


def test_a_text_that_was_found_is_gone_to(desk: Desk) -> None:
    desk.show(CALLS)
    assert desk.presenter.open_hit(Hit("vote", "", "", None, key="A/RES/79/232"))
    assert desk.panel.face == TEXTS
    assert desk.panel.texts.table.key == "A/RES/79/232"
    assert not desk.presenter.open_hit(Hit("vote", "", "", None, key="A/RES/1/1"))
    assert not desk.presenter.open_hit(Hit("event", "", "", None, key="A/RES/79/232"))


def test_the_view_takes_another_theme(desk: Desk) -> None:
    desk.themes.choose("dark")
    assert desk.panel.palette().window().color().name() == DARK.card


def test_a_pack_without_votes_says_that_there_are_none(
    qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper
) -> None:
    bare = replace(known_on(atlas, date(2026, 1, 1)), key_votes=())
    session = Session(bare, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
    panel = VotesPanel(themes.theme)
    qtbot.addWidget(panel)
    presenter = VotesPresenter(session, TaskDoor(), themes, panel)
    panel.show()
    assert panel.texts.rows == ()
    assert presenter.goal() == ""


@pytest.mark.parametrize(
    ("view", "goal"),
    [("assessments", "assessment:2026-02:S321:Dulat Baqyshev"), ("votes", "vote:A/RES/80/116")],
)
def test_what_is_chosen_in_assessments_and_votes_says_where_it_is_from(
    window: MainWindow, view: str, goal: str
) -> None:
    window.open_view(view)
    settle(window)
    table = next(each for each in window.findChildren(RecordTable) if each.isVisible())
    table.setCurrentIndex(table.model().index(0, 0))
    # A chart has a link of its own, to the whole table; this one is on the card of what is chosen.
    link = next(
        each
        for each in window.findChildren(LinkButton)
        if each.isVisible() and each.text() == "Where from?" and not isinstance(each, ChartOrigin)
    )
    link.click()
    settle(window)
    assert window.shown_view == "sources"
    shown = window.findChild(SourcesPanel)
    assert shown is not None
    assert shown.chain.page is not None
    assert shown.chain.page.goal == goal


@pytest.fixture
def window(qtbot: QtBot, atlas: Atlas) -> Iterator[MainWindow]:
    made = build_window(Settings(theme="light", comparators=("KAZ",)), atlas, Workspace())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    settle(made)
    yield made
    made.close()
