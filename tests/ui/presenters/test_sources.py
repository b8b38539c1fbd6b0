"""The view Sources: every “Where from?” leads there, on to the row, and back."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.chain import ChainPage
from explorer.pages.source_list import SourceRow
from explorer.pages.view import Target
from explorer.settings import Settings
from explorer.ui.app import build_window, settle
from explorer.ui.charts.origin import ChartOrigin
from explorer.ui.main_window import MainWindow
from explorer.ui.panels.detail import DetailPanel
from explorer.ui.panels.outcomes import OutcomesPanel
from explorer.ui.panels.sources import SourcesPanel
from explorer.ui.panels.timeline import TimelinePanel
from explorer.ui.presenters import sources
from explorer.ui.presenters.evidence import EvidencePresenter
from explorer.ui.presenters.sources import SourcesPresenter
from explorer.ui.presenters.tracing import Tracing
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.trace_link import TraceLink
from explorer.workspace.document import Workspace


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


def panel_of(window: MainWindow) -> SourcesPanel:
    settle(window)
    found = window.findChild(SourcesPanel)
    assert found is not None
    return found


def page_of(window: MainWindow) -> ChainPage:
    page = panel_of(window).chain.page
    assert page is not None
    return page


def trace(window: MainWindow, goal: str) -> ChainPage:
    tracing = window.findChild(Tracing)
    assert tracing is not None
    tracing.trace(goal)
    return page_of(window)


def test_the_key_leads_from_the_selected_cell_to_its_rating(window: MainWindow) -> None:
    window.session.select(Target("cell", "KAZ", "iran_wedge"))
    QTest.keyClick(
        window,
        Qt.Key.Key_F,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert window.shown_view == "sources"
    assert page_of(window).goal == "rating:KAZ:iran_wedge"


def test_from_evidence_the_key_leads_to_the_item_chosen_there(window: MainWindow) -> None:
    window.open_view("evidence")
    settle(window)
    presenter = window.findChild(EvidencePresenter)
    assert presenter is not None
    presenter.show_item("E342")
    window.action("trace").trigger()
    assert page_of(window).goal == "evidence:E342"


def test_at_first_the_first_source_is_shown_and_is_no_step_to_go_back_to(
    window: MainWindow,
) -> None:
    window.open_view("sources")
    panel = panel_of(window)
    first, third = panel.side.rows.rows[0], panel.side.rows.rows[2]
    assert page_of(window).goal == f"source:{first.id}"
    assert panel.side.rows.currentIndex().row() == 0
    panel.side.rows.setCurrentIndex(panel.side.rows.model().index(2, 0))
    assert page_of(window).goal == f"source:{third.id}"
    QTest.keyClick(panel.chain, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page_of(window).goal == f"source:{third.id}"


def test_a_thing_asked_for_is_shown_and_not_the_first_source(window: MainWindow) -> None:
    assert trace(window, "evidence:E342").goal == "evidence:E342"
    assert not panel_of(window).side.rows.currentIndex().isValid()


def test_links_lead_down_to_the_row_and_the_keys_back_up(window: MainWindow) -> None:
    trace(window, "rating:KAZ:iran_wedge")
    panel = panel_of(window)
    for words in ("R2: ", "E342 · "):
        link = next(x for x in panel.chain.findChildren(LinkButton) if x.text().startswith(words))
        link.click()
        settle(window)
    page = page_of(window)
    assert page.goal == "evidence:E342"
    assert page.places[0].words == "data/evidence.csv, row 343"
    panel.chain.setFocus()
    QTest.keyClick(panel.chain, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page_of(window).goal.startswith("rating:KAZ:iran_wedge:R2")
    assert window.session.as_of is None
    panel.side.rows.setFocus()
    QTest.keyClick(panel.side.rows, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page_of(window).goal == "rating:KAZ:iran_wedge"
    for _ in range(2):
        QTest.keyClick(panel.side.rows, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page_of(window).goal == "evidence:E342"


def test_a_step_of_the_way_is_a_link_back_to_it(window: MainWindow) -> None:
    trace(window, "rating:KAZ:iran_wedge")
    panel = panel_of(window)
    panel.chain.followed.emit("cell:KAZ:iran_wedge")
    settle(window)
    assert len(panel.trail.links) == 1
    panel.trail.links[0].click()
    assert page_of(window).goal == "rating:KAZ:iran_wedge"


def test_a_source_found_by_search_is_shown_with_what_rests_on_it(window: MainWindow) -> None:
    presenter_goal = trace(window, "source:S230").goal
    assert presenter_goal == "source:S230"
    panel = panel_of(window)
    assert panel.side.rows.rows[panel.side.rows.currentIndex().row()].id == "S230"


def test_the_list_holds_all_sources_and_is_filtered_by_words_and_by_record(
    qtbot: QtBot, window: MainWindow, atlas: Atlas
) -> None:
    window.open_view("sources")
    panel = panel_of(window)
    assert len(panel.side.rows.rows) == len(atlas.sources)
    panel.side.filter.setText("world bank gdp")
    found = {row.id for row in panel.side.rows.rows}
    assert "wb_gdp" in found
    assert len(found) < 20
    panel.side.clear()
    panel.side.record.setCurrentIndex(panel.side.record.findData("unused"))
    panel.side.record.activated.emit(0)
    assert all(not row.is_used for row in panel.side.rows.rows)
    assert panel.side.count.text().endswith(f"of {len(atlas.sources)} sources")


def test_a_source_hidden_by_the_filter_is_shown_when_a_link_leads_to_it(
    window: MainWindow,
) -> None:
    window.open_view("sources")
    panel = panel_of(window)
    panel.side.filter.setText("nothing has this title")
    assert not panel.side.rows.rows
    trace(window, "source:S017")
    assert panel.side.rows.rows[panel.side.rows.currentIndex().row()].id == "S017"


def test_the_hash_and_the_whole_way_are_copied(window: MainWindow) -> None:
    page = trace(window, "evidence:E020")
    panel = panel_of(window)
    panel.chain.hash_copied.emit(page.places[0].sha256)
    assert QGuiApplication.clipboard().text() == page.places[0].sha256
    panel.trail.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "E020" in text
    assert "data/evidence.csv, row 21" in text
    assert page.places[0].sha256 in text


def test_from_a_page_the_way_leads_to_the_view_that_shows_the_thing(window: MainWindow) -> None:
    trace(window, "rating:UZB:iran_wedge")
    panel_of(window).chain.way_wanted.emit(page_of(window).way)
    assert window.shown_view == "compare"
    assert window.session.selection == Target("cell", "UZB", "iran_wedge")
    trace(window, "evidence:E342")
    panel_of(window).chain.way_wanted.emit("evidence")
    settle(window)
    presenter = window.findChild(EvidencePresenter)
    assert presenter is not None
    assert (window.shown_view, presenter.chosen) == ("evidence", "E342")


def test_the_page_follows_the_day_looked_at(window: MainWindow) -> None:
    assert trace(window, "evidence:E342").is_known
    window.session.look_as_of(date(2025, 11, 5))
    assert not page_of(window).is_known
    window.session.look_as_of(None)
    assert page_of(window).is_known


def test_a_text_that_names_nothing_leads_nowhere(window: MainWindow) -> None:
    tracing = window.findChild(Tracing)
    assert tracing is not None
    tracing.trace("planet:KAZ")
    assert window.shown_view == "compare"


def test_tab_goes_through_list_and_page_once_and_out_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    trace(window, "evidence:E342")
    panel = panel_of(window)
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
    assert inside[0] is panel.side.filter
    assert {each for each in panel.chain.stops if each.isVisible()} <= set(inside)


def test_what_could_not_be_composed_says_so_and_is_tried_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    trace(window, "evidence:E342")

    def fail(*_: object) -> ChainPage:
        message = "disk gone"
        raise OSError(message)

    with monkeypatch.context() as broken:
        broken.setattr(sources, "compose_chain", fail)
        page = trace(window, "evidence:E020")
        assert page.goal == "evidence:E020"
        assert page.says == ("This could not be composed: disk gone",)
        assert not page.is_known
    panel_of(window).chain.followed.emit("evidence:E003")
    assert page_of(window).is_known
    panel_of(window).trail.stepped.emit(-1)
    assert page_of(window).goal == "evidence:E020"
    assert page_of(window).is_known


def test_a_list_that_could_not_be_made_says_so_and_is_tried_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> tuple[SourceRow, ...]:
        message = "disk gone"
        raise OSError(message)

    with monkeypatch.context() as broken:
        broken.setattr(sources, "compose_source_list", fail)
        window.open_view("sources")
        assert panel_of(window).side.count.text() == "This could not be composed: disk gone"
    window.open_view("compare")
    window.open_view("sources")
    assert panel_of(window).side.rows.rows


def test_a_link_that_names_nothing_leads_to_a_page_that_says_so(window: MainWindow) -> None:
    trace(window, "evidence:E342")
    panel_of(window).chain.followed.emit("planet:KAZ")
    page = page_of(window)
    assert (page.goal, page.is_known) == ("planet:KAZ", False)
    assert page.says == ("The pack has nothing that goes by this name.",)


def test_the_presenter_says_what_is_shown(window: MainWindow) -> None:
    trace(window, "source:S001")
    presenter = window.findChild(SourcesPresenter)
    assert presenter is not None
    assert presenter.goal == "source:S001"


@pytest.mark.parametrize(
    ("view", "goal"),
    [
        ("compare", "rating:KAZ:iran_wedge"),
        ("compare", "cell:KAZ:iran_wedge"),
        ("compare", "series:"),
        ("compare", "evidence:E"),
        ("compare", "source:S"),
        ("evidence", "evidence:E"),
        ("evidence", "source:"),
        ("timeline", "source:"),
        ("notes", "note:"),
        ("outcomes", "ladder:"),
    ],
)
def test_where_from_in_a_view_leads_to_the_thing_beside_it(
    qtbot: QtBot, window: MainWindow, view: str, goal: str
) -> None:
    window.session.select(Target("cell", "KAZ", "iran_wedge"))
    window.open_view(view)
    settle(window)
    details = window.findChild(DetailPanel)
    assert details is not None
    qtbot.waitUntil(lambda: details.is_whole or view != "compare")
    if view == "timeline":
        timeline = window.findChild(TimelinePanel)
        assert timeline is not None
        timeline.chosen.emit(timeline.list.events[3].key)
    if view == "outcomes":
        outcomes = window.findChild(OutcomesPanel)
        assert outcomes is not None
        qtbot.waitUntil(lambda: outcomes.overview.ladders.chart is not None, timeout=9000)
    settle(window)
    qtbot.wait(20)
    links = [x for x in window.findChildren(TraceLink) if x.isVisible()]
    wanted: LinkButton | None = next((x for x in links if x.goal.startswith(goal)), None)
    if wanted is None:  # charts ask by a button of their own
        origins = [x for x in window.findChildren(ChartOrigin) if x.isVisible()]
        wanted = next(x for x in origins if x.goals[0][1].startswith(goal))
    if isinstance(wanted, ChartOrigin) and len(wanted.goals) > 1:
        menu = wanted.menu()
        menu.actions()[0].trigger()
        menu.deleteLater()
    else:
        wanted.click()
    assert window.shown_view == "sources"
    page = page_of(window)
    assert page.goal.startswith(goal)
    assert page.is_known
