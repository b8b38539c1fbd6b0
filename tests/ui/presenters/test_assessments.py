from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.assessments import SUBSTANCE
from explorer.pages.charts import StanceChart
from explorer.pages.search import Hit
from explorer.pages.view import Target, View
from explorer.style import DARK
from explorer.ui.charts.stances import StancePlot
from explorer.ui.panels.assessments import AssessmentsPanel
from explorer.ui.panels.assessments.card import NONE_FITS
from explorer.ui.presenters.assessments import AssessmentsPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import Workspace


@dataclass
class Desk:
    """The view Assessments with all that it stands on."""

    session: Session
    tasks: TaskDoor
    panel: AssessmentsPanel
    presenter: AssessmentsPresenter
    themes: ThemeKeeper

    @property
    def plot(self) -> StancePlot:
        plot = self.panel.plot
        assert plot is not None
        return plot

    @property
    def chart(self) -> StanceChart:
        chart = self.panel.view.chart
        assert isinstance(chart, StanceChart)
        return chart

    def settle(self) -> None:
        """Wait until nothing is under way."""
        while not self.tasks.is_idle:
            QApplication.processEvents()

    def key(self, author: str) -> str:
        return next(each.key for each in self.presenter.items if each.author == author)

    def authors(self) -> list[str]:
        return [row.cells[1] for row in self.panel.list.rows]


@pytest.fixture
def desk(qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper) -> Iterator[Desk]:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
    tasks = TaskDoor()
    panel = AssessmentsPanel(themes.theme)
    panel.resize(1180, 720)
    qtbot.addWidget(panel)
    presenter = AssessmentsPresenter(session, tasks, themes, panel)
    panel.show()
    made = Desk(session, tasks, panel, presenter, themes)
    made.settle()
    yield made
    tasks.close()


def test_nothing_is_composed_before_the_panel_is_in_sight(
    qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper
) -> None:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
    panel = AssessmentsPanel(themes.theme)
    qtbot.addWidget(panel)
    presenter = AssessmentsPresenter(session, TaskDoor(), themes, panel)
    session.show(View("AZE", ("UZB",)))
    assert panel.plot is None
    assert not presenter.open_hit(Hit("assessment", "", "", None, key="0"))


def test_the_states_shown_are_followed(desk: Desk) -> None:
    assert "Luca Anceschi" not in desk.authors()
    desk.session.show(View("AZE", ("TKM",)))
    desk.settle()
    assert "Luca Anceschi" in desk.authors()
    assert [name for _, name in desk.chart.names] == ["Azerbaijan", "Turkmenistan"]


def test_the_day_looked_at_is_followed(desk: Desk) -> None:
    every = len(desk.authors())
    desk.session.look_as_of(date(2025, 11, 5))
    desk.settle()
    assert 0 < len(desk.authors()) < every
    desk.session.look_as_of(None)
    desk.settle()
    assert len(desk.authors()) == every


def test_the_view_is_painted_before_the_assessments_come(desk: Desk) -> None:
    before = desk.authors()
    desk.session.show(View("AZE", ("UZB",)))
    assert desk.authors() == before
    desk.settle()
    assert desk.authors() != before


def test_coming_back_to_the_view_composes_nothing_again(desk: Desk) -> None:
    chart = desk.chart
    desk.panel.hide()
    desk.panel.show()
    assert desk.tasks.is_idle
    assert desk.chart is chart
    desk.panel.hide()
    desk.session.show(View("AZE", ("UZB",)))
    desk.panel.show()
    desk.settle()
    assert [name for _, name in desk.chart.names] == ["Azerbaijan", "Uzbekistan"]


def test_a_found_assessment_is_shown_before_the_others_are_composed(desk: Desk) -> None:
    key = desk.key("Temur Umarov")
    desk.session.show(View("AZE", ("UZB",)))
    desk.session.show(View("AZE", ("KAZ",)))
    desk.session.show(View("AZE", ("KAZ", "UZB")))
    assert desk.presenter.open_hit(Hit("assessment", "", "", None, key=key))
    desk.settle()
    assert desk.presenter.key == desk.panel.list.key == key


def test_line_and_list_hold_the_same_authors(desk: Desk) -> None:
    drawn = {dot.key for line in desk.chart.lines for dot in line.dots}
    assert drawn == {row.key for row in desk.panel.list.rows}


def test_pressing_an_author_on_the_line_shows_the_assessment_everywhere(desk: Desk) -> None:
    key = desk.key("Temur Umarov")
    QTest.mouseClick(desk.plot, Qt.MouseButton.LeftButton, pos=desk.plot.box_of(key).center())
    assert desk.panel.list.key == key
    assert desk.panel.card.item is not None
    assert desk.panel.card.item.author == "Temur Umarov"


def test_the_line_is_reached_by_tab_before_the_list_and_moves_it(desk: Desk) -> None:
    order: list[QWidget] = []
    at = desk.panel.head.questions.nextInFocusChain()
    while at is not None and at is not desk.panel.list:
        order.append(at)
        at = at.nextInFocusChain()
    assert desk.plot in order
    QTest.keyClick(desk.plot, Qt.Key.Key_End)
    assert desk.panel.list.key == desk.plot.key == desk.presenter.key
    assert desk.panel.card.item is not None


def test_going_through_the_list_marks_the_line(desk: Desk) -> None:
    table = desk.panel.list
    table.setFocus()
    table.setCurrentIndex(table.records.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert desk.plot.key == table.rows[1].key == desk.presenter.key


def test_state_question_and_words_sieve_line_and_list(desk: Desk) -> None:
    head = desk.panel.head
    head.questions.setCurrentIndex(head.questions.findData(SUBSTANCE))
    head.questions.activated.emit(head.questions.currentIndex())
    assert len(desk.chart.lines) == 1
    head.states.setCurrentIndex(head.states.findData("AZE"))
    head.states.activated.emit(head.states.currentIndex())
    assert desk.authors() == ["Alexander Knyazev"]
    head.field.setText("nobody says this")
    assert desk.authors() == []
    assert NONE_FITS in desk.panel.card.accessibleDescription()


def test_the_heads_sort_the_list_by_date_or_by_stance(desk: Desk) -> None:
    head = desk.panel.list.horizontalHeader()
    newest = desk.authors()
    head.sectionClicked.emit(0)
    head.sectionClicked.emit(0)
    assert desk.authors()[0] != newest[0]
    head.sectionClicked.emit(4)
    stances = [row.cells[4].split()[0] for row in desk.panel.list.rows]
    assert stances[0] == "unlikely"
    assert stances[-1] in {"symbolic", "sceptical"}


def test_the_publisher_has_a_column_where_there_is_room(desk: Desk) -> None:
    assert "Publisher" not in [each.title for each in desk.panel.list.records.columns]
    desk.presenter.choose(desk.key("Temur Umarov"))
    desk.panel.resize(1500, 800)
    assert "Publisher" in [each.title for each in desk.panel.list.records.columns]
    row = next(row for row in desk.panel.list.rows if row.cells[1] == "Temur Umarov")
    assert row.cells[2] == "Carnegie Endowment (social media)"
    assert desk.panel.list.key == row.key


def test_a_found_assessment_is_shown_though_it_was_sieved_out(desk: Desk) -> None:
    key = desk.key("Temur Umarov")
    desk.panel.head.field.setText("Shapiro")
    assert desk.presenter.open_hit(Hit("assessment", "", "", None, key=key))
    assert desk.presenter.key == key
    assert desk.panel.head.field.text() == ""


def test_an_assessment_on_states_not_shown_is_left_to_others(desk: Desk) -> None:
    assert not desk.presenter.open_hit(Hit("assessment", "", "", None, key="7"))
    assert not desk.presenter.open_hit(Hit("event", "", "", None, key="0"))


def test_the_source_is_opened_outside_and_traced_inside(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    traced: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    desk.panel.trace_wanted.connect(traced.append)
    desk.presenter.choose(desk.key("Daniel B. Shapiro"))
    assert desk.panel.card.trace_link is not None
    desk.panel.card.trace_link.click()
    desk.panel.card.link_opened.emit("https://example.org/")
    assert opened == ["https://example.org/"]
    assert traced == ["assessment:2025-11-07:S263:Daniel B. Shapiro"] == [desk.presenter.goal()]


def test_the_list_is_copied_and_saved_as_it_stands(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.panel.list.horizontalHeader().sectionClicked.emit(1)
    desk.panel.copy_wanted.emit()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[1] for line in lines[1:]] == desk.authors()
    desk.panel.csv_link.click()
    dialog = desk.panel.findChild(QFileDialog, "save file")
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "assessments.csv"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: desk.tasks.is_idle)
    assert target.read_text("utf-8-sig").startswith("Date,Author,Publisher,State,Question")


def test_the_chart_is_saved(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.panel.view.save_wanted.emit("svg")
    dialog = desk.panel.findChild(QFileDialog, "save file")
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "line.svg"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(target.exists, timeout=9000)
    qtbot.waitUntil(lambda: desk.tasks.is_idle)
    assert b"Temur Umarov" in target.read_bytes()


def test_the_view_takes_another_theme(desk: Desk) -> None:
    desk.themes.choose("dark")
    assert desk.panel.palette().window().color().name() == DARK.card
    assert desk.plot.theme == DARK
