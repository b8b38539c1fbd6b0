import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.charts import Bar, BarChart, Caption
from explorer.pages.detail import (
    ChartsBlock,
    DetailPage,
    EvidenceBlock,
    NoteBlock,
    ReasonsBlock,
    UserNoteBlock,
)
from explorer.pages.detail_page import compose_detail
from explorer.pages.own_judgement import OwnRatingBlock
from explorer.pages.tables import Table
from explorer.pages.view import Target, View
from explorer.style import DARK
from explorer.ui.panels.detail import DetailPanel
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.note_text import NoteText
from explorer.ui.widgets.text import Text
from explorer.workspace.document import Workspace
from explorer.workspace.edits import write_note

NOW = datetime(2026, 11, 24, tzinfo=UTC)
CELL = Target("cell", "KAZ", "iran_trade_routes")
FACTOR = Target("factor", factor="energy_diversification")
KINDS = (CELL, FACTOR, Target("country", "KAZ"), Target("outcome"), Target("outcome", "KAZ"))
Compose = Callable[..., DetailPage]


@pytest.fixture
def compose(atlas: Atlas) -> Compose:
    def page(target: Target, workspace: Workspace | None = None) -> DetailPage:
        return compose_detail(atlas, workspace or Workspace(), View("AZE", ("KAZ",)), target)

    return page


@pytest.fixture
def panel(qtbot: QtBot, themes: ThemeKeeper) -> DetailPanel:
    made = DetailPanel()
    qtbot.addWidget(made)
    made.set_theme(themes.theme)
    made.resize(352, 800)
    made.show()
    return made


def show(panel: DetailPanel, page: DetailPage) -> None:
    panel.show_page(page)
    panel.finish()


def words_of(panel: DetailPanel) -> str:
    found = [*panel.findChildren(Text), *panel.findChildren(LinkButton)]
    return "\n".join(text.text() for text in found if not text.isHidden())


def stops_of(panel: DetailPanel) -> list[QWidget]:
    """Return what Tab goes through inside the panel, from the scroll area on."""
    stops: list[QWidget] = []
    widget = panel._scroll.nextInFocusChain()
    while widget is not None and widget is not panel._scroll:
        is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if is_stop and widget.isVisible() and panel.isAncestorOf(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


@pytest.mark.parametrize("target", KINDS, ids=str)
def test_every_kind_of_page_is_shown_whole(
    panel: DetailPanel, compose: Compose, target: Target
) -> None:
    page = compose(target)
    show(panel, page)
    said = words_of(panel)
    assert page.title in said
    assert page.kicker in said
    for block in page.blocks:
        assert block.heading in said
    assert not panel.grab().isNull()


@pytest.mark.parametrize("target", KINDS, ids=str)
def test_every_control_has_a_name_for_screen_readers(
    panel: DetailPanel, compose: Compose, target: Target
) -> None:
    show(panel, compose(target))
    controls: list[QWidget] = [
        *panel.findChildren(QAbstractButton),
        *panel.findChildren(QComboBox),
        *panel.findChildren(QPlainTextEdit),
    ]
    assert controls
    assert [each for each in controls if not each.accessibleName()] == []


def test_tab_goes_through_the_panel_as_it_is_read(panel: DetailPanel, compose: Compose) -> None:
    show(panel, compose(FACTOR))
    show(panel, compose(CELL))  # blocks were replaced: the order must not be that of their making
    *stops, places_box, editor = stops_of(panel)
    assert (places_box, editor) == (panel.notes.places, panel.notes.editor)
    places = [stop.mapTo(panel._body, stop.rect().topLeft()).y() for stop in stops]
    assert len(places) > 10
    assert places == sorted(places)


def test_a_block_that_two_pages_share_stays_as_it_is(panel: DetailPanel, compose: Compose) -> None:
    show(panel, compose(CELL))
    before = [view for _, view in panel._views]
    show(panel, compose(CELL))
    assert [view for _, view in panel._views] == before


def test_a_country_that_stays_is_not_built_again(panel: DetailPanel, atlas: Atlas) -> None:
    def page(*comparators: str) -> DetailPage:
        return compose_detail(atlas, Workspace(), View("AZE", comparators), FACTOR)

    show(panel, page("KAZ"))
    before = {id(view) for _, view in panel._views}
    show(panel, page("UZB"))
    kept = [block for block, view in panel._views if id(view) in before]
    reasons = [block for block in kept if isinstance(block, ReasonsBlock)]
    assert [reason.iso3 for block in reasons for reason in block.reasons] == ["AZE"]


def test_the_charts_are_not_imported_before_one_is_drawn() -> None:
    code = "import sys; import explorer.ui.panels.detail; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_what_is_below_the_edge_is_built_in_later_turns(
    qtbot: QtBot, panel: DetailPanel, compose: Compose
) -> None:
    panel.show_page(compose(FACTOR))
    assert any(view is None for _, view in panel._views)
    qtbot.waitUntil(lambda: all(view is not None for _, view in panel._views))


def test_the_blocks_stand_in_the_order_of_the_page(panel: DetailPanel, compose: Compose) -> None:
    show(panel, compose(Target("country", "KAZ")))
    show(panel, compose(FACTOR))
    panel.grab()
    tops = [view.y() for _, view in panel._views if view is not None]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)


def test_another_page_begins_at_its_top(panel: DetailPanel, compose: Compose) -> None:
    show(panel, compose(FACTOR))
    panel._settle()
    bar = panel._scroll.verticalScrollBar()
    bar.setValue(400)
    assert bar.value() == 400
    show(panel, compose(CELL))
    assert bar.value() == 0


def chart() -> BarChart:
    caption = Caption("Title", "%", "Source", "", "Words", Table(("A",), (("1",),), (True,)))
    return BarChart(caption, (Bar("AZE", "Azerbaijan", 1.0, 2020, ""),), 1)


def test_the_chart_waits_in_words_and_then_is_drawn(panel: DetailPanel, compose: Compose) -> None:
    show(panel, compose(FACTOR))
    panel.show_chart(None)
    assert "Reading the series…" in words_of(panel)
    panel.show_chart(chart())
    assert "Reading the series…" not in words_of(panel)
    assert panel._chart_view is not None
    assert panel._chart_view.chart == chart()


def test_the_reader_chooses_among_the_series(panel: DetailPanel, compose: Compose) -> None:
    page = compose(FACTOR)
    show(panel, page)
    block = next(block for block in page.blocks if isinstance(block, ChartsBlock))
    came: list[str] = []
    panel.chart_chosen.connect(came.append)
    box = panel.findChild(QComboBox)
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert came == [block.choices[1].ref]


def test_saving_a_chart_hands_out_the_chart(panel: DetailPanel, compose: Compose) -> None:
    show(panel, compose(FACTOR))
    panel.show_chart(chart())
    came: list[tuple[object, str]] = []

    def take(what: object, kind: str) -> None:
        came.append((what, kind))

    panel.chart_save_wanted.connect(take)
    assert panel._chart_view is not None
    panel._chart_view.buttons["SVG…"].click()
    assert came == [(chart(), "svg")]


def evidence_of(page: DetailPage) -> EvidenceBlock:
    return next(block for block in page.blocks if isinstance(block, EvidenceBlock))


def test_a_cited_item_is_scrolled_to_and_marked_even_if_it_was_hidden(
    panel: DetailPanel, compose: Compose
) -> None:
    page = compose(FACTOR)
    last = evidence_of(page).items[-1]
    panel.show_page(page)
    assert panel.show_evidence(last.id)
    card = panel._led_to
    assert card is not None
    assert last.claim in card.accessibleName()
    panel.grab()
    assert not card.visibleRegion().isEmpty()
    assert not panel.show_evidence("E000")


def test_a_link_of_the_note_leads_to_its_item(panel: DetailPanel, compose: Compose) -> None:
    page = compose(FACTOR)
    show(panel, page)
    came: list[str] = []
    panel.evidence_opened.connect(came.append)
    note = panel.findChild(NoteText)
    assert note is not None
    wanted = evidence_of(page).items[0].id
    note.evidence_opened.emit(wanted)
    assert came == [wanted]
    assert panel._led_to is not None


def test_hostile_markdown_in_a_note_is_harmless(panel: DetailPanel, compose: Compose) -> None:
    text = '<img src="file:///etc/passwd"> ![x](file:///etc/passwd) [go](file:///etc/passwd)'
    page = replace(compose(FACTOR), blocks=(NoteBlock("Note", text),))
    show(panel, page)
    note = panel.findChild(NoteText)
    assert note is not None
    assert "<img" in note.toPlainText()
    assert not panel.grab().isNull()


def test_typing_is_told_with_its_target(panel: DetailPanel, compose: Compose) -> None:
    show(panel, compose(CELL))
    came: list[tuple[object, str]] = []

    def take(target: object, text: str) -> None:
        came.append((target, text))

    panel.note_edited.connect(take)
    editor = panel.editor(CELL)
    assert editor is not None
    QTest.keyClicks(editor, "ab")
    assert came == [(CELL, "a"), (CELL, "ab")]


def test_an_editor_stays_while_its_place_stays(panel: DetailPanel, compose: Compose) -> None:
    show(panel, compose(CELL))
    editor = panel.editor(CELL)
    show(panel, compose(CELL, write_note(Workspace(), str(CELL), "From undo", NOW)))
    assert panel.editor(CELL) is editor
    assert editor is not None
    assert editor.toPlainText() == "From undo"


def test_another_theme_keeps_what_is_being_written(panel: DetailPanel, compose: Compose) -> None:
    page = compose(CELL)
    show(panel, page)
    editor = panel.editor(CELL)
    assert editor is not None
    QTest.keyClicks(editor, "half a word")
    panel.set_theme(DARK)
    panel.show_page(
        replace(
            page,
            blocks=tuple(
                replace(
                    block,
                    notes=tuple(
                        replace(place, text="half a word") if place.target == CELL else place
                        for place in block.notes
                    ),
                )
                if isinstance(block, UserNoteBlock)
                else block
                for block in page.blocks
            ),
        )
    )
    panel.finish()
    assert panel.editor(CELL) is editor
    assert editor.toPlainText() == "half a word"
    assert panel.grab().toImage().pixelColor(4, 300).name() == DARK.card


def test_the_note_stays_in_sight_wherever_the_panel_is_scrolled_to(
    panel: DetailPanel, compose: Compose
) -> None:
    show(panel, compose(CELL))
    panel._settle()
    bar = panel._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    panel.grab()
    assert bar.maximum() > 400
    assert panel.notes.editor.visibleRegion().boundingRect() == panel.notes.editor.rect()


def test_another_theme_writes_nothing_over_what_the_page_did_not_know_yet(
    panel: DetailPanel, compose: Compose
) -> None:
    show(panel, compose(CELL))
    QTest.keyClicks(panel.notes.editor, "since")
    panel.set_theme(DARK)
    assert panel.notes.editor.toPlainText() == "since"


def test_the_profile_is_offered_under_the_names_of_its_topics(
    panel: DetailPanel, compose: Compose
) -> None:
    page = compose(Target("country", "KAZ"))
    show(panel, page)
    block = next(block for block in page.blocks if isinstance(block, ChartsBlock))
    assert panel._frame is not None
    box = panel._frame.findChild(QComboBox)
    assert box is not None
    topics = list(dict.fromkeys(choice.group for choice in block.choices))
    assert box.count() == len(block.choices) + len(topics)
    names = [at for at in range(box.count()) if box.itemData(at) is None]
    assert [box.itemText(at) for at in names] == [topic.upper() for topic in topics]
    assert box.currentData() == block.choices[0].ref
    last_of_first = next(at for at in names if at) - 1
    box.setCurrentIndex(last_of_first)
    came: list[str] = []
    panel.chart_chosen.connect(came.append)
    QTest.keyClick(box, Qt.Key.Key_Down)  # steps over the name of the next topic
    assert came == [box.itemData(last_of_first + 2)]


def test_an_own_judgement_unfolded_stays_so_in_another_theme(
    panel: DetailPanel, compose: Compose
) -> None:
    show(panel, compose(CELL))
    assert panel.own is not None
    panel.own.button.click()
    panel.set_theme(DARK)
    panel.finish()
    assert panel.own.is_open
    assert panel.own.form is not None
    assert panel.own.form.isVisible()


def test_an_own_judgement_of_another_target_is_not_shown_here(
    panel: DetailPanel, compose: Compose
) -> None:
    show(panel, compose(CELL))
    assert panel.own is not None
    before = panel.own.block
    other = next(
        block
        for block in compose(Target("cell", "AZE", "iran_trade_routes")).blocks
        if isinstance(block, OwnRatingBlock)
    )
    panel.show_own(other)
    assert panel.own.block == before
