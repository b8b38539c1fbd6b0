from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.search import Hit, HitKind
from explorer.pages.view import Target
from explorer.settings import Settings
from explorer.ui.app import build_window, settle
from explorer.ui.main_window import MainWindow
from explorer.ui.panels.detail import DetailPanel
from explorer.ui.panels.detail.reading import ReadingWindow
from explorer.ui.panels.sources import SourcesPanel
from explorer.ui.presenters.assessments import AssessmentsPresenter
from explorer.ui.presenters.evidence import EvidencePresenter
from explorer.ui.presenters.notes import NotesPresenter
from explorer.ui.presenters.record import RecordPresenter
from explorer.ui.presenters.timeline import TimelinePresenter
from explorer.ui.presenters.votes import VotesPresenter
from explorer.ui.widgets.chart_frame import ChartFrame
from explorer.ui.widgets.search_rows import HitRow
from explorer.workspace.assumptions import save_scenario, set_rating
from explorer.workspace.document import Workspace
from explorer.workspace.edits import write_note
from explorer.workspace.evidence import set_remark

NOW = datetime(2026, 11, 24, tzinfo=UTC)
Key = Qt.Key
Search = Callable[[str, HitKind], None]


@pytest.fixture
def workspace() -> Workspace:
    noted = write_note(Workspace(), "factor:iran_wedge", "Ask about zugzwang", NOW)
    assumed = set_rating(noted, "KAZ", "iran_wedge", 3.0)
    return save_scenario(assumed, "Zeitnot", NOW)


@pytest.fixture
def window(qtbot: QtBot, atlas: Atlas, workspace: Workspace) -> Iterator[MainWindow]:
    made = build_window(Settings(theme="light", comparators=("KAZ",)), atlas, workspace)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.searching.is_ready)
    settle(made)
    yield made
    made.close()


@pytest.fixture
def search(window: MainWindow) -> Search:
    """Type, and go with the arrows to the first hit of a kind, as a user would."""

    def go(words: str, kind: HitKind) -> None:
        window.action("search").trigger()
        window.search.setText(words)
        window.search.textEdited.emit(words)
        listed = window.search.hit_list
        assert listed is not None
        for _ in range(len(window.search.hits) + 20):
            if kind_of(listed.current) == kind:
                break
            QTest.keyClick(window.search, Key.Key_Down)
        assert kind_of(listed.current) == kind
        QTest.keyClick(window.search, Key.Key_Return)
        settle(window)

    return go


def kind_of(row: HitRow | None) -> str:
    goal = row.hit.goal if row is not None and row.hit is not None else None
    return goal.kind if isinstance(goal, Hit) else ""


def panel(window: MainWindow) -> DetailPanel:
    found = window.findChild(DetailPanel)
    assert found is not None
    return found


def reading(window: MainWindow) -> ReadingWindow:
    return window.findChildren(ReadingWindow)[-1]


def ledger(window: MainWindow) -> EvidencePresenter:
    found = window.findChild(EvidencePresenter)
    assert found is not None
    return found


def test_evidence_is_shown_among_the_evidence(window: MainWindow, search: Search) -> None:
    search("E123", "evidence")
    assert window.shown_view == "evidence"
    assert ledger(window).chosen == "E123"


def test_a_comment_leads_to_its_item(window: MainWindow, search: Search) -> None:
    session = window.session
    session.edit(set_remark(session.workspace, "E200", "doubt", "Zwischenzug?", NOW))
    search("zwischen", "remark")
    assert ledger(window).chosen == "E200"


@pytest.mark.parametrize("key", ["S230", "wb_gdp"])
def test_a_source_is_shown_in_sources_with_what_uses_it(
    window: MainWindow, search: Search, key: str
) -> None:
    search(key, "source")
    assert window.shown_view == "sources"
    settle(window)
    shown = window.findChild(SourcesPanel)
    assert shown is not None
    assert shown.chain.page is not None
    assert shown.chain.page.goal == f"source:{key}"
    assert shown.chain.page.used_by


def test_a_question_is_shown_in_the_record(window: MainWindow, search: Search) -> None:
    search("Q05", "question")
    assert window.shown_view == "record"
    presenter = window.findChild(RecordPresenter)
    assert presenter is not None
    assert presenter.chosen == "Q05"


def test_an_assessment_is_shown_on_its_line(window: MainWindow, search: Search) -> None:
    search("umarov", "assessment")
    assert window.shown_view == "assessments"
    presenter = window.findChild(AssessmentsPresenter)
    assert presenter is not None
    assert window.session.atlas.assessments[int(presenter.key)].author == "Temur Umarov"


def test_a_vote_is_shown_among_the_main_texts(window: MainWindow, search: Search) -> None:
    search("UNRWA mandate", "vote")
    assert window.shown_view == "votes"
    presenter = window.findChild(VotesPresenter)
    assert presenter is not None
    assert presenter.goal() == "vote:A/RES/80/78"


def test_an_event_is_shown_on_the_timeline_whatever_is_sieved_out(
    window: MainWindow, search: Search
) -> None:
    search("embassy", "event")
    assert window.shown_view == "timeline"
    presenter = window.findChild(TimelinePresenter)
    assert presenter is not None
    presenter._panel.head.field.setText("no such event")
    search("netanyahu calls", "event")
    event = window.session.atlas.events[int(presenter.key)]
    assert event.title == "Netanyahu calls Tokayev"
    assert presenter.key in {each.key for each in presenter._panel.list.events}


def test_a_series_is_drawn_in_the_details(window: MainWindow, search: Search) -> None:
    search("exports to israel", "series")
    assert window.session.selection == Target("factor", factor="energy_diversification")
    frames = panel(window).findChildren(ChartFrame)
    assert frames
    chart = panel(window)._chart
    assert chart is not None
    assert chart.caption.title == "Exports to Israel, share of goods exports"


@pytest.mark.parametrize(
    ("words", "kind", "key"),
    [
        ("vantage on iran", "note", "factor/strategic_penetration"),
        ("azerbaijan and uzbekistan", "note", "pair/AZE-UZB"),
        ("zugzw", "own_note", "factor:iran_wedge"),
    ],
)
def test_a_note_is_shown_among_the_notes(
    window: MainWindow, search: Search, words: str, kind: HitKind, key: str
) -> None:
    search(words, kind)
    assert window.shown_view == "notes"
    presenter = window.findChild(NotesPresenter)
    assert presenter is not None
    assert presenter.key == key


def test_a_scenario_is_assumed_as_one_step_and_what_if_opens(
    window: MainWindow, search: Search
) -> None:
    before = window.session.workspace
    search("zeitnot", "own_scenario")
    assert window.shown_view == "what_if"
    assert window.session.workspace.what_if.ratings == {("KAZ", "iran_wedge"): 3.0}
    bundled = next(each for each in window.session.atlas.scenarios if each.id != "baseline")
    search(bundled.title, "scenario")
    assert window.session.workspace.what_if.base == bundled.id
    window.action("undo").trigger()
    assert window.session.workspace.what_if == before.what_if


@pytest.mark.parametrize(
    ("words", "kind"),
    [("middle corr", "glossary")],
)
def test_what_the_details_do_not_show_is_read_in_a_window(
    window: MainWindow, search: Search, words: str, kind: HitKind
) -> None:
    search(words, kind)
    opened = reading(window)
    assert opened.isVisible()
    assert opened.windowTitle()
    opened.close()


def test_what_a_window_cites_can_be_followed(window: MainWindow, search: Search) -> None:
    search("middle corr", "glossary")
    reading(window).evidence_opened.emit("E119")
    settle(window)
    assert ledger(window).chosen == "E119"


def test_a_command_is_done(window: MainWindow, search: Search) -> None:
    search("sort by factor", "command")
    assert window.session.view.sort == "difference"
    search("about and lic", "command")
    from explorer.ui.widgets.about_dialog import AboutDialog

    (about,) = window.findChildren(AboutDialog)
    assert about.isVisible()
    about.close()
