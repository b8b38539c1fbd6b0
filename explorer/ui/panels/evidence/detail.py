"""The detail beside the table: one item in full, what stands with it, and what rests on it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from explorer.pages.evidence_detail import EvidenceDetail, EvidenceSource, Kin
from explorer.pages.evidence_uses import Use
from explorer.pages.trace import evidence_goal, source_goal
from explorer.style import Theme
from explorer.ui.panels.evidence.remark import RemarkEditor
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL, font
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.long_list import LongList
from explorer.ui.widgets.rival_lines import RivalLines
from explorer.ui.widgets.source_link import is_safe
from explorer.ui.widgets.tab_order import order_tabs
from explorer.ui.widgets.text import Text, aside, body, fixed, heading, strong, title
from explorer.ui.widgets.trace_link import TraceLink

NOTHING = "Choose an item in the table to see all that is known of it, and where it is used."
_LABEL = 76
_GAP = 14


class EvidenceDetailPanel(QScrollArea):
    """Shows an EvidenceDetail, and says where the reader wants to go from there.

    `jump_wanted` carries a Target or the name of a view, `item_wanted` the id of another item,
    `source_wanted` that of a source whose items are to be shown. `left` comes with Esc.
    """

    jump_wanted = Signal(object)
    item_wanted = Signal(str)
    source_wanted = Signal(str)
    link_opened = Signal(str)
    edit_wanted = Signal(str)
    delete_wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin with a hint."""
        super().__init__()
        self._theme = theme
        self._shown: EvidenceDetail | None = None
        self.remark = RemarkEditor(theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Detail of the item")
        self._page = QWidget()
        self._room = QVBoxLayout(self._page)
        self._room.setContentsMargins(16, 12, 14, 20)
        self._room.setSpacing(4)
        self.setWidget(self._page)
        for clear in (self._page, self.viewport()):
            clear.setAutoFillBackground(False)
        self._show_hint()

    @property
    def detail(self) -> EvidenceDetail | None:
        """Give the detail shown."""
        return self._shown

    def show_detail(self, detail: EvidenceDetail | None) -> None:
        """Show another item; where only the user's remark differs, only that is shown anew."""
        before, self._shown = self._shown, detail
        if detail is None:
            self._show_hint()
            return
        self.remark.show_remark(detail.item.id, detail.verdict, detail.comment)
        if before is None or not _differs_in_remark_alone(before, detail):
            self._build(detail)
            if before is None or before.item.id != detail.item.id:
                self.verticalScrollBar().setValue(0)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.remark.set_theme(theme)
        if self._shown is not None:
            self._build(self._shown)
        else:
            self._show_hint()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Go back to the table with Esc."""
        if arg__1.key() == Qt.Key.Key_Escape:
            self.left.emit()
            arg__1.accept()
            return
        super().keyPressEvent(arg__1)

    def _show_hint(self) -> None:
        self._clear()
        self._room.addWidget(aside(NOTHING, self._theme))
        self._room.addStretch(1)

    def _build(self, detail: EvidenceDetail) -> None:
        self._clear()
        theme = self._theme
        self._add_title(detail)
        self._room.addWidget(body(detail.item.claim, theme))
        self._add_facts(detail.facts)
        if detail.rivals:
            rivals = RivalLines(theme, has_links=True)
            rivals.item_wanted.connect(self.item_wanted)
            rivals.show_groups(detail.rivals)
            self._room.addSpacing(_GAP - 6)
            self._room.addWidget(rivals)
        self._add_heading("Grades, judged apart")
        for words in detail.grades:
            self._room.addWidget(body(words, theme))
        self._add_heading("Your mark")
        self._room.addWidget(self.remark)
        self.remark.show()
        self._add_heading(f"Sources · {len(detail.sources)}")
        for source in detail.sources:
            self._room.addWidget(self._source(source))
        if detail.repetition:
            self._room.addWidget(strong(f"△ {detail.repetition}", theme))
            self._add_kins(detail.repeated, "items of this source")
        for point in detail.contradictions:
            self._add_heading("Where sources contradict one another")
            self._room.addWidget(body(point.words, theme))
            self._add_kins(point.items, "items")
        if detail.opposites:
            total = len(detail.opposites) + detail.others
            self._add_heading(f"Items that point the other way · {total}")
            self._room.addWidget(aside("On the same state and factor, strongest first.", theme))
            self._add_kins(detail.opposites, "items")
            if detail.others:
                self._room.addWidget(aside(f"and {detail.others} more", theme))
        self._add_uses(detail)
        self._room.addStretch(1)
        self._order_tabs()

    def _add_title(self, detail: EvidenceDetail) -> None:
        row = QHBoxLayout()
        row.addWidget(title(detail.title, self._theme), 1)
        goal = evidence_goal(detail.item.id)
        row.addWidget(TraceLink(goal, self._theme, f"Evidence {detail.item.id}"))
        if detail.is_own:
            for words, signal in (("Edit…", self.edit_wanted), ("Delete", self.delete_wanted)):
                button = LinkButton(words, self._theme, font(CLOSE))
                button.setAccessibleName(f"{words.rstrip('…')} {detail.item.id}")
                button.clicked.connect(partial(signal.emit, detail.item.id))
                row.addWidget(button)
        self._room.addLayout(row)

    def _add_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        self._room.addSpacing(6)
        for label, value in facts:
            self._room.addLayout(self._fact(label, value))

    def _fact(self, label: str, value: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        name = fixed(Text(label, font(CLOSE), self._theme.mute), _LABEL)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(value, font(CLOSE), self._theme.ink), 1)
        return row

    def _add_heading(self, words: str) -> None:
        self._room.addSpacing(_GAP)
        self._room.addWidget(heading(words, self._theme))

    def _source(self, source: EvidenceSource) -> QWidget:
        whole = QWidget()
        room = QVBoxLayout(whole)
        room.setContentsMargins(0, 0, 0, 6)
        room.setSpacing(2)
        room.addWidget(Text(source.title, font(CLOSE, SEMIBOLD), self._theme.ink))
        for label, value in source.facts:
            room.addLayout(self._fact(label, value))
        row = QHBoxLayout()
        row.setSpacing(12)
        if is_safe(source.link.url):
            link = LinkButton("Open the page", self._theme, font(SMALL))
            link.setAccessibleName(f"Open the page: {source.title}")
            link.setToolTip(source.link.url)
            link.clicked.connect(partial(self.link_opened.emit, source.link.url))
            row.addWidget(link)
        if source.others > 0 and not source.is_own:
            words = f"All {source.others + 1} items of this source"
            more = LinkButton(words, self._theme, font(SMALL))
            more.clicked.connect(partial(self.source_wanted.emit, source.link.id))
            row.addWidget(more)
        goal = source_goal(source.link.id)
        row.addWidget(TraceLink(goal, self._theme, source.title, "Show in Sources"))
        row.addStretch(1)
        room.addLayout(row)
        return whole

    def _add_kins(self, kins: tuple[Kin, ...], noun: str) -> None:
        if kins:
            self._add_list(LongList(kins, self._kin, self._theme, noun, 6))

    def _add_list(self, made: LongList[Kin] | LongList[Use]) -> None:
        made.unfolded.connect(self._order_tabs)
        self._room.addWidget(made)

    def _order_tabs(self) -> None:
        order_tabs(self, self._room)

    def _kin(self, kin: Kin) -> QWidget:
        whole, room = _box()
        link = LinkButton(kin.line, self._theme, font(SMALL))
        link.setAccessibleName(f"Go to {kin.id}: {kin.claim}")
        link.clicked.connect(partial(self.item_wanted.emit, kin.id))
        room.addWidget(link)
        room.addWidget(Text(kin.claim, font(CLOSE), self._theme.ink))
        return whole

    def _add_uses(self, detail: EvidenceDetail) -> None:
        for group in detail.uses:
            self._add_heading(group.heading)
            self._add_list(LongList(group.uses, self._use, self._theme, "uses", 6))
        if not detail.uses:
            self._add_heading("Where it is used")
            words = "Nothing bundled rests on it, since it is your own."
            if not detail.is_own:
                words = "No rating, text, note or question cites it."
            self._room.addWidget(aside(words, self._theme))

    def _use(self, use: Use) -> QWidget:
        whole, room = _box()
        if use.goal:
            link = LinkButton(use.title, self._theme, font(SMALL))
            link.setAccessibleName(f"Go to {use.title}")
            link.clicked.connect(partial(self.jump_wanted.emit, use.goal))
            room.addWidget(link)
        else:
            room.addWidget(Text(use.title, font(SMALL, SEMIBOLD), self._theme.ink))
        if use.words:
            room.addWidget(Text(use.words, font(CLOSE), self._theme.ink))
        return whole

    def _clear(self) -> None:
        """Take all away but the remark, in which the user may be writing."""
        while self._room.count():
            item = self._room.takeAt(0)
            if item is None:
                continue
            if (widget := item.widget()) is not None and widget is not self.remark:
                widget.hide()
                widget.deleteLater()
            if (layout := item.layout()) is not None:
                _empty(layout)
        self.remark.hide()
        self.remark.setParent(self._page)


def _empty(layout: QLayout) -> None:
    """Take the widgets of a layout away."""
    while layout.count():
        item = layout.takeAt(0)
        if item is not None and (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _box() -> tuple[QWidget, QVBoxLayout]:
    whole = QWidget()
    room = QVBoxLayout(whole)
    room.setContentsMargins(0, 0, 0, 2)
    room.setSpacing(0)
    return whole, room


def _differs_in_remark_alone(before: EvidenceDetail, detail: EvidenceDetail) -> bool:
    return replace(before, verdict=detail.verdict, comment=detail.comment) == detail
