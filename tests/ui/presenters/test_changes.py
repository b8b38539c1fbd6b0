from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.changes import ChangesPage
from explorer.pages.changes_dates import JUDGEMENT, TYPED, WINDOW
from explorer.pages.search import Hit
from explorer.pages.timeline import compose_timeline
from explorer.pages.view import Target, View
from explorer.settings import LastBrief
from explorer.ui.charts.table_window import TableWindow
from explorer.ui.panels.changes import ChangesPanel
from explorer.ui.panels.changes.head import DatePicker
from explorer.ui.presenters import changes
from explorer.ui.presenters.changes import ChangesPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import Pooling, Workspace

FIRST = date(2025, 10, 31)
NEWEST = date(2026, 11, 23)
AFTER = date(2025, 11, 8)


@dataclass
class Desk:
    """The view Changes with all that it stands on."""

    session: Session
    tasks: TaskDoor
    panel: ChangesPanel
    presenter: ChangesPresenter
    qtbot: QtBot
    briefs: list[LastBrief]
    goals: list[object] = field(default_factory=list[object])

    @property
    def page(self) -> ChangesPage:
        page = self.panel.page
        assert page is not None
        return page

    @property
    def span(self) -> tuple[date, date]:
        self.settle()
        return self.page.since, self.page.until

    @property
    def message(self) -> str:
        label = self.panel.head.message
        return label.text() if not label.isHidden() else ""

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.is_idle)

    def type(self, picker: DatePicker, text: str) -> None:
        picker.field.setText(text)
        picker.field.take_typed()
        self.settle()


@pytest.fixture
def desk(qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper) -> Iterator[Desk]:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
    tasks = TaskDoor()
    panel = ChangesPanel(themes.theme)
    panel.resize(1180, 720)
    qtbot.addWidget(panel)
    briefs: list[LastBrief] = []
    presenter = ChangesPresenter(session, tasks, themes, panel, lambda: briefs)
    made = Desk(session, tasks, panel, presenter, qtbot, briefs)
    presenter.jump_wanted.connect(made.goals.append)
    panel.show()
    made.settle()
    yield made
    tasks.close()


def choices_of(picker: DatePicker) -> dict[str, str]:
    box = picker.box
    return {box.itemData(at): box.itemText(at) for at in range(box.count()) if box.itemData(at)}


def choose(desk: Desk, picker: DatePicker, key: str) -> None:
    box = picker.box
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())
    desk.settle()


def test_nothing_is_composed_before_the_panel_is_in_sight(
    qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper
) -> None:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
    panel, tasks = ChangesPanel(themes.theme), TaskDoor()
    qtbot.addWidget(panel)
    ChangesPresenter(session, tasks, themes, panel, tuple)
    session.show(View("AZE", ("UZB",)))
    assert tasks.is_idle
    assert panel.page is None


def test_it_begins_with_the_judgement_before_and_the_newest(desk: Desk) -> None:
    assert desk.span == (FIRST, NEWEST)
    assert desk.panel.head.since.box.currentData() == JUDGEMENT
    assert desk.panel.head.until.box.currentData() == WINDOW
    assert desk.panel.head.since.field.text() == "31 Oct 2025"
    assert desk.panel.head.until.field.text() == "23 Nov 2026"


def test_a_span_chosen_is_shown(desk: Desk) -> None:
    choose(desk, desk.panel.head.since, "90")
    assert desk.span == (date(2026, 8, 25), NEWEST)
    assert desk.panel.head.since.field.text() == "25 Aug 2026"
    assert "cannot have moved" not in desk.page.judged


def test_a_named_event_is_looked_at_from_the_day_before_it(desk: Desk) -> None:
    head = desk.panel.head
    key = next(k for k, words in choices_of(head.since).items() if "Kazakhstan ann" in words)
    choose(desk, head.since, key)
    assert desk.span == (date(2025, 11, 5), NEWEST)


def test_days_typed_are_taken_and_called_typed(desk: Desk) -> None:
    head = desk.panel.head
    desk.type(head.until, "8 Nov 2025")
    desk.type(head.since, "2025-11-05")
    assert desk.span == (date(2025, 11, 5), AFTER)
    assert head.since.box.currentData() == TYPED
    assert head.since.field.text() == "5 Nov 2025"
    assert "cannot have moved" in desk.page.judged
    assert not desk.message


@pytest.mark.parametrize("text", ["2025-11", "soon", "31 Feb 2026"])
def test_what_is_no_day_is_refused_with_a_message_and_the_page_stays(
    desk: Desk, text: str
) -> None:
    before = desk.page
    desk.type(desk.panel.head.since, text)
    assert text in desk.message
    assert "6 Nov 2025" in desk.message
    assert desk.page is before
    assert desk.panel.head.since.field.text() == "31 Oct 2025"
    choose(desk, desk.panel.head.since, "30")
    assert not desk.message


def test_dates_swapped_are_refused_with_a_message_and_the_page_stays(desk: Desk) -> None:
    head = desk.panel.head
    desk.type(head.since, "1 Jan 2026")
    before = desk.page
    desk.type(head.until, "1 Dec 2025")
    assert "The earlier date, 1 Jan 2026, is after the later one, 1 Dec 2025" in desk.message
    assert desk.page is before
    assert head.until.field.text() == "23 Nov 2026"
    assert head.until.box.currentData() == WINDOW
    desk.type(head.since, "23 Nov 2026")
    assert "the same day as" in desk.message
    assert head.since.field.text() == "1 Jan 2026"


def test_a_day_after_the_date_of_the_window_is_refused(desk: Desk) -> None:
    desk.type(desk.panel.head.until, "24 Dec 2026")
    assert "date of the window" in desk.message
    assert desk.span == (FIRST, NEWEST)


def test_the_page_follows_the_date_of_the_window(desk: Desk) -> None:
    desk.session.look_as_of(AFTER)
    assert desk.span == (date(2024, 11, 8), AFTER)
    desk.session.look_as_of(None)
    assert desk.span == (FIRST, NEWEST)


def test_a_window_before_the_day_typed_shows_another_span_and_says_why(desk: Desk) -> None:
    desk.type(desk.panel.head.since, "1 Mar 2026")
    desk.session.look_as_of(AFTER)
    assert desk.span == (date(2024, 11, 8), AFTER)
    assert "1 Mar 2026 is not before 8 Nov 2025" in desk.message
    desk.session.look_as_of(None)
    assert desk.span == (date(2026, 3, 1), NEWEST)
    assert not desk.message


def test_the_page_follows_the_states_and_the_pooling(desk: Desk) -> None:
    desk.session.show(View("AZE", ("UZB", "TJK")))
    desk.settle()
    assert [each.iso3 for each in desk.page.states][:3] == ["AZE", "UZB", "TJK"]
    before = desk.page
    desk.session.edit(Workspace(pooling=Pooling(method="geometric")))
    desk.settle()
    assert desk.page != before


def test_an_edit_that_bears_on_no_change_composes_nothing(desk: Desk) -> None:
    before = desk.page
    desk.session.edit(Workspace(scenario="s1"))
    desk.settle()
    assert desk.page is before


def test_after_a_fault_the_very_same_page_is_composed_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no room")

    shown = desk.page
    with monkeypatch.context() as broken:
        broken.setattr(changes, "_compose", fail)
        desk.session.show(View("AZE", ("UZB",)))
        desk.settle()
    assert "no room" in desk.message
    assert desk.page is shown
    desk.session.view_changed.emit()
    desk.settle()
    assert [each.iso3 for each in desk.page.states][:2] == ["AZE", "UZB"]


def test_the_last_brief_can_be_chosen_once_there_is_one(desk: Desk) -> None:
    head, key = desk.panel.head, "brief AZE-KAZ"
    at = head.since.box.findData(key)
    assert "none exported yet" in head.since.box.itemText(at)
    assert not head.since.box.model().index(at, 0).flags().value & 32  # is not enabled
    desk.briefs.append(LastBrief("AZE", "KAZ", "2026-02-01", "2026.11"))
    desk.panel.hide()
    desk.panel.show()
    choose(desk, head.since, key)
    assert desk.span == (date(2026, 2, 1), NEWEST)
    assert "1 Feb 2026" in head.since.box.currentText()


def test_the_page_is_copied_as_text(desk: Desk) -> None:
    desk.panel.head.copy_link.click()
    assert QApplication.clipboard().text() == desk.page.text


def test_the_page_is_saved_as_a_table(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.panel.head.csv_link.click()
    dialog = desk.panel.findChild(QFileDialog, "save file")
    assert isinstance(dialog, QFileDialog)
    assert "31 Oct 2025 to 23 Nov 2026" in dialog.selectedFiles()[0]
    path = tmp_path / "changes.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(path.exists)
    desk.settle()
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("State,Kind,What,Then,Now,Move,Date")
    assert len(lines) == 1 + len(desk.page.table.rows)


def test_the_table_behind_it_opens_in_a_window(desk: Desk) -> None:
    desk.panel.head.table_link.click()
    window = desk.panel.findChild(TableWindow)
    assert isinstance(window, TableWindow)
    window.copy()
    assert QApplication.clipboard().text().startswith("State\tKind")
    window.close()


def test_a_line_leads_to_its_place_in_the_atlas_in_force(desk: Desk) -> None:
    desk.session.look_as_of(date(2025, 11, 30))
    desk.settle()
    by_kind = {group.kind: group for group in desk.page.states[1].groups if group.lines}
    event = by_kind["events"].lines[-1]
    desk.panel.goal_wanted.emit(event.goal)
    hit = desk.goals[-1]
    assert isinstance(hit, Hit)
    events = compose_timeline(desk.session.atlas, desk.session.view.shown).events
    assert next(each for each in events if each.key == hit.key).title == event.text
    said = by_kind["assessments"].lines[0]
    desk.panel.goal_wanted.emit(said.goal)
    hit = desk.goals[-1]
    assert isinstance(hit, Hit)
    assert desk.session.atlas.assessments[int(hit.key)].position == said.text
    item = by_kind["evidence"].lines[0]
    desk.panel.goal_wanted.emit(item.goal)
    assert desk.goals[-1] == item.goal


def test_the_theme_is_followed(desk: Desk, themes: ThemeKeeper) -> None:
    before = len(desk.panel.body.groups)
    themes.choose("dark")
    assert len(desk.panel.body.groups) == before
    assert desk.panel.grab().toImage().pixelColor(600, 700).lightness() < 80
