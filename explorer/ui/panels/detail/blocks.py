"""The blocks of the detail panel as widgets."""

from functools import partial
from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.pages.detail import (
    Block,
    ChartsBlock,
    EstimatesBlock,
    EvidenceBlock,
    EvidenceItem,
    Fact,
    FactsBlock,
    LadderBlock,
    NoteBlock,
    Paragraph,
    ReasonsBlock,
    ScaleBlock,
    UserNoteBlock,
    ViewsBlock,
)
from explorer.pages.own_judgement import OwnLadderBlock, OwnRatingBlock
from explorer.pages.tables import Table
from explorer.style import Theme
from explorer.ui.charts.view import ChartView
from explorer.ui.widgets.citations import Citations
from explorer.ui.widgets.disclosure import Disclosure
from explorer.ui.widgets.evidence_item import EvidenceCard
from explorer.ui.widgets.facts import FactLine, SmallTable
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.long_list import LongList
from explorer.ui.widgets.note_text import NoteText
from explorer.ui.widgets.reason import ReasonView
from explorer.ui.widgets.scale import ScalePoints
from explorer.ui.widgets.text import aside, body, hairline, heading, strong
from explorer.ui.widgets.trace_link import TraceLink

_FEW = 6
"""How many lines of figures stand unfolded."""


class BlockView(QWidget):
    """One block under its heading. Its signals say what the reader did in it."""

    evidence_opened = Signal(str)
    link_opened = Signal(str)
    chart_chosen = Signal(str)
    chart_save_wanted = Signal(object, str)
    view_wanted = Signal(str)
    unfolded = Signal()

    def __init__(self, block: Block, theme: Theme) -> None:
        """Show a block. Charts to choose, notes and own judgements are kept by the panel."""
        super().__init__()
        self._theme = theme
        self._items: LongList[EvidenceItem] | None = None
        self._cards: dict[str, EvidenceItem] = {}
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(5)
        if block.heading:
            is_headline = isinstance(block, Paragraph) and block.is_headline
            make = strong if is_headline else heading
            self._room.addWidget(make(block.heading, theme))
        self._show(block)

    def card(self, evidence_id: str) -> EvidenceCard | None:
        """Give the card of an item of evidence, if this block has it; it is then shown."""
        item = self._cards.get(evidence_id)
        if item is None or self._items is None:
            return None
        found = self._items.widget_of(item)
        return found if isinstance(found, EvidenceCard) else None

    def _show(self, block: Block) -> None:  # noqa: C901 - a case a kind
        match block:
            case Paragraph():
                self._show_paragraph(block)
            case ScaleBlock():
                self._room.addWidget(ScalePoints(block, self._theme))
            case ReasonsBlock():
                self._show_reasons(block)
            case EvidenceBlock():
                self._show_evidence(block)
            case NoteBlock():
                self._show_note(block)
            case FactsBlock():
                self._show_facts(block)
            case LadderBlock():
                self._show_ladder(block)
            case EstimatesBlock():
                self._show_estimates(block)
            case ViewsBlock():
                self._show_views(block)
            case ChartsBlock() | UserNoteBlock() | OwnRatingBlock() | OwnLadderBlock():
                pass
            case _:
                assert_never(block)

    def _show_paragraph(self, block: Paragraph) -> None:
        make = aside if block.quiet else body
        self._room.addWidget(make(block.body.text, self._theme))
        if block.body.evidence_ids:
            cited = Citations(block.body.evidence_ids, self._theme)
            cited.opened.connect(self.evidence_opened)
            self._room.addWidget(cited)
        if block.goal:
            self._room.addWidget(TraceLink(block.goal, self._theme, block.heading))

    def _show_reasons(self, block: ReasonsBlock) -> None:
        for at, reason in enumerate(block.reasons):
            if at or not block.heading:
                self._room.addWidget(hairline(self._theme))
                self._room.addSpacing(6)
            view = ReasonView(reason, self._theme)
            view.evidence_opened.connect(self.evidence_opened)
            view.unfolded.connect(self.unfolded)
            self._room.addWidget(view)

    def _show_evidence(self, block: EvidenceBlock) -> None:
        self._cards = {item.id: item for item in block.items}
        self._items = LongList(block.items, self._make_card, self._theme)
        self._items.unfolded.connect(self.unfolded)
        self._room.addWidget(self._items)

    def _make_card(self, item: EvidenceItem) -> QWidget:
        card = EvidenceCard(item, self._theme)
        card.link_opened.connect(self.link_opened)
        return card

    def _show_note(self, block: NoteBlock) -> None:
        note = NoteText(block.markdown, self._theme)
        note.evidence_opened.connect(self.evidence_opened)
        note.series_chosen.connect(self.chart_chosen)
        note.link_opened.connect(self.link_opened)
        self._room.addWidget(note)

    def _show_facts(self, block: FactsBlock) -> None:
        facts = LongList(block.facts, self._make_fact, self._theme, spacing=5)
        facts.unfolded.connect(self.unfolded)
        self._room.addWidget(facts)

    def _make_fact(self, fact: Fact) -> QWidget:
        line = FactLine(fact, self._theme)
        line.link_opened.connect(self.link_opened)
        return line

    def _show_ladder(self, block: LadderBlock) -> None:
        view = ChartView(self._theme)
        view.show_chart(block.chart)
        view.save_wanted.connect(partial(self.chart_save_wanted.emit, block.chart))
        self._room.addWidget(view)
        if block.raters.rows:
            self._fold("Each rater's ladder", block.raters)

    def _show_views(self, block: ViewsBlock) -> None:
        for each in block.links:
            link = LinkButton(each.words, self._theme)
            link.setAccessibleName(f"Open the view {each.words}")
            link.clicked.connect(
                lambda _checked=False, view=each.view: self.view_wanted.emit(view)
            )
            self._room.addWidget(link)

    def _show_estimates(self, block: EstimatesBlock) -> None:
        """Show the chart, and the figures: at once where they are few, else folded away."""
        view = ChartView(self._theme)
        view.show_chart(block.chart)
        view.save_wanted.connect(partial(self.chart_save_wanted.emit, block.chart))
        self._room.addWidget(view)
        if len(block.table.rows) <= _FEW:
            self._room.addWidget(SmallTable(block.table, self._theme))
        else:
            self._fold("The same in figures", block.table)

    def _fold(self, words: str, table: Table) -> None:
        """Put a table in its place, made when it is unfolded."""
        folded = Disclosure(words, self._theme, lambda: SmallTable(table, self._theme))
        folded.unfolded.connect(self.unfolded)
        self._room.addWidget(folded)
