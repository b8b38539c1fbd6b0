"""The detail panel: shows a page as blocks, and says what the reader meant."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.charts import Chart
from explorer.pages.detail import Block, ChartsBlock, DetailPage, ReasonsBlock, UserNoteBlock
from explorer.pages.own_judgement import OwnBlock, OwnLadderBlock, OwnRatingBlock
from explorer.pages.view import Target
from explorer.style import LIGHT, Theme
from explorer.ui.charts.view import ChartView
from explorer.ui.panels.detail.blocks import BlockView
from explorer.ui.panels.detail.notes import NoteDock
from explorer.ui.panels.detail.own import OwnJudgement
from explorer.ui.widgets.chart_frame import WAITING, ChartFrame
from explorer.ui.widgets.evidence_item import EvidenceCard
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.note_editor import NoteEditor
from explorer.ui.widgets.tab_order import order_tabs
from explorer.ui.widgets.text import aside, title

WIDTH = 352
_ABOVE = 13
"""What stays free above a block that was scrolled to."""


class DetailPanel(QWidget):
    """Shows what is selected, in full.

    Blocks that two pages have alike stay as they are, so that a new page costs only what is new.
    `note_edited` carries a target and the whole text of its note; `chart_save_wanted` a chart and
    `png` or `svg`; `evidence_opened` the id of an item that the reader wants to see, whether
    or not this page has it; `grid_wanted` that Esc was pressed in the note; `shown` that the panel
    came into sight. `own_changed` carries an `OwnChange`, `own_removed` what the user no longer
    judges, and `raters_wanted` says that the user wants to choose who is pooled. `trace_wanted`
    carries the goal of a “Where from?” somewhere below, `view_wanted` the name of another view.
    """

    chart_chosen = Signal(str)
    chart_save_wanted = Signal(object, str)
    note_edited = Signal(object, str)
    note_left = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    link_opened = Signal(str)
    evidence_opened = Signal(str)
    own_changed = Signal(object)
    own_removed = Signal(object, str)
    own_settled = Signal()
    raters_wanted = Signal()
    grid_wanted = Signal()
    shown = Signal()
    trace_wanted = Signal(str)
    view_wanted = Signal(str)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setAccessibleName("Details")
        self._theme = LIGHT
        self._page: DetailPage | None = None
        self._chart: Chart | None = None
        self._views: list[tuple[Block, QWidget | None]] = []
        self._frame: ChartFrame | None = None
        self._own: OwnJudgement | None = None
        self._is_own_open = False
        self._chart_view: ChartView | None = None
        self._led_to: EvidenceCard | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._build_next)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Details")
        self.notes = self._make_notes()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self.notes)
        self.setFocusProxy(self._scroll)
        self._begin()

    def _begin(self) -> None:
        """Make the empty body in the colours of the theme."""
        theme = self._theme
        self._views, self._frame, self._chart_view, self._led_to = [], None, None, None
        self._own = None
        body = QWidget()
        # As high as its words at the panel's width; Qt would guess more for words that wrap.
        body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._body = body
        self._room = QVBoxLayout(body)
        self._room.setContentsMargins(16, 13, 16, 18)
        self._room.setSpacing(14)
        self._title, self._kicker = title("", theme), aside("", theme)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._kicker)
        self._room.addLayout(head)
        self._room.addStretch(1)
        self._scroll.setWidget(body)
        set_ground(self, theme.card)
        for clear in (body, self._scroll.viewport()):
            clear.setAutoFillBackground(False)

    def set_theme(self, theme: Theme) -> None:
        """Show the same page in the colours of another theme."""
        if theme == self._theme:
            return
        self._theme = theme
        place = self._scroll.verticalScrollBar().value()
        self.notes.set_theme(theme)
        self._begin()
        if self._page is not None:
            self._show_blocks(self._page)  # not the note: more may have been written since
            self.show_chart(self._chart)
            self._scroll.verticalScrollBar().setValue(place)

    def show_page(self, page: DetailPage) -> None:
        """Show a page; another target begins at its top."""
        is_other = self._page is None or page.target != self._page.target
        self._page = page
        self._show_notes(page)
        if is_other:
            self._led_to = None
            self._scroll.verticalScrollBar().setValue(0)
        self._show_blocks(page)

    def _show_blocks(self, page: DetailPage) -> None:
        """Show the blocks of a page: those that are kept, those that are seen, later the rest."""
        self.setUpdatesEnabled(False)
        self._title.setText(page.title)
        self._kicker.setText(page.kicker)
        self._kicker.setVisible(bool(page.kicker))
        before = [(block, view) for block, view in self._views if view is not None]
        self._views = [(block, self._kept(block, before)) for block in pieces(page)]
        for _, view in before:
            self._put_away(view)
        self._build_what_is_seen()
        self.setUpdatesEnabled(True)

    @property
    def is_whole(self) -> bool:
        """Say whether every block of the page is built."""
        return not self._later.isActive() and all(view is not None for _, view in self._views)

    def finish(self) -> None:
        """Build at once what is still to come below."""
        for at in range(len(self._views)):
            self._build(at)
        self._later.stop()
        self._order_tabs()

    def _build_what_is_seen(self) -> None:
        """Build the blocks down to the edge of what is seen, and the others in later turns."""
        width = self._scroll.viewport().width()
        bottom = self._scroll.verticalScrollBar().value() + self._scroll.viewport().height()
        height = 0
        for at, (_, kept) in enumerate(self._views):
            if height < bottom or kept is not None:
                view = self._build(at)
                height += max(view.heightForWidth(width), 0)
        self._order_tabs()
        self._later.start(0)

    def _build_next(self) -> None:
        """Build the first block that is missing, and come back for the next."""
        for at, (_, view) in enumerate(self._views):
            if view is None:
                self._build(at)
                self._later.start(0)
                return
        self._order_tabs()

    def _build(self, at: int) -> QWidget:
        """Give the widget of the block at a position, made and put in its place if need be."""
        block, view = self._views[at]
        if view is None:
            view = self._new(block)
            self._views[at] = (block, view)
        place = 1 + sum(1 for _, each in self._views[:at] if each is not None)
        if self._room.indexOf(view) != place:
            self._room.removeWidget(view)
            self._room.insertWidget(place, view)
        view.show()
        return view

    def show_chart(self, chart: Chart | None, words: str = WAITING) -> None:
        """Draw a chart in the place for it; without one, say why not."""
        self._chart = chart
        if self._frame is None:
            return
        if chart is not None:
            if self._chart_view is None:
                self._chart_view = ChartView(self._theme)
                self._chart_view.save_wanted.connect(self._save_chart)
                self._frame.take(self._chart_view)
                self._order_tabs()
            self._chart_view.show_chart(chart)
        self._frame.show_state(is_drawn=chart is not None, words=words)

    @property
    def own(self) -> OwnJudgement | None:
        """Give the block of the user's own judgement, if the page has one."""
        has_own = any(view is self._own for _, view in self._views)
        return self._own if has_own else None

    def show_own(self, block: OwnBlock) -> None:
        """Show what has become of the own judgement of this page, and nothing else anew."""
        if self._own is not None and block.target == self._own.block.target:
            self._own.show_block(block)

    def say_own_fault(self, words: str) -> None:
        """Say why an own judgement was refused; nothing takes it away again."""
        if self._own is not None and self._own.form is not None:
            self._own.form.fault.say(words)

    def show_chosen(self, ref: str) -> None:
        """Show which of the series is drawn."""
        if self._frame is not None:
            self._frame.show_chosen(ref)

    def show_evidence(self, evidence_id: str) -> bool:
        """Scroll to an item of evidence and lay a tint behind it; `False` if the page lacks it."""
        self.finish()
        for _, view in self._views:
            card = view.card(evidence_id) if isinstance(view, BlockView) else None
            if card is not None:
                if self._led_to is not None:
                    self._led_to.mark(is_marked=False)
                self._led_to = card
                card.mark(is_marked=True)
                self._settle()
                self._scroll.ensureWidgetVisible(card, 0, 60)
                return True
        return False

    def show_charts(self) -> bool:
        """Bring the head of the charts to the top; `False` if the page has none."""
        if self._frame is None or self._frame.isHidden():
            return False
        self._settle()
        self._scroll.verticalScrollBar().setValue(max(self._frame.y() - _ABOVE, 0))
        return True

    def editor(self, target: Target) -> NoteEditor | None:
        """Give the editor with the user's note on a target in it, if this page has it."""
        return self.notes.editor if self.notes.show_target(target) else None

    def focus_note(self) -> None:
        """Let the user write: move the focus to the note."""
        self.notes.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the panel came into sight."""
        super().showEvent(event)
        self.shown.emit()

    def _kept(self, block: Block, before: list[tuple[Block, QWidget]]) -> QWidget | None:
        """Take from `before` a widget that will do for a block, or make one that is kept."""
        if isinstance(block, ChartsBlock):
            before[:] = [pair for pair in before if pair[1] is not self._frame]
            return self._charts(block)
        if isinstance(block, OwnRatingBlock | OwnLadderBlock):
            before[:] = [pair for pair in before if pair[1] is not self._own]
            return self._own_judgement(block)
        for at, (shown, view) in enumerate(before):
            if shown == block:
                del before[at]
                return view
        return None

    def _new(self, block: Block) -> QWidget:
        view = BlockView(block, self._theme)
        view.evidence_opened.connect(self._open_evidence)
        view.link_opened.connect(self.link_opened)
        view.chart_chosen.connect(self._choose)
        view.chart_save_wanted.connect(self.chart_save_wanted)
        view.view_wanted.connect(self.view_wanted)
        view.unfolded.connect(self._order_tabs)
        return view

    def _charts(self, block: ChartsBlock) -> QWidget:
        if self._frame is None:
            self._frame = ChartFrame(self._theme)
            self._frame.chosen.connect(self.chart_chosen)
        self._frame.show_block(block)
        return self._frame

    def _own_judgement(self, block: OwnBlock) -> QWidget:
        """Show an own judgement where the last one was, unfolded if that was."""
        if self._own is not None:
            self._own.show_block(block)
            return self._own
        own = OwnJudgement(block, self._theme, is_open=self._is_own_open)
        own.changed.connect(self.own_changed)
        own.removed.connect(self.own_removed)
        own.settled.connect(self.own_settled)
        own.escaped.connect(self.grid_wanted)
        own.undo_wanted.connect(self.undo_wanted)
        own.redo_wanted.connect(self.redo_wanted)
        own.raters_wanted.connect(self.raters_wanted)
        own.unfolded.connect(self._follow_own)
        self._own = own
        return own

    def _follow_own(self) -> None:
        if self._own is not None:
            self._is_own_open = self._own.is_open
        self._order_tabs()

    def _make_notes(self) -> NoteDock:
        notes = NoteDock(self._theme)
        notes.edited.connect(self.note_edited)
        notes.left.connect(self.note_left)
        notes.escaped.connect(self.grid_wanted)
        notes.undo_wanted.connect(self.undo_wanted)
        notes.redo_wanted.connect(self.redo_wanted)
        return notes

    def _show_notes(self, page: DetailPage) -> None:
        block = (each for each in page.blocks if isinstance(each, UserNoteBlock))
        self.notes.show_block(next(block, UserNoteBlock("", ())))

    def _put_away(self, view: QWidget) -> None:
        """Take a widget out of the panel; what is kept for the next page is only hidden."""
        self._room.removeWidget(view)
        view.hide()
        if view is not self._frame and view is not self._own:
            view.deleteLater()

    def _open_evidence(self, evidence_id: str) -> None:
        self.show_evidence(evidence_id)
        self.evidence_opened.emit(evidence_id)

    def _choose(self, ref: str) -> None:
        self.show_chosen(ref)
        self.chart_chosen.emit(ref)

    def _save_chart(self, kind: str) -> None:
        self.chart_save_wanted.emit(self._chart, kind)

    def _order_tabs(self) -> None:
        order_tabs(self._scroll, self._room, self.notes.rows)

    def _settle(self) -> None:
        """Lay everything out now, so that places are known."""
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def pieces(page: DetailPage) -> list[Block]:
    """Give the blocks of a page but the user's note, with each reason by itself.

    So what is below the edge can come later, and a country that stays is not built again.
    """
    found: list[Block] = []
    for block in page.blocks:
        if isinstance(block, ReasonsBlock):
            headings = (block.heading, *([""] * len(block.reasons)))
            found += [
                ReasonsBlock(heading, (reason,))
                for heading, reason in zip(headings, block.reasons, strict=False)
            ]
        elif not isinstance(block, UserNoteBlock):
            found.append(block)
    return found
