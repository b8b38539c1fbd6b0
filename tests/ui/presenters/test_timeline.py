from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.search import Hit
from explorer.pages.timeline_chart import timeline_table
from explorer.pages.view import Target, View
from explorer.style import DARK
from explorer.ui.charts.timelines import TimelinePlot
from explorer.ui.panels.timeline import TimelinePanel
from explorer.ui.panels.timeline.card import NONE_FITS
from explorer.ui.presenters.timeline import TimelinePresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import Workspace

JOINED = "Kazakhstan announces it will join the Abraham Accords"


@dataclass
class Desk:
    """The view Timeline with all that it stands on."""

    session: Session
    tasks: TaskDoor
    panel: TimelinePanel
    presenter: TimelinePresenter
    qtbot: QtBot

    @property
    def plot(self) -> TimelinePlot:
        plot = self.panel.plot
        assert plot is not None
        return plot

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.presenter.is_behind and self.tasks.is_idle)

    def key(self, title: str) -> str:
        marks = self.plot.chart.marks if self.plot.chart else ()
        return next(mark.key for mark in marks if mark.title == title)

    def listed(self) -> list[str]:
        return [each.title for each in self.panel.list.events]


@pytest.fixture
def desk(qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper) -> Iterator[Desk]:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
    tasks = TaskDoor()
    panel = TimelinePanel(themes.theme)
    panel.resize(1180, 720)
    qtbot.addWidget(panel)
    presenter = TimelinePresenter(session, tasks, themes, panel)
    panel.show()
    made = Desk(session, tasks, panel, presenter, qtbot)
    made.settle()
    yield made
    tasks.close()


def test_nothing_is_composed_before_the_panel_is_in_sight(
    qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper
) -> None:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
    panel = TimelinePanel(themes.theme)
    qtbot.addWidget(panel)
    TimelinePresenter(session, TaskDoor(), themes, panel)
    session.show(View("AZE", ("UZB",)))
    assert panel.plot is None


def test_the_list_holds_what_is_in_sight_on_the_axis(desk: Desk) -> None:
    frame = desk.plot.frame
    assert frame is not None
    assert desk.listed() == [mark.title for mark in frame.marks.values()]
    desk.panel.head.zooms[1].click()
    desk.settle()
    frame = desk.plot.frame
    assert frame is not None
    assert desk.listed() == [mark.title for mark in frame.marks.values()]


def test_all_events_are_listed_when_all_are_wanted(desk: Desk, atlas: Atlas) -> None:
    desk.panel.head.zooms[2].click()
    desk.settle()
    assert len(desk.listed()) > len(atlas.events)


def test_the_lanes_are_those_of_the_states_shown(desk: Desk) -> None:
    desk.session.show(View("AZE", ("UZB", "TJK")))
    desk.settle()
    chart = desk.plot.chart
    assert chart is not None
    assert [lane.iso3 for lane in chart.lanes] == ["AZE", "UZB", "TJK", "others"]
    offered = [desk.panel.head.lanes.itemData(at) for at in range(5)]
    assert offered == ["", "AZE", "UZB", "TJK", "others"]


def test_words_looked_for_leave_only_what_has_them(desk: Desk) -> None:
    desk.panel.head.field.setText("tokayev")
    desk.settle()
    assert desk.listed()
    assert all("Tokayev" in each.told for each in desk.panel.list.events)


def test_a_lane_and_a_kind_can_be_left_out(desk: Desk) -> None:
    head = desk.panel.head
    head.lanes.setCurrentIndex(head.lanes.findData("KAZ"))
    head.lanes.activated.emit(head.lanes.currentIndex())
    next(each for each in head.key.buttons if each.kind.key == "iran").click()
    desk.settle()
    assert all("KAZ" in each.lanes for each in desk.panel.list.events)
    assert all(each.kind.key != "iran" for each in desk.panel.list.events)
    assert JOINED in desk.listed()


def test_where_no_event_fits_the_card_says_what_to_do(desk: Desk) -> None:
    desk.panel.head.field.setText("nothing like this")
    desk.settle()
    assert not desk.listed()
    assert desk.panel.card.accessibleDescription() == NONE_FITS


def test_an_event_gone_to_on_the_axis_is_marked_in_the_list_and_told(desk: Desk) -> None:
    key = desk.key(JOINED)
    desk.plot.choose("")
    desk.plot.setFocus()
    while desk.plot.key != key:
        QTest.keyClick(desk.plot, Qt.Key.Key_Right)
    shown = desk.panel.card.event_shown
    assert shown is not None
    assert shown.title == JOINED
    assert desk.panel.list.events[desk.panel.list.currentIndex().row()].key == key
    assert desk.presenter.key == key


def test_an_event_gone_to_in_the_list_is_marked_on_the_axis(desk: Desk) -> None:
    table = desk.panel.list
    row = desk.listed().index(JOINED)
    table.setCurrentIndex(table.model().index(row, 0))
    assert desk.plot.key == desk.key(JOINED)
    QTest.keyClick(table, Qt.Key.Key_Down)
    shown = desk.panel.card.event_shown
    assert shown is not None
    assert shown.title == "Hamas condemns Kazakhstan"


def test_an_event_that_is_sieved_out_is_let_go(desk: Desk) -> None:
    desk.presenter.choose(desk.key(JOINED))
    desk.panel.head.field.setText("hamas")
    desk.settle()
    assert desk.presenter.key == ""
    assert desk.panel.card.event_shown is None


def test_evidence_unfolds_below_its_line_and_folds_again(desk: Desk) -> None:
    desk.presenter.choose(desk.key(JOINED))
    card = desk.panel.card
    card.links["E296"].click()
    assert card.items == ("E296",)
    opened: list[str] = []
    desk.panel.evidence_opened.connect(opened.append)
    card.ways["E296"].click()
    assert opened == ["E296"]
    card.links["E296"].click()
    assert card.items == ()


def test_a_source_opens_outside(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    desk.presenter.choose(desk.key(JOINED))
    shown = desk.panel.card.event_shown
    assert shown is not None
    desk.panel.link_opened.emit(shown.sources[0].url)
    assert opened == [shown.sources[0].url]


def test_the_list_is_copied_as_a_table(desk: Desk) -> None:
    desk.panel.list.setFocus()
    desk.panel.copy_wanted.emit()
    data = QApplication.clipboard().mimeData()
    lines = data.text().splitlines()
    assert len(lines) == len(desk.listed()) + 1
    assert lines[0].startswith("Date\tState\tKind\tEvent")
    assert JOINED in data.html()


def test_the_list_is_saved_for_spreadsheets(desk: Desk, tmp_path: Path) -> None:
    desk.panel.csv_link.click()
    dialog = desk.panel.findChild(QFileDialog, "save file")
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "events.csv"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    desk.qtbot.waitUntil(target.exists)
    desk.settle()
    saved = target.read_bytes()
    assert saved.startswith(b"\xef\xbb\xbfDate,State,Kind,Event")
    table = timeline_table(desk.panel.list.events)
    assert all(row[3].encode() in saved for row in table.rows)


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_the_picture_shows_the_days_in_sight(desk: Desk, tmp_path: Path, kind: str) -> None:
    desk.presenter.choose(desk.key(JOINED))
    for _ in range(4):
        desk.panel.head.zooms[1].click()
    desk.settle()
    desk.panel.view.save_wanted.emit(kind)
    dialog = desk.panel.findChild(QFileDialog, "save file")
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / f"timeline.{kind}"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    desk.qtbot.waitUntil(target.exists, timeout=9000)
    desk.settle()
    saved = target.read_bytes()
    if kind == "svg":
        assert b"Kazakhstan announces" in saved
        assert b"opens embassy in Tel Aviv" not in saved
    else:
        assert saved.startswith(b"\x89PNG")


def test_a_taller_panel_has_more_rows(desk: Desk) -> None:
    chart = desk.plot.chart
    before = sum(lane.levels for lane in chart.lanes) if chart else 0
    desk.panel.resize(1180, 1000)
    desk.settle()
    chart = desk.plot.chart
    assert sum(lane.levels for lane in chart.lanes) > before if chart else False


def test_a_hit_of_the_search_is_gone_to_even_if_it_was_sieved_out(
    desk: Desk, atlas: Atlas
) -> None:
    desk.panel.head.field.setText("hamas")
    desk.settle()
    at = next(at for at, each in enumerate(atlas.events) if each.date.year == 1992)
    assert desk.presenter.open_hit(Hit("event", "", "", None, key=str(at)))
    desk.settle()
    shown = desk.panel.card.event_shown
    assert shown is not None
    assert shown.title == atlas.events[at].title
    assert shown.title in desk.listed()


def test_what_is_no_event_is_no_hit_here(desk: Desk) -> None:
    assert not desk.presenter.open_hit(Hit("note", "", "", None, key="1"))
    assert not desk.presenter.open_hit(Hit("event", "", "", None, key="no such event"))


def test_another_theme_is_taken_everywhere(desk: Desk, themes: ThemeKeeper) -> None:
    desk.presenter.choose(desk.key(JOINED))
    themes.choose("dark")
    assert desk.plot.theme is DARK
    assert desk.panel.palette().window().color().name() == DARK.card
    assert desk.panel.card.event_shown is not None


def test_another_day_shows_the_days_of_its_events(desk: Desk) -> None:
    desk.session.look_as_of(date(2020, 1, 1))
    desk.settle()
    assert desk.listed()
    last = date(2020, 1, 1).toordinal()
    assert all(each.last <= last for each in desk.panel.list.events)
