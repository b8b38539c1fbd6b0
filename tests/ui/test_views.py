from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.own_evidence import Draft
from explorer.pages.view import Target
from explorer.settings import Settings
from explorer.ui.app import build_window, settle
from explorer.ui.charts.origin import ChartOrigin
from explorer.ui.main_window import MainWindow
from explorer.ui.panels.changes import ChangesPanel
from explorer.ui.panels.detail import DetailPanel
from explorer.ui.panels.evidence import EvidencePanel
from explorer.ui.panels.evidence.form import EvidenceForm
from explorer.ui.panels.map import MapPanel
from explorer.ui.panels.notes import NotesPanel
from explorer.ui.panels.outcomes import OutcomesPanel
from explorer.ui.panels.raters import RatersDialog
from explorer.ui.panels.record import RecordPanel
from explorer.ui.panels.timeline import TimelinePanel
from explorer.ui.panels.what_if import WhatIfPanel
from explorer.ui.presenters.evidence import EvidencePresenter
from explorer.ui.presenters.timeline import TimelinePresenter
from explorer.ui.views import build_view
from explorer.ui.widgets.link import LinkButton
from explorer.workspace.document import Workspace

PANELS = {"outcomes": OutcomesPanel, "what_if": WhatIfPanel, "timeline": TimelinePanel}
ALL_PANELS = {**PANELS, "notes": NotesPanel}


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


@pytest.mark.parametrize("name", ["outcomes", "what_if", "timeline", "notes"])
def test_a_view_is_built_when_it_is_opened_and_only_once(window: MainWindow, name: str) -> None:
    assert window.findChild(ALL_PANELS[name]) is None
    for _ in range(2):
        window.open_view(name)
        window.open_view("compare")
    window.open_view(name)
    settle(window)
    assert window.shown_view == name
    assert len(window.findChildren(ALL_PANELS[name])) == 1


def test_a_name_that_is_no_view_builds_nothing(window: MainWindow) -> None:
    build_view(window, "nowhere")
    window.open_view("nowhere")
    assert window.shown_view == "compare"


def test_the_outcomes_fill_after_their_key_is_pressed(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    panel = window.findChild(OutcomesPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: "Kazakhstan" in panel.moves.title.text(), timeout=9000)
    settle(window)
    assert panel.overview.ladders.chart is not None


def test_the_raters_are_a_click_from_their_pooled_outcomes(window: MainWindow) -> None:
    window.open_view("outcomes")
    panel = window.findChild(OutcomesPanel)
    assert panel is not None
    settle(window)
    assert window.findChild(RatersDialog) is None
    QTest.mouseClick(panel.head.raters, Qt.MouseButton.LeftButton)
    dialog = window.findChild(RatersDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_what_is_searched_for_is_found_in_the_outcomes(qtbot: QtBot, window: MainWindow) -> None:
    window.search.setFocus()
    QTest.keyClicks(window.search, "tornado")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.shown_view == "outcomes"
    settle(window)
    qtbot.wait(10)


@pytest.mark.parametrize("name", ["outcomes", "what_if"])
def test_tab_goes_through_a_view_once_and_out_of_it_again(
    qtbot: QtBot, window: MainWindow, name: str
) -> None:
    window.open_view(name)
    settle(window)
    qtbot.wait(50)
    panel = window.findChild(PANELS[name])
    assert isinstance(panel, QWidget)
    window.search.setFocus()
    seen: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in seen:
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert now is window.search  # and not some control of the view, from which none leads out
    inside = [each for each in seen if panel.isAncestorOf(each)]
    assert len(inside) > 20
    first = seen.index(inside[0])
    assert seen[first : first + len(inside)] == inside
    assert panel.head.isAncestorOf(inside[0])


def test_the_timeline_takes_the_keys_when_its_own_is_pressed(
    qtbot: QtBot, window: MainWindow
) -> None:
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    settle(window)
    panel = window.findChild(TimelinePanel)
    assert panel is not None
    plot = panel.plot
    assert plot is not None
    qtbot.waitUntil(plot.hasFocus)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert panel.card.event_shown is not None


def test_a_state_chosen_on_the_map_is_added_to_the_comparison(window: MainWindow) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_M, modifiers)
    settle(window)
    assert window.shown_view == "map"
    panel = window.findChild(MapPanel)
    assert panel is not None
    assert panel.plot is not None
    assert panel.plot.hasFocus()
    panel.choose("TJK")
    QTest.keyClick(panel.plot, Qt.Key.Key_Return)
    assert window.shown_view == "compare"
    assert window.session.selection == Target("country", "TJK")
    assert "TJK" in window.session.view.shown


@pytest.mark.parametrize(
    ("target", "words", "view"),
    [
        (Target("cell", "KAZ", "public_opinion"), "Votes in the UN General Assembly", "votes"),
        (Target("outcome"), "Assessments: who expects what", "assessments"),
        (Target("outcome", "KAZ"), "Record: questions and forecasts", "record"),
    ],
)
def test_the_details_lead_to_the_views_that_show_more(
    window: MainWindow, target: Target, words: str, view: str
) -> None:
    window.session.select(target)
    settle(window)
    panel = window.findChild(DetailPanel)
    assert panel is not None
    panel.finish()
    [link] = [each for each in panel.findChildren(LinkButton) if each.text() == words]
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus
    link.click()
    assert window.shown_view == view


def test_an_item_near_an_event_is_shown_in_evidence(window: MainWindow) -> None:
    window.open_view("timeline")
    settle(window)
    panel = window.findChild(TimelinePanel)
    assert panel is not None
    panel.evidence_opened.emit("E296")
    settle(window)
    assert window.shown_view == "evidence"
    presenter = window.findChild(EvidencePresenter)
    assert presenter is not None
    assert presenter.chosen == "E296"


def test_a_use_of_an_item_of_evidence_leads_to_the_comparison_or_to_a_view(
    window: MainWindow,
) -> None:
    window.open_view("evidence")
    settle(window)
    presenter = window.findChild(EvidencePresenter)
    assert presenter is not None
    presenter.jump_wanted.emit(Target("cell", "UZB", "iran_wedge"))
    assert window.shown_view == "compare"
    assert window.session.selection == Target("cell", "UZB", "iran_wedge")
    assert "UZB" in window.session.view.shown
    presenter.jump_wanted.emit("outcomes")
    assert window.shown_view == "outcomes"


def test_an_own_item_kept_in_the_form_is_shown_in_the_table(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    settle(window)
    presenter = window.findChild(EvidencePresenter)
    assert presenter is not None
    presenter.panel.head.buttons["add"].click()
    form = window.findChild(EvidenceForm)
    assert form is not None
    form.drafted.emit(
        Draft(
            claim="So",
            date="2026",
            states="KAZ",
            factor="outcome",
            direction="+",
            strength="1",
            kind="event",
            reliability="B",
            credibility="2",
            source_title="A talk",
        )
    )
    settle(window)
    assert presenter.chosen == "U001"
    detail = presenter.panel.detail.detail
    assert detail is not None
    assert detail.is_own
    assert window.session.can_undo


def test_from_a_note_a_citation_leads_to_the_item_and_a_cell_to_the_comparison(
    qtbot: QtBot, window: MainWindow
) -> None:
    QTest.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    panel = window.findChild(NotesPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.page is not None)
    panel.followed.emit("evidence:E002")
    settle(window)
    presenter = window.findChild(EvidencePresenter)
    assert presenter is not None
    assert (window.shown_view, presenter.chosen) == ("evidence", "E002")
    window.open_view("notes")
    panel.followed.emit("place:cell:KAZ:iran_wedge")
    settle(window)
    assert window.shown_view == "compare"
    assert window.session.selection == Target("cell", "KAZ", "iran_wedge")


def test_the_key_for_a_note_writes_beside_the_note_in_sight(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.open_view("notes")
    panel = window.findChild(NotesPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.page is not None)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert panel.own.editor.hasFocus()
    QTest.keyClicks(panel.own.editor, "Mine")
    assert window.session.workspace.note(panel.own.place) == "Mine"


def test_tab_leads_through_the_notes_and_out_of_them_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.open_view("notes")
    panel = window.findChild(NotesPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.page is not None)
    window.search.setFocus()
    seen: list[QWidget] = []
    for _ in range(300):
        now = QApplication.focusWidget()
        assert now is not None
        QTest.keyClick(now, Qt.Key.Key_Tab)
        seen += [now] if now not in seen else []
        if QApplication.focusWidget() is window.search:
            break
    assert QApplication.focusWidget() is window.search
    inside = [each for each in seen if panel.isAncestorOf(each)]
    first = seen.index(inside[0])
    assert seen[first : first + len(inside)] == inside
    assert inside[0] is panel.side.button
    assert inside[-1] is panel.own.editor
    assert panel.bundled.paper.note in inside


def test_the_section_shown_now_stands_out_after_a_switch_of_the_theme_too(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.open_view("outcomes")
    panel = window.findChild(OutcomesPanel)
    assert panel is not None
    link, other = panel.head.links[panel.current], panel.head.links["fit"]
    qtbot.waitUntil(lambda: link.accessibleDescription() == "Shown now", timeout=9000)
    before = link.font().weight()
    assert before > other.font().weight()
    window.action("theme").trigger()
    assert link.font().weight() == before
    window.action("theme").trigger()


def changes_of(window: MainWindow) -> ChangesPanel:
    """Open the view Changes by its key, and wait for its page."""
    QTest.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    settle(window)
    panel = window.findChild(ChangesPanel)
    assert panel is not None
    assert window.shown_view == "changes"
    assert panel.page is not None
    return panel


@pytest.mark.parametrize(
    ("kind", "view"),
    [
        ("ladder", "compare"),
        ("ratings", "compare"),
        ("evidence", "evidence"),
        ("events", "timeline"),
        ("questions", "record"),
        ("votes", "votes"),
        ("relations", "compare"),
        ("assessments", "assessments"),
    ],
)
def test_a_change_leads_to_the_view_that_shows_it_at_length(
    window: MainWindow, kind: str, view: str
) -> None:
    panel = changes_of(window)
    shown = next(x for x in panel.body.groups if x.group.kind == kind and x.lines)
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    settle(window)
    assert window.shown_view == view
    if kind == "ratings":
        assert window.session.selection == shown.lines[0].goal
    if kind == "evidence":
        presenter = window.findChild(EvidencePresenter)
        assert presenter is not None
        assert presenter.chosen == shown.lines[0].id
    if kind == "events":
        timeline = window.findChild(TimelinePresenter)
        assert timeline is not None
        assert timeline.key


def test_tab_leads_through_the_dates_and_the_changes_in_the_order_in_which_they_are_read(
    window: MainWindow,
) -> None:
    panel = changes_of(window)
    head = panel.head
    stops = [head.since.box, head.since.field, head.until.box, head.until.field, *head.links]
    stops += [each for each in panel.body.groups if each.lines]
    head.since.box.setFocus()
    for after in stops[1:]:
        now = QApplication.focusWidget()
        assert now is not None
        QTest.keyClick(now, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is after


def test_the_record_leads_to_the_evidence_and_back_to_its_question(window: MainWindow) -> None:
    window.open_view("record")
    settle(window)
    record = window.findChild(RecordPanel)
    assert record is not None
    link = next(x for x in record.detail.findChildren(LinkButton) if x.text() == "E296")
    link.click()
    assert window.shown_view == "evidence"
    settle(window)
    evidence = window.findChild(EvidencePanel)
    assert evidence is not None
    assert evidence.detail.detail is not None
    assert evidence.detail.detail.item.id == "E296"
    back = next(x for x in evidence.findChildren(LinkButton) if x.text().startswith("Q03:"))
    back.click()
    assert window.shown_view == "record"
    assert record.detail.page is not None
    assert record.detail.page.key == "Q03"


def test_a_question_of_the_record_says_where_it_is_from(window: MainWindow) -> None:
    window.open_view("record")
    settle(window)
    record = window.findChild(RecordPanel)
    assert record is not None
    link = next(x for x in record.detail.findChildren(LinkButton) if x.text() == "Where from?")
    link.click()
    assert window.shown_view == "sources"


@pytest.mark.parametrize(("name", "kind"), [("map", MapPanel), ("what_if", WhatIfPanel)])
def test_charts_of_the_map_and_of_what_if_lead_to_where_they_are_from(
    qtbot: QtBot, window: MainWindow, name: str, kind: type[QWidget]
) -> None:
    window.open_view(name)
    settle(window)
    panel = window.findChild(kind)
    assert panel is not None

    def shown() -> list[ChartOrigin]:
        return [each for each in panel.findChildren(ChartOrigin) if each.isVisibleTo(panel)]

    qtbot.waitUntil(lambda: bool(shown()), timeout=9000)
    link = shown()[0]
    if len(link.goals) == 1:
        link.click()
    else:
        menu = link.menu()
        menu.actions()[0].trigger()
        menu.deleteLater()
    assert window.shown_view == "sources"
