from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.pages.evidence_items import evidence_item
from explorer.pages.outcomes import (
    OR_HIGHER,
    RUNG_BY_RUNG,
    compose_outcomes_page,
    compose_rater_ladders,
)
from explorer.pages.outlook import compose_outlook
from explorer.style import DARK, LIGHT
from explorer.ui.panels.outcomes import OutcomesPanel
from explorer.ui.panels.outcomes.columns import MEASURE, Columns
from explorer.ui.panels.outcomes.head import SECTIONS
from explorer.ui.panels.outcomes.panel import WIDEST
from explorer.ui.widgets.note_text import NoteText
from explorer.ui.widgets.text import Text
from explorer.workspace.document import Workspace

STATES = ("AZE", "KAZ", "UZB")
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def filled(atlas: Atlas, states: tuple[str, ...] = STATES) -> OutcomesPanel:
    panel = OutcomesPanel(LIGHT)
    outlook = compose_outlook(atlas, Workspace())
    panel.show_page(compose_outcomes_page(atlas, Workspace(), outlook, None, states))
    panel.show_choice("KAZ", "at_least:token_accession")
    panel.raters.show_part(compose_rater_ladders(atlas, Workspace(), "KAZ"))
    panel.finish()
    return panel


@pytest.fixture
def panel(qtbot: QtBot, atlas: Atlas, themes: object) -> OutcomesPanel:
    del themes
    made = filled(atlas)
    qtbot.addWidget(made)
    made.resize(1340, 760)
    with qtbot.waitExposed(made):
        made.show()
    settle(qtbot)
    return made


def settle(qtbot: QtBot) -> None:
    qtbot.wait(30)


def test_before_any_judgement_no_frame_of_an_empty_chart_stands(
    qtbot: QtBot, panel: OutcomesPanel, atlas: Atlas
) -> None:
    assert panel.overview.ladders.isVisible()
    cut = known_on(atlas, date(2020, 1, 1))
    outlook = compose_outlook(cut, Workspace())
    panel.show_page(compose_outcomes_page(cut, Workspace(), outlook, None, STATES))
    settle(qtbot)
    for part in (panel.overview.ladders, panel.overview.estimates, panel.overview.kinds):
        assert not part.isVisible()
    said = [each.text() for each in panel.overview.findChildren(Text) if each.isVisible()]
    assert said[0] == "Not judged by 1 Jan 2020. There are no bars or intervals to show."
    assert len(said) == 3
    outlook = compose_outlook(atlas, Workspace())
    panel.show_page(compose_outcomes_page(atlas, Workspace(), outlook, None, STATES))
    assert panel.overview.ladders.isVisible()
    assert panel.overview.estimates.isVisible()


def bar_of(panel: OutcomesPanel) -> int:
    return panel.area.verticalScrollBar().value()


def top_of(panel: OutcomesPanel, section: QWidget) -> int:
    return section.mapTo(panel.area.viewport(), QPoint(0, 0)).y()


def test_the_head_offers_every_section_in_the_order_of_the_page(panel: OutcomesPanel) -> None:
    assert [key for key, _ in SECTIONS] == list(panel.sections)
    assert all(not link.isHidden() for link in panel.head.links.values())


def test_a_link_of_the_head_brings_its_section_to_the_top(
    qtbot: QtBot, panel: OutcomesPanel
) -> None:
    panel.head.links["hypotheses"].click()
    settle(qtbot)
    assert 0 <= top_of(panel, panel.hypotheses) < 40
    assert panel.current == "hypotheses"
    assert panel.head.links["hypotheses"].accessibleDescription() == "Shown now"
    assert panel.head.links["outcomes"].accessibleDescription() == ""


def test_tab_goes_on_from_the_section_that_was_gone_to(qtbot: QtBot, panel: OutcomesPanel) -> None:
    panel.head.links["hypotheses"].click()
    settle(qtbot)
    QTest.keyClick(panel.focusWidget(), Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert panel.hypotheses.isAncestorOf(focus)


def test_control_and_page_down_go_from_section_to_section_and_back(
    qtbot: QtBot, panel: OutcomesPanel
) -> None:
    panel.setFocus()
    seen = [panel.current]
    for _ in range(len(SECTIONS)):
        QTest.keyClick(panel.area, Key.Key_PageDown, CONTROL)
        seen.append(panel.current)
    assert seen[: len(SECTIONS)] == [key for key, _ in SECTIONS]
    assert seen[-1] == SECTIONS[-1][0]
    QTest.keyClick(panel.area, Key.Key_PageUp, CONTROL)
    assert panel.current == SECTIONS[-2][0]
    settle(qtbot)


def test_the_head_follows_the_scrolling(qtbot: QtBot, panel: OutcomesPanel) -> None:
    bar = panel.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert panel.current == SECTIONS[-1][0]
    bar.setValue(0)
    assert panel.current == SECTIONS[0][0]
    settle(qtbot)


def test_tab_reads_the_head_before_the_page_and_comes_to_every_control(
    panel: OutcomesPanel,
) -> None:
    panel.head.states.buttons[1].setFocus()
    focus: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in focus:
        focus.append(now)
        QTest.keyClick(now, Key.Key_Tab)
    wanted = [
        panel.head.events,
        panel.head.links["outcomes"],
        panel.head.links["ladder"],
        panel.overview.ladders.buttons["Table"],
        panel.overview.kinds.buttons[0],
        panel.overview.estimates.buttons["Table"],
        panel.raters.chart.buttons["Table"],
        next(iter(panel.notes.notes.values())).button,
        panel.head.raters,
    ]
    places = [focus.index(widget) for widget in wanted]
    assert all(before < after for before, after in pairwise(places))
    assert all(each.accessibleName() or isinstance(each, QWidget) for each in focus)


def test_the_state_and_the_event_that_the_user_takes_are_told(panel: OutcomesPanel) -> None:
    told: list[str] = []
    panel.state_chosen.connect(told.append)
    panel.event_chosen.connect(told.append)
    panel.head.states.buttons[2].click()
    box = panel.head.events
    box.setFocus()
    QTest.keyClick(box, Key.Key_Down)
    assert told == ["UZB", "at_least:substantive_accession"]


def test_what_is_shown_as_chosen_is_not_told_as_the_users_choice(panel: OutcomesPanel) -> None:
    told: list[str] = []
    panel.state_chosen.connect(told.append)
    panel.show_choice("AZE", "exactly:ordinary_ties")
    assert told == []
    assert panel.head.states.key == "AZE"
    assert panel.head.events.currentText() == "Exactly ordinary ties"


@pytest.mark.parametrize(("width", "count"), [(1340, 2), (1190, 2), (900, 1)])
def test_there_are_two_columns_where_the_width_allows(
    qtbot: QtBot, panel: OutcomesPanel, width: int, count: int
) -> None:
    panel.resize(width, 760)
    settle(qtbot)
    pairs = panel.findChildren(Columns)
    assert len(pairs) == 3
    assert {each.is_side_by_side for each in pairs} == {count == 2}


def test_lines_do_not_get_longer_on_a_wide_screen(qtbot: QtBot, panel: OutcomesPanel) -> None:
    panel.resize(2400, 900)
    settle(qtbot)
    assert panel.overview.width() <= WIDEST
    for text in panel.overview.findChildren(Text):
        longest = min(text.width(), text.fontMetrics().horizontalAdvance(text.text()))
        assert longest <= MEASURE


@pytest.mark.parametrize("width", [620, 900, 1190, 1340, 1840])
def test_nothing_is_cut_off_or_laid_over_something_else(
    qtbot: QtBot, panel: OutcomesPanel, width: int
) -> None:
    panel.resize(width, 760)
    settle(qtbot)
    assert panel.overview.mapTo(panel.area.viewport(), QPoint(0, 0)).x() >= 0
    assert panel.overview.width() <= panel.area.viewport().width()
    room = panel.overview.layout()
    assert room is not None
    placed = [
        item.geometry()
        for at in range(room.count())
        if (item := room.itemAt(at)) is not None and not item.isEmpty()
    ]
    assert all(one.bottom() < two.top() for one, two in pairwise(placed))
    for text in panel.overview.findChildren(Text):
        if text.isVisible() and text.wordWrap():
            assert text.height() >= text.heightForWidth(text.width())
    chart = panel.overview.ladders
    canvas = chart.canvas
    assert canvas is not None
    # The layout of a chart follows a change of width in a later turn.
    qtbot.waitUntil(lambda: canvas.geometry().bottom() < chart._source.geometry().top())


def test_the_estimates_switch_from_rungs_to_each_rung_or_a_higher_one(
    panel: OutcomesPanel,
) -> None:
    assert [each.text() for each in panel.overview.kinds.buttons] == [RUNG_BY_RUNG, OR_HIGHER]
    panel.overview.kinds.buttons[1].click()
    chart = panel.overview.estimates.chart
    assert chart is not None
    assert chart.caption.title == "Likelihood of each rung or a higher one"
    assert panel.overview.kinds.key == OR_HIGHER


def test_a_note_unfolds_and_its_citations_are_told(panel: OutcomesPanel, qtbot: QtBot) -> None:
    told: list[str] = []
    panel.evidence_wanted.connect(told.append)
    panel.notes.notes["Reference cases"].button.click()
    settle(qtbot)
    note = panel.notes.findChild(NoteText)
    assert note is not None
    assert note.height() > 300
    note.evidence_opened.emit("E296")
    assert told == ["E296"]


def test_an_item_at_the_foot_is_closed_by_its_button_and_by_escape(
    atlas: Atlas, panel: OutcomesPanel
) -> None:
    item = evidence_item(atlas, atlas.evidence_by_id["E296"], cited=False)
    assert panel.foot.isHidden()
    panel.foot.show_item(item)
    assert not panel.foot.isHidden()
    panel.foot.close_button.click()
    assert panel.foot.isHidden()
    panel.foot.show_item(item)
    panel.foot.close_button.setFocus()
    QTest.keyClick(panel.foot.close_button, Key.Key_Escape)
    assert panel.foot.item is None


def test_a_theme_is_taken_by_all_and_what_is_open_stays_open(
    qtbot: QtBot, panel: OutcomesPanel, atlas: Atlas
) -> None:
    panel.notes.notes["Reference cases"].button.click()
    panel.foot.show_item(evidence_item(atlas, atlas.evidence_by_id["E296"], cited=False))
    before = panel.grab().toImage().pixelColor(4, 4).name()
    panel.set_theme(DARK)
    settle(qtbot)
    assert before == LIGHT.card
    assert panel.grab().toImage().pixelColor(4, 4).name() == DARK.card
    assert panel.notes.notes["Reference cases"].button.isChecked()
    assert panel.foot.item is not None


def test_states_are_told_apart_without_colour_by_their_marks_and_names(
    qtbot: QtBot, panel: OutcomesPanel, atlas: Atlas
) -> None:
    names = [each.text() for each in panel.head.states.buttons]
    assert names == ["Azerbaijan", "Kazakhstan", "Uzbekistan"]
    panel.show_page(
        compose_outcomes_page(
            atlas,
            Workspace(),
            compose_outlook(atlas, Workspace()),
            None,
            atlas.subject.compared,
        )
    )
    panel.resize(620, 760)
    settle(qtbot)
    short = panel.head.states.buttons
    assert [each.text() for each in short] == list(atlas.subject.compared)
    assert all(each.accessibleName() != each.text() for each in short)
