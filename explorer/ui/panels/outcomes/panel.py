"""The panel of the view Outcomes: a head that stays, and a page of sections that scrolls."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.outcomes import OutcomesPage
from explorer.style import Theme
from explorer.ui.panels.outcomes.columns import Columns
from explorer.ui.panels.outcomes.foot import EvidenceFoot
from explorer.ui.panels.outcomes.head import SIDE, OutcomesHead
from explorer.ui.panels.outcomes.hypotheses import HypothesesSection
from explorer.ui.panels.outcomes.methods import ActorsSection, AgreementSection, FitSection
from explorer.ui.panels.outcomes.moves import MovesSection
from explorer.ui.panels.outcomes.overview import OverviewSection
from explorer.ui.panels.outcomes.reference import (
    NotesSection,
    RatersSection,
    RungsSection,
)
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.lettering import set_ground
from explorer.ui.widgets.segments import Segments
from explorer.ui.widgets.text import hairline

WIDEST = 1440
"""The page gets no wider than this, in pixels: lines would be too long to read."""
_ABOVE = 14
_BETWEEN = 22
_HEADED = {"levers": 26}
"""What a part's own heading takes above it, in pixels, where that is no part of it."""


class OutcomesPanel(QWidget):
    """Lays out the sections of the view and leads the reader from one to the next.

    `shown` comes when the panel comes into sight, `state_chosen` with an ISO code, `event_chosen`
    with the key of an event. `chart_save_wanted` carries a chart and `png` or `svg`,
    `evidence_wanted` the id of an item that a note cites, which `foot` then shows, and
    `raters_wanted` says that the user wants to choose who is pooled.
    """

    shown = Signal()
    trace_wanted = Signal(str)
    state_chosen = Signal(str)
    event_chosen = Signal(str)
    chart_save_wanted = Signal(object, str)
    evidence_wanted = Signal(str)
    link_opened = Signal(str)
    raters_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin with empty sections."""
        super().__init__()
        self.setAccessibleName("Outcomes")
        self._theme = theme
        self.head = OutcomesHead(theme)
        self.foot = EvidenceFoot(theme)
        self.overview = OverviewSection(theme)
        self.moves = MovesSection(theme)
        self.agreement = AgreementSection(theme)
        self.actors = ActorsSection(theme)
        self.hypotheses = HypothesesSection(theme)
        self.fit = FitSection(theme)
        self.raters = RatersSection(theme)
        self.rungs = RungsSection(theme)
        self.notes = NotesSection(theme)
        self._lines: list[QWidget] = []
        self._scroll = self._make_scroll()
        self._page = QWidget()
        self._room = QVBoxLayout(self._page)
        self._lay_out()
        self._connect()
        self._order_tabs()
        self._dress()

    @property
    def area(self) -> QScrollArea:
        """Give the part that scrolls."""
        return self._scroll

    @property
    def sections(self) -> dict[str, QWidget]:
        """Give what each link of the head leads to, by key, in reading order."""
        return {
            "outcomes": self.overview,
            "moves": self.moves,
            "levers": self.moves.levers,
            "agreement": self.agreement,
            "actors": self.actors,
            "hypotheses": self.hypotheses,
            "fit": self.fit,
            "ladder": self.rungs,
        }

    def show_page(self, page: OutcomesPage) -> None:
        """Show what is of all states, or of none."""
        self.head.show_page(page)
        self.overview.show_part(page)
        self.rungs.show_part(page.rungs)
        self.notes.show_part(page.notes)

    def show_choice(self, iso3: str, event: str) -> None:
        """Show which state and event the analysis is of."""
        self.head.show_choice(iso3, event)

    def finish(self) -> None:
        """Take it that all sections show what they are to: put links and tab stops in order."""
        shown = tuple(key for key, each in self.sections.items() if not each.isHidden())
        self.head.show_sections(shown)
        self._order_tabs()
        self._show_current()

    def go_to(self, key: str) -> None:
        """Bring a section to the top, and let Tab go on from there."""
        section = self.sections[key]
        if section.isHidden():
            return
        self._scroll.verticalScrollBar().setValue(self._top_of(key) - _ABOVE)
        self.head.show_current(key)
        section.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, steps: int = 1) -> None:
        """Go to the next section from the one at the top of what is seen, or back."""
        keys = [key for key, each in self.sections.items() if not each.isHidden()]
        at = keys.index(self.current) + steps
        self.go_to(keys[min(max(at, 0), len(keys) - 1)])

    @property
    def current(self) -> str:
        """Give the key of the section that the reader is in."""
        return self.head.current

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        if theme == self._theme:
            return
        self._theme = theme
        for part in (
            self.head,
            self.foot,
            self.overview,
            self.moves,
            self.agreement,
            self.actors,
            self.hypotheses,
            self.fit,
            self.raters,
            self.rungs,
            self.notes,
        ):
            part.set_theme(theme)
        self._dress()
        self._order_tabs()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the page. As its proxy the page would be a stop before the head."""
        super().focusInEvent(event)
        self._scroll.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the panel came into sight."""
        super().showEvent(event)
        self.shown.emit()

    def _make_scroll(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName("Outcomes, section by section")
        scroll.verticalScrollBar().setSingleStep(24)
        return scroll

    def _lay_out(self) -> None:
        self._room.setContentsMargins(SIDE, _ABOVE, SIDE, 28)
        self._room.setSpacing(0)
        methods = _column(self.agreement, self.actors)
        ladder = _column(self.raters, self.rungs)
        rows = (
            self.overview,
            Columns(self.moves, methods),
            self.hypotheses,
            Columns(self.fit, ladder),
            self.notes,
        )
        for place, row in enumerate(rows):
            if place:
                self._room.addSpacing(_BETWEEN)
                self._lines.append(hairline(self._theme))
                self._room.addWidget(self._lines[-1])
                self._room.addSpacing(_BETWEEN)
            self._room.addWidget(row)
        self._room.addStretch(1)
        body = QWidget()
        # As high as its words at the panel's width; Qt would guess more for words that wrap.
        body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        across = QHBoxLayout(body)
        across.setContentsMargins(0, 0, 0, 0)
        self._page.setMaximumWidth(WIDEST)
        across.addWidget(self._page, 1)
        across.addStretch(0)
        self._scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self.foot)
        for clear in (body, self._scroll.viewport()):
            clear.setAutoFillBackground(False)

    def _connect(self) -> None:
        self.head.state_chosen.connect(self.state_chosen)
        self.head.event_chosen.connect(self.event_chosen)
        self.head.section_wanted.connect(self.go_to)
        self.head.raters_wanted.connect(self.raters_wanted)
        for section in (self.overview, self.moves, self.actors, self.fit, self.raters):
            section.chart_save_wanted.connect(self.chart_save_wanted)
        for section in (self.actors, self.fit, self.notes):
            section.unfolded.connect(self._order_tabs)
        self.notes.evidence_opened.connect(self.evidence_wanted)
        for part in (self.notes, self.foot):
            part.link_opened.connect(self.link_opened)
        self.foot.closed.connect(self._scroll.setFocus)
        self._scroll.verticalScrollBar().valueChanged.connect(self._show_current)
        for keys, steps in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda steps=steps: self.go_on(steps))
        for section in self.sections.values():
            section.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for box in self._page.findChildren(ChoiceBox):
            # Its choices come after it was shown first.
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
        for line in self._lines:
            set_ground(line, self._theme.line)

    def _top_of(self, key: str) -> int:
        place = self.sections[key].mapTo(self._page, QPoint(0, 0))
        return place.y() - _HEADED.get(key, 0)

    def _show_current(self) -> None:
        """Show in the head which section is at the top of what is seen."""
        bar = self._scroll.verticalScrollBar()
        tops = {
            key: self._top_of(key) for key, each in self.sections.items() if not each.isHidden()
        }
        if bar.value() and bar.value() == bar.maximum():
            self.head.show_current(list(tops)[-1])
            return
        reached = {key: top for key, top in tops.items() if top <= bar.value() + 4 * _ABOVE}
        best = max(reached.values(), default=0)
        keys = [key for key, top in reached.items() if top == best] or list(tops)
        self.head.show_current(keys[0])

    def _order_tabs(self) -> None:
        """Let Tab go through the head, then the page, as they are read.

        Tab does not stop at a section, but goes on from one that the reader has gone to.
        """
        sections = set(self.sections.values())
        head = self.head.layout()
        stops = list(_stops(head, ())) if head is not None else []
        for before, after in pairwise((*stops, self._scroll, *_stops(self._room, sections))):
            QWidget.setTabOrder(before, after)


def _stops(layout: QLayout, sections: Collection[QWidget]) -> Iterator[QWidget]:
    """Give what takes the focus and the sections themselves, in the layout's order."""
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _stops(inner, sections)
        if (widget := item.widget()) is None:
            continue
        if isinstance(widget, Segments):
            # Of a group only the chosen one is a stop, but that may be any of them.
            yield from widget.buttons
            continue
        if widget in sections or widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        if (own := widget.layout()) is not None:
            yield from _stops(own, sections)


def _column(*parts: QWidget) -> QWidget:
    """Set parts one under the other."""
    whole = QWidget()
    room = QVBoxLayout(whole)
    room.setContentsMargins(0, 0, 0, 0)
    room.setSpacing(_BETWEEN)
    for part in parts:
        room.addWidget(part)
    return whole
